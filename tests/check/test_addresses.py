"""Where things stand is looked up only of those that there is something to say of."""

from pathlib import Path

import pytest

from chipkb.check.addresses import check_addresses
from chipkb.engine.reading import memory_of
from chipkb.load.tree import load
from chipkb.model.base import Model
from chipkb.model.kb import KnowledgeBase


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of the things whose place was asked for."""
    files: list[str] = []

    def place(thing: Model):
        files.append(thing.where.place.file)
        return thing.where.place

    monkeypatch.setattr(Model, "place", property(place))
    return files


def read(world: Path) -> KnowledgeBase:
    return load(world, memory_of(world)).kb


def test_nothing_is_looked_up_where_nothing_is_wrong(world: Path, asked: list[str]):
    kb = read(world)
    asked.clear()
    assert not list(check_addresses(kb, frozenset()))
    assert asked == []


def test_only_what_is_wrong_is_looked_up(world: Path, asked: list[str]):
    for lang in ("zh", "en"):
        (world / f"content/search.{lang}.md").write_text("# 页\n", "utf-8")
    kb = read(world)
    asked.clear()
    found = [problem.code for problem in check_addresses(kb, frozenset())]
    assert found == ["address-taken"]
    assert asked == ["content/search.zh.md"]
