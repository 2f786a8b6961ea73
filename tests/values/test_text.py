"""Text in two languages."""

import pytest

from chipkb.values.text import Text, shortened, spreadsheet_cell


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("它在上市时 亏损， 而营收增长。", "它在上市时亏损，而营收增长。"),  # folded lines
        ("估值 {v} ， 由 [[x]] 投资", "估值 {v}，由 [[x]] 投资"),
        ("使用 CUDA 的 GPU", "使用 CUDA 的 GPU"),  # the space beside Latin words stays
        ("一段。\n\n另一段 English", "一段。\n\n另一段 English"),  # paragraphs stay
    ],
)
def test_chinese_has_no_spaces_from_folded_lines(written, read):
    assert Text(zh=written).zh == read


def test_english_keeps_its_spaces():
    assert Text(zh="好", en="a b, c").en == "a b, c"


def test_missing_english_shows_chinese():
    assert Text(zh="好").in_lang("en") == "好"
    assert Text(zh="好").lacks("en")
    assert not Text(zh="好", en="ok").lacks("en")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("as it is", "as it is"),
        ("a word is not cut", "a word…"),
        ("a word is", "a word is"),
        ("汉字可以在任何地方断开", "汉字可以在任何地…"),
        ("incomprehensible", "incompre…"),
    ],
)
def test_a_text_is_shortened_between_words(text, short):
    assert shortened(text, 9) == short


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://a.example")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "+",
        "-",
    ],
)
def test_no_cell_is_a_formula(text):
    assert spreadsheet_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+5.25", "1-2", "a=b", "'=1", "", "中国"])
def test_numbers_and_words_stay_as_they_are(text):
    assert spreadsheet_cell(text) == text
