"""Independent validators accept every file that is published."""

import csv
import io
import json
import sqlite3
from datetime import date

import feedparser
import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from frictionless import Package
from icalendar import Calendar
from jsonschema import Draft202012Validator
from pybtex import PybtexEngine
from pybtex.database import parse_string
from rdflib import Graph

from chipkb.export.api_schema import FILES, OTHERS, published_schemas
from chipkb.export.files import Exports
from chipkb.export.head import head
from chipkb.export.jsonld import page_jsonld
from chipkb.export.sqlite import searchable
from chipkb.view import downloads
from tests.export.conftest import BASE

SCHEMAS = published_schemas(BASE)
CONTEXT = {"@vocab": "https://schema.org/"}


@pytest.mark.parametrize("name", list(FILES))
def test_each_schema_accepts_its_file_and_no_row_without_an_id(contents, name):
    schema, whole = SCHEMAS[name], json.loads(contents[f"{name}.json"])
    assert schema["$id"] == f"{BASE}data/schema/v1/{name}.json"
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(whole)) == []
    for row in whole[name]:
        del row["id"]
    assert list(validator.iter_errors(whole))


def test_the_real_rows_have_the_published_shape(real):
    """By the models from which the schemas are made; the schemas themselves see every fiftieth row."""
    tables = Exports(real.kb, BASE).tables
    for name, model in FILES.items():
        whole = {**head(real.kb), name: tables[name]}
        model.model_validate(whole, by_alias=True)
        some = {**whole, name: tables[name][::50]}
        assert list(Draft202012Validator(SCHEMAS[name]).iter_errors(some)) == []


def schema_of(path: str) -> str | None:
    """The name of the schema that a published JSON file follows, if it is one of those below."""
    folder, _, name = path.removesuffix(".json").rpartition("/")
    if folder.startswith("api/v1"):
        return f"api-{folder.removeprefix('api/v1/')}" if folder != "api/v1" else f"api-{name}"
    return name if folder == "data" and name in OTHERS else None


def test_every_file_of_the_api_and_every_list_of_words_follows_its_schema(published):
    seen = set()
    for path, file in published.items():
        if path.endswith(".json") and (name := schema_of(path)):
            seen.add(name)
            found = list(Draft202012Validator(SCHEMAS[name]).iter_errors(json.loads(file.content)))
            assert found == [], path
    assert seen == set(OTHERS)


@pytest.mark.parametrize(
    ("name", "path"),
    [("vocabulary", ("units", 0, "id")), ("chain", ("chain", 0, "id")),
     ("comparisons", ("comparisons", 0, "id")), ("api-index", ("entity", 0, "id")),
     ("api-entity", ("entity", "id")), ("api-source", ("source", "id")),
     ("api-domain", ("entities", 0, "id"))],
)  # fmt: skip
def test_no_schema_accepts_a_record_without_an_id(published, name, path):
    file = next(
        file for at, file in published.items() if at.endswith(".json") and schema_of(at) == name
    )
    whole = record = json.loads(file.content)
    for step in path[:-1]:
        record = record[step]
    del record[path[-1]]
    assert list(Draft202012Validator(SCHEMAS[name]).iter_errors(whole))


def test_the_real_files_beside_the_tables_have_the_published_shape(real):
    """By the models from which the schemas are made."""
    made = Exports(real.kb, BASE)
    for one in [*(one.artifact for one in made.downloads), *made.others()]:
        if one.path.endswith(".json") and (name := schema_of(one.path)):
            OTHERS[name].model_validate_json(one.content)


def test_the_page_of_the_data_names_every_schema():
    assert set(SCHEMAS) == set(downloads.SCHEMAS)


def test_every_key_has_its_meaning_in_the_schema():
    for name in FILES:
        schema = SCHEMAS[name]
        row = schema["properties"][name]["items"]["$ref"].rsplit("/", 1)[-1]
        assert all("description" in one for one in schema["$defs"][row]["properties"].values())


