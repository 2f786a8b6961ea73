"""What has grown old, counted to the state of the data."""

from datetime import date

from chipkb.load.tree import load
from chipkb.view.freshness import freshness_view


def test_the_state_is_the_newest_day_in_the_sources(kb):
    assert kb.state == date(2026, 1, 2)


def test_a_year_does_not_make_the_data_newer_than_it_is(world):
    path = world / "data/sources/almanac.yml"
    path.write_text(path.read_text("utf-8").replace("2024-11", "2026"), "utf-8")
    assert load(world).kb.state == date(2026, 1, 2)


def test_only_what_stands_grows_old(kb):
    """The superseded valuation is older than it may be, but nobody takes it for current."""
    view = freshness_view(kb)
    assert (view.stale, view.undated, view.fresh) == ((), (), 1)


def changed(world, old: str, new: str):
    path = world / "data/gpu/star-chip.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return freshness_view(load(world).kb)


def test_older_than_its_metric_allows(world):
    view = changed(world, "as_of: 2025-12-05", "as_of: 2023-12")
    [old] = view.stale
    assert (old.view.anchor, old.age, old.allowed) == ("fact-valuation-2025", 25, 24)


def test_on_the_last_day_it_is_still_fresh(world):
    assert changed(world, "as_of: 2025-12-05", "as_of: 2024-01").stale == ()


def test_without_a_date_the_source_tells(world):
    assert changed(world, "    as_of: 2025-12-05\n", "").fresh == 1


def test_neither_has_a_date(world):
    source = world / "data/sources/star-filing.yml"
    source.write_text(source.read_text("utf-8").replace("published: 2025-12-05\n", ""), "utf-8")
    [undated] = changed(world, "    as_of: 2025-12-05\n", "").undated
    assert undated.anchor == "fact-valuation-2025"


def test_a_newer_figure_of_the_same_stands_for_the_older(world):
    newer = (
        "  - id: valuation-2026\n    metric: valuation\n    value: 3000 亿元\n    as_of: 2026-01\n"
    )
    view = changed(world, "as_of: 2025-12-05", "as_of: 2020")
    assert len(view.stale) == 1
    view = changed(world, "  - id: patents\n", f"{newer}    source: star-filing\n  - id: patents\n")
    assert (view.stale, view.fresh) == ((), 1)
