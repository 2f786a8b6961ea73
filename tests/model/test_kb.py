"""Look-ups of the knowledge base."""

import pytest

from chipkb.load.tree import load
from chipkb.values.text import same_name


def test_facts_and_events_are_found_by_ref(kb):
    assert kb.claim("patents", "star-chip").claim.metric == "granted-patents"
    assert kb.claim("star-chip/listed", None).claim.kind == "listing"
    assert kb.claim("nothing", "star-chip") is None


def test_relations_are_seen_from_their_target(kb):
    assert [p.ref for p in kb.incoming["star-chip"]] == ["star-one/made-by.star-chip"]


def test_events_are_seen_by_who_takes_part(kb):
    assert [p.ref for p in kb.taking_part["moon-fund"]] == ["star-chip/listed"]


def test_a_conflict_written_once_is_seen_from_both_sides(kb):
    assert [p.ref for p in kb.conflicts["star-one/node-other"]] == ["star-one/node"]
    assert [p.ref for p in kb.conflicts["star-one/node"]] == ["star-one/node-other"]


def test_a_claim_with_two_citations_rests_on_both(kb):
    for source in ("almanac", "star-filing"):
        assert "star-chip/patents" in {placed.ref for placed in kb.citing[source]}


def test_a_domain_has_its_own_first_and_then_guests(kb):
    assert [e.id for e in kb.in_domain("memory")] == ["moon-fund", "star-one"]


def test_names_are_compared_as_readers_see_them():
    assert same_name("MTT S80") == same_name("mtts80") == same_name("ＭＴＴ　Ｓ８０")
    assert same_name("光芯片") != same_name("光刻机")


PLAN = """  - id: opening
    date: {date}
    kind: plan
    text: {{zh: 计划建厂。, en: It plans a plant.}}
    source: star-filing
"""


@pytest.mark.parametrize(
    ("date", "outcome", "is_overdue"),
    [
        ("2025", "", True),
        ("2027", "", False),
        ("2025", "    outcome: {result: not-found, checked: 2026-01-02}\n", False),
        ("2025", "    outcome: {result: met, claim: listed}\n", False),
    ],
)
def test_a_plan_whose_day_has_passed_wants_an_outcome(world, date, outcome, is_overdue):
    path = world / "data/gpu/star-chip.yml"
    path.write_text(path.read_text("utf-8") + PLAN.format(date=date) + outcome, "utf-8")
    kb = load(world).kb
    assert [placed.ref for placed in kb.overdue] == ["star-chip/opening"] * is_overdue
