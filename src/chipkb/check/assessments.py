"""What we think of a claim must be borne out by what stands beside it, in both directions.

`supported` needs a primary source, or two independent origins of the press or better that say the
same. `disputed` needs something that differs; `refuted` something better that differs. Relays of one
origin count once: so do all who tell what only the maker knows, or what they credit to someone else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chipkb.model.fact import Assessment, Basis, Claim, Evidence, Figure
from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.source import PRESS, PRIMARY
from chipkb.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who says something of a claim. `rank`: 0 is the best tier of the vocabulary."""

    rank: int
    origin: str


def check_assessments(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for placed in kb.all_claims():
        if _names(placed.claim) & broken:
            continue
        yield from _judged(kb, placed)
    yield from _twins(kb)


def _judged(kb: KnowledgeBase, placed: Placed[Claim]) -> Iterator[Problem]:
    claim = placed.claim
    place = claim.where.spot("assessment")
    match claim.assessment:
        case Assessment.SUPPORTED if not is_supported(kb, claim):
            yield Problem.at(place, "supported-unmet")
        case Assessment.UNVERIFIED if _is_plain(kb, placed) and is_supported(kb, claim):
            yield Problem.at(claim.place, "supported-unclaimed")
        case Assessment.DISPUTED if not _against(kb, placed):
            yield Problem.at(place, "disputed-alone")
        case Assessment.REFUTED if not _is_refuted(kb, placed):
            yield Problem.at(place, "refuted-alone")


def is_supported(kb: KnowledgeBase, claim: Claim) -> bool:
    """Whether the rule for `supported` is met by who says so."""
    voices = _agreeing(kb, claim)
    press = {voice.origin for voice in voices if voice.rank <= _least(kb, PRESS)}
    independent = 1 if _is_retold(kb, claim) else len(press)
    return any(voice.rank <= _least(kb, PRIMARY) for voice in voices) or independent > 1


def _is_retold(kb: KnowledgeBase, claim: Claim) -> bool:
    """Whether whoever tells it has it from one and the same: the results of a company from the company."""
    metric = kb.vocabulary.metrics.get(claim.metric) if isinstance(claim, Figure) else None
    return bool(claim.attributed_to) or (metric is not None and metric.self_reported)


def _is_plain(kb: KnowledgeBase, placed: Placed[Claim]) -> bool:
    """Reported, and without a rival. Of a maker's own claim, an estimate or what is to come a
    primary source proves no more than that they were made."""
    claim = placed.claim
    is_reported = not isinstance(claim, Figure) or claim.basis is Basis.REPORTED
    return is_reported and not _against(kb, placed)


def _is_refuted(kb: KnowledgeBase, placed: Placed[Claim]) -> bool:
    """By a better voice than the best that says so, or one that nothing is better than."""
    best = min(
        (voice.rank for voice in _agreeing(kb, placed.claim)), default=len(kb.vocabulary.tiers)
    )
    return any(voice.rank < best or voice.rank == 0 for voice in _against(kb, placed))


def _agreeing(kb: KnowledgeBase, claim: Claim) -> list[Voice]:
    return [*_voices(kb, claim.source), *_witnesses(kb, claim, "agrees")]


def _against(kb: KnowledgeBase, placed: Placed[Claim]) -> list[Voice]:
    """Evidence that differs, and what claims that cannot hold beside this one rest on."""
    rivals = (
        voice for other in kb.conflicts.get(placed.ref, ()) for voice in _agreeing(kb, other.claim)
    )
    return [*_witnesses(kb, placed.claim, "differs"), *rivals]


def _witnesses(kb: KnowledgeBase, claim: Claim, says: str) -> Iterator[Voice]:
    for evidence in claim.evidence:
        if evidence.says != says:
            continue
        if evidence.source:
            yield from _voices(kb, (evidence.source,))
        else:
            yield Voice(_rank(kb, evidence.tier), _origin(kb, evidence))


def _voices(kb: KnowledgeBase, citations: Iterable[Citation]) -> Iterator[Voice]:
    for citation in citations:
        source = kb.sources.get(citation.source)
        if source is not None:  # else that is a problem of its own
            yield Voice(_rank(kb, source.tier), _origin_of_source(kb, source.id))


def _origin_of_source(kb: KnowledgeBase, id_: str) -> str:
    """The publisher where a chain of relays begins; a chain in a circle stops where it closes."""
    seen = [id_]
    while (source := kb.sources.get(seen[-1])) and source.origin and source.origin not in seen:
        seen.append(source.origin)
    first = kb.sources.get(seen[-1])
    return first.publisher.zh if first and first.publisher else seen[-1]


def _origin(kb: KnowledgeBase, evidence: Evidence) -> str:
    """Pages of one publisher are one origin."""
    return _origin_of_source(kb, evidence.origin) if evidence.origin else str(evidence.publisher)


def _rank(kb: KnowledgeBase, tier: str | None) -> int:
    tiers = list(kb.vocabulary.tiers)
    return tiers.index(tier) if tier in tiers else len(tiers)


def _least(kb: KnowledgeBase, tier: str) -> int:
    """The rank that a voice of this tier or better has; none is good enough for a tier that is missing."""
    return _rank(kb, tier) if tier in kb.vocabulary.tiers else -1


def _names(claim: Claim) -> set[str]:
    """The sources that have a say in it."""
    witnesses = (evidence.source.source for evidence in claim.evidence if evidence.source)
    return {citation.source for citation in claim.source} | set(witnesses)


def _twins(kb: KnowledgeBase) -> Iterator[Problem]:
    """One figure told in two places is judged once."""
    first: dict[tuple[object, ...], Placed[Figure]] = {}
    for placed in kb.claims_of(Figure):
        figure = placed.claim
        about = frozenset((placed.entity.id, figure.of))
        scope = figure.scope.zh if figure.scope else None
        key = (figure.metric, str(figure.value), figure.as_of, about, scope, figure.source)
        other = first.setdefault(key, placed)
        if figure.of and other is not placed and other.claim.assessment is not figure.assessment:
            yield Problem.at(
                figure.where.spot("assessment"),
                "assessment-twins",
                other=other.ref,
                found=other.claim.assessment.value,
            )
