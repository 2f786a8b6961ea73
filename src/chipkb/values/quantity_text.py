"""Reads one quantity as people write it, in Chinese or English: 约 60%, CNY 24 billion, 400 余款.

Each unit's patterns become one expression that must match the whole text, so nothing is skipped
and nothing guessed. Only when none matches do we look closer, to say what is wrong.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz, process

from chipkb.values.more_than_one import more_than_one
from chipkb.values.numeral import (
    DIGITS_PATTERN,
    SCALE_PATTERN,
    SCALES,
    TooManyDigitsError,
    last_place,
    read_number,
    space_han,
)
from chipkb.values.quantity import Qualifier, Quantity
from chipkb.values.text import shortened
from chipkb.values.unit import Unit

_BLANK = "{n}"
LONGEST = 160  # characters of a quantity; the longest that can be written from ours has 130

_BEFORE: dict[str, Qualifier] = {
    word: qualifier
    for qualifier, words in {
        Qualifier.ABOUT: ["约", "大约", "约为", "about", "around", "approximately", "roughly", "~"],
        Qualifier.NEARLY: ["近", "接近", "将近", "nearly", "almost", "close to"],
        Qualifier.OVER: ["略超", "just over", "slightly over", "slightly more than"],
        Qualifier.MORE_THAN: ["超过", "超", "逾", "多于", "大于", "高于", ">", "more than", "over"],
        Qualifier.AT_LEAST: ["至少", "不少于", "不低于", "≥", ">=", "at least", "no less than"],
        Qualifier.LESS_THAN: ["低于", "不足", "不到", "少于", "小于", "<", "less than"],
        Qualifier.AT_MOST: ["不超过", "至多", "最多", "≤", "<=", "at most", "no more than"],
        Qualifier.UP_TO: ["高达", "可达", "up to"],
    }.items()
    for word in words
}  # fmt: skip
_BEHIND: dict[str, Qualifier] = {
    "左右": Qualifier.ABOUT,
    "以上": Qualifier.AT_LEAST,
    "or more": Qualifier.AT_LEAST,
    "以下": Qualifier.AT_MOST,
    "以内": Qualifier.AT_MOST,
    "or less": Qualifier.AT_MOST,
    "or fewer": Qualifier.AT_MOST,
}
_INSIDE: dict[str, Qualifier] = {
    "余": Qualifier.OVER,
    "多": Qualifier.OVER,
    "+": Qualifier.AT_LEAST,  # "300+" promises no more than 300 or more
}


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; a word in letters ends where its letters end."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w) + (r"\b" if w.isascii() and w[-1].isalpha() else "")
                    for w in longest_first)  # fmt: skip


_TO = r"\s*(?:[–—~～〜至到-]|\bto\b)\s*"
_PHRASE = re.compile(
    rf"(?P<before>{_any(_BEFORE)})?\s*(?P<size>.+?)\s*(?P<behind>{_any(_BEHIND)})?", re.IGNORECASE
)
_NUMERAL = (  # "@" tells the two ends of a range apart
    rf"(?P<digits_@>(?(sign_@)|[+-]?){DIGITS_PATTERN})\s*(?P<round_@>[余多+]?)\s*"
    rf"(?P<scale_@>(?i:{SCALE_PATTERN})?)\s*(?P<part_@>[余多+]?)"
)
_RANGE = re.compile(_TO)
# One number without its unit, with the groups that a range has and it leaves empty.
_ALONE = re.compile(
    r"(?P<sign_1>-)?\s*" + _NUMERAL.replace("@", "1")
    + r"(?:(?!)(?P<unit_1>)(?P<sign_2>)(?P<again>)" + _NUMERAL.replace("@", "2") + ")?"
)  # fmt: skip
_NUMBER = re.compile(DIGITS_PATTERN)
_POWER = re.compile(r"[0-9][0-9.]*\s*[eE][+-]?[0-9]+|[0-9.]+\s*[×xX*]\s*10\s*[\^⁰-⁹]\S*")
_NUMBERISH = re.compile(r"[0-9][0-9.,]*")
_NO_UNIT = re.compile(_any([*_BEFORE, *_BEHIND, *_INSIDE, *SCALES]), re.IGNORECASE)
_HAN_DIGITS = re.compile("[零〇一二两三四五六七八九十百半]")
_ONE_FORM = str.maketrans(  # look-alikes: Greek mu, the ohm sign, dot operator, minus, hard spaces
    "\u03bc\u2126\u22c5\u2212\u00a0\u202f", "\u00b5\u03a9\u00b7-  "
)
# What people write for a range and for thousands, and a unit that stands in front.
_AS_MEANT = (
    (re.compile(r"(?<=\d)\s*(?:/|——|--|—)\s*(?=\d)"), "–"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), ","),
    (re.compile(r"([^\d\s.,+-]+)\s*([\d.,]+)"), r"\2 \1"),
)
_FULL_WIDTH = re.compile("[\uff01-\uff5d\u3000]")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5E)} | {0x3000: " "}


class QuantityError(ValueError):
    """Why a text is no quantity: a code, what was found, what was expected, perhaps a guess."""

    def __init__(
        self, code: str, found: str, expected: Iterable[str] = (), suggestion: str | None = None
    ) -> None:
        self.code = code
        self.found = found
        self.expected = tuple(expected)
        self.suggestion = suggestion
        super().__init__(f"{code}: '{found}'")


def parse_quantity(text: str, units: Iterable[Unit], known: Iterable[Unit] = ()) -> Quantity:
    """The quantity `text` states in one of `units`; raises QuantityError.

    `known` are all units there are: with them a unit that exists but measures something else is
    told apart from one that does not exist. Where a text fits two units the first one wins.
    """
    units = tuple(units)
    if _FULL_WIDTH.search(text):
        half = text.translate(_HALF_WIDTH)
        if _reads(half, units):
            raise QuantityError("quantity-full-width", text, suggestion=half)
        if found := more_than_one(text, lambda part: _reads(part, units)):
            raise QuantityError(found[0], found[1], _examples(units), found[2])
        raise QuantityError("quantity-full-width", text)
    plain = " ".join(text.translate(_ONE_FORM).split())
    if len(plain) > LONGEST:
        raise QuantityError("quantity-syntax", shortened(plain, LONGEST), _examples(units))
    quantity = _read(plain, units)
    if quantity is None:
        raise _explanation(plain, units, tuple(known))
    return quantity


def _read(text: str, units: tuple[Unit, ...]) -> Quantity | None:
    """The reading that takes the whole text; among several the one with the longest unit word."""
    phrase = _PHRASE.fullmatch(text)
    if phrase is None:
        return None
    squeezed = phrase["size"].replace(" ", "")
    readings = [
        (len(words), size, unit)
        for unit in units
        for pattern, words, ends in _ways(unit)
        if all(end in squeezed for end in ends)  # most units are ruled out at a glance
        and (size := _sized(phrase["size"], pattern, unit))
    ]
    if not readings:
        return None
    _, size, unit = max(readings, key=lambda reading: reading[0])
    return _quantity(text, phrase, size, unit)


@lru_cache(maxsize=1024)
def _ways(unit: Unit) -> tuple[tuple[str, str, list[str]], ...]:
    """Each way to write the unit: its pattern, that without spaces, and the words of it."""
    squeezed = ((pattern, pattern.replace(" ", "")) for pattern in unit.patterns)
    return tuple(
        (pattern, words, words.translate(_ONE_FORM).split(_BLANK)) for pattern, words in squeezed
    )


def _sized(text: str, pattern: str, unit: Unit) -> re.Match[str] | None:
    """The numbers in `text`, if all of it is a size in one way to write the unit.

    One number between the unit's words, as most are, needs no expression of its own.
    """
    if unit.also is None:
        found = _between(pattern).fullmatch(text)
        if found is None:
            return None
        if not _RANGE.search(found["number"]):
            return _ALONE.fullmatch(found["sign"] + found["number"])
    return _expression(pattern, unit).fullmatch(text)


@lru_cache(maxsize=1024)
def _between(pattern: str) -> re.Pattern[str]:
    """What stands between the words of a unit."""
    before, behind = map(_literal, pattern.split(_BLANK))
    return re.compile(rf"(?P<sign>-?){before}\s*(?P<number>.*?)\s*{behind}")


@lru_cache(maxsize=1024)
def _expression(pattern: str, unit: Unit) -> re.Pattern[str]:
    """How a size reads in one way to write the unit."""
    return re.compile(_size(pattern, unit))


def _size(pattern: str, unit: Unit) -> str:
    """The expression for one number, or two with a dash or 至 between, in the unit's words."""
    before, behind = pattern.split("{n}")
    same_before = (other.split("{n}") for other in unit.patterns)
    words_1 = sorted({_literal(end) for start, end in same_before if start == before and end})
    unit_1 = rf"(?:\s*(?P<unit_1>{'|'.join(words_1)}))?" if words_1 else "(?P<unit_1>)"
    before, behind = _literal(before), _literal(behind)
    low, high = _NUMERAL.replace("@", "1"), _NUMERAL.replace("@", "2")
    range_end = rf"(?:{unit_1}{_TO}(?P<sign_2>-)?(?P<again>{before})?\s*{high})?"
    return rf"(?P<sign_1>-)?{before}\s*{low}{range_end}\s*{behind}{_again(unit)}"


