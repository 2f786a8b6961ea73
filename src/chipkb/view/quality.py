"""How good the data is, in the numbers that we hold ourselves to."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.comparison import Comparison
from chipkb.model.fact import Assessment, Claim, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import PRIMARY, SELF_MEDIA
from chipkb.view.comparison import comparison_view
from chipkb.view.series import all_series

FEW = 3  # facts and events below which an entity has little to say


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        return self.part * 100 // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class FilledTable:
    """How many cells of a comparison have something in them."""

    comparison: Comparison
    cells: Share


@dataclass(frozen=True)
class QualityView:
    """`self_media`: claims whose own sources are that alone. `primary`: claims that rest on a source
    at first hand, or have one among their evidence. `series`: with three dates or more."""

    self_media: Share
    primary: int
    supported_figures: Share
    thin: Share
    series: int
    overdue: int
    tables: tuple[FilledTable, ...]


def quality_view(kb: KnowledgeBase) -> QualityView:
    claims = [placed.claim for placed in kb.all_claims()]
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    supported = sum(figure.assessment is Assessment.SUPPORTED for figure in figures)
    thin = sum(len(e.facts) + len(e.events) < FEW for e in kb.entities.values())
    return QualityView(
        self_media=Share(sum(_own_tiers(kb, c) == {SELF_MEDIA} for c in claims), len(claims)),
        primary=sum(PRIMARY in _own_tiers(kb, c) | _tiers_beside(kb, c) for c in claims),
        supported_figures=Share(supported, len(figures)),
        thin=Share(thin, len(kb.entities)),
        series=sum(1 for _ in all_series(kb)),
        overdue=len(kb.overdue),
        tables=tuple(_filled(kb, kb.comparisons)),
    )


def _own_tiers(kb: KnowledgeBase, claim: Claim) -> set[str | None]:
    return {kb.sources[citation.source].tier for citation in claim.source}


def _tiers_beside(kb: KnowledgeBase, claim: Claim) -> set[str | None]:
    return {
        kb.sources[evidence.source.source].tier if evidence.source else evidence.tier
        for evidence in claim.evidence
        if evidence.says == "agrees"
    }


def _filled(kb: KnowledgeBase, comparisons: Iterable[Comparison]) -> Iterable[FilledTable]:
    for comparison in comparisons:
        rows = comparison_view(kb, comparison).rows
        whole = len(rows) * len(comparison.columns)
        yield FilledTable(comparison, Share(sum(row.known for row in rows), whole))
