"""The words the facts are written with: domains, metrics, units, kinds of relation and event."""

from collections.abc import Sequence
from dataclasses import field
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz, process

from chipkb.model.base import FactRef, Model
from chipkb.model.prose import Prose
from chipkb.values.text import Text
from chipkb.values.unit import Unit, Units


class Domain(Model):
    """A part of the industry, and a folder of the data."""

    name: Text
    intro: Prose
    featured: tuple[FactRef, ...] = ()  # the figures its pages put forward: entity/fact-id


class Metric(Model):
    """Something that is measured.

    `fresh_for`: months until a value counts as old. `headline`: what a reader asks first.
    """

    label: Text
    units: Annotated[tuple[str, ...], Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    fresh_for: Annotated[int, Field(ge=1, le=1200)] | None = None
    headline: bool = False


class RelationKind(Model):
    """`label` is read from the subject to the target, `inverse` the other way."""

    label: Text
    inverse: Text


@dataclass(frozen=True, config=ConfigDict(arbitrary_types_allowed=True))
class Vocabulary:
    """All of data/vocabulary, each table in the order of its file."""

    domains: dict[str, Domain]
    metrics: dict[str, Metric]
    relations: dict[str, RelationKind]
    events: dict[str, Text]
    topics: dict[str, Text]
    tiers: dict[str, Text]
    units: Units
    measures: dict[str, Text] = field(default_factory=dict)  # by what a share is counted
    exchanges: dict[str, Text] = field(default_factory=dict)
    broken_metrics: frozenset[str] = frozenset()  # told about already, so not unknown as well

    def units_of(self, metric_id: str) -> Sequence[Unit]:
        """The units a value of this metric may be written in."""
        return self.units.allowed(self.metrics[metric_id].units)


def closest(word: str, words: Sequence[str]) -> str | None:
    """The one of `words` that was probably meant, if any is near enough."""
    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else None


def vocabulary_of(info: ValidationInfo) -> Vocabulary:
    """The vocabulary that the loader hands to the models."""
    return info.context["vocabulary"]


def _known(table: str, what: str) -> BeforeValidator:
    def check(word: Any, info: ValidationInfo) -> Any:
        words = getattr(vocabulary_of(info), table)
        if not isinstance(word, str):
            return word  # that it should be text is said by the field itself
        if table == "metrics" and word in vocabulary_of(info).broken_metrics:
            raise PydanticCustomError("follows-other-problem", "see the vocabulary")
        if word not in words:
            code = "metric-unknown" if table == "metrics" else "kind-unknown"
            guess = closest(word, list(words)) or ""
            raise PydanticCustomError(
                code, "unknown", {"found": word, "what": what, "suggestion": guess}
            )
        return word

    return BeforeValidator(check)


MetricId = Annotated[str, _known("metrics", "metric")]
RelationKindId = Annotated[str, _known("relations", "relation")]
EventKindId = Annotated[str, _known("events", "event")]
TopicId = Annotated[str, _known("topics", "topic")]
TierId = Annotated[str, _known("tiers", "tier")]
DomainId = Annotated[str, _known("domains", "domain")]
MeasureId = Annotated[str, _known("measures", "measure")]
ExchangeId = Annotated[str, _known("exchanges", "exchange")]