def _again(unit: Unit) -> str:
    """The expression for a size restated in brackets: (300 mm)."""
    if unit.also is None:
        return ""
    before, behind = map(_literal, unit.also.pattern.split("{n}"))
    return rf"(?:\s*\((?P<also>{before}[0-9.,–-]+\s*{behind})\))?"


def _literal(words: str) -> str:
    """The words of a pattern, with any space between them or none."""
    return r"\s*".join(map(re.escape, words.translate(_ONE_FORM).split()))


def _quantity(text: str, phrase: re.Match[str], size: re.Match[str], unit: Unit) -> Quantity:
    """What a match says; raises QuantityError where the words fit but the meaning does not."""
    low, high, places = _ends(text, size)
    qualifier = _qualifier(text, phrase, size)
    if high is not None and high <= low:
        swapped = Quantity(high, low, Qualifier.EXACT, unit, places[::-1]) if high < low else None
        raise QuantityError(
            "quantity-range", text, suggestion=swapped.text("zh") if swapped else None
        )
    if high is not None and not qualifier.fits_range:
        raise QuantityError("quantity-range-qualifier", text)
    quantity = Quantity(low, high, qualifier, unit, places)
    _check_restatement(text, size, quantity)
    return quantity


def _ends(text: str, size: re.Match[str]) -> tuple[Decimal, Decimal | None, tuple[int | None, ...]]:
    """Both numbers and their last places; in 14.5–15.2 亿元 the 亿 counts for both, in
    5 元至 1 亿元 it does not."""
    low_scale, high_scale = size["scale_1"], size["scale_2"]
    if size["digits_2"] is None:
        return _number(text, size, "1", low_scale), None, (last_place(size["digits_1"], low_scale),)
    if not size["unit_1"] and bool(low_scale) != bool(high_scale):
        zero = not size["digits_2" if low_scale else "digits_1"].strip("0.")
        if not zero and (low_scale or size["again"]):
            raise QuantityError("quantity-scale", text)
        low_scale = low_scale or high_scale
    low, high = _number(text, size, "1", low_scale), _number(text, size, "2", high_scale)
    places = last_place(size["digits_1"], low_scale), last_place(size["digits_2"], high_scale)
    return low, high, places


