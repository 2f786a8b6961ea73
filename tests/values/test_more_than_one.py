"""What stands where one quantity belongs is told by what it is."""

import re

import pytest

from chipkb.values.more_than_one import more_than_one


def reads(text: str) -> bool:
    """A number, or a span of two, of patents."""
    return bool(re.fullmatch(r"约?\s*[\d,]+(–[\d,]+)? ?(项|patents)", text))


@pytest.mark.parametrize("text", ["425 项、430 项", "425/项 或 430 项", "425 项; 430 项", "400 → 425 项", "425 or 430 patents", "| 425 项 | 2024 |"])  # fmt: skip
def test_several(text):
    found = more_than_one(text, reads)
    assert found and found[0] in ("value-several", "quantity-beside")


@pytest.mark.parametrize("text", ["N/A", "未披露", "—", "暂无", "unknown", "不详", "/"])
def test_none(text):
    assert more_than_one(text, reads) == ("value-none", text, None)


@pytest.mark.parametrize(
    ("text", "rest", "instead"),
    [
        ("425 项（同比增长 20%）", "同比增长 20%", "425 项"),
        ("425 项，同比增长 20%", "同比增长 20%", "425 项"),
        ("授权专利 425 项", "授权专利", "425 项"),
        ("425 项 2024 年报", "2024 年报", "425 项"),
    ],
)
def test_words_beside_it(text, rest, instead):
    assert more_than_one(text, reads) == ("quantity-beside", rest, instead)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("介于 400 和 425 项之间", "400–425 项"),
        ("from 400 to 425 patents", "400–425 patents"),
        ("425（项）", "425 项"),
        ("2'800 项", "2,800 项"),
    ],
)
def test_one_that_is_written_otherwise(text, instead):
    assert more_than_one(text, reads) == ("quantity-syntax", text, instead)


@pytest.mark.parametrize("text", ["4,25 项", "同比翻番", "425 件"])
def test_what_is_something_else(text):
    assert more_than_one(text, reads) is None
