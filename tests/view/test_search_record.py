"""What the search is told of each page."""

import pytest

from chipkb.load.tree import load
from chipkb.model.permalink import DOWNLOADS
from chipkb.render.pages import pages
from chipkb.view.search_record import search_records


def record(kb, id_: str, lang: str = "zh"):
    return next(one for one in search_records(kb) if one.id == id_ and one.lang == lang)


def test_figures_come_in_the_order_in_which_they_speak(world):
    path = world / "data/gpu/star-one.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("value: 14.0 nm", "value: 14.0 nm\n    as_of: 2025-06"), "utf-8")
    for lang in ("zh", "en"):
        anchors = [fact.anchor for fact in record(load(world).kb, "star-one", lang).facts]
        # Reported before claimed, and words after figures.
        assert anchors[:2] == ["fact-node-other", "fact-node"]
        assert set(anchors[2:]) == {"event-launched", "relation-to-star-chip"}


def test_a_fact_says_what_conflicts_with_it(kb):
    """The conflict is written on one side and stands on both."""
    said = {
        lang: [fact.dissent for fact in record(kb, "star-one", lang).facts] for lang in ("zh", "en")
    }
    assert said["zh"] == ["≠ 另有说法：12 nm（未佐证）", "≠ 另有说法：14.0 nm（未佐证）", "", ""]
    assert said["en"][0] == "≠ others say 12 nm (uncorroborated)"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_but_home_and_single_sources_can_be_found(kb, real, lang):
    for known in (kb, real.kb):
        titles = {
            one.url: one.title for one in search_records(known) if one.lang == lang and one.summary
        }
        made = {f"{page.path}/": page.title.in_lang(lang) for page in pages(known)}
        own = {
            url: title
            for url, title in made.items()
            if url != "/" and not url.startswith(("source/", "entity/"))
        }
        assert own.items() <= titles.items()
        assert f"{DOWNLOADS}/" in titles


def test_a_page_is_found_by_its_names_in_both_languages_and_by_other_words(kb):
    for lang in ("zh", "en"):
        timeline = record(kb, "timeline", lang)
        assert timeline.names == ("时间线", "Timeline")
        assert "大事记" in timeline.synonyms


def test_a_page_written_by_hand_begins_with_its_first_paragraph(kb):
    about = record(kb, "about")
    assert about.summary and "#" not in about.summary
