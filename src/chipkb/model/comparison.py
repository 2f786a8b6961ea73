"""Comparisons: which things stand beside each other, and by what."""

from typing import Annotated, Any

from pydantic import (
    Discriminator,
    Field,
    StrictBool,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from chipkb.model.base import Id, Model, OneOrMore
from chipkb.model.entity import Entity, EntityKind
from chipkb.model.prose import Prose
from chipkb.model.vocabulary import (
    DomainId,
    EventKindId,
    MetricId,
    RelationKindId,
    TopicId,
    vocabulary_of,
)
from chipkb.values.text import Text

Words = Annotated[tuple[str, ...], OneOrMore]


class _Column(Model):
    """`id` names the column in links to a sorted table; its own question does unless given."""

    id: Id | None = None
    label: Text | None = None


class MetricColumn(_Column):
    """Figures of one metric in one unit, of what `scope` and `not_scope` leave."""

    metric: MetricId
    below_zero: MetricId | None = None  # another metric whose figures are this one's with a minus
    unit: str  # figures in units of another dimension are named below the table
    of: Id | None = None
    scope: Words = ()  # the scope of a figure, in Chinese, has one of these words
    not_scope: Words = ()  # and none of these
    chart: StrictBool = False

    @field_validator("unit")
    @classmethod
    def _measures_the_metric(cls, unit: str, info: ValidationInfo) -> str:
        metric = info.data.get("metric")
        if metric is None:  # that is wrong already; one problem is enough
            raise PydanticCustomError("follows-other-problem", "see metric")
        units = [known.id for known in vocabulary_of(info).units_of(metric)]
        if unit not in units:
            details = {"found": unit, "metric": metric, "expected": ", ".join(units)}
            raise PydanticCustomError("unit-mismatch", "unit", details)
        return unit

    @property
    def key(self) -> str:
        return self.id or self.metric

    @property
    def metrics(self) -> tuple[str, ...]:
        return (self.metric, self.below_zero) if self.below_zero else (self.metric,)


class EventColumn(_Column):
    """The furthest stage that was reached: the last of these kinds that has an event."""

    event: Annotated[tuple[EventKindId, ...], OneOrMore, Field(min_length=1)]

    @property
    def key(self) -> str:
        return self.id or self.event[-1]


class RelationColumn(_Column):
    """The other ends of relations of one kind; with `incoming`, of those that lead here."""

    relation: RelationKindId
    incoming: StrictBool = False
    only: tuple[Id, ...] = ()

    @property
    def key(self) -> str:
        return self.id or self.relation


class TopicColumn(_Column):
    """Statements on one topic."""

    topic: TopicId

    @property
    def key(self) -> str:
        return self.id or self.topic


def _which(data: Any) -> str:
    keys = data if isinstance(data, dict) else ()
    return next((key for key in ("event", "relation", "topic") if key in keys), "metric")


Column = Annotated[
    Annotated[MetricColumn, Tag("metric")]
    | Annotated[EventColumn, Tag("event")]
    | Annotated[RelationColumn, Tag("relation")]
    | Annotated[TopicColumn, Tag("topic")],
    Discriminator(_which),
]


class Comparison(Model):
    """One file of data/comparisons/: a table of entities by columns.

    The rows are `entities` in their order, or all of one kind in the domain: the best known
    first, and without those about which no column knows anything.
    """

    id: str
    order: Annotated[int, Field(ge=-10_000, le=10_000)]
    domain: DomainId
    title: Text
    intro: Prose
    kind: EntityKind | None = None
    entities: tuple[Id, ...] = ()
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]

    def has_row(self, entity: Entity) -> bool:
        """Whether the entity is one of those compared."""
        if self.entities:
            return entity.id in self.entities
        return entity.kind is self.kind and self.domain in (entity.home, *entity.also_in)

    @model_validator(mode="after")
    def _rows_one_way(self) -> "Comparison":
        if bool(self.entities) == (self.kind is not None):
            raise PydanticCustomError("comparison-rows", "rows")
        return self

    @model_validator(mode="after")
    def _keys_differ(self) -> "Comparison":
        keys = [column.key for column in self.columns]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice:
            raise PydanticCustomError("comparison-column", "id", {"found": twice})
        return self
