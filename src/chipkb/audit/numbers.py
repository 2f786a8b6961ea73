"""The digit strings of a text, read as what they are: a date, a decade, a code, or a number."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from chipkb.values.numeral import SCALE_PATTERN, TooManyDigitsError, read_number


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a text says of a date; a part it does not name is None."""

    year: int | None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class DigitString:
    """Digits in a text and their one meaning: `date`, `decade`, `code` or `values`.

    `values` are the numbers they may stand for: 5 千瓦 is 5 of a unit as well as 5000 of another.
    """

    text: str
    start: int
    date: DateParts | None = None
    decade: int | None = None
    code: str | None = None
    values: tuple[Decimal, ...] = ()


def digit_strings(text: str) -> tuple[DigitString, ...]:
    """All digits of a paragraph, in order, but for its number in a list.

    What an earlier reader takes, a later one does not see.
    """
    found = []
    text = _LIST_NUMBER.sub(_blank, text)
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            found.append(read(match))
        text = pattern.sub(_blank, text)
    return tuple(sorted(found, key=lambda digits: digits.start))


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match.group())


_LIST_NUMBER = re.compile(r"^\d{1,2}(?:[.)]\s|、)")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_WORD = "|".join(name for name in calendar.month_name if name)
_YEAR = r"(?<![\d.])(?<!\d,)(?P<year>(?:19|20)\d\d)"
_DATE_FORMS = (
    _YEAR + r"\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?",
    _YEAR + r"\s*年?\s*(?:Q|第)\s*(?P<quarter>[1-4])(?!\d)",
    _YEAR + r"[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?![\d.%])",
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<word>{_WORD})\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    rf"(?P<word>{_WORD})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    rf"Q(?P<quarter>[1-4])\s+{_YEAR}",
    _YEAR + r"\s*年(?!代)",
    r"(?<!\d)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
)
_DECADE = r"(?<!\d)(?:19|20)?(?P<decade>\d0)\s*年代|(?<!\d)(?:19|20)(?P<tens>\d0)s\b"
_CODE = r"[A-Za-z][A-Za-z-]*\d[A-Za-z\d]*(?:\.\d+)?"
_NUMBER = (
    r"(?P<digits>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s*(?P<scale>{SCALE_PATTERN})(?![A-Za-z]))?"
)


def _date(match: re.Match[str]) -> DigitString:
    said = match.groupdict()
    numbers = {part: int(said[part]) for part in said if part != "word" and said[part]}
    if said.get("word"):
        numbers["month"] = _MONTHS[said["word"].casefold()]
    return DigitString(
        match.group(), match.start(), date=DateParts(numbers.pop("year", None), **numbers)
    )


def _decade(match: re.Match[str]) -> DigitString:
    return DigitString(match.group(), match.start(), decade=int(match["decade"] or match["tens"]))


def _code(match: re.Match[str]) -> DigitString:
    return DigitString(match.group(), match.start(), code=match.group())


def _number(match: re.Match[str]) -> DigitString:
    digits, scale = match["digits"], match["scale"] or ""
    try:
        values: tuple[Decimal, ...] = (read_number(digits, scale),)
        if scale == "千":
            values += (read_number(digits),)
    except TooManyDigitsError:  # a serial number rather than a quantity
        return DigitString(match.group(), match.start(), code=digits)
    return DigitString(match.group(), match.start(), values=values)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DigitString]], ...] = (
    *((re.compile(form, re.IGNORECASE), _date) for form in _DATE_FORMS),
    (re.compile(_DECADE), _decade),
    (re.compile(_CODE), _code),
    (re.compile(_NUMBER, re.IGNORECASE), _number),
)


def numbers_in(text: str) -> Iterator[Decimal]:
    """The numbers written in `text`, those inside codes too: 80 of MTT S80."""
    for match in re.finditer(_NUMBER, text, re.IGNORECASE):
        yield from _number(match).values
