"""Charts as data."""

from dataclasses import replace
from decimal import Decimal

import pytest

from chipkb.model.fact import Basis
from chipkb.values.quantity_text import parse_quantity
from chipkb.values.text import Text
from chipkb.view.chart import Shape, chart
from chipkb.view.claim import claim_view

TITLE = Text(zh="份额", en="Share")


@pytest.fixture
def share(kb):
    """`share("约 60%")`: the moon's share with another value."""
    view = claim_view(kb, kb.claim("moon-fund/share", None))

    def with_value(text, basis=Basis.REPORTED):
        value = parse_quantity(text, kb.vocabulary.units_of("market-share"))
        return replace(view, claim=view.claim.model_copy(update={"value": value, "basis": basis}))

    return with_value


@pytest.mark.parametrize(
    ("text", "shape", "low", "high"),
    [
        ("60%", Shape.EXACT, "0.6", "0.6"),
        ("约 60%", Shape.ABOUT, "0.6", "0.6"),
        ("近 50%", Shape.ABOUT, "0.5", "0.5"),
        ("> 90%", Shape.FROM, "0.9", "0.9"),
        ("至少 90%", Shape.FROM, "0.9", "0.9"),
        ("≤ 5%", Shape.UP_TO, "0.05", "0.05"),
        ("高达 50%", Shape.UP_TO, "0.5", "0.5"),
        ("15–20%", Shape.RANGE, "0.15", "0.2"),
    ],
)
def test_a_value_ends_as_it_is_known(kb, share, text, shape, low, high):
    unit = kb.vocabulary.units["percent"]
    [lane] = chart("x", TITLE, [(None, share(text))], unit).lanes
    assert (lane.shape, lane.low, lane.high) == (shape, Decimal(low), Decimal(high))


def test_forecasts_and_questioned_figures_are_known_as_such(kb, share):
    unit = kb.vocabulary.units["percent"]
    [now, later] = chart(
        "x", TITLE, [(None, share("50%")), (None, share("60%", Basis.FORECAST))], unit
    ).lanes
    assert (now.is_future, later.is_future) == (False, True)
    old = claim_view(kb, kb.claim("star-chip/valuation", None))
    [lane] = chart("x", TITLE, [(None, old)], kb.vocabulary.units["cny"]).lanes
    assert lane.is_questioned


def test_percent_runs_to_a_hundred_and_all_else_to_a_round_number(kb, share):
    percent = chart("x", TITLE, [(None, share("5%"))], kb.vocabulary.units["percent"])
    assert [tick.text("en") for tick in percent.ticks] == ["0%", "50%", "100%"]
    value = claim_view(kb, kb.claim("star-chip/valuation-2025", None))
    money = chart("x", TITLE, [(None, value)], kb.vocabulary.units["cny"])
    assert [tick.text("zh") for tick in money.ticks] == ["0 元", "1500 亿元", "3000 亿元"]
    assert money.lanes[0].high == Decimal("2800") / Decimal("3000")
