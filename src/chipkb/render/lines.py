"""Lines over time as SVG, drawn here: a few paths and dots, words as text, each point a link."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chipkb.render.link import relative_link
from chipkb.render.measure import width
from chipkb.values.quantity import Quantity
from chipkb.values.text import Lang
from chipkb.view.chart import Shape
from chipkb.view.lines import Line, LinesView, Point, Tick

WIDTH, HEIGHT = 360, 190  # pixels
_RIGHT, _TOP, _BOTTOM = 10, 10, 22
_DOT = 3.5
_LETTER = 6.6  # pixels of half a Chinese character in a label of the axis


def lines_html(chart: LinesView, lang: Lang, page: str) -> Markup:
    """The chart inside `page`: the CSS gives the colours, each point leads to its fact."""
    svg = ET.Element(
        "svg",
        {
            "class": "ck-lines",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "role": "group",  # not an image: an image may hold no links
            "aria-label": chart.title.in_lang(lang),
        },
    )
    ET.SubElement(svg, "desc").text = _described(chart, lang)
    labels = [_label(tick, lang) for tick in chart.ticks]
    frame = _Frame(round(_LETTER * max(map(width, labels))) + 6)
    _axes(svg, chart, frame, lang)
    for number, line in enumerate(chart.lines, 1):
        group = ET.SubElement(svg, "g", {"class": f"ck-line ck-line--{number}"})
        for part in _segments(line, frame):
            ET.SubElement(group, "path", part)
        for point in line.points:
            _point(group, point, frame, lang, page)
    return Markup(ET.tostring(svg, encoding="unicode"))


def _described(chart: LinesView, lang: Lang) -> str:
    return "; ".join(
        f"{point.view.date.text(lang)} {point.view.claim.value.text(lang)}"
        for line in chart.lines
        for point in line.points
        if point.view.date
    )


@dataclass(frozen=True)
class _Frame:
    """What is left for the lines beside the words of the axis."""

    left: int

    def x(self, share: float) -> float:
        return round(self.left + share * (WIDTH - self.left - _RIGHT), 1)


def _label(tick: Tick, lang: Lang) -> str:
    return tick.label.text(lang) if isinstance(tick.label, Quantity) else str(tick.label)


def _y(share: float) -> float:
    return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)


def _axes(svg: ET.Element, chart: LinesView, frame: _Frame, lang: Lang) -> None:
    for tick in chart.ticks:
        y = _y(tick.at)
        is_zero = abs(tick.at - chart.zero) < 1e-6
        look = "ck-lines-zero" if is_zero else "ck-lines-grid"
        ET.SubElement(svg, "path", {"class": look, "d": f"M{frame.left} {y}H{WIDTH - _RIGHT}"})
        place = {
            "class": "ck-chart-tick",
            "x": str(frame.left - 6),
            "y": f"{y + 3.5:g}",
            "text-anchor": "end",
        }
        ET.SubElement(svg, "text", place).text = _label(tick, lang)
    for tick in chart.years:
        place = {
            "class": "ck-chart-tick",
            "x": f"{frame.x(tick.at):g}",
            "y": str(HEIGHT - 6),
            "text-anchor": "middle",
        }
        ET.SubElement(svg, "text", place).text = _label(tick, lang)


def _segments(line: Line, frame: _Frame) -> Iterator[dict[str, str]]:
    """From point to point; dashed where one end is still to come."""
    for before, after in zip(line.points, line.points[1:], strict=False):
        look = "ck-line-future" if after.is_future or before.is_future else "ck-line-known"
        ends = [(frame.x(one.x), _y((one.low + one.high) / 2)) for one in (before, after)]
        yield {"class": look, "d": "M{:g} {:g}L{:g} {:g}".format(*ends[0], *ends[1])}


def _point(group: ET.Element, point: Point, frame: _Frame, lang: Lang, page: str) -> None:
    """A dot; of a range a bar from end to end, of a bound an arrow; hollow where it is in question."""
    view = point.view
    anchor = ET.SubElement(group, "a", {"href": relative_link(page, view.link)})
    words = f"{view.date.text(lang) if view.date else ''} {view.claim.value.text(lang)}".strip()
    anchor.set("aria-label", f"{view.entity.name.in_lang(lang)} {words}")
    ET.SubElement(anchor, "title").text = words
    x, y = frame.x(point.x), _y((point.low + point.high) / 2)
    # A finger needs more than a dot.
    ET.SubElement(
        anchor, "circle", {"class": "ck-dot-room", "cx": f"{x:g}", "cy": f"{y:g}", "r": "9"}
    )
    look = "ck-dot ck-dot--hollow" if point.is_questioned or point.is_future else "ck-dot"
    match point.shape:
        case Shape.RANGE:
            low, high = _y(point.low), _y(point.high)
            shape = f"M{x:g} {low:g}V{high:g}M{x - 3:g} {low:g}h6M{x - 3:g} {high:g}h6"
            ET.SubElement(anchor, "path", {"class": "ck-dot-range", "d": shape})
        case Shape.FROM:
            _path(anchor, look, f"M{x - 4:g} {y + 3:g}L{x:g} {y - 5:g}L{x + 4:g} {y + 3:g}Z")
        case Shape.UP_TO:
            _path(anchor, look, f"M{x - 4:g} {y - 3:g}L{x:g} {y + 5:g}L{x + 4:g} {y - 3:g}Z")
        case _:
            dot = {"class": look, "cx": f"{x:g}", "cy": f"{y:g}", "r": str(_DOT)}
            ET.SubElement(anchor, "circle", dot)


def _path(anchor: ET.Element, look: str, shape: str) -> None:
    ET.SubElement(anchor, "path", {"class": look, "d": shape})
