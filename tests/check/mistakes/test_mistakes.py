"""No mistake of a contributor passes in silence: each is told at its place, in both languages."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.values.problem import Problem
from tests.conftest import WORLD, same_as_golden

HERE = Path(__file__).parent
FILES = {
    "C": "data/gpu/star-chip.yml",
    "P": "data/gpu/star-one.yml",
    "F": "data/memory/moon-fund.yml",
    "M": "data/memory/moon-fund.yml",
    "S": "data/sources/star-filing.yml",
    "T": "data/glossary/gpu.yml",
    "V": "data/vocabulary/metrics.yml",
    "M2": "data/comparisons/makers.yml",
    "D": "data/vocabulary/domains.yml",
}
CARET = "‸"


@dataclass(frozen=True)
class Mistake:
    title: str
    file: str
    codes: tuple[str, ...]  # one of these is enough
    old: str
    new: str

    @property
    def place(self) -> tuple[int, int] | None:
        """Where the message must point, as line and column of the changed text; None for anywhere."""
        before, caret, _ = self.new.partition(CARET)
        text = (WORLD / self.file).read_text("utf-8")
        if not caret:
            return None
        before = text[: text.index(self.old)] + before
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def problems(self, world: Path) -> list[Problem]:
        path = world / self.file
        text = path.read_text("utf-8")
        path.write_text(text.replace(self.old, self.new.replace(CARET, ""), 1), "utf-8")
        loaded = load(world)
        return list(check(loaded.kb, loaded.broken, loaded.problems))


def mistakes() -> list[Mistake]:
    """The table of mistakes.txt."""
    found = []
    for block in (HERE / "mistakes.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        if not lines:
            continue
        title, file, codes = (part.strip() for part in lines[0].split(" | "))
        old, new = (
            "\n".join(line[2:] for line in lines[1:] if line.startswith(sign)) for sign in "-+"
        )
        found.append(Mistake(title, FILES[file], tuple(codes.split()), old, new))
    return found


MISTAKES = mistakes()


def test_there_are_enough_and_each_has_a_title():
    assert len({mistake.title for mistake in MISTAKES}) == len(MISTAKES) >= 130


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.title.replace(" ", "-"))
def test_a_mistake_is_told_where_it_is(world, mistake):
    text = (world / mistake.file).read_text("utf-8")
    assert mistake.old in text
    told = mistake.problems(world)
    found = [problem for problem in told if problem.code in mistake.codes]
    assert found, [problem.line() for problem in told]
    if mistake.place:
        places = [(problem.place.line, problem.place.col) for problem in found]
        assert mistake.place in places, [problem.line() for problem in told]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_said(tmp_path, lang):
    """All that is said to each of them, for a person to read."""
    said = []
    for number, mistake in enumerate(MISTAKES):
        world = tmp_path / str(number)
        shutil.copytree(WORLD, world)
        lines = [problem.line(lang) for problem in mistake.problems(world)]
        said.append("\n".join([f"## {mistake.title}", *lines]))
        shutil.rmtree(world)
    same_as_golden("\n\n".join(said) + "\n", HERE / f"said.{lang}.txt")
