"""What the card of a page says."""

import pytest

from chipkb.model.fact import Assessment
from chipkb.render.pages import pages
from chipkb.values.text import Text
from chipkb.view.card import FIGURES, card_view


@pytest.fixture(scope="module")
def cards(kb):
    return {
        page.path: card_view(kb, page.title, page.summary, page.home, page.view)
        for page in pages(kb)
    }


def test_a_thing_is_called_by_both_names_with_its_kind_and_domain(cards):
    card = cards["entity/star-chip"]
    assert (card.title.zh, card.other_name.zh) == ("星辰科技", "Star Chip")
    assert (card.title.en, card.other_name.en) == ("Star Chip", "星辰科技")
    assert [text.en for text in card.kicker] == ["Company", "Graphics chips"]


def test_its_figures_are_those_of_its_page_with_date_and_assessment(cards):
    value, patents = cards["entity/star-chip"].figures
    assert value.heading == (Text(zh="估值", en="Valuation"),)
    assert value.value == Text(zh="近 2800 亿元", en="nearly CNY 280 billion")
    assert value.date == Text(zh="2025 年 12 月 5 日", en="5 December 2025")
    assert value.assessment is Assessment.SUPPORTED
    assert patents.assessment is Assessment.SUPPORTED
    assert cards["entity/star-one"].figures[0].assessment is Assessment.UNVERIFIED


def test_a_figure_says_what_it_is_relative_to_on_what_it_rests_and_that_it_has_no_date(cards):
    relative = cards["entity/star-one"].figures[0]
    assert [text.en for text in relative.heading] == ["Process node", "Star Chip"]
    assert (relative.basis.en, relative.date.en) == ("maker's claim", "undated")


def test_the_figures_of_a_domain_name_their_entity(cards):
    (figure,) = cards["gpu"].figures
    assert [text.zh for text in figure.heading] == ["星辰科技", "估值"]
    assert cards["memory"].figures == ()


def test_references_in_a_summary_are_filled_in(cards):
    assert "240 亿元" in cards["entity/star-chip"].summary.zh
    assert "CNY 24 billion" in cards["entity/star-chip"].summary.en


def test_a_comparison_says_so_and_other_pages_have_title_and_lead(cards):
    assert [text.zh for text in cards["comparison/makers"].kicker] == ["对照表", "图形芯片"]
    plain = cards["glossary"]
    assert (plain.title.en, plain.kicker, plain.figures) == ("Glossary", (), ())
    assert plain.summary.en.startswith("The terms this site uses")


def test_a_source_has_no_card_of_its_own(cards):
    assert [path for path, card in cards.items() if card is None] == [
        "source/almanac",
        "source/star-filing",
    ]


def test_a_name_that_is_the_same_in_both_languages_stands_once(kb):
    for title in (Text(zh="MUSA", en="MUSA"), Text(zh="某物")):
        assert card_view(kb, title, None, None, None).other_name is None


def test_few_figures_and_none_without_what_we_think_of_it(real):
    for page in pages(real.kb):
        card = card_view(real.kb, page.title, page.summary, page.home, page.view)
        assert card is None or len(card.figures) <= FIGURES
