"""The repository's own site, built once for all test workers, and a browser to look at it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock

from tests.conftest import REPOSITORY, STRICT
from tests.site.page import SITE, SitePage

sys.path.insert(0, str(REPOSITORY))  # bench/ stands beside tests/

has_chromium = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not has_chromium and not STRICT,
        reason="no Chromium here: the site was not tried in a browser",
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


def built_once(tmp_path_factory: pytest.TempPathFactory, name: str) -> Path:
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
    return built_once(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, SitePage]:
    """Every page by its address below the site, such as `en/entity/smic/`."""
    found = (SitePage.read(site, path) for path in sorted(site.rglob("*.html")))
    return {page.address: page for page in found}


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site on a web server of its own, in the folder in which it will be published."""
    from bench.search.browser_engine import served

    root = tmp_path_factory.mktemp("served")
    folder = urlsplit(SITE).path.strip("/")
    (root / folder).symlink_to(site)
    with served(root) as address:
        yield f"{address}/{folder}"


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """One Chromium for the tests of a module; each opens contexts of its own."""
    from bench.search.browser_engine import FLAGS, chromium
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


# One page of each kind, at its fullest.
KINDS = {
    "home": "",
    "domain": "gpu/",
    "entity": "entity/moore-threads/",
    "technology": "entity/hbm3e/",
    "chain": "chain/",
    "chain-map": "chain-map/",
    "localisation": "localisation/",
    "comparisons": "comparison/",
    "comparison": "comparison/gpu-makers/",
    "compare": "compare/?a=ascend-950&b=nvidia-h200",
    "questions": "questions/",
    "question": "questions/smic-7nm-yield/",
    "directory": "directory/",
    "timeline": "timeline/",
    "glossary": "glossary/",
    "sources": "sources/",
    "source": "source/doc-003/",
    "differences": "differences/",
    "freshness": "freshness/",
    "worklist": "worklist/",
    "downloads": "data/",
    "content": "about/",
}
