"""HTML, JSON, CSV and SQLite say the same of every fact, in both languages."""

import csv
import json
import sqlite3

import pytest

FIELDS = ("assessment", "as_of", "unit", "qualifier", "about")


@pytest.fixture(scope="module")
def facts(site) -> dict[str, dict]:
    rows = json.loads((site / "data/facts.json").read_text("utf-8"))["facts"]
    return {row["ref"]: row for row in rows}


def test_csv_says_what_json_says(site, facts):
    text = (site / "data/facts.csv").read_text("utf-8-sig")
    rows = {row["ref"]: row for row in csv.DictReader(text.splitlines(keepends=True))}
    assert list(rows) == list(facts)
    for ref, fact in facts.items():
        for name in FIELDS:
            assert rows[ref][name] == (fact[name] or ""), (ref, name)
        for lang in ("zh", "en"):
            for name in ("value", "text", "note"):
                # A sign that a spreadsheet would take for a formula's has a quotation mark before it.
                cell = rows[ref][f"{name}_{lang}"].removeprefix("'")
                assert cell == (fact[name] or {}).get(lang, ""), ref


def test_the_database_says_what_json_says(site, facts):
    with sqlite3.connect(f"file:{site}/data/chipkb.sqlite?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        rows = {row["ref"]: row for row in connection.execute("SELECT * FROM claims")}
    assert set(rows) == set(facts)
    for ref, fact in facts.items():
        assert [rows[ref][name] for name in FIELDS] == [fact[name] for name in FIELDS], ref
        for lang in ("zh", "en"):
            for name in ("value", "text", "note"):
                assert rows[ref][f"{name}_{lang}"] == (fact[name] or {}).get(lang), ref


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_say_what_json_says(pages, facts, lang):
    for ref, fact in facts.items():
        address, _, anchor = fact["url"][lang].partition("#")
        path = address.split("/chipkb/", 1)[1]
        shown = "".join("".join(pages[path].anchors[anchor].itertext()).split())
        said = fact["value"] or fact["text"]
        if said:
            assert "".join(said[lang].split()) in shown, ref
