"""The words the facts are written with: domains, metrics, units, kinds of relation and event."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, ValidationInfo
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from chipkb.model.base import FactRef, Model
from chipkb.model.kind import EntityKind
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

    `aliases`: what else people ask for it by. `fresh_for`: months until a value counts as old.
    `headline`: what a reader asks first. `self_reported`: known to the one alone whose figure it is,
    so that all others tell what that one says.
    """

    label: Text
    units: Annotated[tuple[str, ...], Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    fresh_for: Annotated[int, Field(ge=1, le=1200)] | None = None
    headline: StrictBool = False
    self_reported: StrictBool = False
    succeeded_by: tuple[
        str, ...
    ] = ()  # metrics that take its place, as market value does valuation


class Kind(Text):
    """A kind of event or topic; `aliases` are what else people ask for it by."""

    aliases: tuple[str, ...] = ()


class RelationKind(Model):
    """`label` is read from the subject to the target, `inverse` the other way; so are the aliases.

    `subjects` and `objects` are the kinds of entity it may lead from and to; empty for any.
    """

    label: Text
    inverse: Text
    aliases: tuple[str, ...] = ()
    inverse_aliases: tuple[str, ...] = ()
    subjects: tuple[EntityKind, ...] = ()
    objects: tuple[EntityKind, ...] = ()


@dataclass(frozen=True, config=ConfigDict(arbitrary_types_allowed=True))
class Vocabulary:
    """All of data/vocabulary, each table in the order of its file."""

    domains: dict[str, Domain]
    metrics: dict[str, Metric]
    relations: dict[str, RelationKind]
    events: dict[str, Kind]
    topics: dict[str, Kind]
    tiers: dict[str, Text]
    units: Units
    measures: dict[str, Text] = field(default_factory=dict)  # by what a share is counted
    exchanges: dict[str, Text] = field(default_factory=dict)
    # Words that could not be read, as (table, id), or (table, "") where a whole file could not be:
    # told about already, so not unknown as well.
    broken: frozenset[tuple[str, str]] = frozenset()

    def is_broken(self, table: str, word: str) -> bool:
        """Whether `word` is, or may be, an entry of this table that could not be read."""
        return bool(self.broken & {(table, word), (table, "")})

    def units_of(self, metric_id: str) -> Sequence[Unit]:
        """The units a value of this metric may be written in."""
        return self.units.allowed(self.metrics[metric_id].units)


def closest(word: str, words: Sequence[str]) -> str | None:
    """The one of `words` that was probably meant, if any is near enough."""
    found = process.extractOne(
        word, list(words), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_NEAR
    )
    return found[0] if found else None


def labelled(word: str, labels: Mapping[str, Iterable[str]]) -> str | None:
    """The id that bears `word` as a label, in either language, if just one does."""
    folded = "".join(word.casefold().split())
    found = [
        id_
        for id_, names in labels.items()
        if folded in {"".join(name.casefold().split()) for name in names}
    ]
    return found[0] if len(found) == 1 else None


# How alike a word and a guess must be. A letter more makes another firm of a short name (metax is
# not meta): a wrong guess does harm, none does not.
_NEAR = 0.82
_NEAR_IN_LIST = 0.74


def choice(word: str, words: Sequence[str], at_least: float = _NEAR_IN_LIST) -> str | None:
    """The same among the few words that are allowed in one place."""
    folded = word.strip().casefold().replace("_", "-").replace(" ", "-")
    found = process.extractOne(
        folded,
        list(words),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=at_least,
    )
    return found[0] if found else None


def vocabulary_of(info: ValidationInfo) -> Vocabulary:
    """The vocabulary that the loader hands to the models."""
    vocabulary = (info.context or {})["vocabulary"]
    assert isinstance(vocabulary, Vocabulary)
    return vocabulary


def _known(table: str, what: str) -> BeforeValidator:
    def check(word: Any, info: ValidationInfo) -> Any:
        words = getattr(vocabulary_of(info), table)
        if not isinstance(word, str):
            return word  # that it should be text is said by the field itself
        if word not in words and vocabulary_of(info).is_broken(table, word):
            raise PydanticCustomError("follows-other-problem", "see the vocabulary")
        if word not in words:
            raise _unknown(word, table, what, words)
        return word

    return BeforeValidator(check)


def _unknown(word: str, table: str, what: str, words: Mapping[str, Any]) -> PydanticCustomError:
    """Says which words there are, and which was meant: by its label or its spelling."""
    labels = {id_: _labels(entry) for id_, entry in words.items()}
    certain = labelled(word, labels)
    if certain is None and table == "relations" and (kind := _inverse(word, words)):
        return PydanticCustomError("relation-inverse", "inverse", {"found": word, "kind": kind})
    guess = certain or labelled(_IN_BRACKETS.sub("", word), labels)
    details = {
        "found": word,
        "what": what,
        "suggestion": guess or choice(word, list(words)) or "",
        "certain": certain is not None,
        "file": _FILES.get(table, f"data/vocabulary/{table}.yml"),
        "expected": ", ".join(words if len(words) <= _MOST_LISTED else _like(word, words)),
    }
    return PydanticCustomError(
        "metric-unknown" if table == "metrics" else "kind-unknown", "unknown", details
    )


# A unit or a remark behind a label: 营业收入（亿元）.
_IN_BRACKETS = re.compile(
    r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$|\s*[,，/:：]\s*[^,，/:：]{1,8}$"
)
_MOST_LISTED = 35
_FILES = {"metrics": "data/vocabulary/metrics/*.yml"}


def _inverse(word: str, words: Mapping[str, RelationKind]) -> str | None:
    """The kind of relation that `word` names as it is read from its target."""
    plain = word.replace("-", " ").replace("_", " ")
    read = {id_: (kind.inverse.zh, kind.inverse.en, *kind.inverse_aliases)
            for id_, kind in words.items() if kind.inverse != kind.label}  # fmt: skip
    return labelled(plain, read)


def _labels(entry: Any) -> tuple[str, ...]:
    label = getattr(entry, "label", None) or getattr(entry, "name", None) or entry
    return (label.zh, label.en, *getattr(entry, "aliases", ()))


def _like(word: str, words: Mapping[str, Any]) -> list[str]:
    """The few of many words that are most like `word`, by id and by label."""
    spelled = {id_: " ".join((id_, *_labels(entry))) for id_, entry in words.items()}
    found = process.extract(word, spelled, scorer=fuzz.partial_ratio, limit=6)
    return [id_ for _, _, id_ in found]


MetricId = Annotated[str, _known("metrics", "metric")]
RelationKindId = Annotated[str, _known("relations", "relation")]
EventKindId = Annotated[str, _known("events", "event")]
TopicId = Annotated[str, _known("topics", "topic")]
TierId = Annotated[str, _known("tiers", "tier")]
DomainId = Annotated[str, _known("domains", "domain")]
MeasureId = Annotated[str, _known("measures", "measure")]
ExchangeId = Annotated[str, _known("exchanges", "exchange")]
