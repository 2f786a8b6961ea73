"""No naked numbers: what counts as known, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.check.numerals import _PATTERNS, _TRACES


@pytest.fixture
def naked(problems_after):
    """The numbers told about when the summary of Star One reads `text`."""

    def numbers(text: str) -> list[str]:
        found = problems_after("data/gpu/star-one.yml", "'一款{node}芯片。'", repr(text))
        return [dict(p.details)["found"] for p in found if p.code == "number-naked"]

    return numbers


@pytest.mark.parametrize(
    "text",
    [
        "工艺为{node}。",  # from a fact
        "发布于{launched}。",  # an event gives its date
        "见[[star-chip|STAR100]]。",  # an alias, linked
        "型号STAR100与S-1。",  # names
        "star100 也行",  # names in any case
        "没有数字",
    ],
)
def test_known_numbers_pass(naked, text):
    assert naked(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("增长 40%。", ["40%"]),
        ("成立于2020年", ["2020"]),
        ("STAR1000 不是名字", ["STAR1000"]),
        ("约1,000.5项", ["1,000.5"]),
        ("[[star-chip|第9代]]", ["9"]),
        ("从3到5", ["3", "5"]),
    ],
)
def test_naked_numbers_are_told(naked, text, numbers):
    assert naked(text) == numbers


def test_evidence_may_quote_numbers(kb):
    """The world's evidence says 425, and the world has no problems."""
    [evidence] = kb.claims["star-chip/patents"].claim.evidence
    assert "425" in evidence.text.zh


@pytest.mark.parametrize("lang", ["zh", "en"])
@given(data=st.data())
def test_the_quick_look_overlooks_no_number_in_words(lang, data):
    text = data.draw(st.from_regex(_PATTERNS[lang]))
    if _PATTERNS[lang].search(text):
        assert _TRACES[lang].search(text)