def _number(text: str, size: re.Match[str], end: str, scale: str) -> Decimal:
    try:
        number = read_number(size[f"digits_{end}"], scale)
    except TooManyDigitsError:
        raise QuantityError("quantity-digits", text) from None
    return -number if size[f"sign_{end}"] else number


def _qualifier(text: str, phrase: re.Match[str], size: re.Match[str]) -> Qualifier:
    """The one qualifier a text may have, in front, inside (400 余款) or behind (90% 以上)."""
    inside = [size[group] for group in ("round_1", "part_1", "round_2", "part_2") if size[group]]
    stated = [_BEFORE[phrase["before"].lower()]] if phrase["before"] else []
    stated += [_INSIDE[word] for word in inside]
    stated += [_BEHIND[phrase["behind"].lower()]] if phrase["behind"] else []
    if len(stated) > 1:
        raise QuantityError("quantity-qualifiers", text)
    return stated[0] if stated else Qualifier.EXACT


def _check_restatement(text: str, size: re.Match[str], quantity: Quantity) -> None:
    """In 12-inch (300 mm) the two must agree."""
    stated = size.groupdict().get("also")
    if stated and _squeezed(stated) != _squeezed(quantity.restatement):
        raise QuantityError("quantity-restated", text, suggestion=quantity.text("en"))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text).replace("–", "-").replace(",", "")


