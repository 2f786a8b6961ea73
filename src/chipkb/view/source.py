"""Source pages: a document's tier and caveats, and everything that rests on it by paragraph."""

from dataclasses import dataclass

from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.source import Section, Source
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import Folded

SOURCES = 12  # of one tier, on the page of all: the others are on the page of the tier
OF_TIER = 60  # on the page of a tier, before the rest is folded


@dataclass(frozen=True)
class PlaceGroup:
    """What rests on one paragraph (0 is the heading); `place` is '' for a source cited whole."""

    place: str
    section: Text | None
    paragraph: int | None
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SectionGroup:
    """A section of which something rests, by its paragraphs; without one, a source cited whole.

    `begins`: its first words as printed, by which it is found in a copy of the text.
    """

    section: Section | None
    places: tuple[PlaceGroup, ...]

    @property
    def begins(self) -> str | None:
        return (self.section.begins or self.section.heading) if self.section else None

    @property
    def claims(self) -> int:
        return sum(len(place.views) for place in self.places)


@dataclass(frozen=True)
class SourceView:
    source: Source
    tier: Text
    origin: Source | None
    copies: tuple[Source, ...]
    groups: tuple[SectionGroup, ...]
    evidence_for: tuple[ClaimView, ...]

    @property
    def claims(self) -> int:
        return sum(group.claims for group in self.groups)

    @property
    def is_out_of_reach(self) -> bool:
        """Whether it is cited paragraph by paragraph, but can be read at no address."""
        source = self.source
        return bool(source.sections) and not (source.url or source.archived or source.doi)


@dataclass(frozen=True)
class SourceRow:
    source: Source
    claims: int


@dataclass(frozen=True)
class TierGroup:
    """The sources of one tier, those first on which most rests."""

    id: str
    tier: Text
    rows: Folded[SourceRow]

    @property
    def count(self) -> int:
        return len(self.rows.shown) + len(self.rows.rest)


@dataclass(frozen=True)
class SourcesView:
    """The sources, the best tier first; or those of one tier, `of`."""

    groups: tuple[TierGroup, ...]
    of: str | None = None


def sources_view(kb: KnowledgeBase) -> SourcesView:
    """The first of each tier. The others are on its own page: together they would be too heavy."""
    return SourcesView(tuple(_tier(kb, id_, SOURCES) for id_ in kb.tiers))


def tier_view(kb: KnowledgeBase, tier_id: str) -> SourcesView:
    """All of one tier."""
    return SourcesView((_tier(kb, tier_id, OF_TIER),), tier_id)


def _tier(kb: KnowledgeBase, id_: str, most: int) -> TierGroup:
    sources = (source for source in kb.sources.values() if source.tier == id_)
    rows = [SourceRow(source, len(kb.citing.get(source.id, ()))) for source in sources]
    rows.sort(key=lambda row: (-row.claims, row.source.id))
    return TierGroup(id_, kb.vocabulary.tiers[id_], Folded.after(most, tuple(rows)))


def source_view(kb: KnowledgeBase, source: Source) -> SourceView:
    return SourceView(
        source=source,
        tier=kb.vocabulary.tiers[source.tier],
        origin=kb.sources.get(source.origin or ""),
        copies=tuple(kb.copies.get(source.id, ())),
        groups=_groups(kb, source),
        evidence_for=_evidence_for(kb, source),
    )


def _groups(kb: KnowledgeBase, source: Source) -> tuple[SectionGroup, ...]:
    """In the order of the document; sections and paragraphs on which nothing rests are left out."""
    found: dict[str, list[Placed]] = {}
    for placed in kb.citing.get(source.id, ()):
        for citation in placed.claim.source:
            if citation.source == source.id:
                found.setdefault(citation.place or "", []).append(placed)
    groups = []
    for section in (None, *source.sections):
        places = tuple(
            PlaceGroup(
                place,
                section.title if section else None,
                paragraph,
                tuple(claim_view(kb, placed, with_rivals=False) for placed in found[place]),
            )
            for paragraph, place in _places(section)
            if place in found
        )
        if places:
            groups.append(SectionGroup(section, places))
    return tuple(groups)


def _places(section: Section | None) -> list[tuple[int | None, str]]:
    if section is None:
        return [(None, "")]
    return [(number, f"{section.id}/{number}") for number in range(section.paragraphs + 1)]


def _evidence_for(kb: KnowledgeBase, source: Source) -> tuple[ClaimView, ...]:
    """Claims for or against which the source is evidence, without being their source."""
    return tuple(
        claim_view(kb, placed, with_rivals=False) for placed in kb.witnessing.get(source.id, ())
    )
