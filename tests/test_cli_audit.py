"""`chipkb audit` and `chipkb stats`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chipkb.cli import main
from tests.conftest import WORLD

ALMANAC = Path(__file__).parent / "audit" / "almanac.txt"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def audit(root: Path, document: Path, *more: str) -> Result:
    return run("audit", "--root", root, "--document", document, "--source", "almanac", *more)


@pytest.fixture
def complete(world: Path) -> Path:
    """A world in which the almanac has as many paragraphs as its text."""
    path = world / "data/sources/almanac.yml"
    path.write_text(path.read_text("utf-8").replace("paragraphs: 2", "paragraphs: 1"), "utf-8")
    return world


def test_nothing_missing(complete):
    result = audit(complete, ALMANAC)
    assert result.exit_code == 0, result.output
    assert result.output.endswith("nothing is missing\n")


def test_something_missing(complete, tmp_path):
    document = tmp_path / "document.txt"
    document.write_text(ALMANAC.read_text("utf-8").replace("425", "426"), "utf-8")
    result = audit(complete, document, "--lang", "zh")
    assert result.exit_code == 1
    assert "gpu/2：引用本段的条目都没有“426”" in result.output


def test_as_json(complete):
    value = json.loads(audit(complete, ALMANAC, "--format", "json").output)
    assert value["source"] == "almanac"
    assert {row["place"]: row["cited_by"] for row in value["paragraphs"]}["gpu/3"] == 1


def test_a_source_without_sections(complete):
    result = run("audit", "--root", complete, "--document", ALMANAC, "--source", "star-filing")
    assert result.exit_code == 1
    assert "no source 'star-filing' with sections" in result.output


def test_a_document_in_another_encoding(complete, tmp_path):
    document = tmp_path / "document.txt"
    document.write_bytes("图形".encode("gb18030"))
    assert "is not UTF-8" in audit(complete, document).output


def test_broken_data_is_not_audited(world):
    path = world / "data/gpu/star-chip.yml"
    path.write_text(path.read_text("utf-8").replace("{valuation}", "{valuta}"), "utf-8")
    result = audit(world, ALMANAC)
    assert result.exit_code == 1
    assert "the data has errors" in result.output


def test_stats_as_text():
    result = run("stats", "--root", WORLD)
    assert result.exit_code == 0
    assert "3 entities, 12 claims, 2 sources, 1 terms" in result.output


def test_stats_in_chinese_and_as_json():
    assert "3 个条目" in run("stats", "--root", WORLD, "--lang", "zh").output
    value = json.loads(run("stats", "--root", WORLD, "--format", "json").output)
    assert value["claims"]["claims"] == 12
