from decimal import Decimal

import pytest
from babel import Locale

from chipkb.values.numeral import (
    SCALES,
    TooManyDigitsError,
    plain,
    read_number,
    space_han,
    write_numbers,
)


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        # nothing is shortened below 1万 and below a million
        ("0", "0", "0"),
        ("482", "482", "482"),
        ("8192", "8192", "8,192"),
        ("-2.4", "-2.4", "-2.4"),
        # a scale word where few decimals remain
        ("10000", "1万", "10,000"),
        ("16800", "1.68万", "16,800"),
        ("117400", "11.74万", "117,400"),
        ("1059000", "105.9万", "1.059 million"),
        ("400100000", "4.001亿", "400.1 million"),
        ("6497000000", "64.97亿", "6.497 billion"),
        ("135000000000", "1350亿", "135 billion"),
        ("1350000000000", "1.35万亿", "1.35 trillion"),
        # the next smaller word rather than many decimals
        ("9326800000", "93.268亿", "9,326.8 million"),
        ("123450000", "12,345万", "123.45 million"),
        # many decimals rather than ten digits and more
        ("4025740000", "40.2574亿", "4,025.74 million"),
        ("52576300000000", "52.5763万亿", "52,576.3 billion"),
        # every digit when no word would do
        ("15488", "15,488", "15,488"),
        ("1234567890123", "1,234,567,890,123", "1,234,567,890,123"),
        ("0.000000001", "0.000000001", "0.000000001"),
    ],
)
def test_a_number_is_written_without_losing_a_digit(number, zh, en):
    assert str(write_numbers((Decimal(number),), "zh", scaled=True)[0]) == zh
    assert str(write_numbers((Decimal(number),), "en", scaled=True)[0]) == en


def test_digits_stay_digits_where_the_unit_wants_no_scale_word():
    assert str(write_numbers((Decimal(24_000_000),), "zh", scaled=False)[0]) == "24,000,000"


def test_both_ends_of_a_range_stand_on_one_scale():
    ends = Decimal(90_000_000), Decimal(120_000_000)
    assert [str(n) for n in write_numbers(ends, "zh", scaled=True)] == ["0.9亿", "1.2亿"]
    assert [str(n) for n in write_numbers(ends, "en", scaled=True)] == [
        "90 million",
        "120 million",
    ]


def test_zero_takes_no_scale_word():
    ends = Decimal(0), Decimal(1_500_000)
    assert [str(n) for n in write_numbers(ends, "en", scaled=True)] == ["0", "1.5 million"]


@pytest.mark.parametrize(
    ("digits", "scale", "value"),
    [
        ("16,800", "", "16800"),
        ("1.68", "万", "16800"),
        ("14.50", "亿", "1450000000"),
        ("3", "百万", "3000000"),
        ("24", "Billion", "24000000000"),
        ("-1.35", "万亿", "-1350000000000"),
    ],
)
def test_digits_and_scale_word_make_the_number(digits, scale, value):
    assert str(read_number(digits, scale)) == value


@pytest.mark.parametrize(
    "digits", ["1" + "0" * 18, "0.0000000001", "123456789012345678.5000000001"]
)
def test_more_digits_than_can_be_kept_are_refused(digits):
    with pytest.raises(TooManyDigitsError):
        read_number(digits)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_our_scale_words_mean_what_they_mean_in_the_locale_data(lang):
    formats = Locale(lang).compact_decimal_formats
    for magnitude, pattern in formats.get("long", formats["short"])["other"].items():
        zeros, word = pattern.pattern.count("0"), pattern.pattern.strip("0 ")
        if word:
            assert 10 ** SCALES[word] == int(magnitude) // 10 ** (zeros - 1)


@pytest.mark.parametrize(
    ("number", "written"),
    [("2.40E+10", "24000000000"), ("14.50", "14.5"), ("-0.0", "0"), ("1E-3", "0.001")],
)
def test_a_plain_number_has_no_exponent_and_no_idle_zeros(number, written):
    assert str(plain(Decimal(number))) == written


@pytest.mark.parametrize(
    ("tight", "spaced"),
    [
        ("约60%", "约 60%"),
        ("240亿元", "240 亿元"),
        ("约-2.4%至5%", "约 -2.4% 至 5%"),
        ("1.8 TB/s以上", "1.8 TB/s 以上"),
        ("硬件-软件", "硬件-软件"),
    ],
)
def test_chinese_is_set_off_from_latin_letters_and_digits(tight, spaced):
    assert space_han(tight) == spaced
    assert space_han(spaced) == spaced
