"""Social cards: what a page says, drawn as SVG of 1200 by 630 in the style of the site."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.look import colours, seal
from chipkb.render.measure import BOLD, PLAIN
from chipkb.render.page import RenderedPage
from chipkb.render.picture import SANS, SERIF
from chipkb.values.text import Lang, Text
from chipkb.view import labels
from chipkb.view.card import Card, CardFigure, card_view

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
_ROOM = WIDTH - 2 * MARGIN
_GAP = 36  # between columns
_HALF, _THIRD = (_ROOM - _GAP) / 2, (_ROOM - 2 * _GAP) / 3
_LINE = 10  # the red line at the top, as on every page
_TOP, _ROW_TOP, _BASE = 116, 400, 584  # below the masthead; the figures; the last line of all
_TITLE = ((96, 1), (84, 1), (76, 2), (66, 2), (56, 3), (46, 3))  # sizes with numbers of lines
_SITE = ((28, 1), (22, 1))
_NAME = ((34, 1), (28, 1), (24, 1), (20, 1))
_VALUE = ((60, 1), (52, 1), (46, 1), (40, 1), (36, 2), (30, 2))
_HEADING = ((23, 1), (23, 2), (20, 2))
_FOOT = (22, 20, 18, 16, 14)
_LARGE_VALUE, _LARGE_FOOT = 40, 20  # what is legible in a third of the row
_KICKER, _SUMMARY, _ASIDE = 26, 30, 25
_SPACE = 0.7  # between words in different inks, of their size


@dataclass(frozen=True)
class Masthead:
    """What is the same on every card."""

    name: Text
    tagline: Text


@dataclass(frozen=True, slots=True)
class CardFile:
    """A card to be made. `text` says what it shows to who cannot see it."""

    path: str
    text: str
    svg: str


def page_card(
    kb: KnowledgeBase, rendered: RenderedPage, masthead: Masthead, *, in_words: bool
) -> CardFile:
    """The card of a page; not `in_words` it is the seal for all of them."""
    page, lang = rendered.page, rendered.lang
    card = card_view(kb, page.title, page.summary, page.home, page.view) if in_words else None
    if card:
        svg = card_svg(card, lang, masthead)
        return CardFile(permalink.card_file(page.path, lang), card.title.in_lang(lang), svg)
    return CardFile(permalink.DEFAULT_CARD, masthead.name.in_lang(lang), default_svg())


def card_svg(card: Card, lang: Lang, masthead: Masthead) -> str:
    """The card in one language."""
    svg = _paper()
    svg.append(seal(MARGIN - 5, 46, 56))
    size, (name,) = BOLD.fitted(masthead.name.in_lang(lang), _ROOM - 66, _SITE)
    _write(svg, MARGIN + 66, 84, [(name, "ink")], size, SERIF, bold=True)
    summary = (card.summary or masthead.tagline).in_lang(lang)
    if card.figures:
        bottom: float = _ROW_TOP
        _row(svg, card.figures, summary, lang)
    else:
        bottom = _summary(svg, summary)
    _head(svg, card, lang, bottom)
    return ET.tostring(svg, encoding="unicode")


@cache
def default_svg() -> str:
    """The card of every page without one of its own: the seal alone, which needs no font."""
    svg, side = _paper(), 320
    svg.append(seal((WIDTH - side) / 2, (HEIGHT + _LINE - side) / 2, side))
    return ET.tostring(svg, encoding="unicode")


def _paper() -> ET.Element:
    svg = ET.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", width=str(WIDTH), height=str(HEIGHT)
    )
    _box(svg, 0, 0, WIDTH, HEIGHT, "paper")
    _box(svg, 0, 0, WIDTH, _LINE, "seal")
    return svg


def _head(svg: ET.Element, card: Card, lang: Lang, bottom: float) -> None:
    """Kicker, title and the name in the other language, midway between masthead and `bottom`."""
    size, lines = BOLD.fitted(card.title.in_lang(lang), _ROOM, _TITLE)
    kicker = _KICKER * 1.2 if card.kicker else 0
    name_size, names = _other_name(card, lang)
    name = (size * 0.3 + name_size * 1.2) if names else 0
    height = kicker + size * (1.1 + 1.16 * (len(lines) - 1)) + name
    y = _TOP + (bottom - _TOP - height) / 2
    if card.kicker:
        _write(svg, MARGIN, y + _KICKER * 0.8, _kicker(card, lang), _KICKER, SANS)
    for i, line in enumerate(lines):
        baseline = y + kicker + size * (0.98 + 1.16 * i)
        _write(svg, MARGIN, baseline, [(line, "ink")], size, SERIF, bold=True)
    for line in names:
        _write(svg, MARGIN, y + height - name_size * 0.2, [(line, "ink-3")], name_size, SERIF)


def _kicker(card: Card, lang: Lang) -> Iterator[tuple[str, str]]:
    """Kind and domain on one line."""
    room = (_ROOM - _KICKER) / 2
    for text, ink in zip(card.kicker, ("seal", "ink-3"), strict=True):
        _, (word,) = PLAIN.fitted(text.in_lang(lang), room, ((_KICKER, 1),))
        yield word, ink


def _other_name(card: Card, lang: Lang) -> tuple[int, list[str]]:
    return PLAIN.fitted(card.other_name.in_lang(lang), _ROOM, _NAME) if card.other_name else (0, [])


def _row(svg: ET.Element, figures: tuple[CardFigure, ...], words: str, lang: Lang) -> None:
    """A row of figures with values of one size; beside a single one there is room for words."""
    shown, column = _columns(figures, lang)
    size = min(_value_size(figure, column, lang) for figure in shown)
    for i, figure in enumerate(shown):
        _figure(svg, MARGIN + i * (column + _GAP), column, figure, size, lang)
    if len(shown) == 1:
        _aside(svg, MARGIN + column + _GAP, words)


def _columns(figures: tuple[CardFigure, ...], lang: Lang) -> tuple[tuple[CardFigure, ...], float]:
    """The figures to show and the width of each; rather two that are large than three small."""
    legible = all(
        _value_size(figure, _THIRD, lang) >= _LARGE_VALUE
        and _foot_size(figure, _THIRD, lang) >= _LARGE_FOOT
        for figure in figures
    )
    return (figures, _THIRD) if legible and len(figures) != 2 else (figures[:2], _HALF)


def _value_size(figure: CardFigure, column: float, lang: Lang) -> int:
    return BOLD.fitted(figure.value.in_lang(lang), column, _VALUE)[0]


def _figure(
    svg: ET.Element, x: float, column: float, figure: CardFigure, size: int, lang: Lang
) -> None:
    """Heading, value, date and what we think of it."""
    _box(svg, x, _ROW_TOP, column, 2, "ink")
    for i, (line, text_size, ink) in enumerate(_heading(figure, column, lang)):
        _write(svg, x, _ROW_TOP + 36 + i * 30, [(line, ink)], text_size, SANS)
    _, values = BOLD.fitted(figure.value.in_lang(lang), column, ((size, 2),))
    for i, line in enumerate(reversed(values)):
        y = _BASE - 40 - i * size * 1.05
        _write(svg, x, y, [(line, "ink")], size, SERIF, bold=True)
    _write(svg, x, _BASE, _foot(figure, lang), _foot_size(figure, column, lang), SANS)


def _heading(figure: CardFigure, column: float, lang: Lang) -> Iterator[tuple[str, int, str]]:
    """Lines with size and ink: one text may take both lines, of two each has its own."""
    texts = [text.in_lang(lang) for text in figure.heading]
    steps = _HEADING if len(texts) == 1 else [(size, 1) for size, _ in _HEADING]
    for text, ink in zip(texts, ("ink", "ink-3"), strict=False):
        size, lines = PLAIN.fitted(text, column, steps)
        for line in lines:
            yield line, size, ink


def _foot(figure: CardFigure, lang: Lang) -> Iterator[tuple[str, str]]:
    yield figure.date.in_lang(lang), "ink-3"
    if figure.basis:
        yield figure.basis.in_lang(lang), "ink-3"
    yield labels.ASSESSMENTS[figure.assessment].in_lang(lang), figure.assessment.value


def _foot_size(figure: CardFigure, column: float, lang: Lang) -> int:
    words = [word for word, _ in _foot(figure, lang)]
    wide = sum(map(PLAIN.width, words)) / 2 + _SPACE * (len(words) - 1)
    return next((size for size in _FOOT if wide * size <= column), _FOOT[-1])


def _summary(svg: ET.Element, text: str) -> float:
    """A paragraph at the foot of the card; gives the height where it begins."""
    lines = PLAIN.filled(text, _ROOM, _SUMMARY, 3)
    top = _BASE - 8 - len(lines) * 45
    _box(svg, MARGIN, top, _ROOM, 2, "ink")
    _lines(svg, MARGIN, top + 53, lines, _SUMMARY, 45)
    return top


def _aside(svg: ET.Element, x: float, text: str) -> None:
    """A paragraph beside a figure."""
    room = WIDTH - MARGIN - x
    _box(svg, x, _ROW_TOP, room, 2, "ink")
    _lines(svg, x, _ROW_TOP + 38, PLAIN.filled(text, room, _ASIDE, 4), _ASIDE, 38)


def _lines(svg: ET.Element, x: float, y: float, lines: list[str], size: int, step: int) -> None:
    for i, line in enumerate(lines):
        _write(svg, x, y + i * step, [(line, "ink-2")], size, SERIF)


def _box(svg: ET.Element, x: float, y: float, width: float, height: float, ink: str) -> None:
    size = {"x": x, "y": y, "width": width, "height": height}
    numbers = {name: f"{number:g}" for name, number in size.items()}
    ET.SubElement(svg, "rect", numbers, fill=colours()[ink])


def _write(
    svg: ET.Element,
    x: float,
    y: float,
    words: Iterable[tuple[str, str]],
    size: int,
    font: str,
    *,
    bold: bool = False,
) -> None:
    """Words on one line, each in its ink, with a gap between one and the next."""
    look = {"x": f"{x:g}", "y": f"{y:g}", "font-family": font, "font-size": str(size)}
    line = ET.SubElement(svg, "text", look | ({"font-weight": "700"} if bold else {}))
    for i, (word, ink) in enumerate(words):
        gap = {"dx": f"{size * _SPACE:g}"} if i else {}
        ET.SubElement(line, "tspan", gap, fill=colours()[ink]).text = word
