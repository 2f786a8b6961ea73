"""The tiny invented world that most tests live in, and ways to break it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from chipkb.check import check
from chipkb.cli.data import read
from chipkb.load.tree import Loaded, load
from chipkb.model.kb import KnowledgeBase
from chipkb.render.picture import has_han
from chipkb.values.problem import Problem

settings.register_profile("untimed", deadline=None)  # a busy machine is no mistake
settings.load_profile("untimed")
pytest_plugins = ["tests.workers"]
os.environ["CHIPKB_LANG"] = "en"  # whatever the machine speaks
REPOSITORY = Path(__file__).parent.parent
WORLD = Path(__file__).parent / "world"
FUZZ = os.environ.get("FUZZ") == "1"  # make fuzz
STRICT = os.environ.get("CI") == "true"  # what a laptop may lack, CI must have


has_chromium = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not has_chromium and not STRICT,
        reason="no Chromium here: nothing was tried in a browser",
    ),
]


def build(folder: Path) -> Path:
    """The whole site in `folder`, as `make site` builds it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=REPOSITORY,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def built_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path] = build
) -> Path:
    """A build that the workers of one run share; the first to come makes it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            build(shared / f"{name}.unfinished").rename(folder)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site."""
    return built_once(tmp_path_factory, "site")


def build_world(folder: Path) -> Path:
    """The site of the tiny world in `folder`, of a copy beside it."""
    from chipkb.engine.whole_site import build_site

    root = folder.with_name(f"{folder.name}.world")
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site", ".cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        build_site(root / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def world_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny world; to be read, not to be changed."""
    return built_once(tmp_path_factory, "world-site", build_world)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """One Chromium for all tests of a worker; each opens contexts of its own."""
    from bench.search.browser_engine import FLAGS, chromium
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The tiny world, which has no problems."""
    return load(WORLD).kb


@pytest.fixture(scope="session")
def real() -> Loaded:
    """The repository's own data."""
    return read(REPOSITORY)


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
