"""SVG as PNG: few colours, few bytes, and whether this machine can write Chinese at all."""

import hashlib
import io
from collections.abc import Iterator
from functools import cache
from itertools import product

import vl_convert
from PIL import Image, ImageColor

from chipkb.render.look import colours

# Whole families first, so that Han and Latin letters come from one hand and the forms of the
# characters are those of the mainland.
SERIF = "Noto Serif CJK SC, Noto Serif SC, Source Han Serif SC, Songti SC, STSong, SimSun, serif"
SANS = (
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
)
INKS = ("seal", "ink", "ink-2", "ink-3", "supported", "unverified", "disputed", "refuted",
        "superseded")  # fmt: skip
_STEPS = 8  # from the paper to each colour: the edges of letters
_HAN = ("芯", "片")


def png(svg: str) -> bytes:
    """The drawing in the site's colours and the shades between them and the paper."""
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).convert("RGB")
    exact = drawn.quantize(palette=_palette(), dither=Image.Dither.NONE)
    file = io.BytesIO()
    exact.save(file, "PNG", compress_level=7)  # 9 takes seven times as long for 6% less
    return file.getvalue()


@cache
def has_han() -> bool:
    """Whether there is a font for Chinese: without one all characters are the same empty box."""
    one, other = (_specimen(char) for char in _HAN)
    return one != other


@cache
def fingerprint() -> str:
    """Another one wherever the same drawing would give another picture."""
    return hashlib.sha256(_specimen("芯片 Chips 0123")).hexdigest()


def _specimen(words: str) -> bytes:
    """`words` in each font and colour."""
    fonts = ((SERIF, 700), (SERIF, 400), (SANS, 400))
    lines = "".join(
        f'<text y="{30 * i}" font-size="24" font-family="{font}" font-weight="{weight}" '
        f'fill="{colours()[ink]}">{words}</text>'
        for i, ((font, weight), ink) in enumerate(product(fonts, INKS), 1)
    )
    return png(f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="930">{lines}</svg>')


@cache
def _palette() -> Image.Image:
    image = Image.new("P", (1, 1))
    image.putpalette([part for shade in _shades() for part in shade])
    return image


def _shades() -> Iterator[tuple[int, ...]]:
    paper = ImageColor.getrgb(colours()["paper"])
    yield paper
    for name, step in product(INKS, range(1, _STEPS + 1)):
        ink = ImageColor.getrgb(colours()[name])
        yield tuple(round(p + (i - p) * step / _STEPS) for p, i in zip(paper, ink, strict=True))
