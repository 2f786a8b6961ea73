"""Charts as data: lanes of bars that are drawn as what is known, never more exact than that."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from chipkb.model.fact import Figure
from chipkb.values.quantity import Qualifier, Quantity
from chipkb.values.text import Text
from chipkb.values.unit import Unit
from chipkb.view.claim import ClaimView

DOMESTIC = ("localisation-rate", "domestic-share")  # metrics of how much is made at home
_STEPS = tuple(Decimal(step) for step in ("1", "1.5", "2", "3", "4", "5", "6", "8", "10"))


class Shape(StrEnum):
    """How a value ends: at a point, near one, between two, or open to one side."""

    EXACT = "exact"
    ABOUT = "about"
    RANGE = "range"
    FROM = "from"  # this much or more
    UP_TO = "up-to"  # this much or less


SHAPES = {
    Qualifier.EXACT: Shape.EXACT,
    Qualifier.ABOUT: Shape.ABOUT,
    Qualifier.NEARLY: Shape.ABOUT,
    Qualifier.OVER: Shape.FROM,
    Qualifier.MORE_THAN: Shape.FROM,
    Qualifier.AT_LEAST: Shape.FROM,
    Qualifier.LESS_THAN: Shape.UP_TO,
    Qualifier.AT_MOST: Shape.UP_TO,
    Qualifier.UP_TO: Shape.UP_TO,
}


@dataclass(frozen=True)
class Lane:
    """One figure. `low` and `high` are fractions of the axis, equal but for a range.

    `name` says whose it is where the title of the chart does not.
    """

    name: Text | None
    view: ClaimView[Figure]
    low: Decimal
    high: Decimal
    shape: Shape
    is_domestic: bool
    is_future: bool
    is_questioned: bool
    is_stale: bool  # older than its metric allows


@dataclass(frozen=True)
class ChartView:
    """Lanes on one axis from zero to the last of `ticks`."""

    id: str
    title: Text
    lanes: tuple[Lane, ...]
    ticks: tuple[Quantity, ...]


def chart(
    id_: str,
    title: Text,
    figures: Iterable[tuple[Text | None, ClaimView[Figure]]],
    unit: Unit,
) -> ChartView:
    """A chart of named figures, all of them in the dimension of `unit`."""
    figures = list(figures)
    top = round_up(max(view.claim.value.base[1] for _, view in figures) / unit.factor)
    if unit.id == "percent":
        top = max(top, Decimal(100))
    return ChartView(
        id=id_,
        title=title,
        lanes=tuple(_lane(name, view, top * unit.factor) for name, view in figures),
        ticks=tuple(tick(top * part, unit) for part in (Decimal(0), Decimal("0.5"), Decimal(1))),
    )


def _lane(name: Text | None, view: ClaimView[Figure], top: Decimal) -> Lane:
    figure = view.claim
    low, high = figure.value.base
    return Lane(
        name=name,
        view=view,
        low=low / top,
        high=high / top,
        shape=Shape.RANGE if low != high else SHAPES[figure.value.qualifier],
        is_domestic=figure.metric in DOMESTIC,
        is_future=figure.is_announced,
        is_questioned=figure.assessment.needs_reason,
        is_stale="stale" in view.quote.why,
    )


def round_up(value: Decimal) -> Decimal:
    """The next round number, so that both ends and the middle of the axis read well."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(value.adjusted())
    return next(step * power for step in _STEPS if step * power >= value)


def tick(value: Decimal, unit: Unit) -> Quantity:
    return Quantity(value.normalize() + 0, None, Qualifier.EXACT, unit)
