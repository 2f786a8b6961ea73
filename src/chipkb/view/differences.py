"""Where sources differ: what cannot hold together, and what we doubt, reject or have replaced."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.fact import Assessment
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import Folded

# Before the rest is folded:
CONTRADICTIONS = 4
CLAIMS = 1  # of one assessment in one domain


@dataclass(frozen=True)
class Contradiction:
    """Claims that cannot all hold, the most trusted first."""

    sides: tuple[ClaimView, ...]


@dataclass(frozen=True)
class DomainClaims:
    """Claims about the things of one domain."""

    domain: Text
    views: tuple[ClaimView, ...]

    @property
    def folded(self) -> Folded[ClaimView]:
        return Folded.after(CLAIMS, self.views)


@dataclass(frozen=True)
class DifferencesView:
    """A claim stands in one place only: in a contradiction, else under its assessment, else, where
    only evidence speaks against it, under `opposed`."""

    contradictions: tuple[Contradiction, ...]
    refuted: tuple[DomainClaims, ...]
    disputed: tuple[DomainClaims, ...]
    superseded: tuple[DomainClaims, ...]
    opposed: tuple[DomainClaims, ...]

    @property
    def folded_contradictions(self) -> Folded[Contradiction]:
        return Folded.after(CONTRADICTIONS, self.contradictions)

    @property
    def counts(self) -> dict[str, int]:
        """How much each part holds."""
        parts = ("refuted", "disputed", "superseded", "opposed")
        return {"contradictions": len(self.contradictions)} | {
            part: sum(len(group.views) for group in getattr(self, part)) for part in parts
        }


def differences_view(kb: KnowledgeBase) -> DifferencesView:
    clusters = _clusters(kb)
    seen = {ref for cluster in clusters for ref in cluster}
    others = [placed for placed in kb.all_claims() if placed.ref not in seen]

    def judged(assessment: Assessment) -> tuple[DomainClaims, ...]:
        return _by_domain(kb, (one for one in others if one.claim.assessment is assessment))

    return DifferencesView(
        contradictions=tuple(_contradiction(kb, cluster) for cluster in clusters),
        refuted=judged(Assessment.REFUTED),
        disputed=judged(Assessment.DISPUTED),
        superseded=judged(Assessment.SUPERSEDED),
        opposed=_by_domain(kb, (one for one in others if _is_opposed(one))),
    )


def _clusters(kb: KnowledgeBase) -> list[list[str]]:
    """The refs of claims that conflict with one another, directly or through a third."""
    left = dict(kb.conflicts)
    clusters = []
    while left:
        cluster, reached = [], [next(iter(left))]
        while reached:
            ref = reached.pop()
            if ref in left:
                cluster.append(ref)
                reached += [other.ref for other in left.pop(ref)]
        clusters.append(cluster)
    return clusters


_TRUST = [
    Assessment.SUPPORTED,
    Assessment.UNVERIFIED,
    Assessment.DISPUTED,
    Assessment.SUPERSEDED,
    Assessment.REFUTED,
]


def _contradiction(kb: KnowledgeBase, refs: list[str]) -> Contradiction:
    placed = [kb.claims[ref] for ref in sorted(refs, key=kb.order.__getitem__)]
    placed.sort(key=lambda one: _TRUST.index(one.claim.assessment))
    # The rivals stand beside it already.
    return Contradiction(tuple(claim_view(kb, one, with_rivals=False) for one in placed))


def _is_opposed(placed: Placed) -> bool:
    claim = placed.claim
    return not claim.assessment.needs_reason and any(e.says == "differs" for e in claim.evidence)


def _by_domain(kb: KnowledgeBase, claims: Iterable[Placed]) -> tuple[DomainClaims, ...]:
    """In the order of the domains; within one in the order of the files."""
    found: dict[str, list[ClaimView]] = {}
    for placed in claims:
        found.setdefault(placed.entity.home, []).append(claim_view(kb, placed))
    domains = kb.vocabulary.domains
    return tuple(
        DomainClaims(domain.name, tuple(found[id_]))
        for id_, domain in domains.items()
        if id_ in found
    )