def _explanation(text: str, units: tuple[Unit, ...], known: tuple[Unit, ...]) -> QuantityError:
    """Why nothing in `units` fits: the first of these that applies."""
    labels = _labels(units)
    examples = _examples(units)
    if found := more_than_one(text, lambda part: _reads(part, units)):
        return QuantityError(found[0], found[1], examples, found[2])
    numbers = list(_NUMBERISH.finditer(text))
    if not numbers:
        code = "quantity-han-digits" if _HAN_DIGITS.search(text) else "quantity-syntax"
        return QuantityError(code, text, examples)
    if power := _POWER.search(text):
        return QuantityError("quantity-power", power[0])
    if wrong := [number[0] for number in numbers if not _NUMBER.fullmatch(number[0])]:
        return QuantityError("quantity-number", wrong[0])
    if other := _unit_elsewhere(text, known):
        return QuantityError("unit-mismatch", other.label("zh"), labels)
    if meant := _as_meant(text, units):
        return QuantityError("quantity-syntax", text, examples, meant)
    word = _unit_word(text, numbers)
    if not word:
        return QuantityError("unit-missing", text, labels, _with_unit(text, units))
    if word in {spelling for unit in units for spelling in unit.spellings}:
        return QuantityError("quantity-syntax", text, examples)
    nearest = _nearest(word, units) or _nearest(word, known)
    return QuantityError("unit-unknown", word, labels, nearest)


def _examples(units: tuple[Unit, ...]) -> list[str]:
    return [space_han(unit.zh.replace("{n}", "24")) for unit in units[:1]]


def _labels(units: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (unit.label("zh") for unit in units))))


def _unit_elsewhere(text: str, known: tuple[Unit, ...]) -> Unit | None:
    """A unit in which the text would be right, were it allowed."""
    try:
        quantity = _read(text, known)
    except QuantityError:
        return None
    return quantity.unit if quantity and quantity.unit.label("zh") else None


def _unit_word(text: str, numbers: list[re.Match[str]]) -> str:
    """What seems to be meant as the unit: the words behind the last number, else in front."""
    behind = _NO_UNIT.sub("", text[numbers[-1].end() :]).strip()
    return behind or _NO_UNIT.sub("", text[: numbers[0].start()]).strip(" +-")


def _with_unit(text: str, units: tuple[Unit, ...]) -> str | None:
    """The text with the unit it lacks, where there is only one it can be."""
    alone = units[0].zh if len(units) == 1 else ""
    if "%" in alone and re.fullmatch(r"0?\.[0-9]+|[01]", text):
        return None  # 0.05 may be 5% or 0.05%
    whole = space_han(alone.replace("{n}", text)) if alone.startswith("{n}") else ""
    return whole if _reads(whole, units) else None


def _as_meant(text: str, units: tuple[Unit, ...]) -> str | None:
    """The text as it should be written, where that is all that is wrong with it."""
    for pattern, right in _AS_MEANT:
        meant = pattern.sub(right, text)
        if meant != text and _reads(meant, units):
            return meant
    return None


def _reads(text: str, units: tuple[Unit, ...]) -> bool:
    try:
        return _read(text, units) is not None
    except QuantityError:
        return False


def _nearest(word: str, units: Iterable[Unit]) -> str | None:
    """The spelling most like `word`; case counts least, as in nM for nm."""
    spellings = [spelling for unit in units for spelling in unit.spellings]
    found = process.extractOne(
        word, spellings, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60
    )
    return found[0] if found else None
