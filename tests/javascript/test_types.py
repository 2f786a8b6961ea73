"""The scripts in the reader's browser, as TypeScript's compiler sees them."""

import subprocess
from pathlib import Path

from tests.tools import npm_tool

HERE = Path(__file__).parent


def _checked(project: Path) -> subprocess.CompletedProcess[str]:
    tsc = npm_tool("typescript/bin/tsc")
    command = ["node", str(tsc), "--project", str(project)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_every_name_and_call_of_the_scripts_is_right():
    ran = _checked(HERE / "tsconfig.json")
    assert ran.returncode == 0, ran.stdout


def test_a_slip_of_the_pen_is_seen(tmp_path):
    (tmp_path / "dom.d.ts").write_text((HERE / "dom.d.ts").read_text("utf-8"), "utf-8")
    (tmp_path / "tsconfig.json").write_text((HERE / "tsconfig.json").read_text("utf-8").replace(
        '"../../src/chipkb/assets/pages/*.js", "../../src/chipkb/assets/search/*.js"', '"*.js"'
    ), "utf-8")  # fmt: skip
    (tmp_path / "slip.js").write_text(
        "export const wide = [1].map((n) => n.tofixed(2));\n", "utf-8"
    )
    ran = _checked(tmp_path / "tsconfig.json")
    assert ran.returncode != 0
    assert "slip.js(1," in ran.stdout
