from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.values.partial_date import PartialDate, PartialDateError, Precision

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("2024", "2024 年", "2024"),
        ("2024-H1", "2024 年上半年", "first half of 2024"),
        ("2026-H2", "2026 年下半年", "second half of 2026"),
        ("2024-Q3", "2024 年第三季度", "Q3 2024"),
        ("2024-11", "2024 年 11 月", "November 2024"),
        ("2025-02-26", "2025 年 2 月 26 日", "26 February 2025"),
        ("by 2026", "不晚于 2026 年", "by 2026"),
        ("by 2026-H1", "不晚于 2026 年上半年", "by the first half of 2026"),
        ("by 2025-12-30", "不晚于 2025 年 12 月 30 日", "by 30 December 2025"),
        ("2020/2024", "2020–2024 年", "2020–2024"),
        ("2025-01/2025-09", "2025 年 1–9 月", "January–September 2025"),
        ("2025-Q1/2025-Q3", "2025 年第一季度至第三季度", "Q1–Q3 2025"),
        ("2024-05-03/2024-05-05", "2024 年 5 月 3–5 日", "3–5 May 2024"),
        (
            "2024-04-30/2024-05-05",
            "2024 年 4 月 30 日至 2024 年 5 月 5 日",
            "30 April 2024 to 5 May 2024",
        ),
        ("2024-11/2025-02", "2024 年 11 月至 2025 年 2 月", "November 2024 to February 2025"),
        ("2024-H2/2026", "2024 年下半年至 2026 年", "second half of 2024 to 2026"),
    ],
)
def test_a_date_is_shown_as_precise_as_it_is(typed, zh, en):
    assert parse(typed).text("zh") == zh
    assert parse(typed).text("en") == en
    assert parse(typed).iso == str(parse(typed)) == typed


@pytest.mark.parametrize(
    ("typed", "precision", "first", "last"),
    [
        ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-H2", Precision.HALF, date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q2", Precision.QUARTER, date(2024, 4, 1), date(2024, 6, 30)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", Precision.MONTH, date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02-29", Precision.DAY, date(2024, 2, 29), date(2024, 2, 29)),
        ("2020/2024-03", Precision.YEAR, date(2020, 1, 1), date(2024, 3, 31)),
        ("by 2026", Precision.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_date_knows_its_first_and_last_day(typed, precision, first, last):
    parsed = parse(typed)
    assert (parsed.precision, parsed.first, parsed.last) == (precision, first, last)


def test_only_a_deadline_is_a_deadline():
    assert parse("by 2026").by
    assert not parse("2026").by
    assert parse("by 2026") != parse("2026")


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("2024-13", "date-nonexistent", None),
        ("2024-00", "date-nonexistent", None),
        ("2025-02-30", "date-nonexistent", None),
        ("2023-02-29", "date-nonexistent", None),
        ("2024-Q5", "date-nonexistent", None),
        ("2024-Q0", "date-nonexistent", None),
        ("2024-H3", "date-nonexistent", None),
        ("1024", "date-year", None),
        ("24-11", "date-syntax", "2024-11"),
        ("2024/11", "date-syntax", "2024-11"),
        ("2024/13", "date-syntax", None),
        ("2024-1", "date-syntax", "2024-01"),
        ("2025/2/6", "date-syntax", "2025-02-06"),
        ("2025.02.26", "date-syntax", "2025-02-26"),
        ("2024年11月", "date-syntax", "2024-11"),
        ("2025 年 2 月 26 日", "date-syntax", "2025-02-26"),
        ("2024年", "date-syntax", "2024"),
        ("２０２４", "date-syntax", "2024"),
        ("2024-q3", "date-syntax", "2024-Q3"),
        ("2024Q3", "date-syntax", "2024-Q3"),
        ("Q3 2024", "date-syntax", "2024-Q3"),
        ("H1 2025", "date-syntax", "2025-H1"),
        ("2025H1", "date-syntax", "2025-H1"),
        ("2020-2024", "date-syntax", "2020/2024"),
        (" 2024", "date-syntax", "2024"),
        ("2024\n", "date-syntax", "2024"),
        ("by 2020/2024", "date-syntax", None),
        ("recently", "date-syntax", None),
        ("", "date-syntax", None),
        ("2024/2020", "date-span", None),
        ("2024/2024", "date-span", None),
        ("2024/2024-11", "date-span", None),
    ],
)
def test_what_is_wrong_is_told_exactly(text, code, suggestion):
    with pytest.raises(PartialDateError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.found) == (code, text)
    assert caught.value.suggestion == suggestion


def test_a_period_sorts_after_everything_inside_it():
    in_order = [
        "by 2023",
        "2024-03",
        "2024-H1",
        "2024-12-31",
        "2024-12",
        "2024-Q4",
        "2024-H2",
        "2024",
        "by 2024",
        "2020/2024",
        "2025-01-01",
    ]
    assert [d.iso for d in sorted(map(parse, reversed(in_order)))] == in_order


def test_a_date_does_not_compare_with_a_text():
    with pytest.raises(TypeError):
        assert parse("2024") < "2025"


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
periods = st.one_of(
    days.map(lambda d: f"{d:%Y-%m-%d}"),
    days.map(lambda d: f"{d:%Y-%m}"),
    days.map(lambda d: f"{d:%Y}-Q{(d.month + 2) // 3}"),
    days.map(lambda d: f"{d:%Y}-H{1 if d.month < 7 else 2}"),
    days.map(lambda d: f"{d:%Y}"),
)
spans = (
    st.tuples(periods, periods)
    .filter(lambda ends: parse(ends[0]).last < parse(ends[1]).first)
    .map("/".join)
)
dates = periods | spans | periods.map(lambda text: f"by {text}")


@given(dates)
def test_the_canonical_text_reads_back(text):
    assert parse(text).iso == text
    assert parse(parse(text).iso) == parse(text)
    assert parse(text).first <= parse(text).last


@given(dates, dates)
def test_any_two_dates_have_one_order(one, other):
    one, other = parse(one), parse(other)
    assert (one < other) + (other < one) + (one == other) == 1
    if one.last < other.last:
        assert one < other


@given(days)
def test_the_day_after_a_period_begins_the_next(day):
    month = parse(f"{day:%Y-%m}")
    assert month.first <= day <= month.last
    assert (month.last + timedelta(days=1)).day == 1


@given(dates, dates, st.sampled_from(["zh", "en"]))
def test_different_dates_never_look_alike(one, other, lang):
    assert (parse(one).text(lang) == parse(other).text(lang)) == (one == other)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_never_broken(text):
    try:
        assert parse(text).iso == text
    except PartialDateError as error:
        assert error.found == text


@pytest.mark.parametrize(
    ("written", "machine"),
    [("2024", "2024"), ("2024-11", "2024-11"), ("2024-11-05", "2024-11-05"),
     ("2024-Q3", ""), ("2024-H1", ""), ("by 2026", ""), ("2024/2026", "")],
)  # fmt: skip
def test_html_takes_years_months_and_days_only(written, machine):
    assert PartialDate.parse(written).machine == machine
