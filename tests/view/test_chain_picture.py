"""The chain as boxes and lines: what goes into what, how much from abroad, on whose word."""

from dataclasses import replace

import pytest

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.render.chain_picture import picture_html
from chipkb.view.chain_picture import chain_picture

NEED = """\
  - id: {id}
    entity: {entity}
    why: {{zh: 没有不行。, en: It cannot be left out.}}
    state: {state}
    source: {source}
"""
CHAIN = (
    "order: 2\nname: {zh: 装配, en: Assembly}\nsummary: {zh: 装起来。, en: Put together.}\n"
    "source: almanac#gpu/1\nneeds:\n"
    + NEED.format(id="pen", entity="star-one", state="dependent", source="almanac#gpu/1")
    + "    stage: tool\n    feeds: [chip, assembly/box]\n    foreign_share: star-chip/imported\n"
    + NEED.format(id="chip", entity="star-chip", state="domestic", source="star-filing")
    + "    stage: part\n    feeds: [box]\n    domestic_share: star-chip/imported\n"
    + NEED.format(id="box", entity="moon-fund", state="catching-up", source="almanac#gpu/1")
    + "    stage: cluster\n"
)
IMPORTED = """\
  - id: imported
    metric: market-share
    value: 70–80%
    source: star-filing
    assessment: supported
"""


@pytest.fixture
def chained(world):
    (world / "data/chain/assembly.yml").write_text(CHAIN, "utf-8")
    file = world / "data/gpu/star-chip.yml"
    text = file.read_text("utf-8").replace("facts:\n", f"facts:\n{IMPORTED}", 1)
    file.write_text(text, "utf-8")
    return world


def told(world) -> list[str]:
    loaded = load(world)
    return [p.code for p in check(loaded.kb, loaded.broken, loaded.problems)]


@pytest.fixture
def picture(chained):
    return chain_picture(load(chained).kb)


def test_boxes_stand_in_the_order_of_the_stages(picture):
    assert {box.id: box.column for box in picture.boxes} == {
        "assembly/pen": 0,
        "assembly/chip": 1,
        "assembly/box": 2,
    }
    assert [column.en for column in picture.columns] == [
        "Materials and tools", "Parts and software", "Cluster",
    ]  # fmt: skip


def test_a_line_is_as_wide_as_the_share_from_abroad(picture):
    foreign = {(edge.source, edge.target): edge.foreign for edge in picture.edges}
    assert foreign == {
        ("assembly/pen", "assembly/chip"): 75,
        ("assembly/pen", "assembly/box"): 75,
        ("assembly/chip", "assembly/box"): 25,
    }


def test_a_frame_says_whether_the_press_or_better_stands_behind(picture):
    firm = {box.id: box.is_firm for box in picture.boxes}
    assert firm == {"assembly/pen": True, "assembly/chip": True, "assembly/box": False}


def test_no_picture_without_stages(kb):
    assert chain_picture(replace(kb, chain=())) is None


def test_the_drawing_is_words_and_links(picture):
    svg = picture_html(picture, "en", "chain-map")
    assert svg.count("<a ") == 3 + 2 and 'href="#map-assembly-pen"' in svg
    assert "abroad 70–80%" in svg and "China 70–80%" in svg
    assert "70–80%" in picture_html(picture, "zh", "chain-map")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("feeds: [chip, assembly/box]", "feeds: [chop]", "need-dangling"),
        ("feeds: [box]", "feeds: [pen]", "need-backwards"),
        ("feeds: [box]", "feeds: [design/drawing]", "need-stage"),
        ("domestic_share: star-chip/imported", "domestic_share: star-chip/patents", "need-percent"),
        (
            "domestic_share: star-chip/imported",
            "domestic_share: star-chip/imported\n    foreign_share: star-chip/imported",
            "need-shares",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told(chained, old, new, code):
    file = chained / "data/chain/assembly.yml"
    assert told(chained) == []
    file.write_text(CHAIN.replace(old, new), "utf-8")
    assert code in told(chained)
