"""What a page is about, as schema.org says it, for search engines."""

from collections.abc import Callable
from typing import Any

from chipkb.export.head import DOWNLOAD_NAMES, LICENCE
from chipkb.export.json_api import language_of
from chipkb.export.record import page_url, prose
from chipkb.model import permalink
from chipkb.model.entity import Entity, EntityKind
from chipkb.model.fact import Assessment
from chipkb.model.kb import KnowledgeBase
from chipkb.values.partial_date import Precision
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.entity import key_figures

# A product is none of schema.org's: of a Product search engines demand offers, ratings or reviews.
_TYPES = {
    EntityKind.COMPANY: "Organization",
    EntityKind.INSTITUTION: "Organization",
    EntityKind.PRODUCT: "Thing",
    EntityKind.TECHNOLOGY: "DefinedTerm",
    EntityKind.PROJECT: "Project",
    EntityKind.POLICY: "CreativeWork",
    EntityKind.MARKET: "DefinedTerm",
}
# Where schema.org has a word for a relation, and of which types it may be said.
_KNOWN_RELATIONS = {
    "subsidiary-of": ("parentOrganization", ("Organization",)),
    "invested-by": ("funder", ("Organization", "Project", "CreativeWork")),
    "issued-by": ("publisher", ("CreativeWork",)),
    "merged-into": ("parentOrganization", ("Organization",)),
}
_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
_ABOUT = Text(
    zh="{}的事实：公司、产品、技术与市场的数字、陈述、关系和事件，每条都有来源、日期与评定，"
    "说法不一的并排放着，并写明更信哪一方、为什么。",
    en="Facts on {}: figures, statements, relations and events of companies, products, "
    "technologies and markets, each with its source, date and assessment; where sources differ they stand "
    "side by side with the reason one is preferred.",
)
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "bib": "application/x-bibtex",
}


def page_jsonld(kb: KnowledgeBase, page: str, lang: Lang, base: str) -> dict[str, Any] | None:
    """The structured data of the page at `page`, for the kinds of page that have any."""
    entity = kb.entities.get(page.removeprefix(permalink.entity_page("")))
    if entity and page == permalink.entity_page(entity.id):
        return entity_jsonld(kb, entity, lang, base)
    make = _OTHER_PAGES.get(page)
    return make(kb, lang, base) if make else None


def entity_jsonld(kb: KnowledgeBase, entity: Entity, lang: Lang, base: str) -> dict[str, Any]:
    """The entity itself with its relations and key figures, and the way down to its page."""
    page = page_url(permalink.entity_page(entity.id), lang, base)
    summary = prose(kb, entity.summary, entity.id)
    thing: dict[str, Any] = {
        "@type": _TYPES[entity.kind],
        "@id": _thing(entity.id, base),
        "identifier": entity.lei or entity.id,
        "name": _tagged(entity.name),
        "alternateName": [_in_language(name) for name in entity.aliases],
        "url": page,
        "mainEntityOfPage": page,
    }
    if summary:
        thing["description"] = {"@value": summary[lang], "@language": _TAGS[lang]}
    if same := _same_as(entity):
        thing["sameAs"] = same
    if entity.lei:
        thing["leiCode"] = entity.lei
    for name, targets in _relations(kb, entity, base).items():
        thing[name] = targets
    return {
        "@context": "https://schema.org",
        "@graph": [thing, _breadcrumbs(kb, entity, lang, base), *_observations(kb, entity, base)],
    }


def _thing(entity_id: str, base: str) -> str:
    """What stands for an entity, whichever page speaks of it."""
    return f"{page_url(permalink.entity_page(entity_id), 'zh', base)}#thing"


def _tagged(text: Text) -> list[dict[str, str]]:
    """A wording in each language that it has, with the language."""
    return [
        {"@value": text.in_lang(lang), "@language": _TAGS[lang]}
        for lang in LANGS
        if not text.lacks(lang)
    ]


def _in_language(name: str) -> str | dict[str, str]:
    language = language_of(name)
    return name if language == "und" else {"@value": name, "@language": language}


def _same_as(entity: Entity) -> list[str]:
    wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else None
    return [address for address in (wikidata, entity.website) if address]


