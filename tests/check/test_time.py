"""A word for now says when that was."""

import pytest

STAR = "data/gpu/star-chip.yml"


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("星辰如今估值{valuation}。", "Star Chip is valued at {valuation}.", ["如今"]),
        ("星辰估值{valuation}。", "Star Chip is now valued at {valuation}.", ["now"]),
        ("星辰仍在，估值{valuation}。", "Still there, at {valuation}.", ["仍", "Still"]),
        ("截至{valuation.as_of}，星辰仍在。", "As of {valuation.as_of}, it is still there.", []),
        ("这一点体现在估值上，{valuation}。", "It knows, {valuation}.", []),
    ],
)
def test_in_a_summary(problems_after, zh, en, found):
    old = """  zh: 星辰估值{valuation}，由[[moon-fund]]投资，其[[star-one]]有争议。
  en: Star Chip is valued at {valuation}, backed by [[moon-fund]]; its [[star-one]] is disputed.
"""
    problems = problems_after(STAR, old, f"  zh: {zh}\n  en: {en}\n")
    words = [dict(p.details)["found"] for p in problems if p.code == "now-undated"]
    assert words == found


def test_a_statement_has_the_date_of_its_source_beside_it(problems_after):
    old, new = "statement: {zh: 星辰说", "statement: {zh: 星辰仍说"
    assert not problems_after(STAR, old, new)
    undated = problems_after("data/sources/almanac.yml", "published: 2024-11\n", "")
    assert [p.code for p in undated] == ["now-undated"]


PLAN = """  - id: opening
    date: 2025
    kind: plan
    text: {zh: 计划建厂。, en: It plans a plant.}
    source: star-filing
    assessment: supported
"""


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [
        ("", ["outcome-missing"]),
        ("    outcome: {result: not-found, checked: 2026-01-02}\n", []),
        ("    outcome: {result: met, claim: listed}\n", []),
        ("    outcome: {result: met, claim: nothing}\n", ["fact-dangling"]),
        ("    outcome: {result: met, source: nobody}\n", ["source-unknown"]),
        ("    outcome: {result: met}\n", ["outcome-untold"]),
        ("    outcome: {result: not-found}\n", ["outcome-unchecked"]),
    ],
)
def test_a_plan_past_its_day(problems_after, outcome, codes):
    problems = problems_after(STAR, "events:\n", "events:\n" + PLAN + outcome)
    found = [p.code for p in problems if p.is_error or p.code == "outcome-missing"]
    # An outcome that cannot be read is as good as none.
    assert [code for code in found if code in codes or not codes] == codes
