"""A document's text cut into the paragraphs that citations number."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.model.source import Section, Source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or (number 0) the heading of its section; `line` is its line in the file."""

    section: str
    number: int
    line: int
    text: str

    @property
    def place(self) -> str:
        """As a citation writes it."""
        return f"{self.section}/{self.number}"


@dataclass(frozen=True, slots=True)
class Document:
    """`lost` are sections whose beginning the text does not have, in order."""

    paragraphs: tuple[Paragraph, ...]
    lost: tuple[str, ...]


def read_document(source: Source, text: str) -> Document:
    """The paragraphs of `text` in the sections that `source` describes.

    Sections are looked for in their order, each from where the one before it began. Lines in front
    of the first and from `ends_at` on are the page's furniture, not the document's.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    starts, lost = _starts(source.sections, lines)
    end = _end(source.ends_at, lines, after=max(starts.values(), default=0))
    bounds = [*starts.values(), end]
    paragraphs: list[Paragraph] = []
    for (section, start), stop in zip(starts.items(), bounds[1:], strict=True):
        paragraphs += _numbered(_by_id(source)[section], lines[start:stop])
    return Document(tuple(paragraphs), tuple(lost))


def _by_id(source: Source) -> dict[str, Section]:
    return {section.id: section for section in source.sections}


def _starts(
    sections: tuple[Section, ...], lines: list[tuple[int, str]]
) -> tuple[dict[str, int], list[str]]:
    """Where each section begins, as an index into `lines`, and which were not found."""
    starts: dict[str, int] = {}
    lost, here = [], 0
    for i, section in enumerate(sections):
        words = section.heading or section.begins
        found = here if words is None and i == 0 else _find(words, lines, here)
        if found is None:
            lost.append(section.id)
        else:
            starts[section.id] = found
            here = found + 1
    return starts, lost


def _end(words: str | None, lines: list[tuple[int, str]], after: int) -> int:
    found = _find(words, lines, after + 1)
    return len(lines) if found is None else found


def _find(words: str | None, lines: list[tuple[int, str]], start: int) -> int | None:
    """The first line from `start` on that begins with `words`, width and spaces aside."""
    if words is None:
        return None
    wanted = _folded(words)
    candidates = range(start, len(lines))
    return next((i for i in candidates if _folded(lines[i][1]).startswith(wanted)), None)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _numbered(section: Section, lines: list[tuple[int, str]]) -> Iterator[Paragraph]:
    first = 0 if section.heading else 1
    for number, (line, text) in enumerate(lines, first):
        yield Paragraph(section.id, number, line, text)
