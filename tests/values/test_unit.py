from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from chipkb.values.quantity_text import parse_quantity
from chipkb.values.unit import Unit, Units

ENTRIES = yaml.safe_load(
    Path(__file__).parents[2].joinpath("data/vocabulary/units.yml").read_text(encoding="utf-8")
)
UNITS = Units.from_yaml(ENTRIES)


def test_a_symbol_stands_for_both_languages_and_keeps_its_digits():
    unit = Unit.from_yaml("nm", {"symbol": "nm", "dimension": "length", "factor": "1e-9"})
    assert unit.zh == unit.en == unit.en_one == "{n} nm"
    assert not unit.compact
    assert unit.factor == Decimal("0.000000001")


def test_a_unit_without_dimension_measures_itself_alone():
    unit = Unit.from_yaml("patent", {"zh": "{n}项", "en": "{n} patents"})
    assert unit.dimension == "patent"
    assert unit.factor == 1
    assert unit.compact


def test_chinese_spacing_is_not_the_business_of_the_vocabulary():
    spaced = Unit.from_yaml("rank", {"zh": "第 {n} 位", "en": "No. {n}"})
    assert spaced.zh == "第{n}位"


def test_english_tells_one_from_many():
    patent = UNITS["patent"]
    assert patent.pattern("en", Decimal(1)) == "{n} patent"
    assert patent.pattern("en", Decimal(2)) == "{n} patents"
    assert patent.pattern("en", Decimal("1.5")) == "{n} patents"
    assert patent.pattern("zh", Decimal(1)) == "{n}项"


