"""What a figure says of its own time, and what becomes of what was announced."""

import pytest

from chipkb.load.tree import load
from chipkb.model.fact import Stretch

FILE = "data/gpu/star-chip.yml"


@pytest.fixture
def figure_with(world):
    """`figure_with(date, more)`: the patents of the company, dated so, with further keys."""

    def figure(as_of: str, more: str = ""):
        path = world / FILE
        text = path.read_text("utf-8")
        path.write_text(text.replace("as_of: 2024-10", f"as_of: {as_of}{more}", 1), "utf-8")
        return load(world).kb.claim("star-chip/patents", None).claim

    return figure


@pytest.mark.parametrize(
    ("as_of", "stretch"),
    [
        ("2024", Stretch.YEAR),
        ("2024-H1", Stretch.HALF),
        ("2024-Q3", Stretch.QUARTER),
        ("2024-11", Stretch.MONTH),
        ("2024-11-05", Stretch.POINT),
        ("2024-01/2024-09", Stretch.NINE_MONTHS),
        ("2020/2024", None),
    ],
)
def test_the_date_says_what_time_a_figure_covers(figure_with, as_of, stretch):
    assert figure_with(as_of).stretch is stretch


def test_what_is_written_goes_before_what_the_date_says(figure_with):
    assert figure_with("2024", "\n    period: cumulative").stretch is Stretch.CUMULATIVE
