"""The table that the browser saves: the same rule for what a spreadsheet would reckon with as in our CSV."""

import csv
import io
import json
import shutil
import subprocess

import pytest

from chipkb.values.text import spreadsheet_cell
from tests.conftest import REPOSITORY, STRICT

pytestmark = pytest.mark.skipif(
    not shutil.which("node") and not STRICT, reason="no Node here: the script was not run"
)
MODULE = REPOSITORY / "src/chipkb/assets/pages/spreadsheet.js"
TEXTS = [
    *(
        "=1+1",
        "+1",
        "-1",
        "-1.5",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
    ),
    *("a", "", 'say "x"', "a,b", "两\n行", "'=1", "—", "8.0%", "−3"),
]
# What a page has and Node lacks: the file that would be saved is printed instead.
SAVED = """
import {saveAsCsv} from %s;
globalThis.Blob = class { constructor(parts) { process.stdout.write(parts.join("")); } };
globalThis.document = {createElement: () => ({click() {}})};
URL.createObjectURL = URL.revokeObjectURL = () => "";
saveAsCsv(%s, "x.csv");
"""


def saved(rows: list[list[str]]) -> str:
    script = SAVED % (json.dumps(MODULE.as_uri()), json.dumps(rows))
    command = ["node", "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_what_begins_like_a_formula_is_quoted_and_the_rest_comes_back_as_it_was():
    text = saved([TEXTS, TEXTS[::-1]])
    assert text.startswith("\ufeff"), "Excel takes a file without it for another encoding"
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == [spreadsheet_cell(one) for one in TEXTS]
    assert rows[1] == rows[0][::-1]
    assert rows[0][0] == "'=1+1" and rows[0][2] == "-1"
