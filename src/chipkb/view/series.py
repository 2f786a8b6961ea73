"""Series: figures of one thing, counted in one way, at several dates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chipkb.model.entity import Entity
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.partial_date import PartialDate
from chipkb.view.preference import best_first, holds

MANY = 3  # dates that make a series worth drawing

# What must be the same for two figures to be compared: the metric, the dimension of its unit, what it
# is relative to, what is counted, by what, and over how long a time.
Measured = tuple[str, str, str | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class Series:
    """Figures that can be compared, oldest first; where two share a date, the more trusted one."""

    entity: Entity
    measured: Measured
    points: tuple[Placed[Figure], ...]


def series_of(kb: KnowledgeBase, entity: Entity, least: int = MANY) -> tuple[Series, ...]:
    """The series of an entity with at least `least` dates, in the order of its file."""
    figures = (Placed(entity, fact) for fact in entity.facts if isinstance(fact, Figure))
    return series_among(kb, figures, least)


def series_among(
    kb: KnowledgeBase, figures: Iterable[Placed[Figure]], least: int = MANY
) -> tuple[Series, ...]:
    """The series that these figures make, an entity each."""
    groups: dict[tuple[str, Measured], list[Placed[Figure]]] = {}
    for placed in figures:
        if placed.claim.as_of and holds(placed.claim):
            key = (placed.entity.id, measured(placed.claim))
            groups.setdefault(key, []).append(placed)
    found = (
        Series(points[0].entity, measured, _one_a_date(kb, points))
        for (_, measured), points in groups.items()
    )
    return tuple(series for series in found if len(series.points) >= least)


def all_series(kb: KnowledgeBase, least: int = MANY) -> Iterator[Series]:
    for entity in kb.entities.values():
        yield from series_of(kb, entity, least)


def measured(figure: Figure) -> Measured:
    """What another figure must share with this one to be compared with it."""
    scope = figure.scope.zh if figure.scope else None
    unit = figure.value.unit.dimension
    return (figure.metric, unit, figure.of, scope, figure.by, figure.stretch)


def _one_a_date(kb: KnowledgeBase, points: list[Placed[Figure]]) -> tuple[Placed[Figure], ...]:
    chosen: dict[PartialDate, Placed[Figure]] = {}
    for placed in best_first(kb, points):
        if placed.claim.as_of:
            chosen.setdefault(placed.claim.as_of, placed)
    return tuple(chosen[date] for date in sorted(chosen))
