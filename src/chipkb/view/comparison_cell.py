"""One cell of a comparison table: which of an entity's claims answer the question of a column."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from chipkb.model.comparison import (
    Column,
    EventColumn,
    MetricColumn,
    RelationColumn,
    TopicColumn,
)
from chipkb.model.entity import Entity, Relation
from chipkb.model.fact import Figure, Statement, Stretch
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.numeral import plain
from chipkb.values.quantity import Qualifier
from chipkb.view.claim import ClaimView, claim_view, is_figure
from chipkb.view.preference import best_first, holds, is_full_year, is_sum


@dataclass(frozen=True)
class Other:
    """The other end of a relation, with the claim that says so."""

    entity: Entity
    view: ClaimView


@dataclass(frozen=True)
class CellView:
    """What is known, the value that speaks first, then those that disagree with it.

    `sort` orders the cells of a column; `amount` is its first value in the unit of the column, a loss
    below zero, where that is one number; `older` counts further values on the entity's page, and
    `elsewhere` those below the table, which are in another unit or scope.
    """

    views: tuple[ClaimView, ...] = ()
    others: tuple[Other, ...] = ()
    sort: Decimal | str | None = None
    amount: Decimal | None = None
    older: int = 0
    elsewhere: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.views or self.others)

    @property
    def is_rough(self) -> bool:
        """Whether the amount says less than the value, which is about, at least or at most that."""
        if self.amount is None:
            return False
        first = self.views[0]
        return is_figure(first) and first.claim.value.qualifier is not Qualifier.EXACT


def cell_view(
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
        Placed(entity, figure) for metric in column.metrics for figure in figures_of(entity, metric)
    ]
    fitting = _full_years_first(best_first(kb, (f for f in figures if _fits(kb, f.claim, column))))
    if not fitting:
        return CellView(elsewhere=len(unfit_figures(kb, entity, column.metric, columns)))
    beside = [fitting[0], *(one for one in fitting[1:] if _disagree(kb, fitting[0], one))]
    views = tuple(claim_view(kb, placed) for placed in beside)
    older = len(fitting) - len(beside)
    first = beside[0].claim
    amount = _amount(first, column, kb.vocabulary.units[column.unit].factor)
    return CellView(views, sort=_sorted_by(first, column), amount=amount, older=older)


_WHOLE = (None, Stretch.YEAR, Stretch.TRAILING_YEAR, Stretch.POINT)


def _full_years_first(figures: list[Placed[Figure]]) -> list[Placed[Figure]]:
    """Of sums the newest full year that is no forecast, as in the box of its entity; what covers
    another time stands behind, as it cannot be compared."""

    def rank(placed: Placed[Figure]) -> tuple[bool, bool, int]:
        figure = placed.claim
        if not is_sum(figure):
            return False, False, 0
        newest = figure.as_of.last.toordinal() if figure.as_of else 0
        return not is_full_year(figure), figure.is_announced, -newest

    return sorted(figures, key=rank)


def _sorted_by(figure: Figure, column: MetricColumn) -> Decimal | None:
    """A loss counts below zero; a sum over less or more than a year stands among no others."""
    if is_sum(figure) and figure.stretch not in _WHOLE:
        return None
    return _signed(figure, column)


def _signed(figure: Figure, column: MetricColumn) -> Decimal:
    value = figure.value.base[0]
    return -value if figure.metric == column.below_zero else value


def _amount(figure: Figure, column: MetricColumn, factor: Decimal) -> Decimal | None:
    low, high = figure.value.base
    return plain(_signed(figure, column) / factor) if low == high else None


def figures_of(entity: Entity, metric: str) -> Iterator[Figure]:
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
        and other.claim.is_announced == best.claim.is_announced
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


def unfit_figures(
    kb: KnowledgeBase, entity: Entity, metric: str, columns: tuple[Column, ...]
) -> list[Figure]:
    """The entity's figures of a metric that no column compares."""
    asked = [c for c in columns if isinstance(c, MetricColumn) and metric in c.metrics]
    return [
        figure
        for figure in figures_of(entity, metric)
        if not any(_fits(kb, figure, column) for column in asked)
    ]
