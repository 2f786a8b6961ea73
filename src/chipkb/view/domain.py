"""The page of one domain: what matters in it, and everything that belongs to it."""

from dataclasses import dataclass

from chipkb.model.entity import Entity, EntityKind
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.vocabulary import Domain
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.entity import in_order_of_date, key_figures


@dataclass(frozen=True)
class EntityCard:
    """An entity in a list, with the figures that speak for it and its number of facts."""

    entity: Entity
    figures: tuple[ClaimView, ...]
    facts: int
    is_guest: bool  # at home in another domain


@dataclass(frozen=True)
class KindGroup:
    kind: EntityKind
    cards: tuple[EntityCard, ...]


@dataclass(frozen=True)
class DomainView:
    id: str
    domain: Domain
    featured: tuple[ClaimView, ...]
    groups: tuple[KindGroup, ...]
    timeline: tuple[ClaimView, ...]

    @property
    def entities(self) -> int:
        return sum(len(group.cards) for group in self.groups)


def domain_view(kb: KnowledgeBase, domain_id: str) -> DomainView:
    entities = kb.in_domain(domain_id)
    return DomainView(
        id=domain_id,
        domain=kb.vocabulary.domains[domain_id],
        featured=featured_figures(kb, domain_id),
        groups=_by_kind([entity_card(kb, entity, domain_id) for entity in entities]),
        timeline=_timeline(kb, entities, domain_id),
    )


def entity_card(kb: KnowledgeBase, entity: Entity, domain_id: str) -> EntityCard:
    facts = len(entity.facts) + len(entity.relations) + len(entity.events)
    guest = entity.home != domain_id
    return EntityCard(entity, key_figures(kb, entity, most=2), facts, guest)


def featured_figures(kb: KnowledgeBase, domain_id: str) -> tuple[ClaimView, ...]:
    """The figures that the vocabulary puts forward for the domain."""
    placed = (kb.claim(ref, None) for ref in kb.vocabulary.domains[domain_id].featured)
    return tuple(claim_view(kb, one) for one in placed if one and isinstance(one.claim, Figure))


def _by_kind(cards: list[EntityCard]) -> tuple[KindGroup, ...]:
    """The best documented first within each kind; guests after those at home."""
    groups = []
    for kind in EntityKind:
        found = [card for card in cards if card.entity.kind is kind]
        if found:
            found.sort(key=lambda card: (card.is_guest, -card.facts))
            groups.append(KindGroup(kind, tuple(found)))
    return tuple(groups)


def _timeline(kb: KnowledgeBase, entities: list[Entity], domain_id: str) -> tuple[ClaimView, ...]:
    at_home = [entity for entity in entities if entity.home == domain_id]
    placed = [Placed(entity, event) for entity in at_home for event in entity.events]
    return in_order_of_date(claim_view(kb, one) for one in placed)
