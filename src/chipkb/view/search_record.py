"""What the search knows of each page: names first, then facts with their anchors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chipkb.model import permalink
from chipkb.model.content import ContentPage
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim, Figure, Statement
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.prose import Prose
from chipkb.model.term import Term
from chipkb.model.words import prose_text
from chipkb.search.record import FactRecord, PageRecord
from chipkb.values.text import LANGS, Lang, Text, shortened
from chipkb.view.claim import claim_label
from chipkb.view.labels import ASSESSMENTS, ENTITY_KINDS
from chipkb.view.preference import best_first
from chipkb.view.site_pages import SitePage, also_called, site_pages

_MOST_OF_A_RIVAL = 60  # characters: an answer names its rivals, their page lets them speak
_HEADING = re.compile(r"^#+ .*\n*", re.MULTILINE)
TERM, PAGE, DOMAIN = (
    Text(zh="术语", en="Term"),
    Text(zh="页面", en="Page"),
    Text(zh="领域", en="Domain"),
)


def search_records(kb: KnowledgeBase) -> tuple[PageRecord, ...]:
    """A record of every entity, term and domain and of the site's own pages, in each language."""
    return tuple(record for lang in LANGS for record in _records(kb, lang))


def search_words(kb: KnowledgeBase) -> tuple[str, ...]:
    """Every name and metric: what the segmenter must know as words of their own."""
    words = [name for thing in kb.named.values() for name in thing.names]
    for metric in kb.vocabulary.metrics.values():
        words += [metric.label.zh, *metric.aliases]
    return tuple(dict.fromkeys(words))


def _records(kb: KnowledgeBase, lang: Lang) -> Iterator[PageRecord]:
    for entity in kb.entities.values():
        yield _entity(kb, entity, lang)
    for term in kb.terms.values():
        yield _term(kb, term, lang)
    for id_, domain in kb.vocabulary.domains.items():
        page = SitePage(permalink.domain_page(id_), domain.name, domain.intro)
        yield _page(kb, page, lang, "domain", DOMAIN)
    for page in site_pages(kb):
        yield _page(kb, page, lang)
    for content in kb.content.values():
        yield _content(kb, content, lang)


def _entity(kb: KnowledgeBase, entity: Entity, lang: Lang) -> PageRecord:
    claims: list[Claim] = [*entity.facts, *entity.events, *entity.relations]
    facts = tuple(_fact(kb, placed, lang) for placed in _in_order_of_speaking(kb, entity, claims))
    return PageRecord(
        id=entity.id,
        url=f"{permalink.entity_page(entity.id)}/",
        lang=lang,
        kind=entity.kind.value,
        kind_label=ENTITY_KINDS[entity.kind.value].in_lang(lang),
        domain=entity.home,
        domain_label=kb.vocabulary.domains[entity.home].name.in_lang(lang),
        title=entity.name.in_lang(lang),
        names=entity.names,
        summary=_words(kb, entity.summary, lang, entity.id),
        facts=facts,
        prose=" ".join(_words(kb, claim.note, lang, entity.id) for claim in claims),
    )


def _in_order_of_speaking(
    kb: KnowledgeBase, entity: Entity, claims: list[Claim]
) -> list[Placed[Claim]]:
    """Figures before words, and of each the one first that speaks for the others."""
    best = best_first(kb, (Placed(entity, claim) for claim in claims))
    return sorted(best, key=lambda placed: not isinstance(placed.claim, Figure))


def _term(kb: KnowledgeBase, term: Term, lang: Lang) -> PageRecord:
    domain = kb.vocabulary.domains.get(term.topic)
    page, _, anchor = permalink.term_link(term.id).partition("#")
    return PageRecord(
        id=term.id,
        url=f"{page}/#{anchor}",
        lang=lang,
        kind="term",
        kind_label=TERM.in_lang(lang),
        domain=term.topic if domain else "",
        domain_label=domain.name.in_lang(lang) if domain else "",
        title=term.name.in_lang(lang),
        names=term.names,
        summary=_words(kb, term.definition, lang, None),
    )


def _page(
    kb: KnowledgeBase, page: SitePage, lang: Lang, kind: str = "page", kind_label: Text = PAGE
) -> PageRecord:
    return PageRecord(
        id=page.path,
        url=f"{page.path}/",
        lang=lang,
        kind=kind,
        kind_label=kind_label.in_lang(lang),
        domain="",
        domain_label="",
        title=page.title.in_lang(lang),
        names=(page.title.zh, page.title.in_lang("en")),
        synonyms=page.also,
        summary=_words(kb, page.summary, lang, None),
    )


