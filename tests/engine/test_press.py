"""With all that makes a build fast, the site is the one that is made without, byte for byte."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from chipkb.cli import main
from chipkb.engine import press
from chipkb.engine.kept_pages import KeptPages

Site = dict[str, bytes]
STAR, ONE = "data/gpu/star-chip.yml", "data/gpu/star-one.yml"


@pytest.fixture
def built(world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Site]:
    """`built("fast")` and `built("plain")`: every file of the world's site, by its path."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(press, "_MANY", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    def files(way: str) -> Site:
        is_plain = way == "plain"
        monkeypatch.setattr("chipkb.engine.plugin.PLAIN", is_plain)
        monkeypatch.setenv("CHIPKB_PLAIN", "1" if is_plain else "0")
        folder = tmp_path / way
        config = load_config(str(world / "mkdocs.yml"), site_dir=str(folder))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    return files


def replace(world: Path, file: str, old: str, new: str) -> None:
    path = world / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def change_a_value(world: Path) -> None:
    replace(world, STAR, "value: 425 项", "value: 999 项")


def change_a_name(world: Path) -> None:
    replace(world, ONE, "en: Star One", "en: Star & 'First'")


def add(world: Path) -> None:
    text = (world / ONE).read_text("utf-8").replace("星一号", "星三号")
    text = text.replace("Star & 'First'", "Star Three").replace("S-1", "S-3")
    (world / "data/gpu/star-three.yml").write_text(text, "utf-8")


def delete(world: Path) -> None:
    (world / "data/gpu/star-three.yml").unlink()


def rename(world: Path) -> None:
    done = CliRunner().invoke(main, ["rename", "--root", str(world), "star-one", "star-first"])
    assert done.exit_code == 0, done.output


def change_a_label(world: Path) -> None:
    replace(world, "data/vocabulary/domains.yml", "图形芯片", "图形处理器")


def change_the_settings(world: Path) -> None:
    replace(world, "mkdocs.yml", "site_name: 测试", "site_name: 试验")


def change_a_template(world: Path) -> None:
    folder = world / "overrides"
    folder.mkdir()
    (folder / "main.html").write_text(
        '{% extends "base.html" %}{% block content %}{{ super() }}<p>Mine</p>{% endblock %}',
        "utf-8",
    )
    replace(
        world, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n"
    )


EDITS = [
    (change_a_value, change_a_name),
    (add, rename),
    (change_a_label, delete),
    (change_the_settings, change_a_template),
]


def test_the_site_is_the_same_after_edits_of_all_kinds(world: Path, built):
    assert built("fast") == built("plain")
    for edits in EDITS:
        for edit in edits:
            edit(world)
        fast, plain = built("fast"), built("plain")
        assert fast.keys() == plain.keys(), edits
        assert [path for path in fast if fast[path] != plain[path]] == [], edits


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages that were not taken as they were; read after a build in this process."""
    monkeypatch.setattr("chipkb.engine.press._MANY", 10_000)
    paths: set[str] = set()
    put = KeptPages.put

    def noted(self: KeptPages, page, printed) -> None:
        paths.add(page.path)
        put(self, page, printed)

    monkeypatch.setattr(KeptPages, "put", noted)
    return paths


def test_only_pages_that_ask_for_what_changed_are_made_anew(world: Path, built, made_anew):
    built("fast")
    assert {"entity/star-chip", "entity/moon-fund", "source/almanac"} <= made_anew
    made_anew.clear()
    built("fast")
    assert made_anew == {"about", "data"}  # what MkDocs converts, and what tells of all downloads
    replace(world, "data/memory/moon-fund.yml", "kind: ", "aliases: [Lunar]\nkind: ")
    made_anew.clear()
    built("fast")
    assert "entity/moon-fund" in made_anew


def test_a_damaged_page_is_made_anew(world: Path, built):
    whole = built("fast")
    kept = [path for path in (world / ".cache/chipkb/kept").rglob("*") if path.is_file()]
    assert kept
    for number, path in enumerate(kept):
        content = path.read_bytes()
        path.write_bytes((content[:-9], b"", content.replace(b"<", b"["))[number % 3])
    assert built("fast") == whole
