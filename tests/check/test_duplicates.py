"""Two of a kind that readers could not tell apart."""

from pathlib import Path

from chipkb.check import check
from chipkb.load.tree import load

SUMMARY = (
    "summary: {zh: '从{star-chip/valuation}起步。', en: 'It began with {star-chip/valuation}.'}"
)


def _found(world: Path, summary: str) -> list[str]:
    """What is said once two entries of the world have this summary."""
    for file, before in (("gpu/star-one.yml", "summary: "), ("memory/moon-fund.yml", "facts:")):
        path = world / "data" / file
        text = path.read_text("utf-8")
        line = next(line for line in text.splitlines() if line.startswith(before))
        after = "" if before == "summary: " else f"\n{line}"
        path.write_text(text.replace(line, summary + after, 1), "utf-8")
    loaded = load(world)
    problems = check(loaded.kb, loaded.broken, loaded.problems)
    return [problem.line() for problem in problems if problem.code == "summary-duplicate"]


def test_a_summary_that_was_copied_with_its_file_is_told_in_each_language(world):
    english = SUMMARY.index("'It") + 1
    said = "word for word the summary of star-one; say what this one is [summary-duplicate]"
    assert _found(world, SUMMARY) == [
        f"data/memory/moon-fund.yml:3:15: error: {said}",
        f"data/memory/moon-fund.yml:3:{english}: error: {said}",
    ]


def test_the_same_words_around_a_figure_of_ones_own_say_another_thing(world):
    assert _found(world, "summary: {zh: '共{share}。', en: 'It has {share}.'}") == []
