"""Where a released id leads: there, elsewhere, nowhere for a reason, or lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.load.tree import load
from chipkb.model.ledger import IdKind, Ledger, Move, moved_lines
from chipkb.values.partial_date import PartialDate

DAY = "2026-11-27"
IDS = ("a", "b", "c", "d")


def move(was: str, now: str | None, kind: IdKind = IdKind.ENTITY) -> Move:
    gone = None if now else {"zh": "弄错了", "en": "A mistake"}
    return Move(kind=kind, was=was, now=now, gone=gone, date=DAY)


def present(**ids: str):
    found = {kind: {} for kind in IdKind}
    for kind, names in ids.items():
        found[IdKind(kind)] = {name: name for name in names.split()}
    return found


def test_an_id_that_is_there_leads_to_itself(kb):
    assert kb.whereabouts(IdKind.ENTITY, "star-chip").id == "star-chip"
    assert kb.whereabouts(IdKind.ENTITY, "comet") is None


def test_a_chain_of_renames_is_followed():
    ledger = Ledger(moves=(move("a", "b"), move("b", "c")))
    assert ledger.whereabouts(IdKind.ENTITY, "a", present(entity="c")).id == "c"


def test_claims_go_with_their_entity():
    ledger = Ledger(moves=(move("a", "b"),))
    found = ledger.whereabouts(IdKind.CLAIM, "a/price", present(claim="b/price"))
    assert found.id == "b/price"
    gone = Ledger(moves=(move("a", None),)).whereabouts(IdKind.CLAIM, "a/price", present())
    assert gone.is_gone


def test_a_term_may_become_an_entity():
    ledger = Ledger(moves=(move("a", "b", IdKind.TERM),))
    assert ledger.whereabouts(IdKind.TERM, "a", present(entity="b")).kind is IdKind.ENTITY


def test_a_relation_is_known_by_its_target_whatever_its_kind(kb, world):
    before = kb.whereabouts(IdKind.CLAIM, "star-chip/invested-by.moon-fund")
    path = world / "data/gpu/star-chip.yml"
    path.write_text(path.read_text("utf-8").replace("invested-by", "made-by"), "utf-8")
    after = load(world).kb.whereabouts(IdKind.CLAIM, "star-chip/invested-by.moon-fund")
    assert before.id == after.id == "star-chip/to-moon-fund"


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8))
def test_moves_in_a_circle_end_and_never_invent_an_id(pairs):
    ledger = Ledger(moves=tuple(move(was, now) for was, now in pairs))
    found = ledger.whereabouts(IdKind.ENTITY, "a", present(entity="d"))
    assert found is None or found.id == "d"


def test_lines_for_a_rename_are_read_back(world):
    lines = moved_lines([(IdKind.ENTITY, "comet", "star-chip")], DAY)
    (world / "data/moved.yml").write_text(lines, "utf-8")
    [found] = load(world).kb.ledger.moves
    assert (found.was, found.now, found.date) == ("comet", "star-chip", PartialDate.parse(DAY))


@pytest.mark.parametrize("bad", ["../../etc/passwd", "Star", "a b", "/a", "a//b", "a/../b"])
@pytest.mark.parametrize("kind", list(IdKind))
def test_nothing_but_an_id_is_taken_for_one(kind, bad):
    with pytest.raises(ValueError):
        move(bad, "a", kind)
