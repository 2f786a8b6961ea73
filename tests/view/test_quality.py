"""The numbers that the data is held to."""

from chipkb.view.quality import quality_view


def test_the_tiny_world(kb):
    found = quality_view(kb)
    assert (found.self_media.part, found.self_media.whole) == (8, 12)
    assert found.primary == 4
    assert (found.supported_figures.part, found.supported_figures.percent) == (2, 33)
    assert (found.thin.part, found.thin.whole) == (1, 3)
    assert (found.series, found.overdue) == (0, 0)
    tables = {table.comparison.id: table.cells.whole for table in found.tables}
    assert tables == {"makers": 10, "products": 2}
