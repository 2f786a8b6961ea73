"""A loss of anything that was published is an error, unless it is said where it went."""

import pytest

from chipkb.check import check
from chipkb.load.tree import load

STAR, MOON = "data/gpu/star-chip.yml", "data/memory/moon-fund.yml"
LEDGER = """\
fact star-chip/patents
relation star-chip/invested-by.moon-fund
event star-chip/listed
"""
PATENTS = """\
  - id: patents
    metric: granted-patents
    value: 425 项
"""
GONE = "gone: {zh: 记错了。, en: A mistake.}, date: 2026-11-27"


@pytest.fixture
def found(world):
    """`found(moves, (file, old, new)…)`: what the check says of the ledger after these changes."""
    claims = world / "data/ledger/claims"
    claims.mkdir(parents=True)
    (claims / "gpu.txt").write_text(LEDGER, "utf-8")
    (claims.parent / "entities.txt").write_text("# a remark\nstar-chip\n\nmoon-fund\n", "utf-8")
    (claims.parent / "pages.txt").write_text("/\nglossary\ncomparison/makers\n", "utf-8")

    def problems(moves: str, *changes: tuple[str, str, str]) -> list[str]:
        if moves:
            (world / "data/moved.yml").write_text(moves, "utf-8")
        for file, old, new in changes:
            path = world / file
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new), "utf-8")
        loaded = load(world)
        lines = (p.line() for p in check(loaded.kb, loaded.broken, loaded.problems))
        codes = ("released-", "move-", "ledger-", "id-duplicate")
        return [line for line in lines if any(f"[{code}" in line for code in codes)]

    return problems


RENAMED = (STAR, "id: patents", "id: patent-count")


def test_nothing_is_lost(found):
    assert found("") == []


def test_a_lost_fact_is_told_at_the_file_that_lost_it(found):
    [line] = found("", RENAMED)
    assert line.startswith(f"{STAR}:1:1: error: the claim 'star-chip/patents' was published")
    assert "did you mean 'star-chip/patent-count'?" in line


def test_a_redirect_mends_it(found):
    move = "- {kind: claim, was: star-chip/patents, now: star-chip/patent-count, date: 2026-11-27}"
    assert found(move, RENAMED) == []


def test_a_tombstone_mends_it(found):
    assert found(f"- {{kind: claim, was: star-chip/patents, {GONE}}}", RENAMED) == []


def test_a_relation_may_change_its_kind(found):
    assert found("", (STAR, "kind: invested-by", "kind: made-by")) == []


def test_a_relation_to_another_target_is_another(found):
    [line] = found("", (STAR, "target: moon-fund", "target: star-one"))
    assert "star-chip/invested-by.moon-fund" in line


def test_a_lost_page(found, world):
    (world / "data/comparisons/makers.yml").rename(world / "data/comparisons/producers.yml")
    [line] = found("")
    assert line.startswith("data/ledger/pages.txt:3:1: error: the page 'comparison/makers'")


def test_a_page_that_moved(found, world):
    (world / "data/comparisons/makers.yml").rename(world / "data/comparisons/producers.yml")
    move = "- {kind: page, was: comparison/makers, now: comparison/producers, date: 2026-11-27}"
    assert found(move) == []


@pytest.mark.parametrize(
    ("moves", "code"),
    [
        ("- {kind: claim, was: star-chip/patents, now: star-chip/x, date: 2026-11-27}", "move-from-present"),
        ("- {kind: entity, was: comet, now: meteor, date: 2026-11-27}", "move-nowhere"),
        ("- {kind: page, was: comets, now: meteors, date: 2026-11-27}", "move-nowhere"),
        ("- {kind: entity, was: comet, date: 2026-11-27}", "move-one-way"),
        (f"- {{kind: entity, was: comet, now: star-chip, {GONE}}}", "move-one-way"),
        ("- {kind: page, was: ../comet, now: glossary, date: 2026-11-27}", "move-id"),
        (f"- {{kind: entity, was: comet, {GONE}}}\n" * 2, "id-duplicate"),
    ],
)  # fmt: skip
def test_moves_that_make_no_sense(found, moves, code):
    [line] = found(moves)
    assert f"[{code}]" in line


def test_the_ledger_is_not_edited_by_hand(found, world):
    (world / "data/ledger/entities.txt").write_text("star-chip and others\n", "utf-8")
    [line] = found("")
    assert line.startswith("data/ledger/entities.txt:1:1: error: 'star-chip and others'")


WAS = "- {kind: word, was: metrics/sold, now: metrics/granted-patents, date: 2026-11-27}\n"


@pytest.mark.parametrize(
    ("file", "kept", "lost"),
    [("words.txt", ("metrics/granted-patents", "metrics/sold"), "metrics/patents"),
     ("headings.txt", ("about#rules", "about#old-rules"), "about#other")],
)  # fmt: skip
def test_words_of_the_vocabulary_and_headings_are_released_too(world, found, file, kept, lost):
    for lang in ("zh", "en"):
        page = world / f"content/about.{lang}.md"
        page.write_text(page.read_text("utf-8") + "\n## Rules {#rules old-rules}\n", "utf-8")
    lines = "".join(f"{id_}\n" for id_ in (*kept, lost))
    (world / "data/ledger" / file).write_text(lines, "utf-8")
    [line] = found(WAS)
    assert line.startswith(f"data/ledger/{file}:3:1: ") and f"'{lost}' was published" in line
