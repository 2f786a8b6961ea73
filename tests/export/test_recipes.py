"""The lines on the page of the data answer their questions, in every tool that is here."""

import json
import shutil
import sqlite3
import subprocess
from datetime import date

import pytest

from chipkb.export.files import Exports
from chipkb.model.fact import Assessment, Figure
from chipkb.view.recipes import RECIPES, SEARCH, STARTS, TOOLS
from tests.export.conftest import BASE


@pytest.fixture(scope="module")
def folder(real, tmp_path_factory):
    """The published files, as a stranger has them."""
    root = tmp_path_factory.mktemp("data")
    for one in Exports(real.kb, BASE).downloads:
        (root / one.name).write_bytes(one.artifact.content)
    return root


def expected(kb) -> dict[str, int]:
    """How many rows each question has, counted without any of the files."""
    claims = list(kb.all_claims())
    figures = [(p, p.claim) for p in claims if isinstance(p.claim, Figure)]
    year = (date(2025, 1, 1), date(2025, 12, 31))
    return {
        "gpu-companies": sum(
            f.metric in ("valuation", "market-value")
            and p.entity.home == "gpu"
            and p.entity.kind == "company"
            and f.assessment is not Assessment.REFUTED
            for p, f in figures
        ),
        "disputed": sum(p.claim.assessment in ("disputed", "refuted") for p in claims),
        "localisation": sum(f.metric == "localisation-rate" for _, f in figures),
        "cxmt-share": sum(
            (p.entity.id, f.metric, f.of, f.by) == ("cxmt", "market-share", "global-dram-market", "revenue")
            for p, f in figures
        ),
        "rests-on": sum(any(c.source == "doc-003" for c in p.claim.source) for p in claims),
        "edges": sum(len(entity.relations) for entity in kb.entities.values()),
        "yuan-2025": sum(
            f.value.unit.dimension == "cny"
            and f.as_of is not None
            and not f.as_of.by
            and year[0] <= f.as_of.first
            and f.as_of.last <= year[1]
            for _, f in figures
        ),
    }  # fmt: skip


def sql(line, folder) -> list:
    with sqlite3.connect(f"file:{folder}/chipkb.sqlite?mode=ro", uri=True) as connection:
        return connection.execute(line).fetchall()


def pandas(line, folder, monkeypatch) -> list:
    pd = pytest.importorskip("pandas")
    monkeypatch.chdir(folder)
    return list(eval(line, {"pd": pd}).itertuples())


def duckdb(line, folder, monkeypatch) -> list:
    monkeypatch.chdir(folder)
    return pytest.importorskip("duckdb").sql(line).fetchall()


def program(command, folder) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} here")
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def answer(tool, line, folder, monkeypatch) -> list:
    match tool:
        case "sql":
            return sql(line, folder)
        case "pandas":
            return pandas(line, folder, monkeypatch)
        case "duckdb":
            return duckdb(line, folder, monkeypatch)
        case "jq":
            if shutil.which("jq") is None:
                pytest.skip("no jq here")
            return program(["sh", "-c", line], folder).splitlines()
        case "javascript":
            told = f"{STARTS[tool]}; console.log(JSON.stringify({line}))"
            return json.loads(program(["node", "-e", told], folder))
        case "r":
            return [None] * int(program(["Rscript", "-e", f"cat(nrow({line}))"], folder))
    raise AssertionError(tool)


@pytest.mark.parametrize("tool", list(TOOLS))
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.id)
def test_each_line_answers_its_question(real, folder, monkeypatch, recipe, tool):
    rows = answer(tool, recipe.lines[tool], folder, monkeypatch)
    assert len(rows) == expected(real.kb)[recipe.id] > 0


def test_every_tool_answers_every_question():
    for recipe in RECIPES:
        assert list(recipe.lines) == list(TOOLS)
        assert all("\n" not in line for line in recipe.lines.values())


def test_the_search_finds_a_word_of_two_characters(folder):
    assert any("良率" in (text or "") for _, text in sql(SEARCH, folder))
