"""The site's colours and its seal, read from where the pages have them too."""

import re
import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files

_ASSETS = files("chipkb") / "assets"
_TEMPLATES = files("chipkb") / "templates"
_LIGHT = re.compile(r"\[data-md-color-scheme\] \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--ck-([a-z0-9-]+): (#[0-9a-f]{3,6});")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@cache
def colours() -> dict[str, str]:
    """The colours of the light theme by name, such as `seal`."""
    css = (_ASSETS / "styles/colours.css").read_text("utf-8")
    light = _LIGHT.search(css)
    assert light is not None, "the style sheet has a light theme"
    return dict(_COLOUR.findall(light[1]))


def seal(x: float, y: float, side: float) -> ET.Element:
    """The logo: a seal that is also a chip, and needs no font."""
    ground, sign = _seal_paths()
    group = ET.Element("g", transform=f"translate({x} {y}) scale({side / 32})")
    ET.SubElement(group, "path", d=ground, fill=colours()["seal"])
    ink = colours()["seal-ink"]
    line = {"d": sign, "fill": "none", "stroke": ink, "stroke-width": "1.5"}
    ET.SubElement(group, "path", line | {"stroke-linecap": "round"})
    return group


@cache
def _seal_paths() -> tuple[str, str]:
    """Ground and sign, in a square of 32."""
    logo = (_TEMPLATES / "theme/partials/logo.html").read_text("utf-8")
    ground, sign = ET.fromstring(_COMMENT.sub("", logo).strip())
    return ground.get("d", ""), sign.get("d", "")
