"""Clones of a world are as whole as the world, and not tied to it."""

import pytest
from bench.speed.grow import grown

from chipkb.check import check
from chipkb.load.tree import Loaded, load
from tests.conftest import WORLD


@pytest.fixture(params=[0, 1, 2, 7])
def loaded(request, world, kb) -> Loaded:
    for name, text in grown(len(kb.entities) + request.param, WORLD / "data"):
        (world / "data" / name).write_text(text, "utf-8")
    loaded = load(world)
    assert len(loaded.kb.entities) == len(kb.entities) + request.param
    return loaded


def test_nothing_is_wrong_with_the_clones(loaded):
    problems = check(loaded.kb, loaded.broken, loaded.problems)
    assert [problem.line() for problem in problems if problem.is_error] == []


def test_a_whole_clone_refers_to_itself_alone(world, kb):
    for name, text in grown(2 * len(kb.entities), WORLD / "data"):
        (world / "data" / name).write_text(text, "utf-8")
    clones = load(world).kb
    for id_, others in kb.neighbours.items():
        assert clones.neighbours[id_] == others
        assert clones.neighbours[f"{id_}-k1"] == {f"{other}-k1" for other in others}
    for id_, claims in kb.citing.items():
        assert len(clones.citing[f"{id_}-k1"]) == len(claims)
