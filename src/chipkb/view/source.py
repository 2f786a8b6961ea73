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
    claims: int


@dataclass(frozen=True)
class TierGroup:
    """The sources of one tier, those first on which most rests."""

    id: str
    tier: Text
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class SourcesView:
    """All sources, the best tier first."""

    groups: tuple[TierGroup, ...]


def sources_view(kb: KnowledgeBase) -> SourcesView:
    groups = []
    for id_, tier in kb.vocabulary.tiers.items():
        sources = (source for source in kb.sources.values() if source.tier == id_)
        rows = [SourceRow(source, len(kb.citing.get(source.id, ()))) for source in sources]
        rows.sort(key=lambda row: (-row.claims, row.source.id))
        if rows:
            groups.append(TierGroup(id_, tier, tuple(rows)))
    return SourcesView(tuple(groups))


def source_view(kb: KnowledgeBase, source: Source) -> SourceView:
    return SourceView(
        source=source,
        tier=kb.vocabulary.tiers[source.tier],
        origin=kb.sources.get(source.origin or ""),
        copies=tuple(kb.copies.get(source.id, ())),
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
        claim_view(kb, placed, with_rivals=False) for placed in kb.witnessing.get(source.id, ())
    )
