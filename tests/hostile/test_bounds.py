"""No file costs more than five seconds of a processor and a gigabyte of memory: the system holds us to it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.test_files import TINY

resource = pytest.importorskip("resource", reason="this system knows no such bounds")
SECONDS, BYTES = 5, 1 << 30
PRICES = {  # what a person could not have written, but a file can hold
    "a long file": "aliases: [" + ", ".join(f"a{i}" for i in range(15_000)) + "]\n",
    "many facts": "kind: company\nname: {zh: 甲, en: Jia}\nfacts:\n"
    + "".join(f"  - {{id: f{i}, metric: x, value: 1, source: y}}\n" for i in range(2_200)),
    "quotes": "aliases: '" + "''" * 50_000,
    "colons": "a:" * 50_000,
    "tabs": "\t" * 100_000,
    "comments": "#\n" * 55_000,
    "full-width": "名：" * 15_000,
    "han digits": "kind: company\nname: {zh: 甲, en: Jia}\nsummary: {zh: "
    + "三百二十" * 900
    + "}\n",
    "references": "kind: company\nname: {zh: 甲, en: Jia}\nsummary: {zh: "
    + "{a}[[b]]" * 480
    + "}\n",
    "near names": "kind: company\nname: {zh: 甲, en: Jia}\naliases: ["
    + "Star-Chi, " * 8_000
    + "]\n",
}

PAGES = {  # what the Markdown of a page can hold
    "blanks": " " * 60_000 + "x",
    "quotes": "> " * 20_000 + "x",
    "brackets": "[" * 40_000,
    "pictures": "![" * 20_000,
    "stars": "**a *b " * 8_000,
    "tags": "<a " * 18_000,
    "backticks": "`" * 40_000,
    "references": "[[a]]" * 10_000,
    "numbers": "1. " * 20_000 + "x",
    "levels": "\n".join(" " * 4 * level + "- x" for level in range(200)),
}


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def _checked(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "chipkb", "check", "--root", str(root)]
    return subprocess.run(
        command, preexec_fn=_bounded, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize("name", [*TINY, *PRICES])
def test_a_hostile_file_is_refused_within_the_bounds(world, name):
    text = PRICES[name] if name in PRICES else TINY[name][0]
    (world / "data/gpu/x.yml").write_text(text, "utf-8")
    done = _checked(world)
    assert done.returncode == 1, (done.returncode, done.stderr[-500:])
    assert "Traceback" not in done.stderr
    assert "data/gpu/x.yml" in done.stdout


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_within_the_bounds_and_told_in_a_few_lines(world, name):
    for lang, title in (("zh", "标题"), ("en", "Title")):
        (world / f"content/x.{lang}.md").write_text(f"# {title}\n\n{PAGES[name]}\n", "utf-8")
    done = _checked(world)
    assert done.returncode in (0, 1), (done.returncode, done.stderr[-500:])
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) < 60


def test_the_bounds_are_real(world):
    """What needs more is stopped: the test above could fail."""
    hungry = [sys.executable, "-c", f"bytearray({2 * BYTES})"]
    done = subprocess.run(hungry, preexec_fn=_bounded, capture_output=True, text=True)
    assert "MemoryError" in done.stderr
