"""The page of one domain: what matters in it, and everything that belongs to it."""

from dataclasses import dataclass

from chipkb.model.comparison import Comparison
from chipkb.model.entity import Entity, EntityKind
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.vocabulary import Domain
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.entity import key_figures
from chipkb.view.folded import Folded
from chipkb.view.lines import LinesView, domain_lines
from chipkb.view.preference import holds, is_sum, question, speaking_first

CARDS = 5  # of one kind, before the rest is only named
NEWEST = 5


@dataclass(frozen=True)
class EntityCard:
    """An entity in a list, with the figures that speak for it and its number of facts."""

    entity: Entity
    figures: tuple[ClaimView, ...]
    facts: int
    is_guest: bool  # at home in another domain


@dataclass(frozen=True)
class KindGroup:
    """`cards`: those of which most is known; `rest` only by name."""

    kind: EntityKind
    cards: tuple[EntityCard, ...]
    rest: tuple[Entity, ...]


@dataclass(frozen=True)
class DomainView:
    id: str
    domain: Domain
    featured: tuple[ClaimView[Figure], ...]
    lines: tuple[LinesView, ...]
    groups: tuple[KindGroup, ...]
    tables: tuple[Comparison, ...]
    newest: tuple[ClaimView, ...]


def domain_view(kb: KnowledgeBase, domain_id: str) -> DomainView:
    entities = kb.in_domain(domain_id)
    return DomainView(
        id=domain_id,
        domain=kb.vocabulary.domains[domain_id],
        featured=featured_figures(kb, domain_id),
        lines=domain_lines(kb, domain_id),
        groups=_by_kind([entity_card(kb, entity, domain_id) for entity in entities]),
        tables=tuple(one for one in kb.comparisons if one.domain == domain_id),
        newest=_newest(kb, entities, domain_id),
    )


def entity_card(kb: KnowledgeBase, entity: Entity, domain_id: str) -> EntityCard:
    facts = len(entity.facts) + len(entity.relations) + len(entity.events)
    guest = entity.home != domain_id
    return EntityCard(entity, key_figures(kb, entity, most=2), facts, guest)


def featured_figures(kb: KnowledgeBase, domain_id: str) -> tuple[ClaimView[Figure], ...]:
    """The figures that the vocabulary puts forward for the domain.

    Where another figure speaks for the same question, because it is newer or better supported, that
    one is shown, as on the cards and pages of its entity. What is put forward of a part of a sum, such
    as the revenue of one business, is not answered by the whole.
    """
    placed = (kb.figure(ref, None) for ref in kb.vocabulary.domains[domain_id].featured)
    speaking = (_speaking(kb, one) for one in placed if one)
    return tuple(claim_view(kb, one) for one in dict.fromkeys(speaking))


def _speaking(kb: KnowledgeBase, placed: Placed[Figure]) -> Placed[Figure]:
    asked = placed.claim
    ages = kb.vocabulary.metrics[asked.metric].fresh_for is not None
    is_a_part = is_sum(asked) and asked.scope is not None
    if not asked.assessment.needs_reason and (is_a_part or not ages):
        return placed
    same = [
        Placed(placed.entity, fact)
        for fact in placed.entity.facts
        if isinstance(fact, Figure) and question(fact) == question(asked)
    ]
    return speaking_first(kb, same)[0]


def _by_kind(cards: list[EntityCard]) -> tuple[KindGroup, ...]:
    """The best documented first within each kind; guests after those at home."""
    groups = []
    for kind in EntityKind:
        found = [card for card in cards if card.entity.kind is kind]
        if found:
            found.sort(key=lambda card: (card.is_guest, -card.facts))
            shown = Folded.after(CARDS, tuple(found))
            groups.append(KindGroup(kind, shown.shown, tuple(card.entity for card in shown.rest)))
    return tuple(groups)


def _newest(kb: KnowledgeBase, entities: list[Entity], domain_id: str) -> tuple[ClaimView, ...]:
    """What happened last; what is planned or forecast has not happened."""
    placed = [
        Placed(entity, event)
        for entity in entities
        if entity.home == domain_id
        for event in entity.events
        if not event.is_announced and event.date.last <= kb.state and holds(event)
    ]
    placed.sort(key=lambda one: one.claim.date, reverse=True)
    return tuple(claim_view(kb, one) for one in placed[:NEWEST])
