"""The pages of the repository's own site, read and served."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.page import SITE, SitePage


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
    "sources of a tier": "sources/aggregator/",
    "source": "source/doc-003/",
    "differences": "differences/",
    "freshness": "freshness/",
    "worklist": "worklist/",
    "downloads": "data/",
    "content": "about/",
}
