"""Our modules, and the classic scripts they are joined into."""

import re
import shutil
import subprocess
from collections import Counter

import pytest

from chipkb.search.scripts import build_scripts, joined
from tests.search.conftest import MODULES, needs_node

SOURCES = {path.name: path.read_text("utf-8") for path in sorted(MODULES.glob("*.js"))}
_DECLARED = re.compile(r"^(?:async )?(?:function\*? |class |const |let )(\w+)", re.MULTILINE)


@pytest.mark.parametrize("entry", ["worker.js", "ui.js"])
def test_a_joined_script_has_no_modules_left_and_no_name_twice(entry):
    script = joined(SOURCES, entry)
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    repeated = [name for name, count in Counter(_DECLARED.findall(script)).items() if count > 1]
    assert repeated == []


@needs_node
@pytest.mark.parametrize("entry", ["worker.js", "ui.js"])
def test_a_joined_script_is_javascript(entry, tmp_path):
    path = tmp_path / entry
    path.write_text(joined(SOURCES, entry), "utf-8")
    subprocess.run([shutil.which("node"), "--check", str(path)], check=True, capture_output=True)


def test_scripts_are_named_by_their_content():
    scripts = build_scripts(SOURCES)
    assert re.fullmatch(r"assets/search/worker\.[0-9a-f]{10}\.js", scripts["worker.js"].path)
    changed = build_scripts({**SOURCES, "store.js": SOURCES["store.js"] + "const CHANGED = 1;\n"})
    assert changed["worker.js"].path != scripts["worker.js"].path
    assert changed["ui.js"].path == scripts["ui.js"].path


def test_comments_stay_at_home_and_texts_do_not():
    modules = {
        "worker.js": '// a\n/** b\n * c */\n  // d\nconst SITE = "//e"; // f\nconst G = `/* h */`;\n'
    }
    script = joined(modules, "worker.js")
    assert script.split("\n")[2:-2] == ['const SITE = "//e"; // f', "const G = `/* h */`;"]


def test_modules_are_short():
    assert [name for name, text in SOURCES.items() if text.count("\n") >= 300] == []
