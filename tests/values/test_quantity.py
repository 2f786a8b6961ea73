import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from chipkb.values.quantity import Qualifier, Quantity
from chipkb.values.quantity_text import QuantityError, _expression, _sized, parse_quantity
from chipkb.values.unit import Units

UNITS = Units.from_yaml(
    yaml.safe_load(
        Path(__file__).parents[2].joinpath("data/vocabulary/units.yml").read_text(encoding="utf-8")
    )
)


def read(text: str, *unit_ids: str) -> Quantity:
    return parse_quantity(text, UNITS.allowed(unit_ids), UNITS)


# What people type, its unit, and how both languages show it.
EXAMPLES = [
    ("425 项", "patent", "425 项", "425 patents"),
    ("425 patents", "patent", "425 项", "425 patents"),
    ("1 项", "patent", "1 项", "1 patent"),
    ("3 个", "licence", "3 个", "3 licences"),
    ("约 60%", "percent", "约 60%", "about 60%"),
    ("about 60 %", "percent", "约 60%", "about 60%"),
    ("~60%", "percent", "约 60%", "about 60%"),
    ("60% 左右", "percent", "约 60%", "about 60%"),
    ("> 90%", "percent", "超过 90%", "more than 90%"),
    ("超过 90%", "percent", "超过 90%", "more than 90%"),
    ("90% 以上", "percent", "至少 90%", "at least 90%"),
    ("≥90%", "percent", "至少 90%", "at least 90%"),
    ("不超过 5%", "percent", "不超过 5%", "at most 5%"),
    ("<= 5%", "percent", "不超过 5%", "at most 5%"),
    ("不足 50%", "percent", "低于 50%", "less than 50%"),
    ("< 50%", "percent", "低于 50%", "less than 50%"),
    ("高达 50%", "percent", "高达 50%", "up to 50%"),
    ("-2.4%", "percent", "-2.4%", "-2.4%"),
    ("−2.4%", "percent", "-2.4%", "-2.4%"),
    ("+453.21%", "percent", "453.21%", "453.21%"),
    ("6.13 个百分点", "percentage-point", "6.13 个百分点", "6.13 percentage points"),
    ("15–20%", "percent", "15–20%", "15–20%"),
    ("15%-20%", "percent", "15–20%", "15–20%"),
    ("5%至20%", "percent", "5–20%", "5–20%"),
    ("+5 to +20%", "percent", "5–20%", "5–20%"),
    ("约 20–30%", "percent", "约 20–30%", "about 20–30%"),
    ("-2.4%至-0.3%", "percent", "-2.4% 至 -0.3%", "-2.4% to -0.3%"),
    ("240 亿元", "cny", "240 亿元", "CNY 24 billion"),
    ("CNY 24 billion", "cny", "240 亿元", "CNY 24 billion"),
    ("160 亿元人民币", "cny", "160 亿元", "CNY 16 billion"),
    ("近 70 亿元", "cny", "近 70 亿元", "nearly CNY 7 billion"),
    ("超50亿元", "cny", "超过 50 亿元", "more than CNY 5 billion"),
    ("50 余亿元", "cny", "50 余亿元", "just over CNY 5 billion"),
    ("3 亿余元", "cny", "3 亿余元", "just over CNY 300 million"),
    ("略超 1.5 亿元", "cny", "略超 1.5 亿元", "just over CNY 150 million"),
    ("2822.52 亿元", "cny", "2822.52 亿元", "CNY 282.252 billion"),
    ("14.50-15.20 亿元", "cny", "14.50–15.20 亿元", "CNY 1.450–1.520 billion"),
    ("9.5 亿至 10.6 亿元", "cny", "9.5–10.6 亿元", "CNY 0.95–1.06 billion"),
    ("9.5 亿元至 10.6 亿元", "cny", "9.5–10.6 亿元", "CNY 0.95–1.06 billion"),
    ("9000 万–1.2 亿元", "cny", "0.9–1.2 亿元", "CNY 90–120 million"),
    ("CNY 650-798 million", "cny", "6.5–7.98 亿元", "CNY 650–798 million"),
    ("0–150 万元", "cny", "0–150 万元", "CNY 0–1.5 million"),
    ("600.50 元/股", "cny-per-share", "600.50 元/股", "CNY 600.50 a share"),
    ("144.60 港元/股", "hkd-per-share", "144.60 港元/股", "HK$144.60 a share"),
    ("1350 亿美元", "usd", "1350 亿美元", "US$135 billion"),
    ("US$135 billion", "usd", "1350 亿美元", "US$135 billion"),
    ("US$115–135 billion", "usd", "1150–1350 亿美元", "US$115–135 billion"),
    ("US$115 billion to US$135 billion", "usd", "1150–1350 亿美元", "US$115–135 billion"),
    ("USD 9326.8 million", "usd", "93.268 亿美元", "US$9,326.8 million"),
    ("-1.5 亿美元", "usd", "-1.5 亿美元", "-US$150 million"),
    ("37 亿港元", "hkd", "37 亿港元", "HK$3.7 billion"),
    ("400 余款", "title", "400 余款", "just over 400 titles"),
    ("400 多款游戏", "title", "400 余款", "just over 400 titles"),
    ("20 多家客户", "customer", "20 余家", "just over 20 customers"),
    ("300+ 套", "system", "至少 300 套", "at least 300 systems"),
    ("350 万人", "developer", "350 万人", "3.5 million developers"),
    ("350 万 人", "developer", "350 万人", "3.5 million developers"),
    ("350 万", "developer", "350 万人", "3.5 million developers"),
    ("16,800 片", "piece", "1.68 万片", "16,800 units"),
    ("1.68 万片", "piece", "1.68 万片", "16,800 units"),
    ("8192 张", "card", "8192 张", "8,192 cards"),
    ("约 60 万 颗", "chip", "约 60 万颗", "about 600,000 chips"),
    ("151 万片晶圆", "wafer", "151 万片晶圆", "1.51 million wafers"),
    ("2080 亿个晶体管", "transistor", "2080 亿个", "208 billion transistors"),
    ("5070 万颗/月", "laser-per-month", "5070 万颗/月", "50.7 million lasers a month"),
    ("75 万片/年", "wafer-per-year", "75 万片/年", "750,000 wafers a year"),
    ("1085 万架", "rack", "1085 万架", "10.85 million racks"),
    ("12 英寸", "wafer-inch", "12 英寸", "12-inch (300 mm)"),
    ("12-inch (300 mm)", "wafer-inch", "12 英寸", "12-inch (300 mm)"),
    ("8–12 英寸", "wafer-inch", "8–12 英寸", "8–12-inch (200–300 mm)"),
    ("7 nm", "nm", "7 nm", "7 nm"),
    ("16 纳米", "nm", "16 nm", "16 nm"),
    ("300 nm²", "nm2", "300 nm²", "300 nm²"),
    ("656 Ω/µm", "ohm-per-um", "656 Ω/µm", "656 Ω/µm"),
    ("656 \u2126/\u03bcm", "ohm-per-um", "656 Ω/µm", "656 Ω/µm"),  # the other Ω and the other µ
    ("1.9 V·cm", "volt-centimetre", "1.9 V·cm", "1.9 V·cm"),
    ("5.6 dB/m", "db-per-m", "5.6 dB/m", "5.6 dB/m"),
    ("150 千瓦", "kw", "150 kW", "150 kW"),
    ("6.7EFLOPS", "eflops", "6.7 EFLOPS", "6.7 EFLOPS"),
    ("1.8 TB/s", "tbyte-per-s", "1.8 TB/s", "1.8 TB/s"),
    ("10G", "gbit-per-s", "10 Gb/s", "10 Gb/s"),
    ("192 bit", "bit", "192 位", "192-bit"),
    ("232 层", "layer", "232 层", "232 layers"),
    ("3 倍", "times", "3 倍", "3 times"),
    ("约 100 倍", "times", "约 100 倍", "about 100 times"),
    ("第 482 位", "rank", "第 482 位", "No. 482"),
    ("rank 482", "rank", "第 482 位", "No. 482"),
    ("前 3", "top", "前 3 位", "top 3"),
    ("第 5 代", "generation", "第 5 代", "generation 5"),
    ("1 - 2 年", "year", "1–2 年", "1–2 years"),
    ("1 to 2 years", "year", "1–2 年", "1–2 years"),
    ("1 year to 2 years", "year", "1–2 年", "1–2 years"),
    ("18 个月", "month", "18 个月", "18 months"),
    ("48 小时", "hour", "48 小时", "48 hours"),
    ("1.42", "plain", "1.42", "1.42"),
    # The digits of the source, its zeros too; on another scale they move with the point.
    ("8.0%", "percent", "8.0%", "8.0%"),
    ("0.0%", "percent", "0.0%", "0.0%"),
    ("-0.50%", "percent", "-0.50%", "-0.50%"),
    ("1.0 倍", "times", "1.0 倍", "1.0 times"),
    ("1.0 年", "year", "1.0 年", "1.0 years"),
    ("16.10 亿元", "cny", "16.10 亿元", "CNY 1.610 billion"),
    ("CNY 1.50 million", "cny", "150 万元", "CNY 1.50 million"),
    ("CNY 1.500 billion", "cny", "15.00 亿元", "CNY 1.500 billion"),
    ("1.2500 万片", "piece", "1.2500 万片", "12,500 units"),
    ("10 亿元", "cny", "10 亿元", "CNY 1 billion"),
    ("10.0 亿元", "cny", "10.0 亿元", "CNY 1.00 billion"),
    ("1,500,000 元", "cny", "150 万元", "CNY 1.5 million"),
    ("5,000,000.00 元", "cny", "5,000,000.00 元", "CNY 5,000,000.00"),
    ("8.0–9.25%", "percent", "8.0–9.25%", "8.0–9.25%"),
    ("-8.0%至9%", "percent", "-8.0% 至 9%", "-8.0% to 9%"),
    ("0.0–1.50 亿元", "cny", "0.0–1.50 亿元", "CNY 0–150 million"),
    ("12.0 英寸", "wafer-inch", "12.0 英寸", "12.0-inch (300 mm)"),
]


