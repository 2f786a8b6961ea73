"""Tables of single pages as CSV."""

import csv
import io

import pytest

from chipkb.export.tables import csv_files


def read(artifact):
    text = artifact.content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.fixture(scope="module")
def files(kb):
    return {artifact.path: read(artifact) for artifact in csv_files(kb)}


def test_each_table_is_beside_its_page_in_both_languages(files):
    pages = ("comparison/makers", "comparison/products", "directory", "localisation")
    assert set(files) == {f"{lang}{page}/table.csv" for lang in ("", "en/") for page in pages}


def test_a_value_is_split_into_its_parts(files):
    rows = files["en/comparison/makers/table.csv"]
    row = next(row for row in rows if row["column"] == "valuation")
    assert row["value"] == "nearly CNY 280 billion"
    assert row["low"] == "280000000000"
    assert (row["high"], row["qualifier"], row["unit"]) == ("", "nearly", "cny")
    assert (row["as_of"], row["assessment"]) == ("2025-12-05", "supported")
    assert (row["sources"], row["ref"]) == ("star-filing", "star-chip/valuation-2025")


def test_the_text_has_the_digits_of_the_source_and_the_number_is_bare(files):
    rows = files["en/comparison/products/table.csv"]
    row = next(row for row in rows if row["value"].startswith("14"))
    assert (row["value"], row["low"], row["max"]) == ("14.0 nm", "14", "14")


def test_what_has_no_value_has_its_words(real):
    rows = [row for one in csv_files(real.kb) for row in read(one) if "unit" in row]
    wordless = [row for row in rows if not row["unit"] and row["ref"] and not row["text"]]
    assert rows and wordless == []


def test_a_bound_is_in_its_column(files):
    rows = files["en/comparison/makers/table.csv"]
    row = next(row for row in rows if row["column"] == "valuation")
    assert (row["min"], row["max"]) == ("", "280000000000")


def test_every_reference_leads_to_a_claim(kb, files):
    refs = {placed.ref for placed in kb.all_claims()}
    for rows in files.values():
        assert {row["ref"] for row in rows if "ref" in row} <= refs


def test_shares_say_whose_of_what(files):
    [row] = files["localisation/table.csv"]
    assert (row["subject"], row["holder"], row["metric"]) == ("moon-fund", "", "market-share")
    assert (row["qualifier"], row["low"], row["scope"]) == ("at-most", "5", "夜空")
