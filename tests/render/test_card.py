"""Social cards as SVG and as PNG."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PIL import Image

from chipkb.model.fact import Assessment
from chipkb.render import picture
from chipkb.render.card import (
    HEIGHT,
    MARGIN,
    WIDTH,
    Masthead,
    card_svg,
    default_svg,
    page_card,
)
from chipkb.render.look import colours
from chipkb.render.measure import BOLD, PLAIN
from chipkb.render.page import RenderedPage
from chipkb.render.pages import pages
from chipkb.values.text import LANGS, Text
from chipkb.view import labels
from chipkb.view.card import Card, CardFigure, card_view

SVG = "{http://www.w3.org/2000/svg}"
MASTHEAD = Masthead(Text(zh="芯片知识库", en="chipkb"), Text(zh="处处有出处", en="All is sourced"))
FIGURE = CardFigure(
    heading=(Text(zh="市场份额", en="Market share"),),
    value=Text(zh="约 41%", en="about 41%"),
    date=Text(zh="2025 年", en="2025"),
    basis=Text(zh="预测", en="forecast"),
    assessment=Assessment.DISPUTED,
)
PLAIN_CARD = Card(Text(zh="摩尔线程", en="Moore Threads"), None, (), None)
LONG = Text(
    zh="新时期促进集成电路产业高质量发展的若干政策" * 9, en="Semiconductor policies of 2020 " * 20
)
DATE = Text(zh="2024 年 10 月至 2025 年 9 月", en="30 September 2024 to 30 September 2025")
LONG_FIGURE = CardFigure((LONG, LONG), LONG, DATE, labels.BASES["claimed"], Assessment.UNVERIFIED)
LONG_CARD = Card(LONG, LONG, (LONG, LONG), LONG, (LONG_FIGURE,) * 3)
LONG_MASTHEAD = Masthead(LONG, LONG)


@pytest.fixture(scope="module")
def real_cards(real):
    rendered = [RenderedPage(page, lang, {}, "") for page in pages(real.kb) for lang in LANGS]
    return [page_card(real.kb, one, MASTHEAD, in_words=True) for one in rendered]


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def image(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(picture.png(svg)))


def inked(svg: str) -> tuple[int, int, int, int]:
    """The edges of what is printed below the red line."""
    below = image(svg).convert("L").crop((0, 12, WIDTH, HEIGHT))
    left, top, right, bottom = below.point(lambda grey: 255 if grey < 250 else 0).getbbox()
    return left, top + 12, right, bottom + 12


def test_it_says_what_there_is_to_say():
    card = replace(PLAIN_CARD, kicker=(Text(zh="公司", en="Company"),) * 2, figures=(FIGURE,) * 2)
    said = texts(card_svg(card, "en", MASTHEAD))
    assert said[0] == "chipkb"
    assert said.count("about 41%") == said.count("2025forecastDisputed") == 2
    assert said[-2:] == ["CompanyCompany", "Moore Threads"]


def test_a_figure_in_question_is_in_the_colour_of_that():
    svg = ET.fromstring(card_svg(replace(PLAIN_CARD, figures=(FIGURE,)), "zh", MASTHEAD))
    inks = {span.text: span.get("fill") for span in svg.iter(f"{SVG}tspan")}
    assert inks["有争议"] == colours()["disputed"]


def test_without_figures_it_has_the_summary_and_without_that_the_tagline():
    assert "All is sourced" in texts(card_svg(PLAIN_CARD, "en", MASTHEAD))
    card = replace(PLAIN_CARD, summary=Text(zh="概要", en="A summary."))
    assert "A summary." in texts(card_svg(card, "en", MASTHEAD))


def test_two_large_figures_are_better_than_three_small_ones():
    large = replace(FIGURE, value=Text(zh="1", en="about 50 million lasers"))
    said = texts(card_svg(replace(PLAIN_CARD, figures=(large,) * 3), "en", MASTHEAD))
    assert said.count("about 50 million lasers") == 2
    said = texts(card_svg(replace(PLAIN_CARD, figures=(FIGURE,) * 3), "en", MASTHEAD))
    assert said.count("about 41%") == 3


def test_words_are_words_and_no_markup():
    title = 'A <b>&amp; "B"'
    svg = card_svg(replace(PLAIN_CARD, title=Text(zh=title, en=title)), "en", MASTHEAD)
    assert title in texts(svg)
    assert "<b>" not in svg


@pytest.mark.parametrize("lang", LANGS)
def test_however_long_names_are_nothing_leaves_the_card(lang, han):
    alone = replace(LONG_CARD, figures=(LONG_FIGURE,))
    for card in (LONG_CARD, alone, replace(LONG_CARD, figures=()), replace(LONG_CARD, kicker=())):
        left, _, right, bottom = inked(card_svg(card, lang, LONG_MASTHEAD))
        assert left >= MARGIN - 10
        assert right <= WIDTH - MARGIN // 2
        assert bottom <= HEIGHT - 30


def test_no_line_of_a_real_card_is_wider_than_its_room(real_cards):
    for card in real_cards:
        for text in ET.fromstring(card.svg).iter(f"{SVG}text"):
            letters = BOLD if text.get("font-weight") else PLAIN
            size = float(text.get("font-size"))
            gaps = sum(float(span.get("dx", 0)) for span in text)
            right = float(text.get("x")) + letters.width("".join(text.itertext())) * size / 2 + gaps
            assert right <= WIDTH - MARGIN + 1, (card.path, "".join(text.itertext()))
            assert float(text.get("y")) <= HEIGHT - 30


@pytest.mark.parametrize("lang", LANGS)
def test_the_longest_real_titles_fit_as_drawn(real_cards, lang, han):
    cards = {card.path: card for card in real_cards if card.path.endswith(f".{lang}.png")}
    for card in sorted(cards.values(), key=lambda card: -BOLD.width(card.text))[:4]:
        assert inked(card.svg)[2] <= WIDTH - MARGIN + 4, card.path


def test_a_png_has_the_size_that_the_page_says_and_few_colours(han):
    found = image(card_svg(replace(PLAIN_CARD, figures=(FIGURE,) * 3), "zh", MASTHEAD))
    assert (found.format, found.mode, found.size) == ("PNG", "P", (1200, 630))
    assert len(found.getcolors()) < 90
    assert found.convert("RGB").getpixel((600, 4)) == (0xB5, 0x30, 0x1F)
    assert found.convert("RGB").getpixel((1190, 620)) == (255, 255, 255)


def test_pngs_are_small(real_cards, han):
    sizes = [len(picture.png(card.svg)) for card in real_cards[::40]]
    assert sum(sizes) / len(sizes) < 25_000


def test_the_same_card_gives_the_same_bytes(han):
    first, second = (picture.png(card_svg(PLAIN_CARD, "zh", MASTHEAD)) for _ in range(2))
    assert first == second


def test_every_page_has_a_card_and_sources_share_one(real, real_cards):
    own = [card for card in real_cards if "default" not in card.path]
    assert len({card.path for card in own}) == len(own)
    assert len(real_cards) - len(own) == len(LANGS) * len(real.kb.sources)
    assert {"assets/cards/index.zh.png", "assets/cards/gpu.en.png"} <= {c.path for c in own}


def test_the_card_of_a_page_says_its_title(real, real_cards):
    page = next(page for page in pages(real.kb) if page.path == "entity/moore-threads")
    card = card_view(real.kb, page.title, page.summary, page.home, page.view)
    (drawn,) = [c for c in real_cards if c.path == "assets/cards/entity/moore-threads.en.png"]
    assert drawn.text == card.title.en
    assert drawn.svg == card_svg(card, "en", MASTHEAD)


def test_without_a_font_there_is_the_seal_alone(real):
    rendered = [RenderedPage(page, "zh", {}, "") for page in pages(real.kb)]
    cards = [page_card(real.kb, one, MASTHEAD, in_words=False) for one in rendered]
    assert {card.svg for card in cards} == {default_svg()}
    assert {card.path for card in cards} == {"assets/cards/default.png"}
    assert not texts(default_svg())
    assert inked(default_svg())[0] > WIDTH / 3


def test_boxes_in_place_of_letters_are_found_out(monkeypatch):
    boxes = lambda words: b"box" * len(words)  # noqa: E731
    monkeypatch.setattr(picture, "_specimen", boxes)
    assert picture.has_han.__wrapped__() is False


def test_fonts_are_part_of_what_a_picture_is_made_of(monkeypatch):
    before = picture.fingerprint()
    monkeypatch.setattr(picture, "SERIF", "serif")
    monkeypatch.setattr(picture, "SANS", "monospace")
    assert picture.fingerprint.__wrapped__() != before