@pytest.mark.parametrize(("typed", "unit_id", "zh", "en"), EXAMPLES)
def test_what_people_type_is_shown_in_both_languages(typed, unit_id, zh, en):
    quantity = read(typed, unit_id)
    assert quantity.unit.id == unit_id
    assert quantity.text("zh") == zh
    assert quantity.text("en") == en


def test_the_number_counts_whole_units():
    quantity = read("约 14.5–15.2 亿元", "cny")
    assert quantity == Quantity(
        Decimal(1_450_000_000), Decimal(1_520_000_000), Qualifier.ABOUT, UNITS["cny"]
    )


def test_the_zeros_that_are_shown_make_no_other_amount():
    assert read("6.0 nm", "nm") == read("6 nm", "nm")
    assert hash(read("6.0 nm", "nm")) == hash(read("6 nm", "nm"))


@pytest.mark.parametrize(
    ("one", "other", "unit_id"),
    [
        ("0.5 µm", "500 nm", "nm"),
        ("6.7 EFLOPS", "6700 PFLOPS", "tflops"),
        ("1–2 年", "12–24 个月", "year"),
        ("1.6 Tb/s", "1600G", "gbit-per-s"),
    ],
)
def test_units_of_one_dimension_compare_by_their_base(one, other, unit_id):
    assert read(one, unit_id).base == read(other, unit_id).base


