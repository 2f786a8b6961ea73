"""The tiny world's downloads, made once."""

import pytest

from chipkb.export.files import downloads

BASE = "https://example.org/kb/"


@pytest.fixture(scope="session")
def contents(kb) -> dict[str, bytes]:
    """The downloads by name."""
    return {one.name: one.artifact.content for one in downloads(kb, BASE)}
