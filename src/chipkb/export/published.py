"""The shape of what is published. The schemas, the data package and the tables follow from it.

Numbers are decimal text, digit for digit. What a key means is in `columns`.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chipkb.model.entity import EntityKind, Listed
from chipkb.model.fact import Assessment, Basis, Report, Result, Stretch
from chipkb.model.source import SourceKind
from chipkb.values.quantity import Qualifier

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Ref = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9.-]+$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Number = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]


class Published(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Published):
    """A text in both languages; Chinese stands in for English that is missing."""

    zh: str
    en: str


class Place(Published):
    """A source, and where in it."""

    source: Id
    place: str | None


class EvidenceRow(Published):
    """What another page says; tier, publisher and date of a source of ours come from it."""

    says: Literal["agrees", "differs", "context"]
    text: Words
    source: str | None
    url: str | None
    publisher: str | None
    published: str | None
    accessed: str | None
    tier: str | None
    origin: str | None


class OutcomeRow(Published):
    """What became of a plan, forecast or target."""

    result: Result
    claim: Ref | None
    sources: list[Place]
    checked: str | None
    text: Words | None


class Claim(Published):
    """A row of `facts`: a figure, a statement, a relation or an event."""

    ref: Ref
    entity: Id
    entity_name: Words
    kind: Literal["figure", "statement", "relation", "event"]
    about: str
    value: Words | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier | None
    unit: str | None
    of: Id | None
    scope: Words | None
    basis: Basis | None
    text: Words | None
    target: Id | None
    with_: Annotated[list[Id], Field(alias="with")]
    as_of: str | None
    assessment: Assessment
    attributed_to: Words | None
    sources: list[Place]
    note: Words | None
    conflicts_with: list[Ref]
    superseded_by: Ref | None
    evidence: list[EvidenceRow]
    url: Words
    id: Ref
    added: Day | None
    changed: Day | None
    about_name: Words
    number: Number | None
    min: Number | None
    max: Number | None
    is_min_inclusive: bool | None
    is_max_inclusive: bool | None
    is_approximate: bool | None
    dimension: str | None
    base_unit: str | None
    base_number: Number | None
    base_min: Number | None
    base_max: Number | None
    as_of_start: Day | None
    as_of_end: Day | None
    by: str | None
    report: Report | None
    period: Stretch | None
    outcome: OutcomeRow | None
    conflicts: list[Ref]
    home: Id


class Name(Published):
    """A name with the language it is in; `und` where a name is in none, such as a code."""

    name: str
    language: Literal["zh", "en", "und"]


class ListingRow(Published):
    """Where shares are traded, or that they are not, as of a date."""

    status: Listed
    exchange: str | None
    ticker: str | None
    as_of: str
    sources: list[Place]


class HeadquartersRow(Published):
    city: Words
    sources: list[Place]


class Entity(Published):
    """A row of `entities`."""

    id: Id
    kind: EntityKind
    name: Words
    aliases: list[str]
    home: Id
    also_in: list[Id]
    parent: Id | None
    summary: Words | None
    claims: int
    url: Words
    names: list[Name]
    checked: str | None
    headquarters: HeadquartersRow | None
    listing: list[ListingRow]
    website: str | None
    wikidata: str | None
    lei: str | None
    added: Day | None
    changed: Day | None


class Term(Published):
    """A row of `glossary`."""

    id: Id
    topic: str
    name: Words
    abbreviation: str | None
    aliases: list[str]
    definition: Words
    see: list[Id]
    url: Words
    sources: list[Place]
    names: list[Name]
    added: Day | None
    changed: Day | None


class SectionRow(Published):
    """A part of a document; `place` in citations is `section/paragraph`."""

    id: Id
    title: Words
    paragraphs: int


class Source(Published):
    """A row of `sources`."""

    id: Id
    title: Words
    publisher: Words | None
    author: str | None
    published: str | None
    accessed: str | None
    kind: SourceKind
    tier: str
    language: str
    original: str | None
    copy_of: Id | None
    caveats: Words | None
    claims: int
    url: Words
    authors: list[str]
    doi: str | None
    is_untitled: bool
    own_title: str
    archived: str | None
    carrier: Words | None
    sections: list[SectionRow]
    added: Day | None
    changed: Day | None


class Head(Published):
    """What stands at the head of every file."""

    licence: str
    format: str
    version: str
    date: Day
    commit: str | None
    state: Day


class Facts(Head):
    facts: list[Claim]


class Entities(Head):
    entities: list[Entity]


class Glossary(Head):
    glossary: list[Term]


class Sources(Head):
    sources: list[Source]