@pytest.mark.parametrize(
    ("text", "unit_ids", "code", "found", "suggestion"),
    [
        ("425", ["patent"], "unit-missing", "425", "425 项"),
        ("约 60", ["percent"], "unit-missing", "约 60", "约 60%"),
        ("425", ["patent", "chip"], "unit-missing", "425", None),
        ("7 nM", ["nm"], "unit-unknown", "nM", "nm"),
        ("425 patnets", ["patent"], "unit-unknown", "patnets", "patents"),
        ("240 亿美圆", ["usd"], "unit-unknown", "美圆", None),
        ("7 kW", ["nm"], "unit-mismatch", "kW", None),
        ("240 亿美元", ["cny"], "unit-mismatch", "美元", None),
        ("90 GB/s", ["gbit-per-s"], "unit-mismatch", "GB/s", None),
        ("60％", ["percent"], "quantity-full-width", "60％", "60%"),
        ("６０%", ["percent"], "quantity-full-width", "６０%", "60%"),
        ("三倍", ["times"], "quantity-han-digits", "三倍", None),
        ("很多", ["times"], "quantity-syntax", "很多", None),
        ("", ["times"], "quantity-syntax", "", None),
        ("7 7 nm", ["nm"], "quantity-syntax", "7 7 nm", None),
        ("nm 7 nm", ["nm"], "quantity-beside", "nm", "7 nm"),
        ("1,2345 项", ["patent"], "quantity-number", "1,2345", None),
        ("007 nm", ["nm"], "quantity-number", "007", None),
        ("1.2.3 nm", ["nm"], "quantity-number", "1.2.3", None),
        ("0.12345678901 nm", ["nm"], "quantity-digits", "0.12345678901 nm", None),
        ("8.0000000000 nm", ["nm"], "quantity-digits", "8.0000000000 nm", None),
        ("1000000 万亿元", ["cny"], "quantity-digits", "1000000 万亿元", None),
        ("20-15%", ["percent"], "quantity-range", "20-15%", "15–20%"),
        ("20-15.0%", ["percent"], "quantity-range", "20-15.0%", "15.0–20%"),
        ("20-20%", ["percent"], "quantity-range", "20-20%", None),
        ("约 60% 以上", ["percent"], "quantity-qualifiers", "约 60% 以上", None),
        ("超过 400 余款", ["title"], "quantity-qualifiers", "超过 400 余款", None),
        ("超过 15-20%", ["percent"], "quantity-range-qualifier", "超过 15-20%", None),
        ("1.2 亿–5 元", ["cny"], "quantity-scale", "1.2 亿–5 元", None),
        ("US$900–US$1.2 billion", ["usd"], "quantity-scale", "US$900–US$1.2 billion", None),
        (
            "12-inch (200 mm)",
            ["wafer-inch"],
            "quantity-restated",
            "12-inch (200 mm)",
            "12-inch (300 mm)",
        ),
    ],
)
def test_what_is_wrong_is_told_exactly(text, unit_ids, code, found, suggestion):
    with pytest.raises(QuantityError) as caught:
        read(text, *unit_ids)
    error = caught.value
    assert (error.code, error.found, error.suggestion) == (code, found, suggestion)