@pytest.mark.parametrize(
    ("unit_id", "zh", "en"),
    [
        ("cny", "元", "CNY"),
        ("percent", "%", "%"),
        ("rank", "第…位", "No."),
        ("wafer-inch", "英寸", "inch"),
        ("patent", "项", "patents"),
        ("plain", "", ""),
    ],
)
def test_a_label_names_the_unit_without_a_number(unit_id, zh, en):
    assert (UNITS[unit_id].label("zh"), UNITS[unit_id].label("en")) == (zh, en)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("nm", "unit 'u' should be a mapping of .*"),
        ({"symbol": "nm", "colour": "red"}, "unit 'u' has unknown key 'colour'"),
        ({"zh": "{n}项"}, "unit 'u' needs either 'symbol' or both 'zh' and 'en'"),
        ({"symbol": "nm", "en": "{n} nm"}, "unit 'u' has 'symbol', so it needs neither .*"),
        ({"zh": "项", "en": "{n} patents"}, r"unit 'u': '项' should hold \{n\} once.*"),
        ({"zh": "{n}", "en": {"few": "{n}"}}, "unit 'u': 'en' is one pattern, or .*"),
        ({"symbol": "nm", "factor": "ten"}, "unit 'u': factor 'ten' is not a number above zero"),
        ({"symbol": "nm", "factor": 0}, "unit 'u': factor '0' is not a number above zero"),
        ({"symbol": "nm", "factor": "NaN"}, "unit 'u': factor 'NaN' is not a number above zero"),
        ({"symbol": "nm", "aliases": "纳米"}, "unit 'u': 'aliases' should be a list"),
        ({"symbol": "nm", "aliases": ["{n} a {n}"]}, r"unit 'u': '.*' should hold \{n\} once.*"),
        ({"symbol": "nm", "compact": "no"}, "unit 'u': 'compact' should be true or false.*"),
        ({"symbol": "nm", "also": {"en": "{n} mm"}}, "unit 'u': 'also' needs the two keys .*"),
        ({"symbol": "in", "also": {"en": "mm", "factor": 25}}, r"unit 'u': 'mm' should hold .*"),
    ],
)
def test_a_wrong_entry_is_refused_with_a_sentence(entry, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Unit.from_yaml("u", entry)


def test_two_units_of_one_dimension_cannot_be_written_alike():
    with pytest.raises(ValueError, match=r"'metre' and 'mile' are both written '\{n\} m'"):
        Units.from_yaml(
            {
                "metre": {"symbol": "m", "dimension": "length"},
                "mile": {"symbol": "mi", "aliases": ["m"], "dimension": "length", "factor": 1609},
            }
        )


def test_a_metric_takes_its_units_and_their_relatives_its_own_first():
    allowed = [unit.id for unit in UNITS.allowed(["year", "usd"])]
    assert allowed == ["year", "usd", "month", "quarter"]


def test_units_are_found_by_id():
    assert UNITS.get("nm") is UNITS["nm"]
    assert UNITS.get("parsec") is None
    assert "nm" in UNITS
    assert "parsec" not in UNITS
    assert len(UNITS) == len(ENTRIES)


def test_spellings_are_words_without_a_number():
    assert {"亿元", "{n}", ""}.isdisjoint(UNITS.spellings())
    assert {"nm", "纳米", "元", "patents", "patent", "CNY"} <= set(UNITS.spellings())


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_every_spelling_in_the_vocabulary_is_read_as_its_own_unit(unit):
    for pattern in unit.patterns:
        quantity = parse_quantity(pattern.replace("{n}", "24"), UNITS.of_dimension(unit.dimension))
        assert (quantity.unit, quantity.low) == (unit, 24)


@pytest.mark.parametrize("dimension", sorted({unit.dimension for unit in UNITS}))
def test_every_shared_dimension_has_a_base_unit(dimension):
    """With no unit of factor 1 a base value could not be named; alone, a factor means nothing."""
    assert 1 in {unit.factor for unit in UNITS.of_dimension(dimension)}


@pytest.mark.parametrize(
    ("small", "count", "large"),
    [
        ("nm", 1000, "um"),
        ("um", 1000, "mm"),
        ("mm", 10, "cm"),
        ("cm", 100, "m"),
        ("m", 1000, "km"),
        ("nm2", 10**6, "um2"),
        ("um2", 10**6, "mm2"),
        ("mm2", 10**6, "square-metre"),
        ("gram", 1000, "kg"),
        ("kg", 1000, "tonne"),
        ("milliwatt", 1000, "watt"),
        ("watt", 1000, "kw"),
        ("kw", 1000, "mw"),
        ("mw", 1000, "gw"),
        ("volt", 1000, "kv"),
        ("milliampere", 1000, "ampere"),
        ("hz", 10**6, "mhz"),
        ("mhz", 1000, "ghz"),
        ("ghz", 1000, "thz"),
        ("db-per-m", 100, "db-per-cm"),
        ("mbit-per-s", 1000, "gbit-per-s"),
        ("gbit-per-s", 1000, "tbit-per-s"),
        ("gbyte-per-s", 1000, "tbyte-per-s"),
        ("tbyte-per-s", 1000, "pbyte-per-s"),
        ("bit", 2**30, "gbit"),
        ("gbit", 1024, "tbit"),
        ("mbyte", 1024, "gbyte"),
        ("gbyte", 1024, "tbyte"),
        ("tops", 1000, "pops"),
        ("gflops", 1000, "tflops"),
        ("tflops", 1000, "pflops"),
        ("pflops", 1000, "eflops"),
        ("nanosecond", 1000, "microsecond"),
        ("microsecond", 1000, "millisecond"),
        ("millisecond", 1000, "second"),
        ("second", 60, "minute"),
        ("minute", 60, "hour"),
        ("hour", 24, "day"),
        ("day", 7, "week"),
        ("month", 3, "quarter"),
        ("quarter", 4, "year"),
        ("wafer-per-year", 12, "wafer-per-month"),
        ("chip", 1, "card"),
        ("card", 1, "piece"),
    ],
)
def test_factors_agree_with_what_one_unit_is_in_the_next(small, count, large):
    assert UNITS[small].dimension == UNITS[large].dimension
    assert UNITS[small].factor * count == UNITS[large].factor


def test_the_table_of_factors_leaves_no_unit_out():
    table = test_factors_agree_with_what_one_unit_is_in_the_next.pytestmark[0].args[1]
    checked = {unit_id for small, _, large in table for unit_id in (small, large)}
    shared = {unit.id for unit in UNITS if len(UNITS.of_dimension(unit.dimension)) > 1}
    assert checked == shared
