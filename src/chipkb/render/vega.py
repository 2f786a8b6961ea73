"""Charts drawn by Vega, as SVG with numbered blanks where words will stand.

Vega would measure every word with the fonts of the machine, slowly and not the same everywhere;
so it draws blanks, once for both languages, and nothing depends on how wide they are.
"""

import json
import multiprocessing
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from chipkb.values.store import Store, kept
from chipkb.view.chart import ChartView, Lane, Shape

WIDTH, LANE, BAR = 344, 42, 8  # pixels
MARGIN, AXIS = 8, 22
SVG = "http://www.w3.org/2000/svg"
# Colours as in a file of its own; on a page each is a CSS variable that follows the theme.
COLOURS = {
    "text": "#1f2933",
    "muted": "#52606d",
    "grid": "#d9dee3",
    "track": "#eceff2",
    "paper": "#ffffff",
    "domestic": "#0b7a75",
    "share": "#3b6fb6",
    "questioned": "#8a8f98",
}
_BAR_MIDDLE = 27  # from the top of a lane
_FADE = 5  # steps in which an open-ended bar loses itself
_STALE = 0.4  # of the strength of a bar whose figure is old


def drawing(chart: ChartView, store: Store | None = None) -> ET.Element:
    """The chart; its texts read @number.place, where place is label, value or tick.

    Raises NotHere in a process of a pool, for a chart that neither the `store` has nor was drawn before
    the pool began.
    """
    return ET.fromstring(_drawn(json.dumps(_spec(chart), sort_keys=True), store))


class NotHere(Exception):
    """Vega's threads do not follow into a forked process, where drawing would wait for them for ever.
    What was drawn before is known there."""


@lru_cache(maxsize=512)
def _drawn(spec: str, store: Store | None) -> str:
    return kept(store, lambda: _draw(spec), spec)


def _draw(spec: str) -> str:
    """Vega's SVG without what only Vega's own viewer uses."""
    if multiprocessing.parent_process():
        raise NotHere
    import vl_convert  # a browser's worth of code, and most builds have no new chart

    svg = ET.fromstring(vl_convert.vega_to_svg(json.loads(spec)))
    for element in svg.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        for name in list(element.attrib):
            if name.startswith("aria-") or name in ("role", "class", "pointer-events", "version"):
                del element.attrib[name]
        if "font-family" in element.attrib:
            element.set("font-family", "system-ui, sans-serif")
    for parent in svg.iter():
        for child in [child for child in parent if _is_blank(child)]:
            parent.remove(child)
    return ET.tostring(svg, encoding="unicode")


def _is_blank(element: ET.Element) -> bool:
    """Vega's background, and the paths that it keeps for pointers."""
    if element.tag == "rect":
        return element.get("fill") == "white"
    return element.tag == "path" and not (element.get("fill") or element.get("stroke"))


def _spec(chart: ChartView) -> dict[str, Any]:
    """The chart in Vega's language: https://vega.github.io/vega/docs/."""
    return {
        "width": WIDTH,
        "height": len(chart.lanes) * LANE,
        "autosize": "none",  # else the widths of words would move the drawing
        "padding": {"left": MARGIN, "right": MARGIN, "top": 0, "bottom": AXIS},
        "data": [
            {"name": "tracks", "values": [{"lane": i} for i in range(len(chart.lanes))]},
            {"name": "bars", "values": list(_bars(chart))},
            {"name": "ends", "values": list(_ends(chart))},
        ],
        "scales": [{"name": "x", "type": "linear", "domain": [0, 1], "range": "width"}],
        "axes": [_axis(chart)],
        "marks": [_track_mark(), _bar_mark(), _end_mark(), *_text_marks()],
    }


def _bars(chart: ChartView) -> Iterator[dict[str, Any]]:
    """The pieces of each bar: solid as far as it is known, then fading, hollow or pale."""
    for i, lane in enumerate(chart.lanes):
        low, high, colour = float(lane.low), float(lane.high), _colour(lane)
        piece = {"lane": i, "colour": colour, "future": lane.is_future}
        strength = _strength(lane)
        match lane.shape:
            case Shape.RANGE:
                yield piece | {"x": 0, "x2": low, "opacity": 0.25 * strength}
                yield piece | {"x": low, "x2": high, "opacity": strength}
            case Shape.UP_TO:
                yield piece | {"x": 0, "x2": high, "opacity": 0.35 * strength}
            case _:
                yield piece | {"x": 0, "x2": high, "opacity": strength}
        if lane.shape is Shape.FROM and not lane.is_future:
            step = min(1 - high, 0.2) / _FADE
            for k in range(_FADE):
                start = high + k * step
                opacity = 0.6 * (1 - k / _FADE) * strength
                fading = {"x": start, "x2": start + step, "opacity": opacity}
                yield piece | fading


