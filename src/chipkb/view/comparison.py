"""Comparison tables: entities beside each other, one question a column, a source in every cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chipkb.model.comparison import (
    Column,
    Comparison,
    EventColumn,
    MetricColumn,
    RelationColumn,
    TopicColumn,
)
from chipkb.model.entity import Entity, Relation
from chipkb.model.fact import Figure, Statement, Stretch
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.values.unit import Unit
from chipkb.view.chart import ChartView, chart
from chipkb.view.claim import ClaimView, claim_view, is_figure
from chipkb.view.preference import best_first, holds, is_ahead


@dataclass(frozen=True)
class HeadView:
    """The head of a column. `of`: what its figures are relative to."""

    key: str
    kind: str  # metric, event, relation or topic
    label: Text
    unit: Unit | None = None
    of: Entity | None = None


@dataclass(frozen=True)
class Other:
    """The other end of a relation, with the claim that says so."""

    entity: Entity
    view: ClaimView


@dataclass(frozen=True)
class CellView:
    """What is known, the value that speaks first, then those that disagree with it.

    `sort` orders the cells of a column; `older` counts further values on the entity's page, and
    `elsewhere` those below the table, which are in another unit or scope.
    """

    views: tuple[ClaimView, ...] = ()
    others: tuple[Other, ...] = ()
    sort: Decimal | str | None = None
    older: int = 0
    elsewhere: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.views or self.others)


@dataclass(frozen=True)
class RowView:
    entity: Entity
    cells: tuple[CellView, ...]

    @property
    def known(self) -> int:
        """How many of its cells have something in them."""
        return sum(not cell.is_empty for cell in self.cells)


@dataclass(frozen=True)
class ComparisonView:
    comparison: Comparison
    domain: Domain
    heads: tuple[HeadView, ...]
    empty: tuple[HeadView, ...]  # asked for, but nothing is known of any row
    rows: tuple[RowView, ...]
    silent: tuple[Entity, ...]  # asked for, but no column knows anything about them
    left_out: tuple[ClaimView, ...]  # of the same metrics, in another unit or scope
    charts: tuple[ChartView, ...]


@dataclass(frozen=True)
class ComparisonCard:
    """A comparison in a list."""

    comparison: Comparison
    rows: int
    heads: tuple[HeadView, ...]


@dataclass(frozen=True)
class DomainComparisons:
    id: str
    domain: Domain
    cards: tuple[ComparisonCard, ...]


@dataclass(frozen=True)
class ComparisonsView:
    groups: tuple[DomainComparisons, ...]


def comparison_view(kb: KnowledgeBase, comparison: Comparison) -> ComparisonView:
    rows = [_row(kb, entity, comparison.columns) for entity in _entities(kb, comparison)]
    if not comparison.entities:
        rows.sort(key=lambda row: -row.known)
    shown = tuple(row for row in rows if any(map(_says, row.cells)))
    silent = tuple(row.entity for row in rows if not any(map(_says, row.cells)))
    heads = tuple(_head(kb, column) for column in comparison.columns)
    filled = [any(_says(row.cells[i]) for row in shown) for i in range(len(heads))]
    return ComparisonView(
        comparison=comparison,
        domain=kb.vocabulary.domains[comparison.domain],
        heads=tuple(head for head, full in zip(heads, filled, strict=True) if full),
        empty=tuple(head for head, full in zip(heads, filled, strict=True) if not full),
        rows=tuple(_without_empty(row, filled) for row in shown),
        silent=silent,
        left_out=_left_out(kb, comparison, shown),
        charts=tuple(_charts(comparison, heads, shown)),
    )


def _says(cell: CellView) -> bool:
    return not cell.is_empty or bool(cell.elsewhere)


def _without_empty(row: RowView, filled: list[bool]) -> RowView:
    cells = (cell for cell, full in zip(row.cells, filled, strict=True) if full)
    return RowView(row.entity, tuple(cells))


def comparisons_view(kb: KnowledgeBase) -> ComparisonsView:
    """All comparisons, by domain in the order of the site."""
    groups = []
    for id_, domain in kb.vocabulary.domains.items():
        views = [comparison_view(kb, one) for one in kb.comparisons if one.domain == id_]
        if views:
            cards = (ComparisonCard(v.comparison, len(v.rows), v.heads) for v in views)
            groups.append(DomainComparisons(id_, domain, tuple(cards)))
    return ComparisonsView(tuple(groups))


def _entities(kb: KnowledgeBase, comparison: Comparison) -> list[Entity]:
    if comparison.entities:
        return [kb.entities[id_] for id_ in comparison.entities]
    return [e for e in kb.in_domain(comparison.domain) if e.kind is comparison.kind]


def _row(kb: KnowledgeBase, entity: Entity, columns: tuple[Column, ...]) -> RowView:
    return RowView(entity, tuple(_cell(kb, entity, column, columns) for column in columns))


def _head(kb: KnowledgeBase, column: Column) -> HeadView:
    words = kb.vocabulary
    match column:
        case MetricColumn():
            label = column.label or words.metrics[column.metric].label
            of = kb.entities[column.of] if column.of else None
            return HeadView(column.key, "metric", label, words.units[column.unit], of)
        case EventColumn():
            return HeadView(column.key, "event", column.label or words.events[column.event[-1]])
        case RelationColumn():
            kind = words.relations[column.relation]
            label = column.label or (kind.inverse if column.incoming else kind.label)
            return HeadView(column.key, "relation", label)
        case TopicColumn():
            return HeadView(column.key, "topic", column.label or words.topics[column.topic])


def _cell(
    kb: KnowledgeBase, entity: Entity, column: Column, columns: tuple[Column, ...]
) -> CellView:
    match column:
        case MetricColumn():
            return _metric_cell(kb, entity, column, columns)
        case EventColumn():
            return _event_cell(kb, entity, column)
        case RelationColumn():
            return _relation_cell(kb, entity, column)
        case TopicColumn():
            return _topic_cell(kb, entity, column)


def _metric_cell(
    kb: KnowledgeBase, entity: Entity, column: MetricColumn, columns: tuple[Column, ...]
) -> CellView:
    figures = [
        Placed(entity, figure)
        for metric in column.metrics
        for figure in _figures_of(entity, metric)
    ]
    fitting = _full_years_first(best_first(kb, (f for f in figures if _fits(kb, f.claim, column))))
    if not fitting:
        return CellView(elsewhere=len(_unfit(kb, entity, column.metric, columns)))
    beside = [fitting[0], *(one for one in fitting[1:] if _disagree(kb, fitting[0], one))]
    views = tuple(claim_view(kb, placed) for placed in beside)
    older = len(fitting) - len(beside)
    return CellView(views, sort=_sorted_by(beside[0].claim, column), older=older)


_WHOLE = (None, Stretch.YEAR, Stretch.TRAILING_YEAR, Stretch.POINT)


def _is_sum(figure: Figure) -> bool:
    """Whether it grows with the time that it covers, as revenue does and a share does not."""
    return figure.metric in ("revenue", "net-profit", "net-loss")


def _full_years_first(figures: list[Placed[Figure]]) -> list[Placed[Figure]]:
    """Of sums the newest full year that is no forecast, as in the box of its entity; what covers
    another time stands behind, as it cannot be compared."""

    def rank(placed: Placed[Figure]) -> tuple[bool, bool, int]:
        figure = placed.claim
        if not _is_sum(figure):
            return False, False, 0
        newest = figure.as_of.last.toordinal() if figure.as_of else 0
        return figure.stretch is not Stretch.YEAR, is_ahead(figure), -newest

    return sorted(figures, key=rank)


def _sorted_by(figure: Figure, column: MetricColumn) -> Decimal | None:
    """A loss counts below zero; a sum over less or more than a year stands among no others."""
    if _is_sum(figure) and figure.stretch not in _WHOLE:
        return None
    value = figure.value.base[0]
    return -value if figure.metric == column.below_zero else value


def _figures_of(entity: Entity, metric: str) -> Iterator[Figure]:
    for fact in entity.facts:
        if isinstance(fact, Figure) and fact.metric == metric and holds(fact):
            yield fact


def _fits(kb: KnowledgeBase, figure: Figure, column: MetricColumn) -> bool:
    """Whether the figure is in the unit and of the scope that the column compares."""
    scope = figure.scope.zh if figure.scope else ""
    return (
        figure.value.unit.dimension == kb.vocabulary.units[column.unit].dimension
        and (column.of is None or figure.of == column.of)
        and (not column.scope or any(word in scope for word in column.scope))
        and not any(word in scope for word in column.not_scope)
    )


def _disagree(kb: KnowledgeBase, best: Placed[Figure], other: Placed[Figure]) -> bool:
    """Two figures of one date are two answers to one question; of two dates, only if it is said."""
    said = any(rival.ref == other.ref for rival in kb.conflicts.get(best.ref, ()))
    return said or (
        other.claim.as_of == best.claim.as_of
        and other.claim.metric == best.claim.metric
        and is_ahead(other.claim) == is_ahead(best.claim)
    )


def _event_cell(kb: KnowledgeBase, entity: Entity, column: EventColumn) -> CellView:
    for stage, kind in reversed(list(enumerate(column.event))):
        events = [event for event in entity.events if event.kind == kind]
        if events:
            last = max(events, key=lambda event: event.date)
            # Stage first, then date: an application stands behind a listing, however new.
            sort = f"{stage}:{last.date.last.isoformat()}"
            return CellView((claim_view(kb, Placed(entity, last)),), sort=sort)
    return CellView()


def _relation_cell(kb: KnowledgeBase, entity: Entity, column: RelationColumn) -> CellView:
    if column.incoming:
        placed = [p for p in kb.incoming.get(entity.id, ()) if p.claim.kind == column.relation]
        ends = [(p.entity, p) for p in placed]
    else:
        placed = [Placed(entity, r) for r in entity.relations if r.kind == column.relation]
        ends = [(kb.entities[p.claim.target], p) for p in placed]
    kept: list[tuple[Entity, Placed[Relation]]] = [
        (other, p)
        for other, p in ends
        if holds(p.claim) and (not column.only or other.id in column.only)
    ]
    others = tuple(Other(other, claim_view(kb, p)) for other, p in kept)
    return CellView(others=others, sort=Decimal(len(others)) if others else None)


def _topic_cell(kb: KnowledgeBase, entity: Entity, column: TopicColumn) -> CellView:
    facts = [f for f in entity.facts if isinstance(f, Statement) and f.topic == column.topic]
    views = tuple(claim_view(kb, Placed(entity, fact)) for fact in facts)
    return CellView(views, sort=Decimal(len(views)) if views else None)


def _left_out(
    kb: KnowledgeBase, comparison: Comparison, rows: Iterable[RowView]
) -> tuple[ClaimView, ...]:
    """Figures of the compared metrics that fit none of its columns: nothing is hidden by a unit."""
    columns = [c for c in comparison.columns if isinstance(c, MetricColumn)]
    metrics = dict.fromkeys(metric for column in columns for metric in column.metrics)
    return tuple(
        claim_view(kb, Placed(row.entity, figure))
        for row in rows
        for metric in metrics
        for figure in _unfit(kb, row.entity, metric, comparison.columns)
    )


def _unfit(
    kb: KnowledgeBase, entity: Entity, metric: str, columns: tuple[Column, ...]
) -> list[Figure]:
    """The entity's figures of a metric that no column compares."""
    asked = [c for c in columns if isinstance(c, MetricColumn) and metric in c.metrics]
    return [
        figure
        for figure in _figures_of(entity, metric)
        if not any(_fits(kb, figure, column) for column in asked)
    ]


def _charts(
    comparison: Comparison, heads: tuple[HeadView, ...], rows: Sequence[RowView]
) -> Iterator[ChartView]:
    """A chart of each column that asks for one, the largest value first."""
    for i, column in enumerate(comparison.columns):
        if isinstance(column, MetricColumn) and column.chart:
            named = ((row.entity.name, [*filter(is_figure, row.cells[i].views)]) for row in rows)
            cells = [(name, figures) for name, figures in named if figures]
            cells.sort(key=lambda cell: cell[1][0].claim.value.base[0], reverse=True)
            lanes = [(name, view) for name, figures in cells for view in figures]
            head = heads[i]
            if lanes and head.unit:
                yield chart(column.key, head.label, lanes, head.unit)
