"""Which figure speaks where several could: one answer to one question on every page."""

from collections.abc import Callable

import pytest

from chipkb.load.tree import load
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.view.box import box_view
from chipkb.view.directory import directory_view
from chipkb.view.entity import key_figures
from chipkb.view.preference import speaking_first

METRICS = """
revenue: {label: {zh: 营业收入, en: Revenue}, units: [cny], fresh_for: 24}
net-profit: {label: {zh: 净利润, en: Net profit}, units: [cny], fresh_for: 24}
net-loss: {label: {zh: 净亏损, en: Net loss}, units: [cny], fresh_for: 24}
"""


@pytest.fixture
def star_with(world) -> Callable[[str], KnowledgeBase]:
    """The tiny world with these figures of Star Chip, a line each."""

    def with_(lines: str) -> KnowledgeBase:
        metrics = world / "data/vocabulary/metrics.yml"
        metrics.write_text(metrics.read_text("utf-8") + METRICS, "utf-8")
        star = world / "data/gpu/star-chip.yml"
        facts = "".join(
            f"  - {{{line}, source: star-filing}}\n" for line in lines.strip().split("\n")
        )
        text = star.read_text("utf-8")
        star.write_text(text.replace("facts:\n", f"facts:\n{facts}", 1), "utf-8")
        return load(world).kb

    return with_


def said(kb: KnowledgeBase, *metrics: str) -> list[str]:
    """The figures of these metrics, the one that speaks first."""
    star = kb.entities["star-chip"]
    asked = [Placed(star, f) for f in star.facts if isinstance(f, Figure) and f.metric in metrics]
    return [placed.claim.id for placed in speaking_first(kb, asked)]


def test_the_newest_full_year_speaks_before_an_older_one_that_is_better_supported(star_with):
    kb = star_with(
        """id: old, metric: revenue, value: 10 亿元, as_of: 2023, assessment: supported
id: quarter, metric: revenue, value: 6 亿元, as_of: 2025-Q1
id: hope, metric: revenue, value: 30 亿元, as_of: 2025, basis: forecast, assessment: supported
id: new, metric: revenue, value: 20 亿元, as_of: 2024"""
    )
    assert said(kb, "revenue") == ["new", "old", "quarter", "hope"]


def test_the_whole_speaks_before_a_part_of_it(star_with):
    kb = star_with(
        """id: part, metric: revenue, value: 6 亿元, as_of: 2024, scope: {zh: 云端, en: cloud}, assessment: supported
id: whole, metric: revenue, value: 20 亿元, as_of: 2024"""
    )
    assert said(kb, "revenue") == ["whole", "part"]


def test_what_does_not_age_is_answered_by_what_is_best_supported(star_with):
    kb = star_with(
        """id: sure, metric: granted-patents, value: 9 项, as_of: 2020-01, assessment: supported
id: later, metric: granted-patents, value: 8 项, as_of: 2025-01"""
    )
    order = said(kb, "granted-patents")
    assert order.index("sure") < order.index("later")


def test_box_card_and_directory_give_the_same_answer_and_profit_and_loss_are_one_question(
    star_with,
):
    kb = star_with(
        """id: rev-2024, metric: revenue, value: 20 亿元, as_of: 2024
id: rev-2023, metric: revenue, value: 10 亿元, as_of: 2023, assessment: supported
id: loss-2024, metric: net-loss, value: 3 亿元, as_of: 2024
id: profit-q1, metric: net-profit, value: 1 亿元, as_of: 2025-Q1, assessment: supported"""
    )
    star = kb.entities["star-chip"]
    rows = [one.view.claim.id for row in box_view(kb, star).rows for one in row.figures]
    assert rows == ["rev-2024", "loss-2024"]
    assert [view.claim.id for view in key_figures(kb, star, most=2)] == rows
    (listed,) = [row for row in directory_view(kb).rows if row.entity is star]
    assert listed.revenue and listed.revenue.claim.id == "rev-2024"
