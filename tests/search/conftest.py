"""A searchable folder made from a small world, and the worker's code running over it."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from chipkb.search.index import build_index
from chipkb.search.record import PageRecord

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "src/chipkb/assets/search"
needs_node = pytest.mark.skipif(
    shutil.which("node") is None, reason="node is not installed: the search code was not run"
)


def write_index(folder: Path, records: Sequence[PageRecord]) -> Path:
    for lang, root, others in (("zh", "", {"en": "en/"}), ("en", "en/", {"zh": ""})):
        for artifact in build_index(records, lang, ["星河线程"], root=root, other_roots=others):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
    return folder


@pytest.fixture(scope="session")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.search.world import HOSTILE_WORLD, WORLD

    return write_index(tmp_path_factory.mktemp("world"), [*WORLD, *HOSTILE_WORLD])


@pytest.fixture(scope="session")
def ask(world_folder: Path) -> Callable[..., dict]:
    """Asks the worker's own code, in node."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed: the search code was not run")
    from bench.search.node_engine import NodeEngine

    with NodeEngine(world_folder, "") as zh, NodeEngine(world_folder, "en/") as en:
        yield lambda query, lang="zh": (zh if lang == "zh" else en).ask(query, items=True)


@pytest.fixture(scope="session")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two languages of one page each, Material's box, our index; no page of the world exists, none is needed."""
    from tests.search.box import build_box

    return build_box(tmp_path_factory.mktemp("box"))


@pytest.fixture(scope="session")
def address(box: Path) -> Iterator[str]:
    from bench.search.browser_engine import served

    with served(box) as address:
        yield address


@pytest.fixture
def page(browser) -> Iterator:
    """A page in a window of its own; none may fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    context.close()
    assert page.errors == []