def test_a_wrong_unit_comes_with_the_right_ones():
    with pytest.raises(QuantityError) as caught:
        read("7 kW", "month")
    assert caught.value.expected == ("个月", "个季度", "年")


def test_without_the_other_units_a_foreign_one_is_just_unknown():
    with pytest.raises(QuantityError) as caught:
        parse_quantity("7 kW", [UNITS["nm"]])
    assert caught.value.code == "unit-unknown"


def test_a_relative_of_the_named_unit_keeps_its_own_word():
    cards = read("3.88 万张", "piece")
    assert (cards.text("zh"), cards.text("en")) == ("3.88 万张", "38,800 cards")
    assert cards.base == read("3.88 万片", "piece").base


def test_the_longer_unit_word_wins():
    assert read("151 万片晶圆", "piece", "wafer").unit.id == "wafer"


def test_where_two_units_share_a_word_the_first_named_wins():
    assert read("3 个", "licence", "project").unit.id == "licence"
    assert read("3 个", "project", "licence").unit.id == "project"
    assert read("3 片", "piece", "wafer").unit.id == "piece"  # a space in a pattern is no word


@pytest.mark.parametrize(("low", "high"), [(2, 1), (1, 1)])
def test_a_range_must_rise(low, high):
    with pytest.raises(ValueError, match="smaller to the larger"):
        Quantity(Decimal(low), Decimal(high), Qualifier.EXACT, UNITS["percent"])


def test_a_range_is_exact_or_about():
    with pytest.raises(ValueError, match="cannot be 'up-to'"):
        Quantity(Decimal(1), Decimal(2), Qualifier.UP_TO, UNITS["percent"])


# Every quantity there can be, as far as numbers go: up to 18 digits before the point, 9 behind.
numbers = st.one_of(
    st.builds(
        lambda mantissa, power: Decimal(mantissa).scaleb(power),
        st.integers(-99_999, 99_999),
        st.integers(-9, 12),
    ),
    st.decimals(-(10**17), 10**17, places=9, allow_nan=False, allow_infinity=False),
    st.decimals(-(10**7), 10**7, places=2, allow_nan=False, allow_infinity=False),
    st.integers(-(10**17), 10**17).map(Decimal),
)


@st.composite
def quantities(draw: st.DrawFn, units: Units | list = UNITS) -> Quantity:
    unit = draw(st.sampled_from(list(units)))
    low, high = draw(numbers), draw(st.none() | numbers)
    if high is not None:
        assume(low != high)
        low, high = sorted((low, high))
    qualifiers = [q for q in Qualifier if high is None or q.fits_range]
    return Quantity(low, high, draw(st.sampled_from(qualifiers)), unit)


@given(quantities(), st.sampled_from(["zh", "en"]))
def test_reading_back_what_was_written_gives_the_same_quantity(quantity, lang):
    siblings = UNITS.of_dimension(quantity.unit.dimension)
    assert parse_quantity(quantity.text(lang), siblings) == quantity


