"""The whole data as CSV, JSON and SQLite: the same facts in each."""

import csv
import io
import json
import sqlite3
from decimal import Decimal

import pytest

from chipkb.export import columns
from chipkb.export.files import Exports
from tests.export.conftest import BASE


def rows(contents) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(contents["facts.csv"].decode("utf-8-sig"))))


def facts(contents) -> dict[str, dict]:
    return {fact["ref"]: fact for fact in json.loads(contents["facts.json"])["facts"]}


@pytest.fixture
def database(contents):
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(contents["chipkb.sqlite"])
        yield connection


def test_every_claim_is_a_row(kb, contents, database):
    refs = [placed.ref for placed in kb.all_claims()]
    assert [row["ref"] for row in rows(contents)] == refs
    assert list(facts(contents)) == refs
    found = database.execute("SELECT ref FROM claims ORDER BY ref")
    assert [ref for (ref,) in found] == sorted(refs)


def test_a_figure_in_full(contents):
    row = next(row for row in rows(contents) if row["ref"] == "star-chip/valuation-2025")
    assert {key: value for key, value in row.items() if value} == {
        "ref": "star-chip/valuation-2025",
        "entity": "star-chip",
        "entity_name_zh": "星辰科技",
        "entity_name_en": "Star Chip",
        "kind": "figure",
        "about": "valuation",
        "value_zh": "近 2800 亿元",
        "value_en": "nearly CNY 280 billion",
        "low": "280000000000",
        "qualifier": "nearly",
        "unit": "cny",
        "basis": "reported",
        "as_of": "2025-12-05",
        "assessment": "supported",
        "sources": "star-filing",
        "url_zh": f"{BASE}entity/star-chip/#fact-valuation-2025",
        "url_en": f"{BASE}en/entity/star-chip/#fact-valuation-2025",
        "id": "star-chip/valuation-2025",
        "about_name_zh": "估值",
        "about_name_en": "Valuation",
        "number": "280000000000",
        "max": "280000000000",
        "is_max_inclusive": "false",
        "is_approximate": "false",
        "dimension": "cny",
        "base_unit": "cny",
        "base_number": "280000000000",
        "base_max": "280000000000",
        "as_of_start": "2025-12-05",
        "as_of_end": "2025-12-05",
        "period": "point",
        "home": "gpu",
    }


def test_words_have_their_references_filled_in(contents):
    slow = facts(contents)["moon-fund/slow"]
    assert slow["text"]["zh"] == "月亮走得慢，份额只有不超过 5%。"


def test_every_source_with_its_place(contents):
    patents = next(row for row in rows(contents) if row["ref"] == "star-chip/patents")
    assert patents["sources"] == "almanac#gpu/2; star-filing"


def test_references_are_written_in_full(contents):
    assert facts(contents)["star-one/node-other"]["conflicts_with"] == ["star-one/node"]
    superseded = facts(contents)["star-chip/valuation"]
    assert superseded["superseded_by"] == "star-chip/valuation-2025"


def test_the_keys_are_the_documented_ones(contents):
    kinds = {"facts": columns.CLAIM, "entities": columns.ENTITY, "glossary": columns.TERM}
    for name, documented in (kinds | {"sources": columns.SOURCE}).items():
        for row in json.loads(contents[f"{name}.json"])[name]:
            assert list(row) == list(documented), name


def test_licence_and_state_stand_in_the_file(contents):
    whole = json.loads(contents["entities.json"])
    assert whole["licence"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert whole["state"] == "2026-01-02"


def test_the_database_is_sound(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_questions_to_the_database(database):
    rests = """SELECT count(DISTINCT claim) FROM citations WHERE source = 'almanac'"""
    assert database.execute(rests).fetchone() == (9,)
    agrees = "SELECT publisher FROM evidence WHERE says = 'agrees'"
    assert database.execute(agrees).fetchall() == [("Patent Office",)]
    with_ = "SELECT entity FROM participants WHERE claim = 'star-chip/listed'"
    assert database.execute(with_).fetchall() == [("moon-fund",)]


def test_numbers_are_not_rounded(real):
    claims = {p.ref: p.claim for p in real.kb.all_claims() if hasattr(p.claim, "value")}
    [csv_file] = [one for one in Exports(real.kb, BASE).downloads if one.name == "facts.csv"]
    text = csv_file.artifact.content.decode("utf-8-sig")
    found = [row for row in csv.DictReader(io.StringIO(text)) if row["low"]]
    assert len(found) == len(claims)
    for row in found:
        assert Decimal(row["low"]) == claims[row["ref"]].value.low


def test_same_data_same_bytes(kb, published):
    again = Exports(kb, BASE)
    made = {file.path: file.content for file in again.others()}
    made |= {one.artifact.path: one.artifact.content for one in again.downloads}
    assert made == {path: file.content for path, file in published.items()}
