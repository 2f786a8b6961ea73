"""Whether a claim can be quoted, and what has to be said with it."""

import pytest

from chipkb.load.tree import load
from chipkb.view.quotable import Quotable, Why, quote


def quoted(kb, ref):
    return quote(kb, kb.claims[ref].claim)


def test_what_was_replaced_is_not_quoted(kb):
    found = quoted(kb, "star-chip/valuation")
    assert found.verdict is Quotable.NO
    assert Why.SUPERSEDED in found.why


def test_hearsay_is_not_quoted(kb):
    assert quoted(kb, "moon-fund/share").verdict is Quotable.NO
    assert Why.HEARSAY in quoted(kb, "moon-fund/share").why


def test_what_a_primary_source_says_is_quoted(kb):
    assert quoted(kb, "star-chip/listed").verdict is Quotable.YES


@pytest.mark.parametrize("basis", ["claimed", "estimate", "forecast", "target"])
def test_an_estimate_is_quoted_as_one(world, basis):
    path = world / "data/gpu/star-chip.yml"
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if "id: listed" in line)
    figure = (
        "  - {id: sold, metric: valuation, value: 9 亿元, as_of: 2025-12, "
        f"source: star-filing, assessment: supported, basis: {basis}}}"
    )
    facts = next(i for i, line in enumerate(lines) if line.startswith("facts:"))
    assert at
    lines.insert(facts + 1, figure)
    path.write_text("\n".join(lines), "utf-8")
    kb = load(world).kb
    found = quoted(kb, "star-chip/sold")
    assert (found.verdict, found.why) == (Quotable.WITH_BASIS, (Why.BASIS,))
