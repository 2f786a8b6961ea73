"""Where sources differ."""

from chipkb.model import permalink
from chipkb.view.differences import differences_view


def test_the_tiny_world(kb):
    view = differences_view(kb)
    [contradiction] = view.contradictions
    assert {side.anchor for side in contradiction.sides} == {"fact-node", "fact-node-other"}
    [disputed] = view.disputed
    assert [one.anchor for one in disputed.views] == ["fact-self-made"]
    [superseded] = view.superseded
    assert superseded.views[0].superseded_by.anchor == "fact-valuation-2025"
    assert view.counts == {
        "contradictions": 1,
        "refuted": 0,
        "disputed": 1,
        "superseded": 1,
        "opposed": 0,
    }


def test_nothing_is_left_out_and_nothing_stands_twice(real):
    view = differences_view(real.kb)
    shown = [side.link for one in view.contradictions for side in one.sides]
    for part in ("refuted", "disputed", "superseded", "opposed"):
        shown += [one.link for group in getattr(view, part) for one in group.views]
    assert len(shown) == len(set(shown))
    doubted = {p.ref for p in real.kb.all_claims() if p.claim.assessment.needs_reason}
    for placed in real.kb.all_claims():
        if placed.ref in doubted | set(real.kb.conflicts):
            assert permalink.claim_link(placed) in shown
