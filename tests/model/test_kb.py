"""Look-ups of the knowledge base."""

from chipkb.model.kb import same_name


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
