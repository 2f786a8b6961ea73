"""Nothing grows faster than the data: how often entities and sources are walked over, not seconds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.model.kb import KnowledgeBase
from chipkb.render.pages import pages

SMALL, LARGE = 30, 60


class Counted(dict):
    """A table that counts what a walk over it yields."""

    steps = 0

    def values(self) -> Iterator:
        for value in super().values():
            self.steps += 1
            yield value

    def items(self) -> Iterator:
        for item in super().items():
            self.steps += 1
            yield item


def world(folder: Path, size: int) -> KnowledgeBase:
    from bench.speed.invented import make_world

    loaded = load(make_world(folder / str(size), size))
    kb = loaded.kb
    assert len(kb.entities) == size
    return replace(kb, entities=Counted(kb.entities), sources=Counted(kb.sources))


def steps(kb: KnowledgeBase) -> int:
    """Of all checks and all views."""
    check(kb)
    for page in pages(kb):
        assert page.view is not None
    return kb.entities.steps + kb.sources.steps


def test_twice_the_data_is_walked_over_no_more_than_twice_as_often(tmp_path: Path):
    small, large = (steps(world(tmp_path, size)) for size in (SMALL, LARGE))
    assert small > 0
    assert large <= 2.1 * small
