"""Figures over time as lines: one line a way of counting, each point as exact as it is known."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chipkb.model.entity import Entity
from chipkb.model.fact import Figure, Stretch
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.prose import Prose
from chipkb.values.quantity import Quantity
from chipkb.values.text import Text
from chipkb.values.unit import Unit
from chipkb.view.chart import SHAPES, Shape, round_up, tick
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.preference import RESULTS
from chipkb.view.series import MANY, Series, series_among, series_of

MOST_LINES = 5  # more are a tangle; the table has them all
_GIANT = 6  # times the next largest: beside it all others are one line along the bottom
_NEAR = 0.12  # of the height
_RESULT = Text(zh="净利润（亏损为负）", en="Net result (losses below zero)")
_STRETCHES = {
    Stretch.YEAR: Text(zh="全年", en="full years"),
    Stretch.HALF: Text(zh="半年", en="half-years"),
    Stretch.NINE_MONTHS: Text(zh="前三季度", en="nine months"),
    Stretch.QUARTER: Text(zh="单季", en="quarters"),
    Stretch.MONTH: Text(zh="单月", en="months"),
    Stretch.CUMULATIVE: Text(zh="累计", en="cumulative"),
    Stretch.TRAILING_YEAR: Text(zh="近十二个月", en="trailing twelve months"),
}


@dataclass(frozen=True)
class Point:
    """`x`, `low` and `high` are fractions of the drawing, from the left and from below."""

    view: ClaimView[Figure]
    x: float
    low: float
    high: float
    shape: Shape
    is_future: bool
    is_questioned: bool


@dataclass(frozen=True)
class Line:
    """`name`: whose it is, where several have one chart; else how it is counted tells them apart."""

    name: Text | None
    entity: Entity
    scope: Prose | None
    by: Text | None
    stretch: Text | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Tick:
    """A mark on an axis, at a fraction of it."""

    label: Quantity | int
    at: float


@dataclass(frozen=True)
class LinesView:
    """`zero` is where nought stands, a fraction of the height; `giants` are said in words, as beside
    them nothing else could be told apart."""

    id: str
    metric: str
    title: Text
    of: Entity | None
    lines: tuple[Line, ...]
    giants: tuple[ClaimView[Figure], ...]
    ticks: tuple[Tick, ...]
    years: tuple[Tick, ...]
    zero: float

    @property
    def is_counted_alike(self) -> bool:
        """Whether all lines are counted in one way, which then need be said but once."""
        ways = {(line.stretch, line.by, line.scope) for line in self.lines}
        return len(ways) == 1


def entity_lines(kb: KnowledgeBase, entity: Entity) -> tuple[LinesView, ...]:
    """A chart of each metric of which the entity has a series; and of each of which others have
    one that is relative to it, such as the makers' shares of a market."""
    own = _by_metric(series_of(kb, entity))
    charts = [_chart(kb, key, group, None) for key, group in own.items()]
    others = series_among(kb, kb.relative_to.get(entity.id, ()))
    for key, group in _by_metric(others).items():
        charts.append(_chart(kb, f"of-{key}", _one_each(group), lambda one: one.entity.name))
    return tuple(charts)


def domain_lines(kb: KnowledgeBase, domain_id: str, most: int = 2) -> tuple[LinesView, ...]:
    """The charts in which most of a domain's things can be compared over time."""
    groups: dict[tuple[object, ...], list[Series]] = {}
    for entity in kb.in_domain(domain_id):
        for one in series_of(kb, entity, least=2):
            metric, unit, of, _, by, stretch = one.measured
            if entity.home == domain_id and _is_telling(kb, one):
                groups.setdefault((_kind(metric), unit, of, by, stretch), []).append(one)
    found = (_one_each(group) for group in groups.values())
    telling = [group for group in found if any(len(one.points) >= MANY for one in group)]
    telling.sort(key=lambda group: -len(group))
    return tuple(
        _chart(kb, f"lines-{number}", group, lambda one: one.entity.name)
        for number, group in enumerate(telling[:most], 1)
    )


def _one_each(group: list[Series]) -> list[Series]:
    """Of an entity that is counted in several ways one series, so that each has its place: in the way
    in which most are counted, else the longest."""
    common = Counter(one.measured[1:] for one in group)
    chosen: dict[str, Series] = {}
    for one in sorted(group, key=lambda one: (-common[one.measured[1:]], -len(one.points))):
        chosen.setdefault(one.entity.id, one)
    return list(chosen.values())


def _is_telling(kb: KnowledgeBase, series: Series) -> bool:
    return kb.vocabulary.metrics[series.measured[0]].headline


def _kind(metric: str) -> str:
    """Profit and loss are one thing with two signs."""
    return "net-result" if metric in RESULTS else metric


