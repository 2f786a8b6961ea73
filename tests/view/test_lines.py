"""Lines over time: one a way of counting, points no more exact than they are known."""

import pytest

from chipkb.load.tree import load
from chipkb.render.lines import lines_html
from chipkb.view.chart import Shape
from chipkb.view.lines import entity_lines

FIGURES = """
  - {id: v-2023, metric: valuation, value: 100 亿元, as_of: 2023, source: star-filing}
  - {id: v-2024, metric: valuation, value: 120–160 亿元, as_of: 2024, source: star-filing}
  - {id: v-2025, metric: valuation, value: 超过 200 亿元, as_of: 2025, source: star-filing}
  - {id: v-2026, metric: valuation, value: 300 亿元, as_of: 2026, basis: forecast, source: star-filing}
  - {id: half-2025, metric: valuation, value: 90 亿元, as_of: 2025-H1, source: star-filing}
"""


@pytest.fixture
def chart(world):
    path = world / "data/gpu/star-one.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("facts:\n", "facts:" + FIGURES, 1), "utf-8")
    kb = load(world).kb
    (chart,) = entity_lines(kb, kb.entities["star-one"])
    return chart


def test_only_what_is_counted_alike_is_one_line(chart):
    (line,) = chart.lines
    assert [point.view.anchor for point in line.points] == [
        "fact-v-2023",
        "fact-v-2024",
        "fact-v-2025",
        "fact-v-2026",
    ]


def test_a_point_is_no_more_exact_than_its_figure(chart):
    shapes = [point.shape for point in chart.lines[0].points]
    assert shapes == [Shape.EXACT, Shape.RANGE, Shape.FROM, Shape.EXACT]
    low, high = chart.lines[0].points[1].low, chart.lines[0].points[1].high
    assert 0 < low < high < 1


def test_time_runs_to_the_right_and_more_is_higher(chart):
    points = chart.lines[0].points
    assert [point.x for point in points] == sorted(point.x for point in points)
    assert points[0].high < points[-1].high


def test_each_point_is_drawn_as_a_link_and_the_future_is_dashed(chart):
    svg = lines_html(chart, "zh", "entity/star-one")
    assert svg.count("<a ") == 4
    assert 'href="#fact-v-2024"' in svg
    assert svg.count("ck-line-future") == 1
    assert "ck-dot--hollow" in svg
