"""Templates import each other without context, so that each import is evaluated once a build."""

import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "src/chipkb/templates").glob("*.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_imports_with_context(path: Path):
    assert not re.search(r"import .* with context", path.read_text("utf-8"))
