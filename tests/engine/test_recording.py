"""What pages ask of the data is noted, and an answer that changed is told from one that did not."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from chipkb.engine.recording import Answers, Recording, Unknown
from chipkb.load.tree import load
from chipkb.model.kb import KnowledgeBase


def asked_by(kb: KnowledgeBase, ask) -> set[tuple[str, str | None]]:
    recording = Recording(kb)
    recording.begin()
    ask(cast(KnowledgeBase, recording))
    return set(recording.end())


def test_keys_and_whole_tables_are_told_apart(kb):
    assert asked_by(kb, lambda kb: kb.entities["star-chip"]) == {("entities", "star-chip")}
    assert asked_by(kb, lambda kb: kb.entities.get("nobody")) == {("entities", "nobody")}
    assert asked_by(kb, lambda kb: "nobody" in kb.sources) == {("sources", "nobody")}
    for whole in (list, len, lambda t: t.values(), lambda t: t.items(), lambda t: t.keys()):
        assert asked_by(kb, lambda kb, whole=whole: whole(kb.entities)) == {("entities", None)}


def test_what_a_method_looks_up_is_noted_too(kb):
    assert asked_by(kb, lambda kb: kb.claim("x", "star-chip")) == {("claims", "star-chip/x")}
    assert {key for _, key in asked_by(kb, lambda kb: list(kb.all_claims()))} == {None}


def test_nothing_is_noted_between_pages(kb):
    recording = Recording(kb)
    assert recording.entities["star-chip"]
    recording.begin()
    assert recording.end() == ()


@pytest.fixture
def changed(world: Path):
    """`changed(file, old, new)`: the answers of the world before and after an edit."""

    def answers(file: str, old: str, new: str) -> tuple[Answers, Answers]:
        before = load(world)
        path = world / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        after = load(world)
        return Answers(before.kb, before.files), Answers(after.kb, after.files)

    return answers


def test_only_answers_that_hold_the_edited_file_differ(changed):
    before, after = changed("data/gpu/star-chip.yml", "value: 425 项", "value: 999 项")
    differ = [("entities", "star-chip"), ("entities", None), ("at_home", "gpu")]
    same = [("entities", "star-one"), ("entities", "nobody"), ("sources", None), ("order", None)]
    assert all(before.digest(one) != after.digest(one) for one in differ)
    assert all(before.digest(one) == after.digest(one) for one in same)


def test_a_thing_that_came_in_is_another_answer(world: Path):
    before = load(world)
    shutil.copy(world / "data/gpu/star-one.yml", world / "data/gpu/star-three.yml")
    after = load(world)
    old, new = Answers(before.kb, before.files), Answers(after.kb, after.files)
    assert old.digest(("entities", "star-three")) != new.digest(("entities", "star-three"))
    assert old.digest(("entities", "star-one")) == new.digest(("entities", "star-one"))


def test_every_table_and_index_can_be_compared(kb):
    answers = Answers(kb, load(Path(__file__).parents[1] / "world").files)
    names = [name for name in dir(KnowledgeBase) if not name.startswith("_")]
    fields = [name for name in kb.__dataclass_fields__ if name != "vocabulary"]
    for name in {*names, *fields}:
        value = getattr(kb, name)
        if not callable(value) and name not in ("vocabulary",):
            assert answers.digest((name, None))


def test_what_cannot_be_compared_is_never_the_same(kb):
    odd = cast(KnowledgeBase, SimpleNamespace(entities={"x": object()}))
    with pytest.raises(Unknown):
        Answers(odd, {}).digest(("entities", "x"))
