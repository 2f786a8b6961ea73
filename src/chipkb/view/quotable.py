"""Whether a claim can be quoted: one rule, which the method page states in words."""

from dataclasses import dataclass
from enum import StrEnum

from chipkb.model.fact import Assessment, Basis, Claim, Figure, Report
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import PRESS, PRIMARY
from chipkb.view.age import is_stale

_SETTLED = (PRIMARY, PRESS)  # tiers whose word alone may be passed on


class Quotable(StrEnum):
    YES = "yes"
    WITH_BASIS = "with-basis"
    NO = "no"


class Why(StrEnum):
    """What keeps a claim from being quoted as it stands."""

    REFUTED = "refuted"
    SUPERSEDED = "superseded"
    HEARSAY = "hearsay"  # only self-media or a copy says so
    DISPUTED = "disputed"
    ONE_VOICE = "one-voice"  # only the press says so
    BASIS = "basis"  # an estimate, a claim of the maker, a forecast or a target
    PRELIMINARY = "preliminary"
    STALE = "stale"


_NEVER = frozenset({Why.REFUTED, Why.SUPERSEDED, Why.HEARSAY})


@dataclass(frozen=True, slots=True)
class Quote:
    verdict: Quotable
    why: tuple[Why, ...]


def quote(kb: KnowledgeBase, claim: Claim) -> Quote:
    """Refuted, superseded or hearsay: no. Anything else to say of it: only with that said."""
    why = tuple(_why(kb, claim))
    if _NEVER.intersection(why):
        return Quote(Quotable.NO, why)
    return Quote(Quotable.WITH_BASIS if why else Quotable.YES, why)


def _why(kb: KnowledgeBase, claim: Claim) -> list[Why]:
    found = []
    match claim.assessment:
        case Assessment.REFUTED:
            found.append(Why.REFUTED)
        case Assessment.SUPERSEDED:
            found.append(Why.SUPERSEDED)
        case Assessment.DISPUTED:
            found.append(Why.DISPUTED)
        case Assessment.UNVERIFIED:
            tiers = {kb.sources[citation.source].tier for citation in claim.source}
            if not tiers.intersection(_SETTLED):
                found.append(Why.HEARSAY)
            elif PRIMARY not in tiers:
                found.append(Why.ONE_VOICE)
    if isinstance(claim, Figure):
        if claim.basis is not Basis.REPORTED:
            found.append(Why.BASIS)
        if claim.report in (Report.PRELIMINARY, Report.GUIDANCE):
            found.append(Why.PRELIMINARY)
        if is_stale(kb, claim):
            found.append(Why.STALE)
    return found
