"""The files of the index: what is in them, that they are the same every time, and small."""

import gzip
import json
import re

import pytest

from chipkb.search.files import shard_of
from chipkb.search.index import build_index
from chipkb.search.phonetics import packed, readings
from chipkb.search.segment import Segmenter
from chipkb.search.variants import fold_table, taiwan_words
from tests.search.world import HOSTILE_WORLD, WORLD


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {
        artifact.path: artifact.content
        for artifact in build_index(WORLD, "zh", [], other_roots={"en": "en/"})
    }


def parsed(files: dict[str, bytes], stem: str) -> list:
    return [
        json.loads(content) for path, content in files.items() if path.startswith(f"search/{stem}.")
    ]


def test_the_same_records_give_the_same_bytes(files):
    again = build_index(list(reversed(WORLD)), "zh", [], other_roots={"en": "en/"})
    assert {artifact.path: artifact.content for artifact in again} == files


def test_every_file_but_the_manifest_is_named_by_its_content(files):
    changed = build_index([*WORLD, *HOSTILE_WORLD], "zh", [])
    by_path = {artifact.path: artifact.content for artifact in changed}
    for path in files.keys() & by_path.keys() - {"search/search_index.json"}:
        assert files[path] == by_path[path]
    assert all(
        re.fullmatch(r"search/\w+\.[0-9a-f]{10}\.json", path)
        for path in files
        if "search_index" not in path
    )


def test_the_manifest_is_what_material_expects_and_tiny(files):
    manifest = json.loads(files["search/search_index.json"])
    assert manifest["docs"] == []
    assert len(gzip.compress(files["search/search_index.json"])) < 400
    assert {f"search/{name}" for name in manifest["config"]["files"].values()} <= files.keys()


def test_shards_list_every_file(files):
    (shards,) = parsed(files, "shards")
    listed = {f"search/{name}" for name in (*shards["terms"], *shards["pages"])}
    assert listed == {path for path in files if re.match(r"search/(terms|pages)\.", path)}


def test_only_the_pages_of_the_language_with_names_in_all(files):
    (names,) = parsed(files, "names")
    assert len(names["urls"].split("\n")) == sum(record.lang == "zh" for record in WORLD)
    assert "星河线程\tXinghe Threads" in names["names"]


def test_a_term_is_in_its_shard(files):
    (shards,) = parsed(files, "shards")
    for number, name in enumerate(shards["terms"]):
        for term in json.loads(files[f"search/{name}"]):
            assert shard_of(term, len(shards["terms"])) == number


def test_words_inside_long_names_and_pairs_across_words_are_terms(files):
    terms = {term for shard in parsed(files, "terms") for term in shard}
    assert {"磷化铟", "化铟", "铟衬", "衬底", "xinghe", "10g"} <= terms


def test_an_empty_site_has_an_index():
    paths = [artifact.path for artifact in build_index([], "zh", [])]
    assert "search/search_index.json" in paths


def test_segmenter_keeps_own_words_and_writes_no_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert "星河线程" in Segmenter(["星河线程"]).words("收购星河线程的股份")
    assert list(tmp_path.iterdir()) == []


def test_readings_hold_every_way_to_say_a_name_and_what_sounds_alike():
    table = readings(["长江银行"])
    assert table["长"][:1] == ["chang"] and "zhang" in table["长"]
    assert table["行"][:1] == ["hang"]
    assert table["尝"] == ["chang"]
    assert "光" not in table
    assert packed(table)[0].startswith("chang")


def test_traditional_characters_fold_but_not_what_the_site_writes():
    table = fold_table(set("台乾干龙"))
    assert table["臺"] == "台" and table["龍"] == "龙"
    assert "乾" not in table
    assert "億" not in table


def test_taiwan_wording_leads_to_the_sites():
    pairs = taiwan_words(["芯片", "光芯片", "激光", "存储芯片", "晶圆"])
    assert (
        ("晶片", "芯片") in pairs and ("雷射", "激光") in pairs and ("记忆体", "存储芯片") in pairs
    )
    assert ("光晶片", "光芯片") not in pairs  # its part teaches it already


def test_what_a_question_may_call_a_figure_is_told_once(files):
    (names,) = parsed(files, "names")
    assert names["asked"]["figure:Capacity"] == "产能\tCapacity"
    rows = [row for shard in parsed(files, "pages") for page in shard for row in page["facts"]]
    assert {row[1] for row in rows} == names["asked"].keys()
