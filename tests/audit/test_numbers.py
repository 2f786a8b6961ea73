"""Digits in a text, read as what they are."""

from decimal import Decimal

import pytest

from chipkb.audit.numbers import DateParts, digit_strings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("自 2020 年成立", DateParts(2020)),
        ("是,2024 年 11 月,", DateParts(2024, 11)),
        ("2025 年 2 月 26 日", DateParts(2025, 2, 26)),
        ("2025-02-26", DateParts(2025, 2, 26)),
        ("2024年第三季度后的2024年Q3", DateParts(2024, quarter=3)),
        ("11 月 5 日", DateParts(None, 11, 5)),
        ("on 26 February 2025", DateParts(2025, 2, 26)),
        ("February 26, 2025", DateParts(2025, 2, 26)),
        ("in November 2024", DateParts(2024, 11)),
        ("Q3 2024", DateParts(2024, quarter=3)),
    ],
)
def test_dates(text, parts):
    assert digit_strings(text)[-1].date == parts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("425 项", ["425"]),
        ("超2000亿晶体管", ["200000000000"]),
        ("16,800 张", ["16800"]),
        ("CNY 24 billion", ["24000000000"]),
        ("20.49%", ["20.49"]),
        ("5千瓦", ["5000", "5"]),
        ("12nm", ["12"]),
        ("7×24小时", ["7", "24"]),
        ("1 - 2 年", ["1", "2"]),
    ],
)
def test_numbers(text, values):
    found = [str(value) for digits in digit_strings(text) for value in digits.values]
    assert found == values


def test_codes():
    assert [d.code for d in digit_strings("MTTS80、S3000 与 HBM3E")] == ["MTTS80", "S3000", "HBM3E"]


@pytest.mark.parametrize("text", ["上世纪90年代", "the 1990s", "1990年代"])
def test_decades(text):
    assert [d.decade for d in digit_strings(text)] == [90]


def test_the_number_of_a_list_says_nothing():
    assert digit_strings("1.  显存：很快") == ()
    assert [d.values for d in digit_strings("1.5 倍")] == [(Decimal("1.5"),)]


def test_a_serial_number_is_no_quantity():
    [digits] = digit_strings("12345678901234567890123")
    assert digits.code == "12345678901234567890123"


def test_a_text_without_digits():
    assert digit_strings("三家欧美企业") == ()
