"""Fields that are written as one string and read into a value: dates, citations."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from chipkb.model.base import is_id
from chipkb.values.partial_date import PartialDate, PartialDateError


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """`source-id`, or `source-id#section/paragraph` for a document that is cited by paragraph.

    Paragraph 0 is the heading of the section.
    """

    source: str
    section: str | None = None
    paragraph: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Raises ValueError on anything but the two forms."""
        source, hash_sign, place = text.partition("#")
        section, slash, paragraph = place.partition("/")
        well_formed = is_id(source) and (
            not hash_sign
            or (is_id(section) and slash and paragraph.isascii() and paragraph.isdigit())
        )
        if not well_formed:
            raise ValueError(text)
        return cls(source, section, int(paragraph)) if hash_sign else cls(source)

    @property
    def place(self) -> str | None:
        """`section/paragraph`, or None where the source is cited as a whole."""
        return None if self.section is None else f"{self.section}/{self.paragraph}"

    def __str__(self) -> str:
        return f"{self.source}#{self.place}" if self.place else self.source


_BETWEEN = re.compile(r"\s*(?:[,，、;；|&＋+]|\band\b|[和与及以])\s*|\s+/\s+")
_PLAIN = re.compile(r"[^\s\[\]{}\"'#:>|*&!%@`-][^\[\]{}\"':]*")


def listed(text: Any) -> str | None:
    """The list that was meant by words with commas or the like between them; None if it was none."""
    parts = _BETWEEN.split(text.strip()) if isinstance(text, str) else []
    plain = parts and all(_PLAIN.fullmatch(part) for part in parts)
    return f"[{', '.join(parts)}]" if plain else None


def _read_citation(text: Any) -> Citation:
    try:
        return Citation.parse(text)
    except (ValueError, AttributeError):
        parts = _BETWEEN.split(text.strip()) if isinstance(text, str) else []
        if len(parts) > 1 and all(_is_citation(part) for part in parts):
            details = {"found": text, "suggestion": f"[{', '.join(parts)}]"}
            raise PydanticCustomError("citation-several", "citation", details) from None
        raise PydanticCustomError("citation-syntax", "citation", {"found": str(text)}) from None


def _is_citation(text: str) -> bool:
    try:
        return bool(Citation.parse(text))
    except ValueError:
        return False


def _read_date(text: Any) -> PartialDate:
    if not isinstance(text, str):
        raise PydanticCustomError("date-syntax", "date", {"found": str(text)})
    try:
        return PartialDate.parse(text)
    except PartialDateError as error:
        details = {"found": text, "suggestion": error.suggestion or ""}
        if _SAYS_MORE.search(text):
            details["certain"] = ""
        raise PydanticCustomError(error.code, "date", details) from None


# What a date of ours leaves out: it may be meant otherwise, so nobody writes it unasked.
_SAYS_MORE = re.compile(r"约|左右|前后|[初底末]|财|FY|about|around|circa", re.IGNORECASE)


DateField = Annotated[PartialDate, PlainValidator(_read_date), WithJsonSchema({"type": "string"})]
CitationField = Annotated[
    Citation, PlainValidator(_read_citation), WithJsonSchema({"type": "string"})
]
