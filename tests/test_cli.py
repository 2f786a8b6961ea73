"""The command line: what it prints and how it exits."""

import json

from click.testing import CliRunner

from chipkb.cli import main
from tests.conftest import WORLD


def run(*args: str):
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_check_of_whole_data_says_so():
    result = run("check", "--root", WORLD, "--strict")
    assert (result.exit_code, result.output) == (0, "no problems\n")


def break_world(world, old: str, new: str) -> None:
    path = world / "data/gpu/star-chip.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_an_error_fails(world):
    break_world(world, "kind: company", "kind: compny")
    result = run("check", "--root", world)
    assert result.exit_code == 1
    assert result.output.endswith("1 error, 0 warnings\n")


def test_a_warning_fails_only_when_strict(world):
    break_world(world, ", en: Star Chip lists.", "")
    assert run("check", "--root", world).exit_code == 0
    assert run("check", "--root", world, "--strict").exit_code == 1


def test_messages_in_chinese_and_as_json(world):
    break_world(world, "kind: company", "kind: compny")
    assert "是不是“company”？" in run("check", "--root", world, "--lang", "zh").output
    [row] = json.loads(run("check", "--root", world, "--format", "json").output)
    assert row["code"] == "value-choice"


def test_only_the_named_files_are_told(world):
    break_world(world, "kind: company", "kind: compny")
    assert run("check", "--root", world, "data/memory").exit_code == 0
    assert run("check", "--root", world, "data/gpu").exit_code == 1


def test_no_data_folder(tmp_path):
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 2
    assert "there is no folder 'data'" in result.output


def test_render_writes_the_tree(tmp_path):
    result = run("render", "--root", WORLD, "--out", tmp_path / "md")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "md/entity/star-chip.md").exists()
    assert (tmp_path / "md/en/entity/star-chip.md").exists()


def test_render_refuses_broken_data_and_leaves_the_old_tree(world, tmp_path):
    out = tmp_path / "md"
    run("render", "--root", world, "--out", out)
    break_world(world, "kind: company", "kind: compny")
    result = run("render", "--root", world, "--out", out)
    assert result.exit_code == 1
    assert (out / "index.md").exists()


def test_render_does_not_overwrite_what_it_did_not_make(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    result = run("render", "--root", WORLD, "--out", tmp_path)
    assert result.exit_code == 1
    assert "not empty" in result.output
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_site_takes_the_place_of_a_site_alone(world):
    """A slip of the keyboard, as in `--site data`, costs nothing."""
    for folder in ("data", "content", "."):
        site = world / folder
        before = sorted(site.rglob("*"))
        result = run("build", "--config", world / "mkdocs.yml", "--site", site, "--lang", "en")
        assert result.exit_code == 1
        assert "holds no older site; nothing was done" in result.output
        assert sorted(site.rglob("*")) == before
