"""Prose as words, with Chinese typography where values are filled in."""

import pytest

from chipkb.model.prose import Prose
from chipkb.model.words import prose_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("专利{patents}。", "专利 425 项。"),  # Han meets a digit
        ("专利 {patents} 。", "专利 425 项。"),
        ("估值 {valuation-2025}", "估值近 2800 亿元"),  # Han meets Han, whatever was typed
        ("由 [[moon-fund]] 投", "由月亮基金投"),
        ("由[[star-one|S-1]]投", "由 S-1 投"),
        ("[[star-one|S-1]]{patents}", "S-1 425 项"),  # two Latin ends never run together
        ("（{patents}）", "（425 项）"),
        ("上市于{listed}", "上市于 2025 年 12 月 5 日"),
        ("{patents.as_of}时", "2024 年 10 月时"),
    ],
)
def test_chinese_spacing(kb, written, read):
    assert prose_text(kb, Prose(zh=written), "zh", "star-chip") == read


def test_english_is_left_alone(kb):
    prose = Prose(zh="x", en="It holds {patents} ({patents.as_of}), by [[moon-fund]].")
    assert prose_text(kb, prose, "en", "star-chip") == (
        "It holds 425 patents (October 2024), by Moon Fund."
    )
