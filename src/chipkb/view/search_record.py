"""What the search knows of each page: names first, then facts with their anchors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chipkb.model import permalink
from chipkb.model.content import ContentPage
from chipkb.model.entity import Entity
from chipkb.model.fact import Claim, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.prose import Prose
from chipkb.model.term import Term
from chipkb.search.record import PageRecord
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.directory import DirectoryView, directory_view
from chipkb.view.labels import ENTITY_KINDS
from chipkb.view.preference import best_first, question, speaking_first
from chipkb.view.search_choice import directory_choices
from chipkb.view.search_fact import fact_record, words_of
from chipkb.view.site_pages import SitePage, also_called, site_pages

_HEADING = re.compile(r"^#+ .*\n*", re.MULTILINE)
TERM, PAGE, DOMAIN = (
    Text(zh="术语", en="Term"),
    Text(zh="页面", en="Page"),
    Text(zh="领域", en="Domain"),
)


def search_records(kb: KnowledgeBase) -> tuple[PageRecord, ...]:
    """A record of every entity, term and domain and of the site's own pages, in each language."""
    directory = directory_view(kb)
    return tuple(record for lang in LANGS for record in _records(kb, directory, lang))


def search_words(kb: KnowledgeBase) -> tuple[str, ...]:
    """Every name and metric: what the segmenter must know as words of their own."""
    words = [name for thing in kb.named.values() for name in thing.names]
    words += [metric.label.zh for metric in kb.vocabulary.metrics.values()]
    return tuple(dict.fromkeys(words))


def _records(kb: KnowledgeBase, directory: DirectoryView, lang: Lang) -> Iterator[PageRecord]:
    for entity in kb.entities.values():
        yield _entity(kb, entity, lang)
    for term in kb.terms.values():
        yield _term(kb, term, lang)
    for id_, domain in kb.vocabulary.domains.items():
        page = SitePage(permalink.domain_page(id_), domain.name, domain.intro)
        yield _page(kb, page, lang, "domain", DOMAIN)
    for page in site_pages(kb):
        record = _page(kb, page, lang)
        if page.path == permalink.DIRECTORY:
            record = replace(record, choices=directory_choices(kb, directory, lang))
        yield record
    for content in kb.content.values():
        yield _content(kb, content, lang)


def _entity(kb: KnowledgeBase, entity: Entity, lang: Lang) -> PageRecord:
    claims: list[Claim] = [*entity.facts, *entity.events, *entity.relations]
    facts = tuple(
        fact_record(kb, placed, lang, entity) for placed in _in_order_of_speaking(kb, entity)
    )
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
        summary=words_of(kb, entity.summary, lang, entity.id),
        facts=facts,
        prose=" ".join(words_of(kb, claim.note, lang, entity.id) for claim in claims),
    )


def _in_order_of_speaking(kb: KnowledgeBase, entity: Entity) -> list[Placed[Claim]]:
    """Figures before words, and of each the one first that speaks for the others.

    What other pages say of the entity is here too: its share on the page of a market, who makes it.
    """
    own = [Placed(entity, claim) for claim in (*entity.facts, *entity.events, *entity.relations)]
    best = best_first(kb, [*own, *kb.said_elsewhere.get(entity.id, ())])
    words = [placed for placed in best if not isinstance(placed.claim, Figure)]
    return [*_figures_by_question(kb, best), *words]


def _figures_by_question(kb: KnowledgeBase, best: list[Placed[Claim]]) -> Iterator[Placed[Claim]]:
    """The figures among `best`; the answers to one question change places among themselves, so that
    the first of them is the one that speaks on the pages."""
    answers: dict[tuple[str, str, str | None], list[Placed[Figure]]] = {}
    order = []
    for placed in best:
        if isinstance(placed.claim, Figure):
            key = (placed.entity.id, *question(placed.claim))
            answers.setdefault(key, []).append(Placed(placed.entity, placed.claim))
            order.append(key)
    queues = {key: iter(speaking_first(kb, found)) for key, found in answers.items()}
    return (next(queues[key]) for key in order)


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
        summary=words_of(kb, term.definition, lang, None),
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
        summary=words_of(kb, page.summary, lang, None),
    )


def _content(kb: KnowledgeBase, content: ContentPage, lang: Lang) -> PageRecord:
    """A page written by hand, without its headings: its first paragraph is its summary."""
    bare = {lang: _HEADING.sub("", content.body.in_lang(lang)).strip() for lang in LANGS}
    page = SitePage(content.id, content.title, Prose(**bare), also_called(content.id))
    record = _page(kb, page, lang)
    lead, _, rest = record.summary.partition("\n\n")
    return replace(record, summary=lead, prose=rest)
