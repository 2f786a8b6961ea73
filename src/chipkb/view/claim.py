"""A fact, relation or event as a page shows it, with its citations and its rivals."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Generic
from urllib.parse import urlsplit

from typing_extensions import TypeIs

from chipkb.model import permalink
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim, Evidence, Figure, Outcome, Statement
from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import C, Placed
from chipkb.model.source import AGGREGATOR, PRIMARY, SELF_MEDIA, Source
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import Text
from chipkb.view.labels import OUTCOMES
from chipkb.view.quotable import Quote, quote


@dataclass(frozen=True)
class CitationView:
    """A citation with the source it names and the title of the section."""

    source: Source
    tier: Text
    section: Text | None
    paragraph: int | None
    link: str

    @property
    def host(self) -> str:
        """The site on which the source stands, as its address names it."""
        return host_of(self.source.url)


@dataclass(frozen=True)
class EvidenceView:
    """What another page says; `citation` where that page is a source of ours."""

    evidence: Evidence
    citation: CitationView | None
    tier: Text | None

    @property
    def host(self) -> str:
        return host_of(self.evidence.url)


@dataclass(frozen=True)
class OutcomeView:
    """What became of something announced: the claim or the sources that tell it."""

    outcome: Outcome
    label: Text
    told_by: "ClaimView | None"
    citations: tuple[CitationView, ...]


def host_of(url: str | None) -> str:
    """Empty where there is no address."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


@dataclass(frozen=True)
class ClaimView(Generic[C]):
    """Everything a template needs to print one claim."""

    entity: Entity
    claim: C
    kind: str  # figure, statement, relation or event
    label: Text
    anchor: str
    link: str
    date: PartialDate | None
    of: Entity | None
    by: Text | None  # by what a share or a rank is counted
    citations: tuple[CitationView, ...]
    evidence: tuple[EvidenceView, ...]
    quote: Quote
    conflicts: tuple["ClaimView", ...] = ()
    superseded_by: "ClaimView | None" = None
    outcome: OutcomeView | None = None
    target: Entity | None = None
    with_: tuple[Entity, ...] = ()
    former_anchors: tuple[str, ...] = ()  # under which it was published on this page

    @property
    def is_low_tier(self) -> bool:
        """Whether all it rests on is self-media or a copy, so that it is only 'according to'."""
        return all(c.source.tier in (SELF_MEDIA, AGGREGATOR) for c in self.citations)

    @property
    def is_primary(self) -> bool:
        """Whether a source of the best tier says so, itself or as evidence."""
        agreeing = (e for e in self.evidence if e.evidence.says == "agrees")
        return any(c.source.tier == PRIMARY for c in self.citations) or any(
            e.citation.source.tier == PRIMARY if e.citation else e.evidence.tier == PRIMARY
            for e in agreeing
        )

    @property
    def sort_date(self) -> Day:
        return self.date.first if self.date else Day.min


def is_figure(view: ClaimView) -> TypeIs[ClaimView[Figure]]:
    return isinstance(view.claim, Figure)


def claim_view(kb: KnowledgeBase, placed: Placed[C], *, with_rivals: bool = True) -> ClaimView[C]:
    """The view of a claim; its rivals come without rivals of their own."""
    claim = placed.claim
    return ClaimView(
        entity=placed.entity,
        claim=claim,
        kind=type(claim).__name__.lower(),
        label=claim_label(kb, claim),
        anchor=permalink.claim_anchor(claim),
        link=permalink.claim_link(placed),
        date=claim.when,
        of=kb.entities.get(claim.of) if isinstance(claim, Figure) and claim.of else None,
        by=_by(kb, claim),
        citations=tuple(citation_view(kb, citation) for citation in claim.source),
        evidence=tuple(_evidence_view(kb, evidence) for evidence in claim.evidence),
        quote=quote(kb, claim),
        conflicts=_rivals(kb, placed) if with_rivals else (),
        superseded_by=_successor(kb, placed) if with_rivals else None,
        outcome=_outcome(kb, placed) if with_rivals else None,
        target=kb.entities[claim.target] if isinstance(claim, Relation) else None,
        former_anchors=permalink.former_anchors(kb, placed),
        with_=tuple(kb.entities[e] for e in claim.with_) if isinstance(claim, Event) else (),
    )


def claim_label(kb: KnowledgeBase, claim: Claim) -> Text:
    """The metric, topic, kind of relation or kind of event."""
    vocabulary = kb.vocabulary
    match claim:
        case Figure():
            return vocabulary.metrics[claim.metric].label
        case Relation():
            return vocabulary.relations[claim.kind].label
        case Event():
            return vocabulary.events[claim.kind]
        case Statement():
            return vocabulary.topics[claim.topic]
    raise TypeError(claim)


def _by(kb: KnowledgeBase, claim: Claim) -> Text | None:
    by = claim.by if isinstance(claim, Figure) else None
    return kb.vocabulary.measures[by] if by else None


def citation_view(kb: KnowledgeBase, citation: Citation) -> CitationView:
    source = kb.sources[citation.source]
    section = next((s.title for s in source.sections if s.id == citation.section), None)
    # What a term or a link of the chain alone cites has no place on the page of the source.
    has_place = f"{source.id}#{citation.place}" in kb.cited_places
    return CitationView(
        source=source,
        tier=kb.vocabulary.tiers[source.tier],
        section=section,
        paragraph=citation.paragraph,
        link=permalink.source_place(source.id, citation.place if has_place else None),
    )


def _evidence_view(kb: KnowledgeBase, evidence: Evidence) -> EvidenceView:
    citation = citation_view(kb, evidence.source) if evidence.source else None
    return EvidenceView(evidence, citation, kb.vocabulary.tiers.get(evidence.tier or ""))


def _rivals(kb: KnowledgeBase, placed: Placed[Claim]) -> tuple[ClaimView, ...]:
    return tuple(
        claim_view(kb, other, with_rivals=False) for other in kb.conflicts.get(placed.ref, ())
    )


def _outcome(kb: KnowledgeBase, placed: Placed[Claim]) -> OutcomeView | None:
    claim = placed.claim
    outcome = claim.outcome if isinstance(claim, Figure | Event) else None
    if outcome is None:
        return None
    told_by = kb.claim(outcome.claim, placed.entity.id) if outcome.claim else None
    return OutcomeView(
        outcome,
        OUTCOMES[outcome.result],
        claim_view(kb, told_by, with_rivals=False) if told_by else None,
        tuple(citation_view(kb, citation) for citation in outcome.source),
    )


def _successor(kb: KnowledgeBase, placed: Placed[Claim]) -> ClaimView | None:
    ref = placed.claim.superseded_by
    other = kb.claim(ref, placed.entity.id) if ref else None
    return claim_view(kb, other, with_rivals=False) if other else None
