"""The titles of a source."""

import pytest

from chipkb.model.source import Source
from chipkb.values.text import Text

TITLE = {"zh": "星辰招股书", "en": "Star prospectus"}


@pytest.mark.parametrize(
    ("language", "untitled", "own"),
    [
        ("zh-Hant", False, "星辰招股书"),
        ("en-GB", False, "Star prospectus"),
        ("ja", False, "Star prospectus"),  # our translation into English stands in
        ("zh", True, "[星辰招股书]"),
    ],
)
def test_a_source_is_cited_by_the_title_in_its_own_language(language, untitled, own):
    source = Source.model_construct(title=Text(**TITLE), language=language, untitled=untitled)
    assert source.own_title == own


def test_a_description_stands_in_brackets_in_both_languages():
    source = Source.model_construct(title=Text(**TITLE), language="zh", untitled=True)
    assert (source.shown_title.zh, source.shown_title.en) == ("[星辰招股书]", "[Star prospectus]")
