"""The modules' own tests, written in JavaScript."""

import subprocess
from pathlib import Path

from tests.search.conftest import needs_node


@needs_node
def test_javascript():
    tests = sorted(str(path) for path in Path(__file__).parent.glob("*.test.mjs"))
    assert tests
    ran = subprocess.run(
        ["node", "--test", *tests], capture_output=True, text=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# pass 0" not in ran.stdout
