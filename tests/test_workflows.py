"""What runs on the hosts of others: pinned, bounded, and with no more rights than it needs."""

import re
import shutil
import subprocess

import click
import pytest
import yaml

from chipkb.cli import COMMANDS, main
from tests.conftest import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
_PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v[0-9.]+")


def test_there_are_some():
    assert WORKFLOWS


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_to_a_commit_and_names_its_release(file):
    used = [line for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in used if not _PINNED.search(line)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_job_ends_and_says_what_it_may_do(file):
    workflow = yaml.safe_load(file.read_text("utf-8"))
    assert workflow["permissions"]
    assert [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job] == []


def test_no_token_stands_beside_a_strangers_data():
    """Where a pull request's files are read with rights, neither git nor that step has the token."""
    [job] = yaml.safe_load((REPOSITORY / ".github/workflows/comment.yml").read_text("utf-8"))[
        "jobs"
    ].values()
    checkout, *steps = job["steps"]
    assert checkout["with"]["persist-credentials"] is False
    for step in steps:
        reads = "chipkb" in step.get("run", "") or "make" in step.get("run", "")
        assert not (reads and "GH_TOKEN" in step.get("env", {}))


MAKE = re.compile(r"make (?:--silent )?([a-z-]+)((?: [A-Z_]+=(?:\"[^\"]*\"|\S+))*)")


def made() -> list[tuple[str, str]]:
    """What the workflows call, with the variables they give."""
    steps = [
        step.get("run", "")
        for file in WORKFLOWS
        for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
        for step in job["steps"]
    ]
    return sorted({match.groups() for run in steps for match in MAKE.finditer(run)})


def test_the_workflows_call_make():
    assert {"check-pr", "diff", "links", "site"} <= {target for target, _ in made()}


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
@pytest.mark.parametrize("target", sorted({target for target, _ in made()}))
def test_what_a_workflow_calls_runs_a_command_that_is_there(target):
    """Each line of the recipe, as `make` would run it, names a command of ours with options it has."""
    told = subprocess.run(
        ["make", "--dry-run", "--always-make", "VENV=.venv", target],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    commands = re.findall(r"\.venv/bin/chipkb ([a-z]+)([^\n|>]*)", told)
    for name, options in commands:
        assert name in COMMANDS
        command = main.get_command(click.Context(main), name)
        known = {opt for param in command.params for opt in (*param.opts, *param.secondary_opts)}
        assert set(re.findall(r"(?<= )--[a-z-]+", options)) <= known
    assert commands or "pytest" in told or "ruff" in told
