"""Any two or three things beside each other: what is known of each, question by question."""

from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.model.entity import Entity, EntityKind
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view import labels
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.preference import as_read, holds, importance

MOST = 3  # figures of one metric: what is newest, or in several scopes
_EVENTS = ("founded", "listing", "launch", "mass-production", "operation", "discontinued")
_RELATIONS = ("made-by", "developed-by", "manufactured-by", "supplied-by", "uses", "issued-by")
_PAIRS = 8


@dataclass(frozen=True)
class Asked:
    """One question to a thing, with what is known: figures, events, or the other ends of relations.

    `key` is the same for every thing to which the question can be put.
    """

    key: str
    kind: str
    label: Text
    of: Entity | None
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class KindChoices:
    """What can be chosen, by kind."""

    kind: Text
    entities: tuple[Entity, ...]


@dataclass(frozen=True)
class CompareView:
    choices: tuple[KindChoices, ...]
    pairs: tuple[tuple[Entity, Entity], ...]
    has_tables: bool  # whether there are comparison tables to lead on to


def compare_view(kb: KnowledgeBase) -> CompareView:
    choices = []
    for kind in EntityKind:
        found = [entity for entity in kb.entities.values() if entity.kind is kind]
        if found:
            choices.append(KindChoices(labels.ENTITY_KINDS[kind.value], tuple(found)))
    return CompareView(tuple(choices), tuple(_pairs(kb)), bool(kb.comparisons))


def asked_of(kb: KnowledgeBase, entity: Entity) -> tuple[Asked, ...]:
    """What a comparison can show of the entity, what is asked first in front."""
    return (*_figures(kb, entity), *_relations(kb, entity), *_events(kb, entity))


def _figures(kb: KnowledgeBase, entity: Entity) -> Iterator[Asked]:
    groups: dict[tuple[str, str | None], list[Placed[Figure]]] = {}
    for fact in entity.facts:
        if isinstance(fact, Figure) and holds(fact):
            groups.setdefault((fact.metric, fact.of), []).append(Placed(entity, fact))
    for (metric, of), found in sorted(
        groups.items(), key=lambda group: importance(kb, group[1][0])
    ):
        views = tuple(claim_view(kb, one, with_rivals=False) for one in as_read(found)[:MOST])
        label = kb.vocabulary.metrics[metric].label
        other = kb.entities[of] if of else None
        yield Asked(f"{metric}/{of or ''}", "figure", label, other, views)


def _relations(kb: KnowledgeBase, entity: Entity) -> Iterator[Asked]:
    for kind in _RELATIONS:
        found = [r for r in entity.relations if r.kind == kind and holds(r)]
        if found:
            views = tuple(claim_view(kb, Placed(entity, r), with_rivals=False) for r in found)
            yield Asked(kind, "relation", kb.vocabulary.relations[kind].label, None, views)


def _events(kb: KnowledgeBase, entity: Entity) -> Iterator[Asked]:
    for kind in _EVENTS:
        found = [event for event in entity.events if event.kind == kind and holds(event)]
        if found:
            found.sort(key=lambda event: event.date)
            views = tuple(
                claim_view(kb, Placed(entity, e), with_rivals=False) for e in found[:MOST]
            )
            yield Asked(kind, "event", kb.vocabulary.events[kind], None, views)


def _pairs(kb: KnowledgeBase) -> Iterator[tuple[Entity, Entity]]:
    """What people would put beside each other: the best known of each table, two by two."""
    for comparison in kb.comparisons[:_PAIRS]:
        rows = [entity for entity in kb.entities.values() if comparison.has_row(entity)]
        rows.sort(key=lambda entity: -len(entity.facts))
        if len(rows) > 1:
            yield rows[0], rows[1]
