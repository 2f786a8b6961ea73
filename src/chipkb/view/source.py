"""Source pages: a document's tier and caveats, and everything that rests on it by paragraph."""

from dataclasses import dataclass

from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.source import Source
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view


@dataclass(frozen=True)
class PlaceGroup:
    """What rests on one paragraph (0 is the heading); `place` is '' for a source cited whole."""

    place: str
    section: Text | None
    paragraph: int | None
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SourceView:
    source: Source
    tier: Text
    origin: Source | None
    copies: tuple[Source, ...]
    groups: tuple[PlaceGroup, ...]
    evidence_for: tuple[ClaimView, ...]

    @property
    def claims(self) -> int:
        return sum(len(group.views) for group in self.groups)


@dataclass(frozen=True)
class SourceRow:
    source: Source
    tier: Text
    claims: int


@dataclass(frozen=True)
class SourcesView:
    """All sources, best tier first, then by how much rests on them."""

    rows: tuple[SourceRow, ...]


def sources_view(kb: KnowledgeBase) -> SourcesView:
    tiers = list(kb.vocabulary.tiers)
    rows = [
        SourceRow(source, kb.vocabulary.tiers[source.tier], len(kb.citing.get(source.id, ())))
        for source in kb.sources.values()
    ]
    rows.sort(key=lambda row: (tiers.index(row.source.tier), -row.claims, row.source.id))
    return SourcesView(tuple(rows))


def source_view(kb: KnowledgeBase, source: Source) -> SourceView:
    return SourceView(
        source=source,
        tier=kb.vocabulary.tiers[source.tier],
        origin=kb.sources.get(source.origin or ""),
        copies=tuple(s for s in kb.sources.values() if s.origin == source.id),
        groups=_groups(kb, source),
        evidence_for=_evidence_for(kb, source),
    )


def _groups(kb: KnowledgeBase, source: Source) -> tuple[PlaceGroup, ...]:
    """In the order of the document; paragraphs on which nothing rests are left out."""
    found: dict[str, list[Placed]] = {}
    for placed in kb.citing.get(source.id, ()):
        for citation in placed.claim.source:
            if citation.source == source.id:
                found.setdefault(citation.place or "", []).append(placed)
    groups = []
    for section, paragraph, place in _places(source):
        if place in found:
            views = tuple(claim_view(kb, placed, with_rivals=False) for placed in found[place])
            groups.append(PlaceGroup(place, section, paragraph, views))
    return tuple(groups)


def _places(source: Source) -> list[tuple[Text | None, int | None, str]]:
    whole = [(None, None, "")]
    return whole + [
        (section.title, paragraph, f"{section.id}/{paragraph}")
        for section in source.sections
        for paragraph in range(section.paragraphs + 1)
    ]


def _evidence_for(kb: KnowledgeBase, source: Source) -> tuple[ClaimView, ...]:
    """Claims for or against which the source is evidence, without being their source."""
    return tuple(
        claim_view(kb, placed, with_rivals=False)
        for placed in kb.all_claims()
        if any(e.source and e.source.source == source.id for e in placed.claim.evidence)
    )
