"""Succession: the newer fact is another one, of the same metric, and no circle leads back."""

from collections.abc import Iterator

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.problem import Problem


def check_succession(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for placed in kb.all_claims():
        ref = placed.claim.superseded_by
        newer = kb.claim(ref, placed.entity.id) if ref else None
        if newer is None:
            continue
        place = placed.claim.where.spot("superseded_by")
        if newer.ref == placed.ref:
            yield Problem.at(place, "superseded-self")
        elif _leads_back(kb, placed.ref, newer):
            yield Problem.at(place, "superseded-circle", found=ref)
        elif isinstance(placed.claim, Figure) and isinstance(newer.claim, Figure):
            old, new = placed.claim, newer.claim
            successors = (old.metric, *kb.vocabulary.metrics[old.metric].succeeded_by)
            if new.metric not in successors:
                details = {"found": new.metric, "metric": old.metric}
                yield Problem.at(place, "superseded-metric", **details)


def _leads_back(kb: KnowledgeBase, ref: str, newer: Placed) -> bool:
    seen = set()
    here: Placed | None = newer
    while here and here.claim.superseded_by and here.ref not in seen:
        seen.add(here.ref)
        here = kb.claim(here.claim.superseded_by, here.entity.id)
        if here and here.ref == ref:
            return True
    return False
