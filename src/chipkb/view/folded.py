"""What one sees of many things at once, and what opens on demand: nothing is left out."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from chipkb.model.fact import Assessment, Figure, Stretch
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView
from chipkb.view.preference import holds
from chipkb.view.series import measured

T = TypeVar("T")

# Before the rest is folded:
FIGURES = 2  # of one metric: the newest, and the newest full year
STATEMENTS = 2  # on one topic

# Two figures with one key are the same question asked at two times.
_Way = tuple[object, ...]


@dataclass(frozen=True)
class Folded(Generic[T]):
    shown: tuple[T, ...]
    rest: tuple[T, ...]

    @classmethod
    def after(cls, most: int, things: tuple[T, ...]) -> "Folded[T]":
        """One alone is not worth the click."""
        return cls(things[:most], things[most:]) if len(things) > most + 1 else cls(things, ())


@dataclass(frozen=True)
class FoldedClaims(Folded[ClaimView]):
    """Claims under one heading."""

    @property
    def doubts(self) -> tuple[Assessment, ...]:
        """What the folded ones are marked with, so that the fold hides no warning."""
        marks = {one.claim.assessment for one in self.rest if one.claim.assessment.needs_reason}
        return tuple(mark for mark in Assessment if mark in marks)

    @property
    def years(self) -> tuple[int, ...]:
        """The first and the last year of the folded ones, one if they are the same."""
        ends = [one.date.last.year for one in self.rest if one.date]
        return tuple(sorted({min(ends), max(ends)})) if ends else ()


def folded_figures(views: tuple[ClaimView[Figure], ...]) -> FoldedClaims:
    """Of the figures of one metric the first of each way of counting that holds, in their order.

    A series of years is thus one row, with the years before behind it. What nobody believes any more,
    and what was foreseen of a time that has come, is folded wherever another figure stands.
    """
    ways: set[_Way] = set()
    shown: list[ClaimView] = []
    rest: list[ClaimView] = []
    for view in views:
        way = _way(view.claim)
        is_over = not holds(view.claim) or (view.claim.is_announced and view.outcome is not None)
        is_folded = way in ways or len(shown) == FIGURES or (bool(shown) and is_over)
        (rest if is_folded else shown).append(view)
        ways.add(way)
    if len(rest) <= 1:
        return FoldedClaims(views, ())
    return FoldedClaims(tuple(shown), tuple(rest))


def _way(figure: Figure) -> _Way:
    """How it was counted. Quarters and halves are one way: the newest of them is news, the full year
    the measure."""
    *what, stretch = measured(figure)
    return (*what, stretch == Stretch.YEAR, figure.is_announced)


def folded_statements(views: tuple[ClaimView, ...]) -> FoldedClaims:
    folded = Folded.after(STATEMENTS, views)
    return FoldedClaims(folded.shown, folded.rest)


@dataclass(frozen=True)
class ClaimGroup:
    """Figures of one metric, or statements on one topic."""

    label: Text
    folded: FoldedClaims
