"""The shape of what is published beside the tables: vocabulary, chain, comparisons, changes, the API."""

from typing import Any, Literal

from pydantic import Field, RootModel

from chipkb.export.published import (
    Claim,
    Day,
    Entity,
    Head,
    Id,
    Number,
    Place,
    Published,
    Ref,
    Source,
    Words,
)
from chipkb.model.chain import NeedState, Stage
from chipkb.model.change import How
from chipkb.model.entity import EntityKind
from chipkb.model.ledger import IdKind


class Word(Published):
    """An id with its name in both languages."""

    id: str
    name: Words


class DomainWord(Word):
    intro: Words | None
    featured: list[Ref]
    url: Words


class MetricWord(Word):
    """`units`: in which it may be given; `fresh_for_months`: after how long it is out of date."""

    units: list[str]
    aliases: list[str]
    fresh_for_months: int | None
    is_headline: bool


class UnitWord(Word):
    """A value times `factor` is in `base_unit`."""

    pattern: Words
    symbol: str
    dimension: str
    factor: Number
    base_unit: str | None
    aliases: list[str]


class RelationWord(Word):
    inverse: Words
    is_symmetric: bool


class VocabularyFile(Head):
    """What the ids in the tables mean."""

    domains: list[DomainWord]
    metrics: list[MetricWord]
    units: list[UnitWord]
    relations: list[RelationWord]
    events: list[Word]
    topics: list[Word]
    tiers: list[Word]
    measures: list[Word]
    exchanges: list[Word]
    assessments: list[Word]
    bases: list[Word]
    entity_kinds: list[Word]


class NeedRow(Published):
    """What a link of the chain cannot do without."""

    id: Ref
    entity: Id
    why: Words
    held_by: list[Id]
    state: NeedState
    as_of: str | None
    stage: Stage | None
    feeds: list[Ref]
    foreign_share: Ref | None
    domestic_share: Ref | None
    domestic: list[Id]
    domestic_state: Words | None
    figures: list[Ref]
    path: Words | None
    note: Words | None
    sources: list[Place]
    url: Words


class LinkRow(Published):
    id: Id
    order: int
    name: Words
    summary: Words
    sources: list[Place]
    url: Words
    needs: list[NeedRow]


class ChainFile(Head):
    chain: list[LinkRow]


class ColumnRow(Published):
    """A column asks for one of a metric, kinds of event, a kind of relation, a topic."""

    id: str
    label: Words | None
    metric: str | None = None
    unit: str | None = None
    of: Id | None = None
    events: list[str] | None = None
    relation: str | None = None
    incoming: bool | None = None
    topic: str | None = None


class ComparisonRow(Published):
    id: Id
    domain: Id
    title: Words
    intro: Words | None
    kind: EntityKind | None
    entities: list[Id]
    columns: list[ColumnRow]
    url: Words


class ComparisonsFile(Head):
    comparisons: list[ComparisonRow]


class FieldRow(Published):
    """A field before and after; null where it was or is not there."""

    field: str
    from_: Any = Field(alias="from")
    to: Any


class ChangeRow(Published):
    change: How
    kind: str
    id: str
    was: str | None = None
    fields: tuple[FieldRow, ...] = ()


class DayRow(Published):
    """`commit`: the last of the day, where all of it is committed."""

    date: Day
    commit: str | None
    changes: list[ChangeRow]


class ChangesFile(Head):
    """A history that is not `complete` begins on `since`; what was there then is of unknown age."""

    since: Day | None
    complete: bool
    days: list[DayRow]


class MovedRow(Published):
    """An id that is not there any more: what it is called `now`, or why it is `gone`."""

    kind: IdKind
    was: str
    now: str | None
    gone: Words | None
    date: str | None
    url: Words | None


class MovedFile(Head):
    moved: list[MovedRow]


class MovedRecord(Head):
    """At the old address of one thing."""

    moved: MovedRow


class EntityWithFacts(Entity):
    facts: list[Claim]


class EntityRecord(Head):
    entity: EntityWithFacts


class SourceWithFacts(Source):
    facts: list[Ref]


class SourceRecord(Head):
    source: SourceWithFacts


class DomainFile(Head):
    domain: Id
    entities: list[Entity]
    facts: list[Claim]


class EntityFile(RootModel[EntityRecord | MovedRecord]):
    """An entity with all that is said of it, or where it went."""


class SourceFile(RootModel[SourceRecord | MovedRecord]):
    """A source with the claims that rest on it, or where it went."""


class IndexEntry(Published):
    """`name` of a source is its title."""

    id: Id
    name: Words
    url: str


class IndexFile(Head):
    """Every file of the API, and those that hold the whole."""

    whole: dict[Literal["facts", "entities", "glossary", "sources", "vocabulary", "changes"], str]
    entity: list[IndexEntry]
    source: list[IndexEntry]
    domain: list[IndexEntry]
