"""A quantity: one value or a range, how sure it is, and its unit. A Decimal, never a float."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from chipkb.values.numeral import EXACT, Numeral, plain, space_han, write_numbers
from chipkb.values.text import Lang
from chipkb.values.unit import Unit


class Qualifier(StrEnum):
    """How the number stands to the truth."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    UP_TO = "up-to"

    @property
    def fits_range(self) -> bool:
        """A range already says where it begins and ends; it can only be about there."""
        return self in (Qualifier.EXACT, Qualifier.ABOUT)


_WORDS: dict[Lang, dict[Qualifier, str]] = {
    "zh": {
        Qualifier.EXACT: "",
        Qualifier.ABOUT: "约",
        Qualifier.NEARLY: "近",
        Qualifier.OVER: "略超",
        Qualifier.MORE_THAN: "超过",
        Qualifier.AT_LEAST: "至少",
        Qualifier.LESS_THAN: "低于",
        Qualifier.AT_MOST: "不超过",
        Qualifier.UP_TO: "高达",
    },
    "en": {
        Qualifier.EXACT: "",
        Qualifier.ABOUT: "about ",
        Qualifier.NEARLY: "nearly ",
        Qualifier.OVER: "just over ",
        Qualifier.MORE_THAN: "more than ",
        Qualifier.AT_LEAST: "at least ",
        Qualifier.LESS_THAN: "less than ",
        Qualifier.AT_MOST: "at most ",
        Qualifier.UP_TO: "up to ",
    },
}
_TO: dict[Lang, str] = {"zh": "至", "en": " to "}


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` alone is the value; with `high` the two are a range. Both count in `unit`.

    `last_places` are the powers of ten down to which the source gives them, None where it shows no
    decimals: 8.0% and 8% are the same quantity, shown with other digits.
    """

    low: Decimal
    high: Decimal | None
    qualifier: Qualifier
    unit: Unit
    last_places: tuple[int | None, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.high is not None and self.high <= self.low:
            raise ValueError("a range runs from the smaller to the larger number")
        if self.high is not None and not self.qualifier.fits_range:
            raise ValueError(f"a range cannot be '{self.qualifier}'")

    @property
    def base(self) -> tuple[Decimal, Decimal]:
        """Low and high in the dimension's base unit; the same twice for a single value."""
        numbers = self._times(self.unit.factor)
        return numbers[0], numbers[-1]

    def text(self, lang: Lang) -> str:
        """The quantity as a reader sees it; `parse_quantity` reads every such text back."""
        numerals = write_numbers(
            self._ends, lang, scaled=self.unit.compact, last_places=self.last_places
        )
        if lang == "en":
            again = f" ({self.restatement})" if self.restatement else ""
            return _WORDS["en"][self.qualifier] + self._sized(numerals, "en") + again
        if self.qualifier is Qualifier.OVER and self._takes_yu(numerals[0]):
            return space_han(self.unit.zh.replace("{n}", _with_yu(numerals[0])))
        return space_han(_WORDS["zh"][self.qualifier] + self._sized(numerals, "zh"))

    @property
    def restatement(self) -> str:
        """The size once more, in the second unit English gives beside it: 300 mm; or nothing."""
        if self.unit.also is None:
            return ""
        numerals = write_numbers(self._times(self.unit.also.factor), "en", scaled=False)
        return self.unit.also.pattern.replace("{n}", _dashed(numerals))

    @property
    def _ends(self) -> tuple[Decimal, ...]:
        return (self.low,) if self.high is None else (self.low, self.high)

    def _times(self, factor: Decimal) -> tuple[Decimal, ...]:
        return tuple(plain(EXACT.multiply(number, factor)) for number in self._ends)

    def _sized(self, numerals: tuple[Numeral, ...], lang: Lang) -> str:
        """Number and unit: 15–20%, but -5% to 20%, where a dash would meet a minus."""
        if self.low < 0:
            sizes = zip(self._ends, numerals, strict=True)
            return _TO[lang].join(self._filled(lang, number, n, str(n)) for number, n in sizes)
        return self._filled(lang, self._ends[-1], numerals[-1], _dashed(numerals))

    def _filled(self, lang: Lang, number: Decimal, numeral: Numeral, written: str) -> str:
        """The pattern with its number; a minus goes before a currency sign: -US$5 million."""
        shown = number if numeral.scale else Decimal(numeral.digits.replace(",", ""))
        text = self.unit.pattern(lang, shown).replace("{n}", written)  # 1 year, but 1.0 years
        return re.sub(r"^(\S+)-(?=[0-9])", r"-\1", text) if written.startswith("-") else text

    def _takes_yu(self, numeral: Numeral) -> bool:
        """Whether Chinese can say 400 余款: a whole number, round or scaled, then a classifier."""
        round_or_scaled = bool(numeral.scale) or numeral.digits.endswith("0")
        whole = "." not in numeral.digits and self.low > 0
        return whole and round_or_scaled and self.unit.has_classifier


def _dashed(numerals: tuple[Numeral, ...]) -> str:
    """14.5–15.2 亿: the scale word once, behind the last number."""
    *others, last = numerals
    return "–".join([*(numeral.digits for numeral in others), str(last)])


def _with_yu(numeral: Numeral) -> str:
    """50 余亿 behind a round number, 3 亿余 behind any other."""
    if numeral.digits.endswith("0"):
        return f"{numeral.digits}余{numeral.scale}"
    return f"{numeral}余"
