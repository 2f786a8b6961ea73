"""Facts: a figure (metric and value) or a statement (topic and words), each with its source."""

from abc import abstractmethod
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from chipkb.model.base import FactRef, Id, Model, OneOrMore, Url
from chipkb.model.fields import CitationField, DateField
from chipkb.model.prose import Prose
from chipkb.model.vocabulary import MeasureId, MetricId, TierId, TopicId, vocabulary_of
from chipkb.values.partial_date import PartialDate, Precision
from chipkb.values.quantity import Quantity
from chipkb.values.quantity_text import QuantityError, parse_quantity
from chipkb.values.text import Text


class Assessment(StrEnum):
    """What we think of a claim, apart from what its source says."""

    SUPPORTED = "supported"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    REFUTED = "refuted"
    SUPERSEDED = "superseded"

    @property
    def needs_reason(self) -> bool:
        return self in (Assessment.DISPUTED, Assessment.REFUTED, Assessment.SUPERSEDED)


class Basis(StrEnum):
    """On what a figure rests."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"


class Report(StrEnum):
    """How far a company's result is settled when it is stated."""

    FINAL = "final"
    PRELIMINARY = "preliminary"
    GUIDANCE = "guidance"


class Stretch(StrEnum):
    """The time that a figure covers, where its date does not say so."""

    YEAR = "year"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    QUARTER = "quarter"
    MONTH = "month"
    CUMULATIVE = "cumulative"  # since the thing began
    TRAILING_YEAR = "trailing-year"  # the twelve months before the date
    POINT = "point"  # as it stood on the date


class Result(StrEnum):
    """What became of a plan, forecast or target."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_FOUND = "not-found"  # we looked, and no page says


class Outcome(Model):
    """What became of something announced, once its day has passed.

    Where it is known, `claim` or `source` tells; where it is not, `checked` is the day we looked.
    """

    result: Result
    claim: FactRef | None = None
    source: Annotated[tuple[CitationField, ...], OneOrMore] = ()
    checked: DateField | None = None
    text: Prose | None = None

    @model_validator(mode="after")
    def _told(self) -> "Outcome":
        if self.result is Result.NOT_FOUND:
            if self.checked is None:
                raise PydanticCustomError("outcome-unchecked", "checked")
        elif not (self.claim or self.source):
            raise PydanticCustomError("outcome-untold", "told", {"result": self.result.value})
        return self


class Evidence(Model):
    """What a public page, or another source of ours, says of a claim."""

    says: Literal["agrees", "differs", "context"]
    text: Text
    source: CitationField | None = None
    url: Url | None = None
    publisher: str | None = None
    published: DateField | None = None
    accessed: DateField | None = None
    tier: TierId | None = None
    origin: Id | None = None  # the source that this page retells

    @model_validator(mode="after")
    def _one_origin(self) -> "Evidence":
        named = self.url is not None and self.publisher is not None
        loose = (self.url, self.publisher, self.published, self.accessed, self.tier)
        if named if self.source else not named:
            raise PydanticCustomError("evidence-origin", "origin")
        if self.source and any(loose):
            raise PydanticCustomError("evidence-origin", "origin")
        return self


class Claim(Model):
    """What every fact, relation and event carries besides its content."""

    source: Annotated[tuple[CitationField, ...], OneOrMore, Field(min_length=1)]
    attributed_to: Text | None = None  # whom the source itself names as the origin
    assessment: Assessment = Assessment.UNVERIFIED
    note: Prose | None = None  # the editor's reason
    conflicts_with: Annotated[tuple[FactRef, ...], OneOrMore] = ()
    superseded_by: FactRef | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    @abstractmethod
    def when(self) -> PartialDate | None:
        """The time it speaks of, if it names one."""

    @model_validator(mode="after")
    def _reason_given(self) -> "Claim":
        if self.assessment.needs_reason and self.note is None:
            raise PydanticCustomError("note-missing", "note", {"assessment": self.assessment.value})
        return self


def _read_value(text: Any, info: ValidationInfo) -> Quantity:
    metric = info.data.get("metric")
    if metric is None:  # the metric is wrong already; one problem is enough
        raise PydanticCustomError("follows-other-problem", "see metric")
    if isinstance(text, (list, dict)):
        raise PydanticCustomError("value-several", "value", {"found": ""})
    vocabulary = vocabulary_of(info)
    try:
        return parse_quantity(str(text), vocabulary.units_of(metric), known=tuple(vocabulary.units))
    except QuantityError as error:
        raise PydanticCustomError(
            error.code,
            "quantity",
            {
                "found": error.found,
                "metric": metric,
                "expected": ", ".join(error.expected),
                "suggestion": error.suggestion or "",
            },
        ) from None


class Figure(Claim):
    """A measured value: one quantity of one metric, at one date."""

    id: Id
    metric: MetricId
    value: Annotated[Quantity, PlainValidator(_read_value), WithJsonSchema({"type": "string"})]
    as_of: DateField | None = None
    of: Id | None = None  # what the figure is relative to, a share of, or held by
    scope: Prose | None = None  # what is counted, where the metric alone does not say
    by: MeasureId | None = None  # by what a share or rank is counted
    basis: Basis = Basis.REPORTED
    report: Report | None = None
    period: Stretch | None = None
    outcome: Outcome | None = None

    @property
    def when(self) -> PartialDate | None:
        return self.as_of

    @property
    def stretch(self) -> Stretch | None:
        """The time it covers: as written, else what its date says, if it has one."""
        return self.period or (_stretch_of(self.as_of) if self.as_of else None)

    @property
    def is_announced(self) -> bool:
        """Whether it was said of a time to come: a forecast, a target, guidance."""
        return self.basis in (Basis.FORECAST, Basis.TARGET) or self.report is Report.GUIDANCE

    @property
    def due(self) -> date | None:
        """The day by which what was announced should have come. A date to the day or month says
        when it was announced; a quarter, half or year is the time that is meant."""
        when = self.as_of
        if when is None:
            return None
        is_announcement = when.start.precision in (Precision.DAY, Precision.MONTH)
        return None if is_announcement and not (when.by or when.end) else when.last


_STRETCHES = {
    Precision.YEAR: Stretch.YEAR,
    Precision.HALF: Stretch.HALF,
    Precision.QUARTER: Stretch.QUARTER,
    Precision.MONTH: Stretch.MONTH,
    Precision.DAY: Stretch.POINT,
}


def _stretch_of(when: PartialDate) -> Stretch | None:
    """None for a span of any other length, which no other figure need share."""
    if when.end is None:
        return _STRETCHES[when.start.precision]
    months = (when.last.year - when.first.year) * 12 + when.last.month - when.first.month + 1
    return Stretch.NINE_MONTHS if months == 9 and when.first.month == 1 else None


class Statement(Claim):
    """A claim in words."""

    id: Id
    topic: TopicId
    statement: Prose
    as_of: DateField | None = None

    @property
    def when(self) -> PartialDate | None:
        return self.as_of


# The names of the two branches, which pydantic puts into the path of an error; no key has them.
FIGURE, STATEMENT = "<figure>", "<statement>"


def _which(data: Any) -> str:
    keys = data if isinstance(data, dict) else ()
    return STATEMENT if "statement" in keys or "topic" in keys else FIGURE


Fact = Annotated[
    Annotated[Figure, Tag(FIGURE)] | Annotated[Statement, Tag(STATEMENT)],
    Discriminator(_which),
]
