"""What a relation may lead from and to, what a share may be, and what there can be no less than none of."""

from collections.abc import Iterator
from decimal import Decimal

from chipkb.model.entity import Relation
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem

_SHARE = "share"  # a metric whose id has this part is one of a whole
_WHOLE = Decimal(100)


def check_relation_kinds(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for placed in kb.all_claims():
        relation = placed.claim
        if not isinstance(relation, Relation):
            continue
        kind, target = kb.vocabulary.relations[relation.kind], kb.entities.get(relation.target)
        details = {"kind": relation.kind}
        subject = placed.entity.kind
        if kind.subjects and subject not in kind.subjects and placed.entity.id not in broken:
            allowed = ", ".join(kind.subjects)
            place = relation.where.of("kind")
            turned = (
                target
                and (not kind.objects or subject in kind.objects)
                and target.kind in kind.subjects
            )
            code = "relation-turned" if turned else "relation-subject"
            yield Problem.at(
                place, code, found=subject, expected=allowed, target=relation.target, **details
            )
        elif (
            kind.objects and target and target.kind not in kind.objects and target.id not in broken
        ):
            allowed = ", ".join(kind.objects)
            place = relation.where.of("target")
            yield Problem.at(
                place,
                "relation-object",
                found=target.kind,
                target=target.id,
                expected=allowed,
                **details,
            )


def check_counts(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """Of things that are counted there are none at least."""
    for placed in kb.all_claims():
        claim = placed.claim
        if isinstance(claim, Figure) and claim.value.low < 0 and claim.value.unit.is_count:
            yield Problem.at(
                claim.where.of("value"), "count-negative", found=claim.value.text("en")
            )


def check_shares(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """A share of a whole lies between nothing and all of it."""
    for placed in kb.all_claims():
        claim = placed.claim
        if not isinstance(claim, Figure) or _SHARE not in claim.metric.split("-"):
            continue
        value = claim.value
        if value.unit.id == "percent" and not 0 <= value.low <= (value.high or value.low) <= _WHOLE:
            yield Problem.at(claim.where.of("value"), "share-range", found=value.text("en"))
