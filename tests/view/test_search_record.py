"""What the search is told of each page."""

from chipkb.load.tree import load
from chipkb.view.search_record import search_records


def record(kb, id_: str, lang: str = "zh"):
    return next(one for one in search_records(kb) if one.id == id_ and one.lang == lang)


def test_figures_come_in_the_order_in_which_they_speak(world):
    path = world / "data/gpu/star-one.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("value: 14 nm", "value: 14 nm\n    as_of: 2025-06"), "utf-8")
    for lang in ("zh", "en"):
        anchors = [fact.anchor for fact in record(load(world).kb, "star-one", lang).facts]
        # Reported before claimed, and words after figures.
        assert anchors[:2] == ["fact-node-other", "fact-node"]
        assert set(anchors[2:]) == {"event-launched", "relation-made-by-star-chip"}


def test_a_fact_says_what_conflicts_with_it(kb):
    """The conflict is written on one side and stands on both."""
    said = {
        lang: [fact.dissent for fact in record(kb, "star-one", lang).facts] for lang in ("zh", "en")
    }
    assert said["zh"] == ["≠ 另有说法：12 nm（未证实）", "≠ 另有说法：14 nm（未证实）", "", ""]
    assert said["en"][0] == "≠ others say 12 nm (unverified)"
