"""What a reader of one entity's page may want next."""

from collections import Counter

from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase

MOST = 8
PEERS = 3
_SAME_KIND = 1  # tips the balance between things that share as much
_SAME_HOME = 1


def related_entities(kb: KnowledgeBase, entity: Entity) -> tuple[Entity, ...]:
    """Entities that are related to the same others, the closest first.

    What `entity` is related to itself stands on its page already and is left out.
    """
    neighbours = kb.neighbours[entity.id]
    shared: Counter[str] = Counter()
    for id_ in sorted(neighbours):
        # Two makers of one rare thing have more in common than two customers of everybody's.
        around = kb.neighbours[id_]
        for other in around - neighbours - {entity.id}:
            shared[other] += 60 // max(2, len(around))
    scored = [(-_score(entity, kb.entities[id_], points), id_) for id_, points in shared.items()]
    return tuple(kb.entities[id_] for _, id_ in sorted(scored)[:MOST])


def peers_of(kb: KnowledgeBase, entity: Entity) -> tuple[Entity, ...]:
    """What people would put beside it: those best known in the tables in which it stands."""
    found: dict[str, Entity] = {}
    for comparison in kb.comparisons:
        if comparison.has_row(entity):
            rows = [one for one in kb.entities.values() if comparison.has_row(one)]
            rows.sort(key=lambda one: -len(one.facts))
            found.update({one.id: one for one in rows if one is not entity})
    return tuple(found.values())[:PEERS]


def _score(entity: Entity, other: Entity, shared: int) -> int:
    alike = _SAME_KIND * (entity.kind is other.kind) + _SAME_HOME * (entity.home == other.home)
    return shared * (2 + alike)