_ENDS = {  # on a square from -1 to 1, as Vega has it
    Shape.EXACT: "M-0.12,-1H0.12V1H-0.12Z",
    Shape.ABOUT: "circle",
    Shape.RANGE: "M-0.12,-1H0.12V1H-0.12Z",
    Shape.FROM: "M-0.5,-0.9L0.7,0L-0.5,0.9Z",
    Shape.UP_TO: "M0.5,-0.9L-0.7,0L0.5,0.9Z",
}


def _ends(chart: ChartView) -> Iterator[dict[str, Any]]:
    """The mark at the value; of a range one at each end."""
    for i, lane in enumerate(chart.lanes):
        ends = (lane.low, lane.high) if lane.shape is Shape.RANGE else (lane.high,)
        for end in ends:
            hollow = lane.shape is Shape.ABOUT
            yield {
                "lane": i,
                "x": float(end),
                "shape": _ENDS[lane.shape],
                "fill": COLOURS["paper"] if hollow else _colour(lane),
                "stroke": _colour(lane),
                "opacity": 0.6 if lane.is_stale else 1,
            }


def _strength(lane: Lane) -> float:
    return _STALE if lane.is_stale else 1


def _colour(lane: Lane) -> str:
    if lane.is_questioned:
        return COLOURS["questioned"]
    return COLOURS["domestic" if lane.is_domestic else "share"]


def _axis(chart: ChartView) -> dict[str, Any]:
    last = len(chart.ticks) - 1
    return {
        "scale": "x",
        "orient": "bottom",
        "values": [i / last for i in range(len(chart.ticks))],
        "encode": {
            "labels": {
                "update": {"text": {"signal": f"'@' + round(datum.value * {last}) + '.tick'"}}
            }
        },
        "grid": True,
        "gridColor": COLOURS["grid"],
        "gridDash": [2, 3],
        "domain": False,
        "ticks": False,
        "labelColor": COLOURS["muted"],
        "labelFontSize": 10.5,
        "labelPadding": 5,
        "labelFlush": True,
        "labelOverlap": False,
    }


def _y(offset: float) -> dict[str, Any]:
    return {"signal": f"datum.lane * {LANE} + {offset}"}


def _track_mark() -> dict[str, Any]:
    box = {"x": {"value": 0}, "width": {"value": WIDTH}, "y": _y(_BAR_MIDDLE - BAR / 2)}
    look = {"height": {"value": BAR}, "fill": {"value": COLOURS["track"]}}
    return _mark("rect", "tracks", box | look | {"cornerRadius": {"value": 2}})


def _bar_mark() -> dict[str, Any]:
    future = "datum.future"
    return _mark(
        "rect",
        "bars",
        {
            "x": {"scale": "x", "field": "x"},
            "x2": {"scale": "x", "field": "x2"},
            "y": _y(_BAR_MIDDLE - BAR / 2),
            "height": {"value": BAR},
            "fill": {"signal": f"{future} ? '{COLOURS['paper']}' : datum.colour"},
            "fillOpacity": {"field": "opacity"},
            "stroke": {"signal": f"{future} ? datum.colour : null"},
            "strokeDash": {"value": [3, 2]},
        },
    )


def _end_mark() -> dict[str, Any]:
    return _mark(
        "symbol",
        "ends",
        {
            "x": {"scale": "x", "field": "x"},
            "y": _y(_BAR_MIDDLE),
            "shape": {"field": "shape"},
            "size": {"value": 110},
            "fill": {"field": "fill"},
            "stroke": {"field": "stroke"},
            "strokeWidth": {"value": 1.5},
            "opacity": {"field": "opacity"},
        },
    )


def _text_marks() -> Iterator[dict[str, Any]]:
    for place, x, align, colour in (
        ("label", 0, "left", "muted"),
        ("value", WIDTH, "right", "text"),
    ):
        text = {"signal": f"'@' + datum.lane + '.{place}'"}
        yield _mark(
            "text",
            "tracks",
            {
                "x": {"value": x},
                "y": _y(15),
                "align": {"value": align},
                "text": text,
                "fill": {"value": COLOURS[colour]},
                "fontSize": {"value": 12},
                "fontWeight": {"value": "bold" if place == "value" else "normal"},
            },
        )


def _mark(kind: str, data: str, encoding: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "from": {"data": data}, "encode": {"enter": encoding}}
