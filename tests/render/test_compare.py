"""What the page for comparing loads of a thing."""

import json

import pytest

from chipkb.render.compare import compare_files


@pytest.fixture(scope="module")
def files(kb):
    return {file.path: json.loads(file.content) for file in compare_files(kb)}


def test_every_entity_has_its_file_in_each_language(kb, files):
    assert set(files) == {
        f"{root}compare/{entity}.json" for entity in kb.entities for root in ("", "en/")
    }


def test_figures_that_are_counted_alike_have_one_basis(files):
    rows = {row["key"]: row for row in files["compare/star-one.json"]["rows"]}
    (claimed,) = rows["process-node/star-chip"]["cells"]
    (other,) = rows["process-node/"]["cells"]
    assert claimed["basis"] == other["basis"]
    assert (claimed["text"], claimed["rests"]) == ("12 nm", "厂商自称")


def test_what_was_superseded_is_not_compared(files):
    rows = {row["key"]: row for row in files["en/compare/star-chip.json"]["rows"]}
    assert [cell["when"] for cell in rows["valuation/"]["cells"]] == ["5 December 2025"]


def test_a_cell_leads_to_its_fact(files):
    (row,) = [r for r in files["en/compare/star-one.json"]["rows"] if r["key"] == "made-by"]
    assert row["cells"] == [
        {
            "text": "Star Chip",
            "link": "../entity/star-one/#" + row["cells"][0]["link"].split("#")[1],
        }
    ]
