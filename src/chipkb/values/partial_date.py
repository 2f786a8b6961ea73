"""A date as precise as its source: a day, a month, a quarter, a half, a year, or a span."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering

from babel.dates import format_date

from chipkb.values.numeral import space_han
from chipkb.values.text import Lang

_YEARS = range(1900, 2101)


class Precision(StrEnum):
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"

    @property
    def months(self) -> int:
        """How many months a period of this precision lasts; none for a day."""
        return {"year": 12, "half": 6, "quarter": 3, "month": 1, "day": 0}[self]


class PartialDateError(ValueError):
    """Why a text is no date: a code, what was found, perhaps a guess at what was meant."""

    def __init__(self, code: str, found: str, suggestion: str | None = None) -> None:
        self.code = code
        self.found = found
        self.suggestion = suggestion
        super().__init__(f"{code}: '{found}'")


@dataclass(frozen=True, slots=True)
class Period:
    """One day, month, quarter, half or year of the calendar."""

    first: date
    precision: Precision

    @property
    def last(self) -> date:
        if self.precision is Precision.DAY:
            return self.first
        month = self.first.month + self.precision.months - 1
        return date(self.first.year, month, monthrange(self.first.year, month)[1])

    @property
    def ordinal(self) -> int:
        """Which one of its year: 1 or 2 for a half, 1 to 4 for a quarter."""
        return (self.first.month - 1) // self.precision.months + 1

    @property
    def iso(self) -> str:
        """2024, 2024-H1, 2024-Q3, 2024-11 or 2024-11-05."""
        match self.precision:
            case Precision.YEAR:
                return f"{self.first:%Y}"
            case Precision.HALF:
                return f"{self.first:%Y}-H{self.ordinal}"
            case Precision.QUARTER:
                return f"{self.first:%Y}-Q{self.ordinal}"
            case Precision.MONTH:
                return f"{self.first:%Y-%m}"
            case Precision.DAY:
                return f"{self.first:%Y-%m-%d}"

    def text(self, lang: Lang) -> str:
        """2024 年第三季度, Q3 2024."""
        pattern = _PATTERNS[lang][self.precision].format(half=_HALVES[lang][self.first.month > 6])
        return space_han(_formatted(self.first, pattern, lang))


@lru_cache(maxsize=16_384)  # each day stands on many pages
def _formatted(day: date, pattern: str, lang: Lang) -> str:
    written: str = format_date(day, pattern, locale=lang)
    return written


_HALVES: dict[Lang, tuple[str, str]] = {
    "zh": ("上半年", "下半年"),
    "en": ("first half of", "second half of"),
}
_PATTERNS: dict[Lang, dict[Precision, str]] = {  # in CLDR's letters
    "zh": {
        Precision.YEAR: "y年",
        Precision.HALF: "y年{half}",
        Precision.QUARTER: "y年QQQQ",
        Precision.MONTH: "y年M月",
        Precision.DAY: "y年M月d日",
    },
    "en": {
        Precision.YEAR: "y",
        Precision.HALF: "'{half}' y",
        Precision.QUARTER: "QQQ y",
        Precision.MONTH: "MMMM y",
        Precision.DAY: "d MMMM y",
    },
}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A period, a deadline at its end (`by`), or a span from one period to another.

    Dates sort by their last day; of those that end together the shorter one comes first. So a
    year stands behind everything inside it, as an annual figure is known after its months.
    """

    start: Period
    end: Period | None = None
    by: bool = False

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date `text` states in the canonical form; raises PartialDateError."""
        if text.startswith("by "):
            return cls(_period(text.removeprefix("by "), text), by=True)
        start, slash, end = text.partition("/")
        if not slash:
            return cls(_period(text, text))
        ends = _period(start, text), _period(end, text)
        if ends[0].last >= ends[1].first:
            raise PartialDateError("date-span", text)
        return cls(*ends)

    @property
    def first(self) -> date:
        """The first day it may mean. For a deadline, the first day of the period it falls in."""
        return self.start.first

    @property
    def last(self) -> date:
        return (self.end or self.start).last

    @property
    def precision(self) -> Precision:
        """That of the start, for a span; its two ends are nearly always alike."""
        return self.start.precision

    @property
    def iso(self) -> str:
        """The canonical text; `parse` reads it back."""
        if self.by:
            return f"by {self.start.iso}"
        return f"{self.start.iso}/{self.end.iso}" if self.end else self.start.iso

    @property
    def machine(self) -> str:
        """The date as HTML takes it, which knows years, months and days only; else nothing."""
        plain = self.end is None and not self.by
        exact = self.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
        return self.iso if plain and exact else ""

    def text(self, lang: Lang) -> str:
        """The date as a reader sees it."""
        if self.end:
            return _span_text(self.start, self.end, lang)
        return _deadline_text(self.start, lang) if self.by else self.start.text(lang)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._sort_key < other._sort_key

    def __str__(self) -> str:
        return self.iso

    @property
    def _sort_key(self) -> tuple[date, int, bool, str]:
        return self.last, -self.first.toordinal(), self.by, self.iso


def _deadline_text(period: Period, lang: Lang) -> str:
    """ "By" includes the period itself, which 2026 年前 (before 2026) would not."""
    if lang == "zh":
        return space_han(f"不晚于{period.text('zh')}")
    return f"by {'the ' if period.precision is Precision.HALF else ''}{period.text('en')}"


_SHARED: dict[Lang, dict[Precision, tuple[str, str]]] = {  # start and end of a span within a period
    "zh": {
        Precision.YEAR: ("y–", "y年"),
        Precision.QUARTER: ("y年QQQQ至", "QQQQ"),
        Precision.MONTH: ("y年M–", "M月"),
        Precision.DAY: ("y年M月d–", "d日"),
    },
    "en": {
        Precision.YEAR: ("y–", "y"),
        Precision.QUARTER: ("QQQ–", "QQQ y"),
        Precision.MONTH: ("MMMM–", "MMMM y"),
        Precision.DAY: ("d–", "d MMMM y"),
    },
}


def _span_text(start: Period, end: Period, lang: Lang) -> str:
    """2020–2024 年, 2025 年 1–9 月: what both ends share is said once."""
    if not _share_a_period(start, end):
        return space_han(f"{start.text(lang)}{_TO[lang]}{end.text(lang)}")
    parts = zip((start, end), _SHARED[lang][start.precision], strict=True)
    return space_han("".join(_formatted(p.first, pattern, lang) for p, pattern in parts))


_TO: dict[Lang, str] = {"zh": "至", "en": " to "}


def _share_a_period(start: Period, end: Period) -> bool:
    """Whether both are years, or months or quarters of one year, or days of one month."""
    if start.precision is not end.precision:
        return False
    match start.precision:
        case Precision.YEAR:
            return True
        case Precision.QUARTER | Precision.MONTH:
            return start.first.year == end.first.year
        case Precision.DAY:
            return start.first.replace(day=1) == end.first.replace(day=1)
        case Precision.HALF:
            return False


_PERIOD = re.compile(
    "(?P<year>[0-9]{4})"
    "(?:-H(?P<half>[0-9])|-Q(?P<quarter>[0-9])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)


def _period(text: str, whole: str) -> Period:
    """One period in its canonical form; `whole` is what to name when it is not."""
    parts = _PERIOD.fullmatch(text)
    if parts is None:
        raise PartialDateError("date-syntax", whole, _guess(whole))
    precision, month = _placed(parts)
    if int(parts["year"]) not in _YEARS:
        raise PartialDateError("date-year", whole)
    try:
        return Period(date(int(parts["year"]), month, int(parts["day"] or 1)), precision)
    except ValueError:
        raise PartialDateError("date-nonexistent", whole) from None


def _placed(parts: re.Match[str]) -> tuple[Precision, int]:
    """The precision, and the first month; 0 or more than 12 when there is no such part."""
    if parts["day"]:
        return Precision.DAY, int(parts["month"])
    for precision in (Precision.MONTH, Precision.QUARTER, Precision.HALF):
        if parts[precision]:
            return precision, (int(parts[precision]) - 1) * precision.months + 1
    return Precision.YEAR, 1


_WAYS_TO_WRITE = (  # what people type instead, and what they mean
    (r"([0-9]{4})\s*[年-]?\s*[Qq]([1-4])", "{0}-Q{1}"),
    (r"[Qq]([1-4])\s*([0-9]{4})", "{1}-Q{0}"),
    (r"([0-9]{4})\s*[年-]?\s*[Hh]([12])", "{0}-H{1}"),
    (r"[Hh]([12])\s*([0-9]{4})", "{1}-H{0}"),
    (r"([0-9]{4})\s*[-–—~至]\s*([0-9]{4})\s*年?", "{0}/{1}"),
    (r"([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*月?", "{0}-{1:0>2}"),
    (r"([0-9]{2})\s*[-./年]\s*([0-9]{1,2})\s*月?", "20{0}-{1:0>2}"),
    (
        r"([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?",
        "{0}-{1:0>2}-{2:0>2}",
    ),
    (r"([0-9]{4})\s*年?", "{0}"),
)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}


def _guess(text: str) -> str | None:
    """The canonical form of what was probably meant, if that is a date."""
    typed = _digits_of(text.translate(_HALF_WIDTH).strip())
    if typed != text and _is_date(typed):
        return typed
    for expression, canonical in _WAYS_TO_WRITE:
        if parts := re.fullmatch(expression, typed):
            guess = canonical.format(*parts.groups())
            return guess if guess != text and _is_date(guess) else None
    return None


_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")
_MONTHS_HAN = {
    han: str(number)
    for number, han in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1
    )
}
_ENGLISH = (
    re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3})[a-z]*\.?,?\s+(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.?\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})"),
)  # fmt: skip


def _digits_of(text: str) -> str:
    """A date in words, in English or Chinese, as digits; what is not one stays as it is."""
    for pattern in _ENGLISH:
        found = pattern.fullmatch(text)
        if found and (month := _MONTHS.get(found["month"].lower())):
            return "-".join(filter(None, (found["year"], f"{month:02}", found["day"])))
    text = re.sub(r"\s*[（(]?(?:周|星期)[一二三四五六日天][）)]?$", "", text)
    text = re.sub(
        r"^(?:截至|截止到?|FY\s*|CY\s*|as of |约|大约|约为|about |around |circa |c\. ?)\s*|\s*(?:[底末初]|为止|左右|年度|财年|财政年度)$",
        "",
        text,
    )
    text = re.sub(r"^([〇零一二三四五六七八九]{4})(?=年)", lambda m: m[1].translate(_HAN), text)
    text = re.sub(
        r"(?<=年)(十[一二]?|[一二三四五六七八九])(?=月)", lambda m: _MONTHS_HAN[m[1]], text
    )
    text = re.sub(r"(?:年|\s)*(?:前三季度|前9个月|前九个月|1-9月)$", "-01/NINE", text)
    text = re.sub(r"^9M\s*([0-9]{4})$|^([0-9]{4})\s*9M$", r"\1\2-01/NINE", text)
    text = re.sub(r"^([0-9]{4})-01/NINE$", r"\1-01/\1-09", text)
    text = re.sub(r"年(?:第)?([一二三四1-4])季度$", lambda m: f"-Q{m[1].translate(_HAN)}", text)
    text = re.sub(r"年([上下])半年$", lambda m: "-H1" if m[1] == "上" else "-H2", text)
    text = re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", text)
    return re.sub(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})T.*$", r"\1", text).replace("–", "-")


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except PartialDateError:
        return False
    return True
