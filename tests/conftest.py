"""The tiny invented world that most tests live in, and ways to break it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chipkb.check import check
from chipkb.load.tree import Loaded, load
from chipkb.model.kb import KnowledgeBase
from chipkb.render.picture import has_han
from chipkb.values.problem import Problem

os.environ["CHIPKB_LANG"] = "en"  # whatever the machine speaks
REPOSITORY = Path(__file__).parent.parent
WORLD = Path(__file__).parent / "world"
STRICT = os.environ.get("CI") == "true"  # what a laptop may lack, CI must have


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The tiny world, which has no problems."""
    return load(WORLD).kb


@pytest.fixture(scope="session")
def real() -> Loaded:
    """The repository's own data."""
    return load(REPOSITORY)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the tiny world to change."""
    root = tmp_path / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site", ".cache"))
    return root


@pytest.fixture
def problems_after(world: Path) -> Callable[..., list[Problem]]:
    """`problems_after(file, old, new)`: what the check finds once `old` in `file` reads `new`."""

    def problems(file: str, old: str, new: str) -> list[Problem]:
        path = world / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        loaded = load(world)
        return list(check(loaded.kb, loaded.broken, loaded.problems))

    return problems


@pytest.fixture
def han() -> None:
    """For tests that need a font for Chinese."""
    if not has_han() and not STRICT:
        pytest.skip("no font for Chinese here: social cards were not drawn")


def same_as_golden(found: str, path: Path) -> None:
    """Compares with the file at `path`; `GOLDEN=write` writes it anew."""
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, "utf-8")
    assert path.exists(), f"{path} is missing: run `make golden` and read the diff"
    assert found == path.read_text("utf-8"), f"{path.name} differs: run `make golden`"
