"""What runs on the hosts of others: pinned, bounded, and with no more rights than it needs."""

import re

import pytest
import yaml

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
