"""What a changed field said and says, in words and not as the file has it."""

import pytest

from chipkb.view.field_words import field_words


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        ("note", None, "（无）", "(none)"),
        ("assessment", "disputed", "有争议", "Disputed"),
        ("metric", "valuation", "估值", "Valuation"),
        ("target", "moon-fund", "月亮基金", "Moon Fund"),
        ("source", "star-filing", "星辰招股书", "星辰招股书"),
        ("as_of", "2025-12", "2025-12", "2025-12"),
        ("home", "gpu", "图形芯片", "Graphics chips"),
        ("aliases", ["甲", "乙"], "甲; 乙", "甲; 乙"),
        (
            "statement",
            {"zh": "[[star-one]]有 {star-chip/patents}，见 {lost}。", "en": "[[star-one|It]] has {star-chip/patents}."},
            "星一号有 425 项，见 …。",
            "It has 425 patents.",
        ),
        (
            "evidence",
            [{"url": "https://a.example/", "says": "agrees", "publisher": "某报", "text": {"zh": "同样。", "en": "Same."}}],
            "一致，某报，同样。",
            "Agrees, 某报, Same.",
        ),
    ],
)  # fmt: skip
def test_a_value_in_words(kb, field, value, zh, en):
    assert field_words(kb, field, value, "zh", "star-chip") == zh
    assert field_words(kb, field, value, "en", "star-chip") == en
