"""The localisation dashboard."""

from chipkb.model.fact import Figure
from chipkb.view.chart import DOMESTIC
from chipkb.view.localisation import SHARES, localisation_view


def test_the_tiny_world(kb):
    view = localisation_view(kb)
    assert (view.figures, view.questioned, view.ladder) == (1, 0, None)
    [domain] = view.domains
    [share] = domain.shares
    assert (domain.id, share.subject.id, share.holder) == ("memory", "moon-fund", None)


def test_every_share_figure_stands_once(real):
    asked = {
        placed.ref
        for placed in real.kb.all_claims()
        if isinstance(placed.claim, Figure) and placed.claim.metric in SHARES
    }
    shares = [share for domain in localisation_view(real.kb).domains for share in domain.shares]
    shown = [f"{share.view.entity.id}/{share.view.claim.id}" for share in shares]
    assert sorted(shown) == sorted(asked)


def test_shares_of_one_market_stand_together_whichever_side_wrote_them(real):
    charts = {chart.id: chart for chart in localisation_view(real.kb).charts}
    writers = {lane.view.entity.id for lane in charts["global-dram-market"].lanes}
    assert {"global-dram-market", "cxmt"} <= writers


def test_the_ladder_falls_and_holds_what_is_made_at_home(real):
    ladder = localisation_view(real.kb).ladder
    highs = [lane.high for lane in ladder.lanes]
    assert highs == sorted(highs, reverse=True)
    assert {lane.view.claim.metric for lane in ladder.lanes} <= set(DOMESTIC)
    subjects = [lane.view.entity.id for lane in ladder.lanes]
    assert len(subjects) == len(set(subjects))


def test_what_is_folded_is_not_left_out(real):
    domains = localisation_view(real.kb).domains
    assert any(domain.folded.rest for domain in domains)
    for domain in domains:
        assert domain.folded.shown + domain.folded.rest == domain.charted
