"""What the ids in the tables mean: the vocabulary, the chain, the tables of comparison, the moves."""

from typing import Any

from chipkb.export.bounds import base_unit, plain
from chipkb.export.record import Record, citations, page_url, prose, text
from chipkb.model import permalink
from chipkb.model.comparison import (
    Column,
    EventColumn,
    MetricColumn,
    RelationColumn,
)
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, Whereabouts
from chipkb.values.text import LANGS, Text
from chipkb.view import labels


def vocabulary(kb: KnowledgeBase, base: str) -> dict[str, list[Record]]:
    """Every table of words, each a list of records with an `id` and a `name` in both languages."""
    words = kb.vocabulary
    return {
        "domains": [_domain(kb, id_, base) for id_ in words.domains],
        "metrics": [
            {
                "id": id_,
                "name": text(metric.label),
                "units": list(metric.units),
                "aliases": list(metric.aliases),
                "fresh_for_months": metric.fresh_for,
                "is_headline": metric.headline,
            }
            for id_, metric in words.metrics.items()
        ],
        "units": [_unit(kb, unit) for unit in words.units],
        "relations": [
            {"id": id_, "name": text(kind.label), "inverse": text(kind.inverse),
             "is_symmetric": kind.label == kind.inverse}
            for id_, kind in words.relations.items()
        ],
        **{
            table: _plain_words(getattr(words, table))
            for table in ("events", "topics", "tiers", "measures", "exchanges")
        },
        "assessments": _plain_words(labels.ASSESSMENTS),
        "bases": _plain_words({"reported": Text(zh="来源所报", en="reported"), **labels.BASES}),
        "entity_kinds": _plain_words(labels.ENTITY_KINDS),
    }  # fmt: skip


def chain(kb: KnowledgeBase, base: str) -> list[Record]:
    """The links of the supply chain, with what each needs and from whom."""
    return [
        {
            "id": link.id,
            "order": link.order,
            "name": text(link.name),
            "summary": prose(kb, link.summary, None),
            "sources": citations(link.source),
            "url": _urls(permalink.chain_section(link.id), base),
            "needs": [
                {
                    "id": f"{link.id}/{need.id}",
                    "entity": need.entity,
                    "why": prose(kb, need.why, None),
                    "held_by": list(need.held_by),
                    "state": need.state.value,
                    "as_of": need.as_of.iso if need.as_of else None,
                    "stage": need.stage.value if need.stage else None,
                    "feeds": [ref if "/" in ref else f"{link.id}/{ref}" for ref in need.feeds],
                    "foreign_share": need.foreign_share,
                    "domestic_share": need.domestic_share,
                    "domestic": list(need.domestic),
                    "domestic_state": prose(kb, need.domestic_state, None),
                    "figures": list(need.figures),
                    "path": prose(kb, need.path, None),
                    "note": prose(kb, need.note, None),
                    "sources": citations(need.source),
                    "url": _urls(permalink.chain_need(link.id, need.id), base),
                }
                for need in link.needs
            ],
        }
        for link in kb.chain
    ]


def comparisons(kb: KnowledgeBase, base: str) -> list[Record]:
    """The tables of comparison: what stands in them follows from the facts."""
    return [
        {
            "id": one.id,
            "domain": one.domain,
            "title": text(one.title),
            "intro": prose(kb, one.intro, None),
            "kind": one.kind.value if one.kind else None,
            "entities": list(one.entities),
            "columns": [_column(column) for column in one.columns],
            "url": _urls(permalink.comparison_page(one.id), base),
        }
        for one in kb.comparisons
    ]


def moved(kb: KnowledgeBase, base: str) -> list[Record]:
    """Every id that was published and is not there any more: where it went, or why it is gone."""
    seen: dict[tuple[IdKind, str], Record] = {}
    moves = [(move.kind, move.was) for move in kb.ledger.moves]
    released = [(one.kind, one.id) for one in kb.ledger.released]
    for kind, id_ in [*moves, *released]:
        if kind in (IdKind.PAGE, IdKind.FILE):
            move = kb.ledger.move_of(kind, id_)
            found = Whereabouts(kind, (move.now or id_), move) if move else None
        else:
            found = kb.whereabouts(kind, id_)
        if found and (found.id != id_ or found.is_gone):
            seen[kind, id_] = _move_record(kb, kind, id_, found, base)
    return list(seen.values())


def _move_record(
    kb: KnowledgeBase, kind: IdKind, was: str, found: Whereabouts, base: str
) -> Record:
    gone = found.move.gone if found.move and found.is_gone else None
    return {
        "kind": kind.value,
        "was": was,
        "now": None if gone else found.id,
        "gone": text(gone),
        "date": found.move.date.iso if found.move else None,
        "url": None if gone else _urls(permalink.whereabouts_link(kb, found), base),
    }


def _domain(kb: KnowledgeBase, id_: str, base: str) -> Record:
    domain = kb.vocabulary.domains[id_]
    return {
        "id": id_,
        "name": text(domain.name),
        "intro": prose(kb, domain.intro, None),
        "featured": list(domain.featured),
        "url": _urls(permalink.domain_page(id_), base),
    }


def _unit(kb: KnowledgeBase, unit: Any) -> Record:
    base = base_unit(kb, unit)
    return {
        "id": unit.id,
        "name": {lang: unit.label(lang) for lang in LANGS},
        "pattern": {"zh": unit.zh, "en": unit.en},
        "symbol": unit.label("en"),
        "dimension": unit.dimension,
        "factor": plain(unit.factor),
        "base_unit": base.id if base else None,
        "aliases": list(unit.aliases),
    }


def _column(column: Column) -> Record:
    asks: Record = {"id": column.key, "label": text(column.label)}
    if isinstance(column, MetricColumn):
        return asks | {"metric": column.metric, "unit": column.unit, "of": column.of}
    if isinstance(column, EventColumn):
        return asks | {"events": list(column.event)}
    if isinstance(column, RelationColumn):
        return asks | {"relation": column.relation, "incoming": column.incoming}
    return asks | {"topic": column.topic}


def _plain_words(words: dict[str, Text]) -> list[Record]:
    return [{"id": id_, "name": text(name)} for id_, name in words.items()]


def _urls(link: str, base: str) -> dict[str, str]:
    page, _, anchor = link.partition("#")
    return {lang: page_url(page, lang, base) + (f"#{anchor}" if anchor else "") for lang in LANGS}
