"""What a page is about, as schema.org says it, for search engines."""

from collections.abc import Callable
from typing import Any

from chipkb.export.head import LICENCE
from chipkb.export.record import page_url, prose
from chipkb.model import permalink
from chipkb.model.entity import Entity, EntityKind
from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import Lang, Text
from chipkb.view.entity import key_figures

_TYPES = {
    EntityKind.COMPANY: "Organization",
    EntityKind.INSTITUTION: "Organization",
    EntityKind.PRODUCT: "Product",
    EntityKind.TECHNOLOGY: "DefinedTerm",
    EntityKind.PROJECT: "Project",
    EntityKind.POLICY: "CreativeWork",
    EntityKind.MARKET: "DefinedTerm",
}
_SITE = Text(zh="中国芯片产业知识库", en="China chip industry knowledge base")
_ABOUT = Text(
    zh="中国芯片产业的事实，每条都有来源、日期与评定。",
    en="Facts on China's chip industry, each with its source, date and assessment.",
)


def page_jsonld(kb: KnowledgeBase, page: str, lang: Lang, base: str) -> dict[str, Any] | None:
    """The structured data of the page at `page`, for the kinds of page that have any."""
    entity = kb.entities.get(page.removeprefix(permalink.entity_page("")))
    if entity and page == permalink.entity_page(entity.id):
        return entity_jsonld(kb, entity, lang, base)
    make = _OTHER_PAGES.get(page)
    return make(kb, lang, base) if make else None


def entity_jsonld(kb: KnowledgeBase, entity: Entity, lang: Lang, base: str) -> dict[str, Any]:
    """The entity itself, and the way down to its page."""
    page = page_url(permalink.entity_page(entity.id), lang, base)
    summary = prose(kb, entity.summary, entity.id)
    thing: dict[str, Any] = {
        "@type": _TYPES[entity.kind],
        "@id": f"{page_url(permalink.entity_page(entity.id), 'zh', base)}#thing",
        "name": entity.name.in_lang(lang),
        "alternateName": [n for n in entity.names if n != entity.name.in_lang(lang)],
        "url": page,
        "mainEntityOfPage": page,
    }
    if summary:
        thing["description"] = summary[lang]
    if entity.kind is EntityKind.PRODUCT:
        thing["additionalProperty"] = [
            {
                "@type": "PropertyValue",
                "name": view.label.in_lang(lang),
                "value": view.claim.value.text(lang),
            }
            for view in key_figures(kb, entity)
        ]
    return {
        "@context": "https://schema.org",
        "@graph": [thing, _breadcrumbs(kb, entity, lang, base)],
    }


def _breadcrumbs(kb: KnowledgeBase, entity: Entity, lang: Lang, base: str) -> dict[str, Any]:
    domain = kb.vocabulary.domains[entity.home].name
    steps = [
        (_SITE, ""),
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
    files = {"facts.csv": "text/csv", "facts.json": "application/json",
             "chipkb.sqlite": "application/vnd.sqlite3"}  # fmt: skip
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _SITE.in_lang(lang),
        "description": _ABOUT.in_lang(lang),
        "url": page_url(permalink.DOWNLOADS, lang, base),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["zh-CN", "en"],
        "dateModified": kb.state.isoformat(),
        "creator": {"@type": "Organization", "name": "chipkb"},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form,
                "contentUrl": f"{base}{permalink.DOWNLOADS}/{name}",
            }
            for name, form in files.items()
        ],
    }


def _website(kb: KnowledgeBase, lang: Lang, base: str) -> dict[str, Any]:
    home = page_url("", lang, base)
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": _SITE.in_lang(lang),
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
