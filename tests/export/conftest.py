"""The tiny world's downloads, made once."""

import pytest

from chipkb.export.files import Exports
from chipkb.values.artifact import Artifact

BASE = "https://example.org/kb/"


@pytest.fixture(scope="session")
def exports(kb) -> Exports:
    return Exports(kb, BASE)


@pytest.fixture(scope="session")
def contents(exports) -> dict[str, bytes]:
    """The downloads by name."""
    return {one.name: one.artifact.content for one in exports.downloads}


@pytest.fixture(scope="session")
def published(exports) -> dict[str, Artifact]:
    """Every file by its path."""
    made = [*(one.artifact for one in exports.downloads), *exports.others()]
    return {one.path: one for one in made}
