"""No mistake of a contributor passes in silence: each is told at its place, in both languages."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from chipkb.check import check
from chipkb.cli.explain import examples
from chipkb.load.assemble import TextFile, assemble
from chipkb.load.tree import load
from chipkb.values.problem import Problem
from chipkb.values.wording import WORDING
from tests.conftest import WORLD, same_as_golden

HERE = Path(__file__).parent
FILES = {
    "C": "data/gpu/star-chip.yml",
    "P": "data/gpu/star-one.yml",
    "F": "data/memory/moon-fund.yml",
    "M": "data/memory/moon-fund.yml",
    "S": "data/sources/star-filing.yml",
    "T": "data/glossary/gpu.yml",
    "U": "data/vocabulary/units.yml",
    "V": "data/vocabulary/metrics.yml",
    "M2": "data/comparisons/makers.yml",
    "D": "data/vocabulary/domains.yml",
    "X": "data/vocabulary/tiers.yml",
}
CARET = "‸"
WORLD_TEXTS = {
    path.relative_to(WORLD).as_posix(): path.read_text("utf-8")
    for folder in ("data", "content")
    for path in sorted((WORLD / folder).rglob("*"))
    if path.suffix in (".yml", ".md")
}


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

    def problems(self) -> list[Problem]:
        changed = WORLD_TEXTS[self.file].replace(self.old, self.new.replace(CARET, ""), 1)
        texts = {**WORLD_TEXTS, self.file: changed}
        kb, broken, problems = assemble(TextFile(name, text) for name, text in texts.items())
        return list(check(kb, broken, problems))


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
def test_a_mistake_is_told_where_it_is(mistake):
    assert mistake.old in WORLD_TEXTS[mistake.file]
    told = mistake.problems()
    found = [problem for problem in told if problem.code in mistake.codes]
    assert found, [problem.line() for problem in told]
    if mistake.place:
        places = [(problem.place.line, problem.place.col) for problem in found]
        assert mistake.place in places, [problem.line() for problem in told]


def test_what_is_said():
    """All that is said to each of them in both languages, for a person to read."""
    said: dict[str, list[str]] = {"zh": [], "en": []}
    for mistake in MISTAKES:
        problems = mistake.problems()
        for lang, blocks in said.items():
            blocks.append("\n".join([f"## {mistake.title}", *(p.line(lang) for p in problems)]))
    for lang, blocks in said.items():
        same_as_golden("\n\n".join(blocks) + "\n", HERE / f"said.{lang}.txt")


def test_every_code_that_a_contributor_meets_has_an_example():
    """Those that begin with `site` are about the built site, where nothing was written wrong."""
    codes = {code for code in WORDING if not code.startswith("site-")}
    assert codes - set(examples()) == set()


# What is wrong with a whole file: its bytes, its name, its place.
FILES_GONE_WRONG = [
    ("data/gpu/gbk.yml", "kind: company\nname: {zh: 星, en: S}\n".encode("gbk"), "file-encoding"),
    ("data/gpu/utf16.yml", "kind: company\n".encode("utf-16"), "file-encoding"),
    ("data/gpu/a.YML", b"kind: company\n", "file-unread"),
    ("data/gpu/a.yml.txt", b"kind: company\n", "file-unread"),
    ("data/gpu/a", b"kind: company\n", "file-unread"),
    ("data/gpu/a.json", b"{}", "file-unread"),
    ("data/gpu/star chip.yml", b"kind: company\n", "file-name"),
    ("data/gpu/星.yml", b"kind: company\n", "file-name"),
    ("data/gpus/star.yml", b"kind: company\n", "file-folder"),
    ("data/gpu/deep/star.yml", b"kind: company\nname: {zh: x, en: y}\n", "file-folder"),
    ("data/star.yml", b"kind: company\n", "file-folder"),
    ("data/gpu/empty.yml", b"", "yaml-empty"),
    ("data/gpu/words.yml", "一家公司".encode(), "yaml-mapping"),
    ("content/README.md", b"# Read me\n", "content-missing"),
    ("content/more.md", b"# More\n", "content-missing"),
    ("content/more.zh.md", b"# More\n", "content-missing"),
    ("content/notes/a.zh.md", b"# A\n", "file-kind"),
    ("content/a.html", b"<p>", "file-kind"),
    ("content/sources.zh.md", b"# S\n", "content-missing"),
]


@pytest.mark.parametrize(("name", "content", "code"), FILES_GONE_WRONG, ids=lambda v: str(v)[:24])
def test_a_file_that_is_not_read_is_said_so_and_stops_nothing(world, name, content, code):
    (world / name).parent.mkdir(parents=True, exist_ok=True)
    (world / name).write_bytes(content)
    loaded = load(world)
    problems = check(loaded.kb, loaded.broken, loaded.problems)
    assert (name, code) in {(problem.place.file, problem.code) for problem in problems}
    assert "star-chip" in loaded.kb.entities


def test_windows_line_ends_are_no_mistake(world):
    path = world / "data/gpu/star-chip.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    loaded = load(world)
    assert check(loaded.kb, loaded.broken, loaded.problems) == ()


def test_one_bad_field_hides_nothing_else_of_its_file():
    text = WORLD_TEXTS[FILES["C"]]
    for old, new in [
        ("kind: company", "kind: compny"),
        ("value: 425 项", "value: 425 张"),
        ("source: [almanac#gpu/2, star-filing]", "source: [almanac#gpu/2, star-fillng]"),
        ("target: moon-fund", "target: moonfund"),
        ("with: [moon-fund]", "with: [moonfund]"),
        ("topic: technology", "topic: tech"),
    ]:
        text = text.replace(old, new)
    texts = {**WORLD_TEXTS, FILES["C"]: text}
    kb, broken, problems = assemble(TextFile(name, one) for name, one in texts.items())
    codes = sorted(problem.code for problem in check(kb, broken, problems))
    assert codes == ["kind-unknown", "ref-dangling", "ref-dangling", "source-unknown", "unit-unknown", "value-choice"]  # fmt: skip