def _relations(kb: KnowledgeBase, entity: Entity, base: str) -> dict[str, list[dict[str, str]]]:
    """What the entity stands in relation to: by our own word for it, and schema.org's if it has one.

    A refuted relation is none.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for relation in entity.relations:
        if relation.assessment is Assessment.REFUTED:
            continue
        target = {"@id": _thing(relation.target, base)}
        found.setdefault(f"{base}data/vocabulary.json#{relation.kind}", []).append(target)
        known, types = _KNOWN_RELATIONS.get(relation.kind, ("", ()))
        if _TYPES[entity.kind] in types:
            found.setdefault(known, []).append(target)
    if entity.parent and _TYPES[entity.kind] == "Organization":
        parent = {"@id": _thing(entity.parent, base)}
        if parent not in found.setdefault("parentOrganization", []):
            found["parentOrganization"].append(parent)
    return found


def _observations(kb: KnowledgeBase, entity: Entity, base: str) -> list[dict[str, Any]]:
    """The key figures."""
    found = []
    for view in key_figures(kb, entity):
        one: dict[str, Any] = {
            "@type": "Observation",
            "@id": f"{page_url(permalink.entity_page(entity.id), 'zh', base)}#{view.anchor}",
            "observationAbout": {"@id": _thing(entity.id, base)},
            "variableMeasured": _tagged(view.label),
            "value": [
                {"@value": view.claim.value.text(lang), "@language": _TAGS[lang]} for lang in LANGS
            ],
        }
        if view.date and view.date.precision is Precision.DAY and not view.date.end:
            one["observationDate"] = view.date.last.isoformat()
        found.append(one)
    return found


def _breadcrumbs(kb: KnowledgeBase, entity: Entity, lang: Lang, base: str) -> dict[str, Any]:
    domain = kb.vocabulary.domains[entity.home].name
    steps = [
        (kb.site.title, ""),
        (domain, permalink.domain_page(entity.home)),
        (entity.name, permalink.entity_page(entity.id)),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name.in_lang(lang),
                "item": page_url(page, lang, base),
            }
            for position, (name, page) in enumerate(steps, 1)
        ],
    }


def _dataset(kb: KnowledgeBase, lang: Lang, base: str) -> dict[str, Any]:
    address = page_url(permalink.DOWNLOADS, lang, base)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{page_url(permalink.DOWNLOADS, 'zh', base)}#dataset",
        "name": _tagged(kb.site.title),
        "description": _ABOUT.in_lang(lang).format(kb.site.subject.in_lang(lang)),
        "url": address,
        "identifier": [address, f"chipkb:{kb.release.version}"],
        "version": kb.release.version,
        "keywords": kb.site.keywords.in_lang(lang).split(" | "),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["zh-CN", "en"],
        "dateModified": kb.release.day.isoformat(),
        "creator": {"@type": "Organization", "name": "chipkb", "url": base},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": _MEDIA_TYPES[name.rsplit(".", 1)[-1]],
                "contentUrl": f"{base}{permalink.DOWNLOADS}/{name}",
            }
            for name in DOWNLOAD_NAMES
        ],
    }


def _website(kb: KnowledgeBase, lang: Lang, base: str) -> dict[str, Any]:
    home = page_url("", lang, base)
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": kb.site.title.in_lang(lang),
        "url": home,
        "inLanguage": "zh-CN" if lang == "zh" else "en",
        "license": LICENCE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{home}?q={{query}}",
            "query-input": "required name=query",
        },
    }


def _glossary(kb: KnowledgeBase, lang: Lang, base: str) -> dict[str, Any]:
    page = page_url(permalink.GLOSSARY, lang, base)
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "url": page,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": term.name.in_lang(lang),
                "url": f"{page}#{permalink.term_link(term.id).partition('#')[2]}",
            }
            for term in kb.terms.values()
        ],
    }


_OTHER_PAGES: dict[str, Callable[[KnowledgeBase, Lang, str], dict[str, Any]]] = {
    "": _website,
    permalink.DOWNLOADS: _dataset,
    permalink.GLOSSARY: _glossary,
}
