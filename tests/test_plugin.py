"""The MkDocs plugin during `mkdocs serve` and `mkdocs build`, as MkDocs itself calls it."""

import logging

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

STAR = "data/gpu/star-chip.yml"


@pytest.fixture
def run(world, tmp_path, monkeypatch):
    """Builds the world once more, as a command would; gives the folder of the site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def once(command: str = "serve"):
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


def test_a_changed_fact_shows_in_both_languages(world, run):
    run()
    change(world, "value: 425 项", "value: 999 项")
    site = run()
    assert "999 项" in page(site)
    assert "999 patents" in (site / "en/entity/star-chip/index.html").read_text("utf-8")


def test_broken_data_is_told_and_the_last_whole_site_stays(world, run, caplog):
    run()
    change(world, "value: 425 项", "value: 425 纳米")
    with caplog.at_level(logging.ERROR):
        site = run()
    assert f"{STAR}:24:12: error: unknown unit '纳米'" in caplog.text
    assert "425 项" in page(site)


def test_mended_data_is_shown_again(world, run):
    run()
    change(world, "value: 425 项", "value: 425 纳米")
    run()
    change(world, "value: 425 纳米", "value: 426 项")
    assert "426 项" in page(run())


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
