"""Programs from npm that tests use where they are installed; `make test` installs them if npm is there."""

from pathlib import Path

import pytest

from tests.conftest import STRICT

_MODULES = Path(__file__).parents[1] / "node_modules"


def npm_tool(path: str) -> Path:
    """The file `path` in node_modules; without it the test is skipped, but on CI it fails."""
    tool = _MODULES / path
    if not tool.exists():
        missing = f"{path} is not installed: npm install --no-package-lock --ignore-scripts"
        if STRICT:
            pytest.fail(missing)
        pytest.skip(missing)
    return tool
