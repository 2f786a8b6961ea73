"""How a number is written: `1350 亿`, `135 billion`, `16,800`; and read back, digit for digit.

The scale words and the grouping come from the locale data of Babel (CLDR). A scale word is used
only when nothing is lost and few decimals remain; otherwise the digits are written out.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

from chipkb.values.text import Lang

#: What may stand behind the digits of a number, as a power of ten.
SCALES: dict[str, int] = {
    "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
    "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "thousand": 3, "million": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
DIGITS_PATTERN = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0)(?:\.[0-9]+)?"
SCALE_PATTERN = "(?:" + "|".join(sorted(SCALES, key=len, reverse=True)) + ")"

# Within these bounds a number has at most 27 digits, so that the 28 digits Decimal works with by
# default (and Babel too) never round one away.
MAX_INTEGER_DIGITS = 18
MAX_FRACTION_DIGITS = 9

#: More digits than any number let in here has, even times the factor of a unit.
EXACT = Context(prec=80)

_SMALLEST_SCALE = {"zh": 4, "en": 6}  # nobody reads "16.8 thousand" with pleasure
_MOST_DECIMALS = 3  # "64.97 亿" and "6.497 billion" read well; "1.5488 万" does not
_MOST_DECIMALS_OF_LONG = 6  # "52.5763 万亿" reads better than thirteen digits
_LONG = Decimal(10**8)
_LONGEST_MANTISSA = 5  # "9,326.8 million", but not "123,456.789 million"
_GROUPED_FROM = {"zh": Decimal(10_000), "en": Decimal(1_000)}  # "8192 张", "8,192 cards"
_HAN = "[\u3400-\u9fff]"
_LATIN = "0-9A-Za-zµΩ°"
_HAN_LATIN_SEAM = re.compile(f"(?<={_HAN})(?=[-+]?[{_LATIN}])|(?<=[%{_LATIN}])(?={_HAN})")


class TooManyDigitsError(ValueError):
    """More digits than can be kept exactly."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in writing: its digits and, apart from them, its scale word (`万`, ` million`)."""

    digits: str
    scale: str = ""

    def __str__(self) -> str:
        return self.digits + self.scale


def read_number(digits: str, scale: str = "") -> Decimal:
    """The value of `16,800`, `1.68` + `万`, `24` + `billion`; raises TooManyDigitsError."""
    number = Decimal(digits.replace(",", ""))
    number = number.scaleb(SCALES[scale.lower()]) if scale else number
    last = last_place(digits, scale)
    if number.adjusted() >= MAX_INTEGER_DIGITS or (last or 0) < -MAX_FRACTION_DIGITS:
        raise TooManyDigitsError(digits + scale)
    return plain(number)


def last_place(digits: str, scale: str = "") -> int | None:
    """The power of ten of the last digit behind a point: -1 for `8.0`, 6 for `16.10` + `亿`.

    None without a point: how many zeros of `16,800` were counted, nobody can tell.
    """
    if "." not in digits:
        return None
    return (SCALES[scale.lower()] if scale else 0) - len(digits.partition(".")[2])


def plain(number: Decimal) -> Decimal:
    """The same number without exponent, trailing zeros or a minus before zero: 24, not 2.40E+1."""
    return Decimal(0) if not number else Decimal(f"{number.normalize(EXACT):f}")


def write_numbers(
    values: tuple[Decimal, ...],
    lang: Lang,
    *,
    scaled: bool,
    last_places: tuple[int | None, ...] = (),
) -> tuple[Numeral, ...]:
    """The numerals of one quantity (one value or both ends of a range), all on the same scale.

    `last_places` says down to which power of ten each was given: zeros as far as there are shown.
    """
    places = last_places or (None,) * len(values)
    # What was given with decimals and no scale word, 5,000,000.00, is written as it was given.
    scaled = scaled and all(place is None or place >= 0 for place in places)
    power, word = _scale_for(values, lang) if scaled else (0, "")
    return tuple(
        Numeral(
            _digits(value.scaleb(-power), lang, 0 if place is None else power - place),
            word if value else "",
        )
        for value, place in zip(values, places, strict=True)
    )


def space_han(text: str) -> str:
    """Chinese typography: one space between Han and adjacent Latin letters or digits."""
    return _HAN_LATIN_SEAM.sub(" ", text)


def _scale_for(values: tuple[Decimal, ...], lang: Lang) -> tuple[int, str]:
    """The largest scale on which all values stay short, or none."""
    largest = max(abs(value) for value in values)
    for most in (_MOST_DECIMALS, *([_MOST_DECIMALS_OF_LONG] if largest >= _LONG else [])):
        for power, word in _scale_words(lang):
            mantissa = largest.scaleb(-power)
            decimals = max(_fraction_digits(value.scaleb(-power)) for value in values)
            if mantissa >= 1 and mantissa.adjusted() < _LONGEST_MANTISSA and decimals <= most:
                return power, word
    return 0, ""


@cache
def _scale_words(lang: Lang) -> tuple[tuple[int, str], ...]:
    """CLDR's words for large numbers, largest first: (12, "万亿"), (8, "亿"), (4, "万")."""
    formats = Locale(lang).compact_decimal_formats
    patterns = formats.get("long", formats["short"])["other"]
    words = {}
    for magnitude, pattern in patterns.items():
        word = pattern.pattern.lstrip("0")
        zeros = len(pattern.pattern) - len(word)
        words[len(magnitude) - zeros] = word
    return tuple(
        (power, word)
        for power, word in sorted(words.items(), reverse=True)
        if power >= _SMALLEST_SCALE[lang]
    )


def _digits(value: Decimal, lang: Lang, decimals: int) -> str:
    """The value with at least so many decimals."""
    whole, _, fraction = _written(str(value), lang).partition(".")
    fraction = fraction.ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


@lru_cache(maxsize=32_768)  # by the digits: 2.0 and 2.00 are equal, and not written alike
def _written(digits: str, lang: Lang) -> str:
    value = Decimal(digits)
    grouped = abs(value) >= _GROUPED_FROM[lang]
    written: str = format_decimal(
        value, locale=lang, decimal_quantization=False, group_separator=grouped
    )
    return written


def _fraction_digits(value: Decimal) -> int:
    exponent = value.normalize(EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
