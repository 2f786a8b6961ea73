"""Facts, relations and events among themselves: each once, and none at odds with itself."""

from collections.abc import Iterator

from chipkb.model.entity import Entity, Relation
from chipkb.model.fact import Assessment, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed, claim_id
from chipkb.values.place import Spot
from chipkb.values.problem import Problem


def check_claims(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for entity in kb.entities.values():
        yield from _ids_once(entity)
        yield from _relations_once(kb, entity)
    for placed in kb.all_claims():
        yield from _superseded(placed)
        yield from _conflicts(kb, placed)


def _ids_once(entity: Entity) -> Iterator[Problem]:
    first: dict[str, Spot] = {}
    for claim in (*entity.facts, *entity.events):
        spot = claim.where.spot("id")
        if claim.id in first:
            line = first[claim.id].place.line
            yield Problem.at(spot, "fact-duplicate", id=claim.id, first=line)
        first.setdefault(claim.id, spot)
    for relation in entity.relations:
        spot = relation.where.spot("id" if relation.id else "target")
        if relation.key in first:
            line = first[relation.key].place.line
            if relation.id:
                yield Problem.at(spot, "fact-duplicate", id=relation.id, first=line)
            else:
                details = {"kind": relation.kind, "target": relation.target}
                yield Problem.at(spot, "relation-needs-id", first=line, **details)
        first.setdefault(relation.key, spot)


def _relations_once(kb: KnowledgeBase, entity: Entity) -> Iterator[Problem]:
    seen = set()
    for relation in entity.relations:
        key, place = (relation.kind, relation.target), relation.where.spot("target")
        if relation.target == entity.id:
            yield Problem.at(place, "relation-self", target=entity.id)
        elif key in seen:
            yield Problem.at(
                place, "relation-duplicate", kind=relation.kind, target=relation.target
            )
        elif _is_symmetric(kb, relation) and _mirrored(kb, entity, relation):
            yield Problem.at(place, "relation-mirrored", subject=entity.id, target=relation.target)
        seen.add(key)


def _is_symmetric(kb: KnowledgeBase, relation: Relation) -> bool:
    kind = kb.vocabulary.relations[relation.kind]
    return kind.label == kind.inverse


def _mirrored(kb: KnowledgeBase, entity: Entity, relation: Relation) -> bool:
    other = kb.entities.get(relation.target)
    written_there = other.relations if other else ()
    return any(r.kind == relation.kind and r.target == entity.id for r in written_there)


def _superseded(placed: Placed) -> Iterator[Problem]:
    claim = placed.claim
    if claim.superseded_by and claim.assessment is not Assessment.SUPERSEDED:
        place = claim.where.spot("superseded_by")
        yield Problem.at(place, "superseded-alone", found=claim.assessment.value)


def _conflicts(kb: KnowledgeBase, placed: Placed) -> Iterator[Problem]:
    own = (claim_id(placed.claim), placed.ref)
    for i, ref in enumerate(placed.claim.conflicts_with):
        other = kb.claim(ref, placed.entity.id)
        place = placed.claim.where.spot("conflicts_with", i)
        if ref in own:
            yield Problem.at(place, "conflict-self")
        elif (
            other
            and isinstance(placed.claim, Figure)
            and isinstance(other.claim, Figure)
            and placed.claim.metric != other.claim.metric
        ):
            details = {"found": other.claim.metric, "metric": placed.claim.metric}
            yield Problem.at(place, "conflict-metric", **details)
