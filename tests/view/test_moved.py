"""What stands where something was."""

import pytest

from chipkb.export.files import Exports
from chipkb.load.tree import load
from chipkb.render.pages import render_pages
from chipkb.view.claim import claim_view
from chipkb.view.moved import departed_from_entity, departed_terms

MOVES = """\
- {kind: entity, was: comet, now: star-chip, date: 2026-11-27}
- {kind: source, was: leaflet, gone: {zh: 不是来源。, en: No source.}, date: 2026-11}
- {kind: claim, was: star-chip/moons, now: moon-fund/slow, date: 2026-11-27}
- {kind: claim, was: star-chip/tails, gone: {zh: 说的是<彗星>。, en: About <comets>.}, date: 2026-11-27}
- {kind: term, was: gpus, now: gpu-term, date: 2026-11-27}
"""


@pytest.fixture
def moved(world):
    [term] = [t.id for t in load(world).kb.terms.values()][:1]
    (world / "data/moved.yml").write_text(MOVES.replace("gpu-term", term), "utf-8")
    claims = world / "data/ledger/claims"
    claims.mkdir(parents=True)
    lines = ("fact comet/patents", "fact star-chip/moons", "event star-chip/tails",
             "relation star-chip/made-by.moon-fund", "event star-chip/patents")  # fmt: skip
    (claims / "gpu.txt").write_text("\n".join(lines), "utf-8")
    (claims.parent / "terms.txt").write_text("gpus\n", "utf-8")
    loaded = load(world)
    assert not loaded.problems
    return loaded.kb


@pytest.fixture
def pages(moved):
    return {one.artifact.path: one.markdown for one in render_pages(moved)}


def test_facts_that_left_say_where_they_are(moved):
    left = {one.anchor: one for one in departed_from_entity(moved, "star-chip")}
    assert left["fact-moons"].link == "entity/moon-fund#fact-slow"
    assert left["event-tails"].link is None
    assert set(left) == {"fact-moons", "event-tails"}


def test_former_anchors_of_what_stayed(moved):
    anchors = {
        placed.permanent_id: claim_view(moved, placed).former_anchors
        for placed in moved.all_claims()
    }
    assert anchors["star-chip/to-moon-fund"] == ("relation-made-by-moon-fund",)
    assert anchors["star-chip/patents"] == ("event-patents",)


def test_a_term_that_was_renamed(moved):
    [one] = departed_terms(moved)
    assert one.anchor == "term-gpus" and one.link.startswith("glossary#term-")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_renamed_entity_takes_its_readers_along(pages, folder):
    page = pages[f"{folder}entity/comet.md"]
    assert "moved:\n  link: ../star-chip/\n" in page
    assert '<li id="fact-patents">' in page
    assert 'href="../star-chip/#fact-patents"' in page


def test_a_withdrawn_page_says_why(pages):
    page = pages["en/source/leaflet.md"]
    assert "No source." in page and "delay: 0" in page


def test_a_file_that_moved_is_at_both_addresses(world):
    line = "- {kind: file, was: data/all.csv, now: data/facts.csv, date: 2026-11-27}"
    (world / "data/moved.yml").write_text(line, "utf-8")
    exports = Exports(load(world).kb, "")
    made = {file.path: file.content for file in exports.others()}
    [facts] = [one for one in exports.downloads if one.name == "facts.csv"]
    assert made["data/all.csv"] == facts.artifact.content


def test_reasons_are_text_and_not_markup(pages):
    assert "About &lt;comets&gt;." in pages["en/entity/star-chip.md"]
