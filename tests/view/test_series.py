"""What may be drawn as one line, and what must not."""

import pytest

from chipkb.load.tree import load
from chipkb.view.series import series_of

HEAD = "kind: market\nname: {zh: 星市, en: Star market}\nfacts:\n"
FACT = "  - {{id: f{i}, metric: market-share, value: {value}, as_of: {date}, source: almanac#gpu/1{more}}}\n"


@pytest.fixture
def dates_of(world):
    """`dates_of((date, value, more), …)`: the dates of each series in a market with such figures."""

    def dates(*figures: tuple[str, str, str]) -> list[list[str]]:
        facts = (
            FACT.format(i=i, date=date, value=value, more=more)
            for i, (date, value, more) in enumerate(figures)
        )
        (world / "data/gpu/star-market.yml").write_text(HEAD + "".join(facts), "utf-8")
        loaded = load(world)
        assert not loaded.problems
        found = series_of(loaded.kb, loaded.kb.entities["star-market"])
        return [[placed.claim.as_of.iso for placed in one.points] for one in found]

    return dates


def test_three_dates_make_a_series_oldest_first(dates_of):
    years = [("2025", "7%", ""), ("2023", "3%", ""), ("2024", "5%", "")]
    assert dates_of(*years) == [["2023", "2024", "2025"]]
    assert dates_of(*years[:2]) == []


@pytest.mark.parametrize(
    "other", [", of: moon-fund", ", scope: {zh: 夜空, en: Night}", ", period: cumulative"]
)
def test_what_is_counted_otherwise_is_another_series(dates_of, other):
    assert dates_of(("2023", "3%", ""), ("2024", "5%", ""), ("2025", "7%", other)) == []


def test_a_quarter_does_not_stand_among_years(dates_of):
    assert dates_of(("2023", "3%", ""), ("2024", "5%", ""), ("2024-Q4", "7%", "")) == []


def test_one_figure_a_date_and_none_that_does_not_hold(dates_of):
    gone = ", assessment: superseded, note: {zh: 已改。, en: Changed.}"
    years = [("2023", "3%", ""), ("2024", "5%", ""), ("2024", "6%", ""), ("2025", "7%", gone)]
    assert dates_of(*years) == []
    assert dates_of(*years, ("2026", "8%", "")) == [["2023", "2024", "2026"]]
