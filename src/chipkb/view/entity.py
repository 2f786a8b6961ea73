"""The page of one entity."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Figure, Statement
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.source import Source
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.view.changes import DayView, entity_changes
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.moved import Departed, departed_from_entity
from chipkb.view.preference import best_per_metric
from chipkb.view.related import related_entities

KEY_FIGURES = 6  # more than two rows of cards is a table again


@dataclass(frozen=True)
class Neighbour:
    """The other end of a relation, with the claim that says so."""

    entity: Entity
    view: ClaimView


@dataclass(frozen=True)
class RelationGroup:
    """Relations of one kind and direction."""

    label: Text
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True)
class ClaimGroup:
    """Figures of one metric, or statements on one topic."""

    label: Text
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SourceUse:
    """A source of the page, and how many of the page's claims rest on it."""

    source: Source
    tier: Text
    count: int


@dataclass(frozen=True)
class EntityView:
    entity: Entity
    home: tuple[str, Domain]
    also_in: tuple[tuple[str, Domain], ...]
    parent: Entity | None
    children: tuple[Entity, ...]
    key_figures: tuple[ClaimView, ...]
    figures: tuple[ClaimGroup, ...]
    statements: tuple[ClaimGroup, ...]
    relations: tuple[RelationGroup, ...]
    timeline: tuple[ClaimView, ...]
    sources: tuple[SourceUse, ...]
    related: tuple[Entity, ...]
    departed: tuple[Departed, ...]
    history: tuple[DayView, ...]


def entity_view(kb: KnowledgeBase, entity: Entity) -> EntityView:
    """Everything the knowledge base says about `entity`, from its own file and from others."""
    domains = kb.vocabulary.domains
    timeline = _timeline(kb, entity)
    return EntityView(
        entity=entity,
        home=(entity.home, domains[entity.home]),
        also_in=tuple((id_, domains[id_]) for id_ in entity.also_in),
        parent=kb.entities[entity.parent] if entity.parent else None,
        children=tuple(e for e in kb.entities.values() if e.parent == entity.id),
        key_figures=key_figures(kb, entity),
        figures=_figures(kb, entity),
        statements=_statements(kb, entity),
        relations=_relations(kb, entity),
        timeline=timeline,
        sources=_sources(kb, entity),
        related=related_entities(kb, entity),
        departed=departed_from_entity(kb, entity.id),
        history=entity_changes(kb, entity),
    )


def key_figures(
    kb: KnowledgeBase, entity: Entity, most: int = KEY_FIGURES
) -> tuple[ClaimView, ...]:
    """The figures that speak for the entity, one a metric."""
    figures = [Placed(entity, fact) for fact in entity.facts if isinstance(fact, Figure)]
    return tuple(claim_view(kb, placed) for placed in best_per_metric(kb, figures)[:most])


def _figures(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimGroup, ...]:
    views = [claim_view(kb, Placed(entity, f)) for f in entity.facts if isinstance(f, Figure)]
    return _grouped(views, [view.claim.metric for view in views])


def _statements(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimGroup, ...]:
    order = list(kb.vocabulary.topics)
    facts = [fact for fact in entity.facts if isinstance(fact, Statement)]
    facts.sort(key=lambda fact: order.index(fact.topic))
    views = [claim_view(kb, Placed(entity, fact)) for fact in facts]
    return _grouped(views, [view.claim.topic for view in views])


def _grouped(views: Iterable[ClaimView], keys: Iterable[str]) -> tuple[ClaimGroup, ...]:
    groups: dict[str, list[ClaimView]] = {}
    for view, key in zip(views, keys, strict=True):
        groups.setdefault(key, []).append(view)
    return tuple(ClaimGroup(found[0].label, tuple(found)) for found in groups.values())


def _relations(kb: KnowledgeBase, entity: Entity) -> tuple[RelationGroup, ...]:
    groups: dict[tuple[str, str], list[Neighbour]] = {}
    labels: dict[tuple[str, str], Text] = {}

    def add(direction: str, placed: Placed[Relation], other: Entity) -> None:
        kind = kb.vocabulary.relations[placed.claim.kind]
        symmetric = kind.label == kind.inverse
        key = (placed.claim.kind, "both" if symmetric else direction)
        labels[key] = kind.label if direction == "out" else kind.inverse
        groups.setdefault(key, []).append(Neighbour(other, claim_view(kb, placed)))

    for relation in entity.relations:
        add("out", Placed(entity, relation), kb.entities[relation.target])
    for placed in kb.incoming.get(entity.id, ()):
        add("in", placed, placed.entity)
    order = list(kb.vocabulary.relations)
    keys = sorted(groups, key=lambda key: (order.index(key[0]), key[1] == "in"))
    return tuple(RelationGroup(labels[key], tuple(groups[key])) for key in keys)


def _timeline(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimView, ...]:
    """Its own events and those it takes part in, oldest first."""
    placed = [Placed(entity, event) for event in entity.events]
    placed += kb.taking_part.get(entity.id, [])
    return in_order_of_date(claim_view(kb, one) for one in placed)


def in_order_of_date(views: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    """Oldest first; what happened at the same time in the order of the files."""
    return tuple(sorted(views, key=lambda view: view.sort_date))


def _sources(kb: KnowledgeBase, entity: Entity) -> tuple[SourceUse, ...]:
    counts: dict[str, int] = {}
    claims: list[Event | Relation | Figure | Statement] = [
        *entity.facts,
        *entity.relations,
        *entity.events,
    ]
    for claim in claims:
        for source in dict.fromkeys(citation.source for citation in claim.source):
            counts[source] = counts.get(source, 0) + 1
    uses = []
    for id_, count in counts.items():
        source = kb.sources[id_]
        uses.append(SourceUse(source, kb.vocabulary.tiers[source.tier], count))
    return tuple(sorted(uses, key=lambda use: -use.count))
