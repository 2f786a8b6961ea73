"""Comparison tables: entities beside each other, one question a column, a source in every cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chipkb.model.comparison import (
    Column,
    Comparison,
    EventColumn,
    MetricColumn,
    RelationColumn,
    TopicColumn,
)
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.values.unit import Unit
from chipkb.view.chart import ChartView, chart
from chipkb.view.claim import ClaimView, claim_view, is_figure
from chipkb.view.comparison_cell import CellView, cell_view, unfit_figures


@dataclass(frozen=True)
class HeadView:
    """The head of a column. `of`: what its figures are relative to; `is_day`: one kind of event is
    asked for, so that only its day is an answer."""

    key: str
    kind: str  # metric, event, relation or topic
    label: Text
    unit: Unit | None = None
    of: Entity | None = None
    is_day: bool = False


@dataclass(frozen=True)
class RowView:
    entity: Entity
    cells: tuple[CellView, ...]

    @property
    def known(self) -> int:
        """How many of its cells have something in them."""
        return sum(not cell.is_empty for cell in self.cells)


@dataclass(frozen=True)
class LeftOut:
    """Figures of a row that no column compares."""

    entity: Entity
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class ComparisonView:
    comparison: Comparison
    domain: Domain
    heads: tuple[HeadView, ...]
    empty: tuple[HeadView, ...]  # asked for, but nothing is known of any row
    rows: tuple[RowView, ...]
    silent: tuple[Entity, ...]  # asked for, but no column knows anything about them
    left_out: tuple[LeftOut, ...]  # of the same metrics, in another unit or scope
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
    return RowView(entity, tuple(cell_view(kb, entity, column, columns) for column in columns))


def _head(kb: KnowledgeBase, column: Column) -> HeadView:
    words = kb.vocabulary
    match column:
        case MetricColumn():
            label = column.label or words.metrics[column.metric].label
            of = kb.entities[column.of] if column.of else None
            return HeadView(column.key, "metric", label, words.units[column.unit], of)
        case EventColumn():
            label = column.label or words.events[column.event[-1]]
            return HeadView(column.key, "event", label, is_day=len(column.event) == 1)
        case RelationColumn():
            kind = words.relations[column.relation]
            label = column.label or (kind.inverse if column.incoming else kind.label)
            return HeadView(column.key, "relation", label)
        case TopicColumn():
            return HeadView(column.key, "topic", column.label or words.topics[column.topic])


def _left_out(
    kb: KnowledgeBase, comparison: Comparison, rows: Iterable[RowView]
) -> tuple[LeftOut, ...]:
    """Figures of the compared metrics that fit none of its columns: nothing is hidden by a unit."""
    columns = [c for c in comparison.columns if isinstance(c, MetricColumn)]
    metrics = dict.fromkeys(metric for column in columns for metric in column.metrics)
    found = []
    for row in rows:
        views = tuple(
            claim_view(kb, Placed(row.entity, figure))
            for metric in metrics
            for figure in unfit_figures(kb, row.entity, metric, comparison.columns)
        )
        if views:
            found.append(LeftOut(row.entity, views))
    return tuple(found)


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
