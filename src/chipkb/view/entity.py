"""The page of one entity."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.comparison import Comparison
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Figure, Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.source import Source
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.view.box import BoxView, box_view
from chipkb.view.changes import DayView, entity_changes
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import ClaimGroup, Folded, folded_figures, folded_statements
from chipkb.view.lines import LinesView, entity_lines
from chipkb.view.moved import Departed, departed_from_entity
from chipkb.view.preference import as_read, best_per_metric, holds, importance
from chipkb.view.related import peers_of, related_entities

KEY_FIGURES = 6  # more than two rows of cards is a table again
# Before the rest is folded:
METRICS = 5
TOPICS = 4
TOPICS_BESIDE_FIGURES = 1  # where numbers speak for the thing
NEIGHBOURS = 6  # in one relation
RELATIONS = 3  # kinds of them
EVENTS = 2
DAYS = 1  # of its history


@dataclass(frozen=True)
class Neighbour:
    """The other end of a relation, with the claim that says so."""

    entity: Entity
    view: ClaimView


@dataclass(frozen=True)
class RelationGroup:
    """Relations of one kind and direction."""

    label: Text
    neighbours: Folded[Neighbour]


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
    box: BoxView
    key_figures: tuple[ClaimView[Figure], ...]
    lines: tuple[LinesView, ...]
    figures: Folded[ClaimGroup]
    statements: Folded[ClaimGroup]
    relations: Folded[RelationGroup]
    timeline: Folded[ClaimView]
    sources: tuple[SourceUse, ...]
    related: tuple[Entity, ...]
    peers: tuple[Entity, ...]
    tables: tuple[Comparison, ...]
    departed: tuple[Departed, ...]
    history: Folded[DayView]


def entity_view(kb: KnowledgeBase, entity: Entity) -> EntityView:
    """Everything the knowledge base says about `entity`, from its own file and from others."""
    domains = kb.vocabulary.domains
    figures = _figures(kb, entity)
    topics = TOPICS_BESIDE_FIGURES if len(figures) >= METRICS else TOPICS
    return EntityView(
        entity=entity,
        home=(entity.home, domains[entity.home]),
        also_in=tuple((id_, domains[id_]) for id_ in entity.also_in),
        parent=kb.entities[entity.parent] if entity.parent else None,
        children=tuple(kb.children.get(entity.id, ())),
        box=box_view(kb, entity),
        key_figures=key_figures(kb, entity),
        lines=entity_lines(kb, entity),
        figures=Folded.after(METRICS, figures),
        statements=Folded.after(topics, _statements(kb, entity)),
        relations=Folded.after(RELATIONS, _relations(kb, entity)),
        timeline=Folded.after(EVENTS, _timeline(kb, entity)),
        sources=_sources(kb, entity),
        related=related_entities(kb, entity),
        peers=peers_of(kb, entity),
        tables=tuple(one for one in kb.comparisons if one.has_row(entity)),
        departed=departed_from_entity(kb, entity.id),
        history=Folded.after(DAYS, entity_changes(kb, entity)),
    )


def key_figures(
    kb: KnowledgeBase, entity: Entity, most: int = KEY_FIGURES
) -> tuple[ClaimView[Figure], ...]:
    """The figures that speak for the entity, one a metric."""
    figures = [Placed(entity, fact) for fact in entity.facts if isinstance(fact, Figure)]
    return tuple(claim_view(kb, placed) for placed in best_per_metric(kb, figures)[:most])


def _figures(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimGroup, ...]:
    """By metric: what is asked first, last the metrics of which nothing holds."""
    metrics: dict[str, list[Placed[Figure]]] = {}
    for fact in entity.facts:
        if isinstance(fact, Figure):
            metrics.setdefault(fact.metric, []).append(Placed(entity, fact))
    groups = [as_read(found) for found in metrics.values()]
    groups.sort(key=lambda group: (not holds(group[0].claim), *importance(kb, group[0])))
    views = (tuple(claim_view(kb, placed) for placed in group) for group in groups)
    return tuple(ClaimGroup(group[0].label, folded_figures(group)) for group in views)


def _statements(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimGroup, ...]:
    """By topic; within one, what was superseded or refuted last."""
    topics: dict[str, list[Statement]] = {topic: [] for topic in kb.vocabulary.topics}
    for fact in entity.facts:
        if isinstance(fact, Statement):
            topics[fact.topic].append(fact)
    groups = []
    for facts in filter(None, topics.values()):
        facts.sort(key=lambda fact: not holds(fact))
        views = tuple(claim_view(kb, Placed(entity, fact)) for fact in facts)
        groups.append(ClaimGroup(views[0].label, folded_statements(views)))
    return tuple(groups)


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
    return tuple(
        RelationGroup(labels[key], Folded.after(NEIGHBOURS, tuple(groups[key]))) for key in keys
    )


def _timeline(kb: KnowledgeBase, entity: Entity) -> tuple[ClaimView, ...]:
    """Its own events and those it takes part in, newest first."""
    placed = [Placed(entity, event) for event in entity.events]
    placed += kb.taking_part.get(entity.id, [])
    return tuple(reversed(in_order_of_date(claim_view(kb, one) for one in placed)))


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
        for cited in dict.fromkeys(citation.source for citation in claim.source):
            counts[cited] = counts.get(cited, 0) + 1
    uses = []
    for id_, count in counts.items():
        source = kb.sources[id_]
        uses.append(SourceUse(source, kb.vocabulary.tiers[source.tier], count))
    return tuple(sorted(uses, key=lambda use: -use.count))
