"""Two revisions in git: every difference between them is told, and dated."""

import json
import os
import shutil
import subprocess
from datetime import date

import pytest
from click.testing import CliRunner

from chipkb.cli import main
from chipkb.engine.history import dated
from chipkb.export.changes import changes_json
from chipkb.export.json_api import tables_of
from chipkb.load.tree import load
from tests.conftest import STRICT

pytestmark = pytest.mark.skipif(shutil.which("git") is None and not STRICT, reason="no git here")

STAR = "data/gpu/star-chip.yml"
FIRST, SECOND = "2026-01-05", "2026-02-07"


def git(root, *arguments: str, day: str = FIRST) -> str:
    when = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *arguments]
    env = {**os.environ, **when, **names, **alone}
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


def edit(root, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def repository(world):
    """The world with two commits: the first whole, the second with changes of every sort."""
    git(world, "init", "--quiet")
    git(world, "add", "-A")
    git(world, "commit", "--quiet", "-m", "First")
    edit(world, STAR, "value: 425 项", "value: 426 项")
    edit(world, STAR, "id: self-made", "id: home-made")
    edit(world, "data/gpu/star-one.yml", "value: 14.0 nm", "value: 16 nm")
    edit(world, "data/memory/moon-fund.yml", "zh: 夜空", "zh: 星空")
    git(world, "commit", "--quiet", "-am", "Second", day=SECOND)
    return world


def plain(kb) -> dict[str, dict]:
    """The published facts without what follows from other things."""
    derived = ("url", "entity_name", "added", "changed")
    rows = tables_of(kb)["facts"]
    return {row["id"]: {k: v for k, v in row.items() if k not in derived} for row in rows}


def test_every_difference_is_in_changes_json(repository, tmp_path):
    old = tmp_path / "old"
    git(repository, "worktree", "add", "--quiet", str(old), "HEAD~1")
    kb = dated(repository, load(repository))
    before, after = plain(load(old).kb), plain(kb)
    differ = {id_ for id_ in before | after if before.get(id_) != after.get(id_)}
    days = json.loads(changes_json(kb).artifact.content)["days"]
    assert [day["date"] for day in days] == [SECOND, FIRST]
    told = {id_ for one in days[0]["changes"] for id_ in (one["id"], one.get("was"))}
    assert len(differ) > 4 and differ <= told
    # Prose that names a value changes with it; nothing else is told that does not differ.
    facts = {one["id"] for one in days[0]["changes"] if one["kind"] == "claim"}
    assert facts <= differ


def test_facts_know_when_they_came_and_changed(repository):
    history = dated(repository, load(repository)).history
    assert history.complete and history.since == date(2026, 1, 5)
    assert history.added("claim", "star-chip/patents") == date(2026, 1, 5)
    assert history.changed("claim", "star-chip/patents") == date(2026, 2, 7)
    assert history.changed("claim", "star-chip/listed") is None
    assert history.added("claim", "star-chip/home-made") == date(2026, 1, 5)


def test_versions_are_those_of_the_facts(repository):
    first = dated(repository, load(repository)).release
    assert dated(repository, load(repository)).release == first
    assert first.version.startswith(f"2026.02.07+{git(repository, 'rev-parse', 'HEAD')[:7]}.")
    edit(repository, STAR, "value: 426 项", "value: 427 项")
    second = dated(repository, load(repository)).release
    assert second.commit is None and second.version != first.version


def test_what_is_not_committed_is_told_too(repository):
    edit(repository, STAR, "value: 426 项", "value: 427 项")
    [day, *_] = dated(repository, load(repository)).history.days
    assert ("star-chip/patents", "value") in {
        (change.id, field.field) for change in day.changes for field in change.fields
    }


def test_a_shallow_clone_says_what_it_cannot_know(repository, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", str(clone))
    history = dated(clone, load(clone)).history
    assert (history.complete, history.since, history.days) == (False, date(2026, 2, 7), ())
    assert history.added("claim", "star-chip/patents") is None


def test_without_git_the_last_export_tells(repository, tmp_path):
    export, bare = tmp_path / "export", tmp_path / "bare"
    shutil.copytree(repository, bare, ignore=shutil.ignore_patterns(".git", ".cache"))
    export.mkdir()
    kb = dated(repository, load(repository))
    (export / "changes.json").write_bytes(changes_json(kb).artifact.content)
    for name, rows in tables_of(kb).items():
        (export / f"{name}.json").write_text(json.dumps({name: rows}), "utf-8")
    edit(bare, STAR, "value: 426 项", "value: 427 项")
    history = dated(bare, load(bare), export).history
    assert history.added("claim", "star-chip/patents") == date(2026, 1, 5)
    assert "star-chip/patents" in {change.id for change in history.days[0].changes}
    assert dated(bare, load(bare)).history.days == ()


def run(*arguments) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    return result.exit_code, result.output


def test_the_command_takes_revisions_folders_and_exports(repository, tmp_path):
    export = tmp_path / "export"
    export.mkdir()
    for name, rows in tables_of(load(repository).kb).items():
        (export / f"{name}.json").write_text(json.dumps({name: rows}), "utf-8")
    root = ("--root", repository)
    for old in ("HEAD~1", git(repository, "rev-parse", "HEAD~1").strip()):
        code, told = run(*root, old, "HEAD")
        assert code == 0 and "~ claim star-chip/patents\n    value: 425 项 → 426 项\n" in told
    assert run(*root, "HEAD~1", repository) == run(*root, "HEAD~1")
    assert run(*root, export, repository) == (0, "no changes\n")
    code, told = run(*root, "HEAD~1", export)
    assert code == 0 and "star-chip/patents" in told
    assert run(*root, "no-such-thing")[0] == 1
    assert run(*root, "--upload-pack=evil")[0] != 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: self-made", "id: home-made", "released-lost"),
        ("value: 425 项\n    as_of: 2024-10\n    source: [almanac#gpu/2, star-filing]",
         "value: 514 项\n    as_of: 2025-10\n    source: star-news", "fact-overwritten"),
        ("value: 425 项", "value: 426 项", ""),
    ],
)  # fmt: skip
def test_the_check_holds_the_data_to_a_revision(world, old, new, code):
    git(world, "init", "--quiet")
    git(world, "add", "-A")
    git(world, "commit", "--quiet", "-m", "First")
    text = (world / "data/sources/star-filing.yml").read_text("utf-8")
    (world / "data/sources/star-news.yml").write_text(
        text.replace("2025-12-05", "2025-12-06").replace("org/filing", "org/news"), "utf-8"
    )
    edit(world, STAR, old, new)
    run = ["check", "--root", str(world), "--lang", "en", "--format", "json"]
    without = CliRunner().invoke(main, run).output
    held = CliRunner().invoke(main, [*run, "--base", "HEAD"]).output
    codes = {row["code"] for row in json.loads(held)} - {row["code"] for row in json.loads(without)}
    assert codes == ({code} if code else set())


def test_a_revision_that_is_not_there_is_said_so(world):
    git(world, "init", "--quiet")
    git(world, "add", "-A")
    git(world, "commit", "--quiet", "-m", "First")
    result = CliRunner().invoke(main, ["check", "--root", str(world), "--base", "nowhere"])
    assert result.exit_code == 1 and "nowhere" in result.output and "Traceback" not in result.output