def test_frictionless_accepts_the_data_package(published, tmp_path):
    for path, file in published.items():
        if path.startswith("data/") and path.count("/") == 1:
            (tmp_path / path.removeprefix("data/")).write_bytes(file.content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


def test_the_database_has_keys_that_lead_somewhere(contents):
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(contents["chipkb.sqlite"])
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        leads = connection.execute("PRAGMA foreign_key_list(claims)").fetchall()
        assert {(row[3], row[2]) for row in leads} >= {("entity", "entities"), ("unit", "units")}
        indexes = connection.execute("PRAGMA index_list(citations)").fetchall()
        assert indexes
        version = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        assert version == (json.loads(contents["facts.json"])["version"],)


@pytest.mark.parametrize(
    ("words", "ref"),
    [("自研", "star-chip/self-made"), ("指令集", "star-chip/self-made"), ("stargazers", None),
     ("星辰科技", "star-chip/patents"), ("STAR", "star-chip/patents"), ("上市", "star-chip/listed")],
)  # fmt: skip
def test_full_text_search_finds_chinese_words_of_two_characters(contents, words, ref):
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(contents["chipkb.sqlite"])
        asked = "SELECT ref FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
        found = {row for (row,) in connection.execute(asked, (words,))}
    assert (ref in found) if ref else not found


def test_pieces_of_chinese_are_words():
    assert searchable("EUV光刻机").split() == ["EUV", "光", "刻", "机", "光刻", "刻机", "光刻机"]


@pytest.mark.parametrize("page", ["timeline", "changes"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_feedparser_reads_the_feeds(published, folder, page):
    feed = feedparser.parse(published[f"{folder}{page}/atom.xml"].content)
    assert not feed.bozo and feed.version == "atom10" and feed.feed.rights.startswith("CC BY 4.0")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_calendar_is_one_to_subscribe_to(published, folder):
    calendar = Calendar.from_ical(published[f"{folder}timeline/events.ics"].content)
    assert "METHOD" not in calendar and calendar["REFRESH-INTERVAL"].dt.days == 1
    for event in calendar.walk("VEVENT"):
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert type(event["DTSTART"].dt) is date  # no zone can shift a day
        assert not event.is_broken if hasattr(event, "is_broken") else not event.errors


def test_pybtex_reads_and_prints_the_references(contents, kb):
    text = contents["references.bib"].decode()
    assert set(parse_string(text, "bibtex").entries) == set(kb.sources)
    printed = PybtexEngine().format_from_string(text, style="plain", output_backend="text")
    assert printed.count("\n[") + 1 >= len(kb.sources) and "2025" in printed


def test_citeproc_cites_every_source(contents, kb):
    items = json.loads(contents["references.json"])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    assert len(bibliography.bibliography()) == len(kb.sources)


def graph(found: dict) -> Graph:
    """The triples; the context is ours, as no test asks another host."""
    return Graph().parse(data=json.dumps({**found, "@context": CONTEXT}), format="json-ld")


@pytest.mark.parametrize("page", ["", "data", "glossary", "entity/star-chip", "entity/star-one"])
def test_rdflib_reads_the_structured_data(kb, page):
    triples = graph(page_jsonld(kb, page, "en", BASE))
    assert len(triples) > 3
    if page == "entity/star-chip":
        tags = {o.language for _, p, o in triples if str(p).endswith("/name") and o.language}
        assert tags == {"zh-Hans", "en"}
        related = {str(o) for _, p, o in triples if str(p).endswith("vocabulary.json#invested-by")}
        assert related == {f"{BASE}entity/moon-fund/#thing"}


def test_every_csv_has_as_many_cells_as_heads(published):
    for path, file in published.items():
        if path.endswith(".csv"):
            head, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
            assert {len(row) for row in rows} <= {len(head)}, path


def test_every_json_is_json_and_says_what_it_is(published):
    for path, file in published.items():
        if path.endswith(".json") and path.startswith(("data/", "api/")) and "schema" not in path:
            whole = json.loads(file.content)
            if isinstance(whole, dict) and not path.endswith(
                ("datapackage.json", "datasette.json")
            ):
                assert whole["licence"] and whole["version"], path


def test_the_api_leads_to_every_file(published, kb):
    index = json.loads(published["api/v1/index.json"].content)
    for kind, things in (("entity", kb.entities), ("source", kb.sources)):
        assert {one["id"] for one in index[kind]} == set(things)
        for one in index[kind]:
            assert one["url"].removeprefix(BASE) in published
    for address in index["whole"].values():
        assert address.removeprefix(BASE) in published
    star = json.loads(published["api/v1/entity/star-chip.json"].content)["entity"]
    assert {fact["ref"] for fact in star["facts"]} >= {"star-chip/patents", "star-chip/listed"}
