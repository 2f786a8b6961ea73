"""The picture of the chain as SVG, drawn here: boxes, lines, words as text; each box is a link."""

import xml.etree.ElementTree as ET

from markupsafe import Markup

from chipkb.render.link import relative_link
from chipkb.render.measure import PLAIN
from chipkb.values.text import Lang, Text
from chipkb.view import labels
from chipkb.view.chain_picture import Box, ChainPicture, Edge, Share

# Pixels.
_BOX, _HIGH, _GAP, _COLUMN, _TOP = 176, 74, 12, 240, 34
_LETTERS = 13
_THINNEST, _WIDEST, _UNKNOWN = 1.5, 12.0, 2.0  # of a line


def picture_html(picture: ChainPicture, lang: Lang, page: str) -> Markup:
    """The CSS gives the colours; a box leads to its place in the list below, its share to the figure."""
    width = _COLUMN * (len(picture.columns) - 1) + _BOX + 4
    height = _TOP + picture.rows * (_HIGH + _GAP)
    svg = ET.Element(
        "svg",
        {
            "class": "ck-picture",
            "viewBox": f"0 0 {width} {height}",
            "role": "group",  # not an image: an image may hold no links
            "aria-label": " → ".join(column.in_lang(lang) for column in picture.columns),
        },
    )
    for number, column in enumerate(picture.columns):
        place = {"class": "ck-picture-stage", "x": f"{number * _COLUMN + 2}", "y": "16"}
        ET.SubElement(svg, "text", place).text = column.in_lang(lang)
    boxes = {box.id: box for box in picture.boxes}
    corners = _corners(picture)
    lines = ET.SubElement(svg, "g", {"class": "ck-picture-lines"})
    for edge in sorted(picture.edges, key=lambda one: -(one.foreign or 0)):
        if edge.target in boxes:
            _line(lines, edge, boxes, corners, lang)
    for box in picture.boxes:
        _box(svg, box, corners[box.id], lang, page)
    return Markup(ET.tostring(svg, encoding="unicode"))


def _corners(picture: ChainPicture) -> dict[str, tuple[float, float]]:
    """Where each box stands: the longest column fills the height, those before it stand in the
    middle, and a box behind it stands beside what goes into it."""
    columns = [
        [box for box in picture.boxes if box.column == n] for n, _ in enumerate(picture.columns)
    ]
    longest = max(range(len(columns)), key=lambda n: len(columns[n]))
    found: dict[str, tuple[float, float]] = {}
    for number, column in enumerate(columns):
        next_free = _TOP + (picture.rows - len(column)) * (_HIGH + _GAP) / 2
        if number > longest:
            next_free = _TOP
        for box in sorted(column, key=lambda one: one.row):
            before = [
                found[e.source][1]
                for e in picture.edges
                if e.target == box.id and e.source in found
            ]
            beside = sum(before) / len(before) if before and number > longest else next_free
            top = max(next_free, beside)
            found[box.id] = (number * _COLUMN + 2, top)
            next_free = top + _HIGH + _GAP
    return found


def _line(
    group: ET.Element,
    edge: Edge,
    boxes: dict[str, Box],
    corners: dict[str, tuple[float, float]],
    lang: Lang,
) -> None:
    (x, y), (to_x, to_y) = corners[edge.source], corners[edge.target]
    x, y, to_y = x + _BOX, y + _HIGH / 2, to_y + _HIGH / 2
    bend = (to_x - x) / 2
    wide = _UNKNOWN if edge.foreign is None else _THINNEST + _WIDEST * edge.foreign / 100
    look = "ck-picture-line"
    if edge.foreign is None:
        look += " ck-picture-line--unknown"
    path = ET.SubElement(
        group,
        "path",
        {
            "class": f"{look} ck-need--{boxes[edge.source].need.state}",
            "d": f"M{x:g} {y:g}C{x + bend:g} {y:g} {to_x - bend:g} {to_y:g} {to_x:g} {to_y:g}",
            "stroke-width": f"{wide:.1f}",
        },
    )
    ends = (boxes[end].entity.name.in_lang(lang) for end in (edge.source, edge.target))
    ET.SubElement(path, "title").text = " → ".join(ends)


def _box(svg: ET.Element, box: Box, corner: tuple[float, float], lang: Lang, page: str) -> None:
    x, y = corner
    anchor = ET.SubElement(svg, "a", {"href": f"#map-{box.id.replace('/', '-')}"})
    look = f"ck-picture-box ck-need--{box.need.state}"
    if not box.is_firm:
        look += " ck-picture-box--thin"
    size = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{_BOX}", "height": f"{_HIGH}"}
    ET.SubElement(anchor, "rect", {"class": look, **size})
    _, lines = PLAIN.fitted(box.entity.name.in_lang(lang), _BOX - 20, [(_LETTERS, 2)])
    for number, line in enumerate(lines):
        top = y + 19 + number * 16
        ET.SubElement(
            anchor, "text", {"class": "ck-picture-name", "x": f"{x + 11:g}", "y": f"{top:g}"}
        ).text = line
    foot = {"class": "ck-picture-foot", "x": f"{x + 11:g}"}
    state = labels.NEED_STATES[box.need.state].in_lang(lang)
    ET.SubElement(anchor, "text", {**foot, "y": f"{y + _HIGH - 22:g}"}).text = state
    if box.share:
        fact = ET.SubElement(svg, "a", {"href": relative_link(page, box.share.view.link)})
        ET.SubElement(fact, "text", {**foot, "y": f"{y + _HIGH - 8:g}"}).text = _share(
            box.share, lang
        )


def _share(share: Share, lang: Lang) -> str:
    """As the figure has it: no number that no source says."""
    said = share.view.claim.value.text(lang)
    home, abroad = (Text(zh="国产", en="China"), Text(zh="国外", en="abroad"))
    return f"{(home if share.is_domestic else abroad).in_lang(lang)} {said}"