def _content(kb: KnowledgeBase, content: ContentPage, lang: Lang) -> PageRecord:
    """A page written by hand, without its headings: its first paragraph is its summary."""
    bare = {lang: _HEADING.sub("", content.body.in_lang(lang)).strip() for lang in LANGS}
    page = SitePage(content.id, content.title, Prose(**bare), also_called(content.id))
    record = _page(kb, page, lang)
    lead, _, rest = record.summary.partition("\n\n")
    return replace(record, summary=lead, prose=rest)


def _fact(kb: KnowledgeBase, placed: Placed[Claim], lang: Lang) -> FactRecord:
    claim, label = placed.claim, claim_label(kb, placed.claim)
    date = claim.date if isinstance(claim, Event) else claim.as_of
    source = kb.sources[claim.source[0].source]
    return FactRecord(
        anchor=permalink.claim_anchor(claim),
        label=_label(kb, claim, label, lang),
        text=_text(kb, placed, label, lang),
        value=claim.value.text(lang) if isinstance(claim, Figure) else None,
        date=date.text(lang) if date else None,
        source=source.title.in_lang(lang),
        assessment=claim.assessment.value,
        assessment_label=ASSESSMENTS[claim.assessment.value].in_lang(lang),
        metric_names=_metric_names(kb, claim, label),
        dissent=_dissent(kb, placed, lang),
    )


def _dissent(kb: KnowledgeBase, placed: Placed[Claim], lang: Lang) -> str:
    """What conflicts with the claim, in one line; empty where nothing does."""
    said = [_rival(kb, placed, rival, lang) for rival in kb.conflicts.get(placed.ref, ())]
    if not said:
        return ""
    return f"≠ 另有说法：{'；'.join(said)}" if lang == "zh" else f"≠ others say {'; '.join(said)}"


def _rival(kb: KnowledgeBase, placed: Placed[Claim], rival: Placed[Claim], lang: Lang) -> str:
    """The rival's value or words with its assessment; what it is of, where that is another thing."""
    claim, label = rival.claim, claim_label(kb, rival.claim)
    said = []
    if rival.entity is not placed.entity:
        said.append(rival.entity.name.in_lang(lang))
    if isinstance(claim, Figure):
        if label != claim_label(kb, placed.claim):
            said.append(label.in_lang(lang))
        said.append(claim.value.text(lang))
    else:
        words = _text(kb, rival, label, lang).rstrip("。.")
        said.append(f"“{shortened(words, _MOST_OF_A_RIVAL)}”")
    assessment = ASSESSMENTS[claim.assessment.value].in_lang(lang)
    if lang == "zh":
        return f"{'：'.join(said)}（{assessment}）"
    return f"{': '.join(said)} ({assessment.lower()})"


def _label(kb: KnowledgeBase, claim: Claim, label: Text, lang: Lang) -> str:
    """The label, with what a figure is relative to in brackets."""
    if isinstance(claim, Figure) and claim.of:
        of = kb.entities[claim.of].name.in_lang(lang)
        return f"{label.zh}（{of}）" if lang == "zh" else f"{label.in_lang(lang)} ({of})"
    return label.in_lang(lang)


def _text(kb: KnowledgeBase, placed: Placed[Claim], label: Text, lang: Lang) -> str:
    claim, home = placed.claim, placed.entity.id
    if isinstance(claim, Statement):
        return _words(kb, claim.statement, lang, home)
    if isinstance(claim, Event):
        return _words(kb, claim.text, lang, home)
    colon = "：" if lang == "zh" else ": "
    if isinstance(claim, Relation):
        return label.in_lang(lang) + colon + kb.entities[claim.target].name.in_lang(lang)
    scope = _words(kb, claim.scope, lang, home)
    return " ".join(
        filter(None, (_label(kb, claim, label, lang) + colon + claim.value.text(lang), scope))
    )


def _metric_names(kb: KnowledgeBase, claim: Claim, label: Text) -> tuple[str, ...]:
    """What a question may call this, in both languages."""
    aliases = kb.vocabulary.metrics[claim.metric].aliases if isinstance(claim, Figure) else ()
    return (label.zh, label.en, *aliases)


def _words(kb: KnowledgeBase, prose: Prose | None, lang: Lang, home: str | None) -> str:
    return prose_text(kb, prose, lang, home) if prose else ""
