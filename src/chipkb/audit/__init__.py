"""Whether the data holds everything a document says, in words of its own.

The document itself is no part of the data; whoever has it can hold the data against it.
"""

from dataclasses import dataclass

from chipkb.audit.document import Document, Paragraph, read_document
from chipkb.audit.numbers import DigitString, digit_strings
from chipkb.audit.own_words import SharedRun, shared_runs
from chipkb.audit.said import Said, said_of
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.values.text import Lang


@dataclass(frozen=True, slots=True)
class ParagraphAudit:
    """A paragraph, how many things in the data cite it, and which of its digits none of them has."""

    paragraph: Paragraph
    things: int
    digits: int
    missing: tuple[DigitString, ...]

    @property
    def is_uncited(self) -> bool:
        """Whether nothing rests on it; a heading need not be cited."""
        return self.things == 0 and self.paragraph.number > 0

    def context(self, digits: DigitString, reach: int = 12) -> str:
        """The words around `digits`."""
        text, start = self.paragraph.text, digits.start
        return text[max(0, start - reach) : start + len(digits.text) + reach]


@dataclass(frozen=True, slots=True)
class Miscount:
    """A section that has not as many paragraphs as the source's file says."""

    section: str
    stated: int
    found: int


@dataclass(frozen=True, slots=True)
class Audit:
    """`lost` are sections whose beginning is not in the text."""

    source: Source
    paragraphs: tuple[ParagraphAudit, ...]
    lost: tuple[str, ...]
    miscounts: tuple[Miscount, ...]
    runs: tuple[SharedRun, ...]

    @property
    def is_clean(self) -> bool:
        return not (
            self.lost
            or self.miscounts
            or self.runs
            or any(row.is_uncited or row.missing for row in self.paragraphs)
        )


def audit(kb: KnowledgeBase, source: Source, text: str) -> Audit:
    """Holds all of `kb` against the `text` of `source`."""
    document = read_document(source, text)
    said = said_of(kb, source.id)
    return Audit(
        source=source,
        paragraphs=tuple(_paragraph(one, said) for one in document.paragraphs),
        lost=document.lost,
        miscounts=_miscounts(source, document),
        runs=tuple(shared_runs(kb, document.paragraphs, _language(source))),
    )


def _language(source: Source) -> Lang:
    """The language of the wordings that could have been copied from it."""
    return "zh" if source.language.startswith("zh") else "en"


def _paragraph(paragraph: Paragraph, said: dict[str, Said]) -> ParagraphAudit:
    here = said.get(paragraph.place, Said())
    found = digit_strings(paragraph.text)
    missing = tuple(digits for digits in found if not here.covers(digits))
    return ParagraphAudit(paragraph, here.things, len(found), missing)


def _miscounts(source: Source, document: Document) -> tuple[Miscount, ...]:
    counts = {
        section.id: sum(p.section == section.id and p.number > 0 for p in document.paragraphs)
        for section in source.sections
        if section.id not in document.lost
    }
    return tuple(
        Miscount(section.id, section.paragraphs, counts[section.id])
        for section in source.sections
        if section.id in counts and counts[section.id] != section.paragraphs
    )
