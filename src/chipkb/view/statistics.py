"""The size and the state of the data in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.entity import Entity, EntityKind, Event, Relation
from chipkb.model.fact import Assessment, Claim, Figure, Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.model.wordings import wordings
from chipkb.values.text import Text
from chipkb.view.coverage import CoverageView, coverage_view
from chipkb.view.quality import QualityView, quality_view


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """How many of each kind of claim."""

    figures: int
    statements: int
    relations: int
    events: int

    @property
    def claims(self) -> int:
        return self.figures + self.statements + self.relations + self.events


@dataclass(frozen=True, slots=True)
class DomainCount:
    id: str
    name: Text
    entities: int
    claims: ClaimCounts


@dataclass(frozen=True, slots=True)
class KindCount:
    kind: EntityKind
    entities: int
    claims: ClaimCounts


@dataclass(frozen=True, slots=True)
class AssessmentCount:
    assessment: Assessment
    claims: int


@dataclass(frozen=True, slots=True)
class TierCount:
    """The sources of a tier, and the claims that rest on one of them."""

    id: str
    name: Text
    sources: int
    claims: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    source: Source
    claims: int


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """Texts in two languages, and how many of them have no English yet."""

    texts: int
    lacking_english: int


@dataclass(frozen=True)
class Statistics:
    entities: int
    sources: int
    terms: int
    claims: ClaimCounts
    by_domain: tuple[DomainCount, ...]
    by_kind: tuple[KindCount, ...]
    by_assessment: tuple[AssessmentCount, ...]
    by_tier: tuple[TierCount, ...]
    by_source: tuple[SourceCount, ...]
    language: LanguageCount
    quality: QualityView
    coverage: CoverageView


def statistics(kb: KnowledgeBase) -> Statistics:
    """Counts by domain, kind, assessment, tier, source and language, and the coverage."""
    claims = [placed.claim for placed in kb.all_claims()]
    return Statistics(
        entities=len(kb.entities),
        sources=len(kb.sources),
        terms=len(kb.terms),
        claims=_counts(claims),
        by_domain=_by_domain(kb),
        by_kind=_by_kind(kb),
        by_assessment=_by_assessment(claims),
        by_tier=_by_tier(kb),
        by_source=_by_source(kb),
        language=_language(kb),
        quality=quality_view(kb),
        coverage=coverage_view(kb),
    )


def _counts(claims: Iterable[Claim]) -> ClaimCounts:
    types = Counter(type(claim) for claim in claims)
    return ClaimCounts(types[Figure], types[Statement], types[Relation], types[Event])


def _claims_of(entities: Iterable[Entity]) -> ClaimCounts:
    return _counts(
        claim for entity in entities for claim in (*entity.facts, *entity.relations, *entity.events)
    )


def _by_domain(kb: KnowledgeBase) -> tuple[DomainCount, ...]:
    """Each entity in its home domain only."""
    found = []
    for id_, domain in kb.vocabulary.domains.items():
        entities = kb.at_home.get(id_, [])
        found.append(DomainCount(id_, domain.name, len(entities), _claims_of(entities)))
    return tuple(found)


def _by_kind(kb: KnowledgeBase) -> tuple[KindCount, ...]:
    found = []
    for kind in EntityKind:
        entities = [entity for entity in kb.entities.values() if entity.kind is kind]
        found.append(KindCount(kind, len(entities), _claims_of(entities)))
    return tuple(found)


def _by_assessment(claims: Iterable[Claim]) -> tuple[AssessmentCount, ...]:
    counts = Counter(claim.assessment for claim in claims)
    return tuple(AssessmentCount(one, counts[one]) for one in Assessment)


def _by_tier(kb: KnowledgeBase) -> tuple[TierCount, ...]:
    """A claim that rests on sources of two tiers counts in both."""
    sources = Counter(source.tier for source in kb.sources.values())
    claims: Counter[str] = Counter()
    for placed in kb.all_claims():
        claims.update({kb.sources[citation.source].tier for citation in placed.claim.source})
    return tuple(
        TierCount(id_, name, sources[id_], claims[id_]) for id_, name in kb.vocabulary.tiers.items()
    )


def _by_source(kb: KnowledgeBase) -> tuple[SourceCount, ...]:
    """The most used first; sources that are only evidence come with none."""
    counts = [
        SourceCount(source, len(kb.citing.get(id_, ()))) for id_, source in kb.sources.items()
    ]
    return tuple(sorted(counts, key=lambda count: (-count.claims, count.source.id)))


def _language(kb: KnowledgeBase) -> LanguageCount:
    texts = [wording.text for wording in wordings(kb)]
    return LanguageCount(len(texts), sum(text.lacks("en") for text in texts))