@given(quantities(), st.integers(0, 9), st.sampled_from(["zh", "en"]))
def test_the_digits_that_were_shown_are_shown_again(quantity, place, lang):
    ends = (quantity.low,) if quantity.high is None else (quantity.low, quantity.high)
    given_to = tuple(min(-place, end.normalize().as_tuple().exponent) or None for end in ends)
    shown = replace(quantity, last_places=given_to).text(lang)
    siblings = UNITS.of_dimension(quantity.unit.dimension)
    assert parse_quantity(shown, siblings).text(lang) == shown


@given(quantities())
def test_both_languages_say_the_same_amount(quantity):
    siblings = UNITS.of_dimension(quantity.unit.dimension)
    zh, en = (parse_quantity(quantity.text(lang), siblings) for lang in ("zh", "en"))
    assert zh.base == en.base == quantity.base


@given(quantities(), st.sampled_from(["zh", "en"]))
def test_chinese_spacing_and_plain_characters(quantity, lang):
    text = quantity.text(lang)
    assert text == text.strip()
    assert "  " not in text
    assert not re.search(r"[0-9](?=[\u4e00-\u9fff])|[\u4e00-\u9fff](?=[0-9])", text)


WORTH = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
WORTH |= {"million": 10**6, "billion": 10**9, "trillion": 10**12}


def amounts(text: str) -> list[Fraction]:
    """A second, independent reading: what a person makes of the numbers in a text."""
    found = re.findall(r"(-?)(?:US\$)?([0-9][0-9,.]*)\s*余?\s*(万亿|万|亿|[mbt]r?illion)?", text)
    shared = found[-1][2] if "–" in text else ""
    return [
        Fraction(sign + digits.replace(",", "")) * WORTH[scale or shared]
        for sign, digits, scale in found
    ]


@given(
    quantities([UNITS["patent"], UNITS["cny"], UNITS["usd"], UNITS["plain"]]),
    st.sampled_from(["zh", "en"]),
)
def test_no_zero_too_many_and_none_too_few(quantity, lang):
    ends = [Fraction(n) for n in (quantity.low, quantity.high) if n is not None]
    assert amounts(quantity.text(lang)) == ends


@given(quantities([UNITS["cny"]]))
def test_the_base_is_the_number_times_the_factor(quantity):
    assert quantity.base == (quantity.low, quantity.low if quantity.high is None else quantity.high)


@given(numbers)
def test_a_dozen_months_are_a_year_to_the_last_digit(number):
    years = Quantity(number, None, Qualifier.EXACT, UNITS["year"])
    assert Fraction(years.base[0]) == 12 * Fraction(number)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_never_broken(text):
    try:
        quantity = parse_quantity(text, UNITS.allowed(["percent", "cny", "plain"]), UNITS)
    except QuantityError as error:
        assert error.code in CODES
    else:
        assert parse_quantity(quantity.text("zh"), [quantity.unit]) == quantity


CODES = {
    "value-several",
    "value-none",
    "quantity-beside",
    "quantity-syntax",
    "quantity-number",
    "quantity-digits",
    "quantity-full-width",
    "quantity-han-digits",
    "quantity-range",
    "quantity-range-qualifier",
    "quantity-qualifiers",
    "quantity-scale",
    "unit-missing",
    "unit-unknown",
    "unit-mismatch",
}


_PIECES = st.sampled_from(
    ["-", "+", " ", "5", "0", "1,000", "2.5", "万", "亿", "million", "余", "–", "至", "to", "("]
)
_WAYS = st.sampled_from([(pattern, unit) for unit in UNITS for pattern in unit.patterns])


@given(_WAYS, st.lists(_PIECES, max_size=6), st.booleans(), st.booleans())
def test_the_short_way_to_read_a_number_reads_what_the_whole_expression_does(
    way, pieces, before, behind
):
    pattern, unit = way
    words = pattern.split("{n}")
    text = (words[0] if before else "") + "".join(pieces) + (words[1] if behind else "")
    text = " ".join(text.split())
    short, whole = _sized(text, pattern, unit), _expression(pattern, unit).fullmatch(text)
    assert (short is None) == (whole is None)
    if short and whole:
        numbers = [(one["sign_1"] or "") + one["digits_1"].lstrip("+") for one in (short, whole)]
        assert numbers[0] == numbers[1]
        for group in ("round_1", "scale_1", "part_1", "digits_2", "scale_2", "unit_1", "again"):
            assert (short[group] or "") == (whole[group] or ""), group