def _by_metric(found: Iterable[Series]) -> dict[str, list[Series]]:
    groups: dict[str, list[Series]] = {}
    for one in found:
        metric, unit, of, *_ = one.measured
        key = "-".join(filter(None, (_kind(metric), unit, of)))
        groups.setdefault(key, []).append(one)
    return groups


def _chart(
    kb: KnowledgeBase, id_: str, group: list[Series], name: Callable[[Series], Text] | None
) -> LinesView:
    group = sorted(group, key=_size, reverse=True)
    giants = _giants(group) if name else []
    group = group[len(giants) :][:MOST_LINES]
    figures = [placed.claim for one in group for placed in one.points]
    unit = figures[-1].value.unit
    ends = [end for figure in figures for end in _signed(figure)]
    top = _rounded(max(*ends, Decimal(0)), unit.factor)
    bottom = -_rounded(-min(*ends, Decimal(0)), unit.factor)
    if unit.id == "percent":
        top = min(top, Decimal(100) * unit.factor) if max(ends) <= 100 * unit.factor else top
    days = [day for figure in figures for day in _middle(figure)]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    metric = group[0].measured[0]
    of = group[0].measured[2]
    label = _RESULT if _kind(metric) == "net-result" else kb.vocabulary.metrics[metric].label
    span = (bottom, top)
    return LinesView(
        id=id_,
        metric=metric,
        title=label,
        of=kb.entities[of] if of else None,
        lines=tuple(_line(kb, one, name, (first, last), span) for one in group),
        giants=tuple(claim_view(kb, one.points[-1], with_rivals=False) for one in giants),
        ticks=_ticks(span, unit),
        years=_years(first, last),
        zero=_share(Decimal(0), span),
    )


def _size(series: Series) -> Decimal:
    return max(abs(end) for end in _signed(series.points[-1].claim))


def _giants(group: list[Series]) -> list[Series]:
    """Those at the head of a group that falls in size; two lines at least are left to be drawn."""
    count = 0
    while len(group) > count + 2 and _size(group[count]) > _GIANT * _size(group[count + 1]):
        count += 1
    return group[:count]


def _ticks(span: tuple[Decimal, Decimal], unit: Unit) -> tuple[Tick, ...]:
    """Both ends, and nought or the middle; an end too near to nought has no room for its words."""
    bottom, top = span
    zero = _share(Decimal(0), span)
    values = sorted({bottom, Decimal(0) if bottom else top / 2, top})
    found = (Tick(tick(value / unit.factor, unit), _share(value, span)) for value in values)
    return tuple(one for one in found if one.at == zero or abs(one.at - zero) > _NEAR)


def _rounded(value: Decimal, factor: Decimal) -> Decimal:
    return round_up(value / factor) * factor if value > 0 else Decimal(0)


def _line(
    kb: KnowledgeBase,
    series: Series,
    name: Callable[[Series], Text] | None,
    time: tuple[date, date],
    span: tuple[Decimal, Decimal],
) -> Line:
    last = series.points[-1].claim
    return Line(
        name=name(series) if name else None,
        entity=series.entity,
        scope=last.scope,
        by=kb.vocabulary.measures.get(last.by or ""),
        stretch=_STRETCHES.get(last.stretch) if last.stretch else None,
        points=tuple(_point(kb, placed, time, span) for placed in series.points),
    )


def _point(
    kb: KnowledgeBase,
    placed: Placed[Figure],
    time: tuple[date, date],
    span: tuple[Decimal, Decimal],
) -> Point:
    figure = placed.claim
    low, high = _signed(figure)
    (day,) = _middle(figure)
    return Point(
        view=claim_view(kb, placed, with_rivals=False),
        x=(day - time[0]).days / max(1, (time[1] - time[0]).days),
        low=_share(low, span),
        high=_share(high, span),
        shape=Shape.RANGE if low != high else SHAPES[figure.value.qualifier],
        is_future=figure.is_announced,
        is_questioned=figure.assessment.needs_reason,
    )


def _signed(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = figure.value.base
    return (-high, -low) if figure.metric == "net-loss" else (low, high)


def _middle(figure: Figure) -> tuple[date, ...]:
    """The middle of the time that it covers."""
    when = figure.as_of
    return (when.first + (when.last - when.first) / 2,) if when else ()


def _share(value: Decimal, span: tuple[Decimal, Decimal]) -> float:
    return float((value - span[0]) / ((span[1] - span[0]) or 1))


def _years(first: date, last: date) -> tuple[Tick, ...]:
    """The years, thinned so that at most six are named."""
    years = range(first.year, last.year + 1)
    step = -(-len(years) // 6)
    days = max(1, (last - first).days)
    return tuple(
        Tick(year, ((date(year, 7, 1)) - first).days / days)
        for year in years
        if (last.year - year) % step == 0
    )
