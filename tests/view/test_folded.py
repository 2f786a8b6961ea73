"""What stands first under a heading and what is folded behind it."""

import pytest

from chipkb.load.tree import load
from chipkb.model.fact import Assessment
from chipkb.view.entity import entity_view
from chipkb.view.folded import FIGURES, Folded

HEAD = "kind: market\nname: {zh: 星市, en: Star market}\nfacts:\n"
FACT = "  - {{id: f{i}, metric: market-share, value: {value}, as_of: {date}, source: almanac#gpu/1{more}}}\n"
REFUTED = ", assessment: refuted, note: {zh: 不对。, en: Wrong.}"


@pytest.fixture
def folded(world):
    """`folded((date, value, more), …)`: the figures of a market's only metric."""

    def of(*figures: tuple[str, str, str]):
        facts = (
            FACT.format(i=i, date=date, value=value, more=more)
            for i, (date, value, more) in enumerate(figures)
        )
        (world / "data/gpu/star-market.yml").write_text(HEAD + "".join(facts), "utf-8")
        kb = load(world).kb
        (group,) = entity_view(kb, kb.entities["star-market"]).figures.shown
        return group.folded

    return of


def dates(views) -> list[str]:
    return [view.date.iso for view in views]


def test_a_series_is_one_row_with_the_years_before_behind_it(folded):
    found = folded(*((str(year), f"{year - 2000}%", "") for year in range(2018, 2026)))
    assert dates(found.shown) == ["2025"]
    assert dates(found.rest) == [str(year) for year in range(2024, 2017, -1)]
    assert found.years == (2018, 2024)


def test_each_way_of_counting_has_its_row(folded):
    scope = ", scope: {zh: 夜空, en: Night}"
    found = folded(
        ("2025", "7%", ""), ("2024", "5%", ""), ("2025", "9%", scope), ("2024", "8%", scope)
    )
    assert [str(view.claim.value.low) for view in found.shown] == ["7", "9"]


def test_a_quarter_does_not_push_the_full_year_behind_the_fold(folded):
    found = folded(
        ("2026-Q2", "9%", ""), ("2026-Q1", "8%", ""), ("2025", "7%", ""), ("2024", "5%", "")
    )
    assert dates(found.shown) == ["2026-Q2", "2025"]


def test_one_alone_is_not_folded(folded):
    found = folded(("2025", "7%", ""), ("2024", "5%", ""))
    assert dates(found.shown) == ["2025", "2024"]
    assert found.rest == ()


def test_what_nobody_believes_is_behind_the_fold_which_says_so(folded):
    found = folded(("2025", "7%", ""), ("2024", "5%", ""), ("2023", "99%", REFUTED))
    assert dates(found.shown) == ["2025"]
    assert found.doubts == (Assessment.REFUTED,)


def test_what_is_all_there_is_is_shown_even_if_nobody_believes_it(folded):
    found = folded(("2025", "99%", REFUTED), ("2024", "98%", REFUTED), ("2023", "97%", REFUTED))
    assert dates(found.shown) == ["2025"]


def test_no_metric_takes_more_than_a_few_rows(folded):
    scopes = [f", scope: {{zh: 天{i}, en: Sky {i}}}" for i in range(9)]
    found = folded(*(("2025", f"{i + 1}%", scope) for i, scope in enumerate(scopes)))
    assert len(found.shown) == FIGURES
    assert len(found.shown) + len(found.rest) == len(scopes)


def test_after_folds_the_rest():
    assert Folded.after(2, (1, 2, 3, 4)) == Folded((1, 2), (3, 4))
    assert Folded.after(2, (1, 2, 3)) == Folded((1, 2, 3), ())
