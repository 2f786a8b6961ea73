"""Comparisons that cannot be read or lead nowhere."""

import pytest

MAKERS, PRODUCTS = "data/comparisons/makers.yml", "data/comparisons/products.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        (MAKERS, "unit: cny", "unit: nm", "unit-mismatch", 7),
        (MAKERS, "metric: valuation", "metric: valuatoin", "metric-unknown", 7),
        (MAKERS, "{id: stage, event", "{id: valuation, event", "comparison-column", 1),
        (MAKERS, "event: [launch, listing]", "event: []", "value-empty", 9),
        (MAKERS, "moon-fund]\ncolumns", "moon-found]\ncolumns", "ref-dangling", 5),
        (MAKERS, "scope: 夜空", "of: night-sky", "ref-dangling", 8),
        (MAKERS, "incoming: true", "only: [star-two]", "ref-dangling", 10),
        (MAKERS, "[[star-chip]]与", "[[star-ship]]与", "link-dangling", 4),
        (MAKERS, "与[[moon-fund]]相比。", "居第 3。", "number-naked", 4),
        (PRODUCTS, "kind: product\n", "", "comparison-rows", 1),
        (
            PRODUCTS,
            "kind: product\n",
            "kind: product\nentities: [star-one]\n",
            "comparison-rows",
            1,
        ),
    ],
)
def test_a_broken_comparison_is_told_at_its_line(problems_after, file, old, new, code, line):
    problems = problems_after(file, old, new)
    assert (code, file, line) in {(p.code, p.place.file, p.place.line) for p in problems}


def test_comparisons_stand_in_their_order(kb):
    assert [comparison.id for comparison in kb.comparisons] == ["products", "makers"]
