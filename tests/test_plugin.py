"""The MkDocs plugin during `mkdocs build`, as MkDocs itself calls it; serving is in tests/engine."""

import re

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

STAR = "data/gpu/star-chip.yml"


@pytest.fixture
def run(world, tmp_path, monkeypatch):
    """Builds the world once more, as a command would; gives the folder of the site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def once(command: str = "build"):
        config = load_config(str(world / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        config.plugins.on_startup(command=command, dirty=False)
        build(config)
        return tmp_path / "site"

    return once


def change(world, old: str, new: str) -> None:
    path = world / STAR
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def page(site) -> str:
    return (site / "entity/star-chip/index.html").read_text("utf-8")


def test_a_build_of_broken_data_fails_before_the_old_site_is_emptied(world, run):
    site = run("build")
    change(world, "kind: company", "kind: compny")
    with pytest.raises(Abort):
        run("build")
    assert "425 项" in page(site)


def test_a_page_written_by_hand_has_its_references_filled_in(run):
    text = (run("build") / "about/index.html").read_text("utf-8")
    assert "425 项" in text
    assert 'href="../entity/star-chip/#fact-patents"' in text


def og_image(site, page: str) -> str | None:
    found = re.search(r'property="og:image" content="([^"]*)"', (site / page).read_text("utf-8"))
    return found and found[1]


def test_a_build_has_a_card_for_each_page_in_each_language(run, han):
    site = run("build")
    base = "https://chipkb.github.io/chipkb/assets/cards"
    assert og_image(site, "entity/star-chip/index.html") == f"{base}/entity/star-chip.zh.png"
    assert og_image(site, "en/entity/star-chip/index.html") == f"{base}/entity/star-chip.en.png"
    assert og_image(site, "index.html") == f"{base}/index.zh.png"
    assert og_image(site, "source/almanac/index.html") == f"{base}/default.png"
    for name in ("entity/star-chip.zh", "entity/star-chip.en", "index.zh", "default"):
        assert (site / f"assets/cards/{name}.png").read_bytes().startswith(b"\x89PNG")
    text = (site / "en/entity/star-chip/index.html").read_text("utf-8")
    assert '<meta property="og:image:alt" content="Star Chip">' in text
    assert '<meta name="twitter:card" content="summary_large_image">' in text


def test_a_second_build_draws_only_what_changed(world, run, han):
    def drawn():
        kept = (world / ".cache/chipkb/cards").rglob("*")
        return {file: file.stat().st_mtime_ns for file in kept if file.is_file()}

    run("build")
    first = drawn()
    run("build")
    assert drawn() == first
    change(world, "value: 425 项", "value: 999 项")
    run("build")
    second = drawn()
    assert len(second.items() - first.items()) == 2  # the company's, in both languages


def test_without_a_font_for_chinese_the_seal_stands_in(run, monkeypatch, caplog):
    monkeypatch.setattr("chipkb.engine.plugin.has_han", lambda: False)
    site = run("build")
    assert len([r for r in caplog.records if "no font for Chinese" in r.getMessage()]) == 1
    assert og_image(site, "entity/star-chip/index.html").endswith("/assets/cards/default.png")
    assert [file.name for file in (site / "assets/cards").rglob("*.png")] == ["default.png"]
