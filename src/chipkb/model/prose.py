"""Prose with references in it: `{fact}`, `{entity/fact}`, `[[id]]`, `[[id|text]]`.

References are how a number gets into a sentence, so that it is stored once and leads to its source.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from chipkb.values.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class FactMention:
    """`{fact}` inserts a value (of an event: its date), `{fact.as_of}` the date of a fact."""

    entity: str | None  # None: the entity in whose file the prose stands
    fact: str
    wants_date: bool

    def __str__(self) -> str:
        return f"{self.entity}/{self.fact}" if self.entity else self.fact


@dataclass(frozen=True, slots=True)
class Link:
    """`[[id]]` inserts the name of an entity or term; `text` stands in its place if given."""

    id: str
    text: str | None


Segment = Plain | FactMention | Link

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MENTION = re.compile(
    rf"\{{(?:(?P<entity>{_ID})/)?(?P<fact>{_ID})(?P<date>\.as_of)?\}}"
    rf"|\[\[(?P<link>{_ID})(?:\|(?P<text>[^\[\]|{{}}]+))?\]\]"
)
_LEFTOVER = re.compile(r"\{[^}]*\}?|\}|\[\[[^\]]*\]{0,2}|\]\]")


class ProseSyntaxError(ValueError):
    """`found` is the part that is neither words nor a reference."""

    def __init__(self, found: str):
        super().__init__(found)
        self.found = found


def parse_prose(text: str) -> tuple[Segment, ...]:
    """The segments of `text`, in order. Raises ProseSyntaxError on a broken reference."""
    segments: list[Segment] = []
    end = 0
    for match in _MENTION.finditer(text):
        segments += _plain(text[end : match.start()])
        segments.append(_segment(match))
        end = match.end()
    return tuple(segments + _plain(text[end:]))


def _segment(match: re.Match[str]) -> Segment:
    if match["link"]:
        return Link(match["link"], match["text"])
    return FactMention(match["entity"], match["fact"], bool(match["date"]))


def _plain(text: str) -> list[Segment]:
    leftover = _LEFTOVER.search(text)
    if leftover:
        raise ProseSyntaxError(leftover.group())
    return [Plain(text)] if text else []


class Prose(Text):
    """A wording in both languages whose references are known to be well formed."""

    @field_validator("zh", "en")
    @classmethod
    def _well_formed(cls, text: str) -> str:
        try:
            parse_prose(text)
        except ProseSyntaxError as error:
            raise PydanticCustomError("prose-syntax", "prose", {"found": error.found}) from None
        return text

    @cached_property
    def _segments(self) -> dict[str, tuple[Segment, ...]]:
        return {"zh": parse_prose(self.zh), "en": parse_prose(self.en)}

    def segments(self, lang: Lang) -> tuple[Segment, ...]:
        """The parsed wording; Chinese where English is missing."""
        return self._segments["zh" if self.lacks(lang) else lang]
