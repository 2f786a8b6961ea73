"""What we think of a claim must be borne out by what stands beside it."""

from collections.abc import Iterator

from chipkb.model.fact import Assessment, Claim
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem

_PRIMARY = "primary"


def check_supported(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """A supported claim rests on a primary source or on two origins."""
    for placed in kb.all_claims():
        claim = placed.claim
        if claim.assessment is not Assessment.SUPPORTED or _names(claim) & broken:
            continue
        tiers = {tier for tier, _ in _support(kb, claim)}
        origins = {origin for _, origin in _support(kb, claim)}
        if _PRIMARY not in tiers and len(origins) < 2:
            yield Problem.at(claim.where.of("assessment"), "supported-alone")


def _names(claim: Claim) -> set[str]:
    agreeing = (evidence.source for evidence in claim.evidence if evidence.source)
    return {citation.source for citation in (*claim.source, *agreeing)}


def _support(kb: KnowledgeBase, claim: Claim) -> Iterator[tuple[str | None, str]]:
    """Tier and origin of all that says so; copies of one origin have one origin."""
    for citation in claim.source:
        yield _of_source(kb, citation.source)
    for evidence in claim.evidence:
        if evidence.says == "agrees":
            if evidence.source:
                yield _of_source(kb, evidence.source.source)
            else:
                yield evidence.tier, str(evidence.url)


def _of_source(kb: KnowledgeBase, source_id: str) -> tuple[str | None, str]:
    source = kb.sources.get(source_id)
    if source is None:  # that is a problem of its own
        return None, source_id
    return source.tier, source.origin or source.id
