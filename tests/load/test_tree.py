"""Reading the folder: what cannot be read is reported, the rest is still there."""

import pytest

from chipkb.load.tree import load


def test_the_world_is_whole(kb):
    assert set(kb.entities) == {"star-chip", "star-one", "moon-fund"}
    assert kb.entities["star-one"].home == "gpu"
    assert list(kb.terms) == ["gpu-term"]
    assert [link.id for link in kb.chain] == ["design"]
    assert kb.content["about"].title.en == "About"


def test_no_data_folder(tmp_path):
    with pytest.raises(FileNotFoundError, match="data"):
        load(tmp_path)


def test_bytes_that_are_not_utf8(world):
    path = world / "data/gpu/star-one.yml"
    path.write_bytes("kind: product\nname: {zh: 星".encode() + b"\xff\xfe}\n")
    loaded = load(world)
    assert [p.line() for p in loaded.problems if p.code == "file-encoding"] == [
        "data/gpu/star-one.yml:2:13: error: the file is not UTF-8 from here on; save it anew with the encoding UTF-8 (not GBK, not ANSI) [file-encoding]"
    ]
    assert "star-chip" in loaded.kb.entities


def test_a_file_as_windows_editors_save_it(world):
    """With a mark in front that says UTF-8, and two characters for the end of a line."""
    before = load(world)
    for path in (world / "data/gpu/star-chip.yml", world / "content/about.zh.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = load(world)
    assert after.problems == before.problems == ()
    assert after.kb.entities == before.kb.entities


def test_a_broken_file_is_named_and_the_others_are_read(world):
    (world / "data/gpu/star-one.yml").write_text("kind: [", "utf-8")
    loaded = load(world)
    assert loaded.broken == {"star-one"}
    assert set(loaded.kb.entities) == {"star-chip", "moon-fund"}


def test_a_folder_that_is_no_domain(world):
    (world / "data/gpus").mkdir()
    (world / "data/gpus/x.yml").write_text("kind: company\n", "utf-8")
    [problem] = load(world).problems
    assert problem.code == "file-folder"
    assert "gpu" in problem.message()


def test_a_file_name_that_is_no_id(world):
    (world / "data/gpu/Star_Two.yml").write_text("kind: company\n", "utf-8")
    [problem] = load(world).problems
    assert problem.code == "file-name"


def test_one_id_in_two_folders(world):
    text = (world / "data/gpu/star-one.yml").read_text("utf-8")
    (world / "data/memory/star-one.yml").write_text(text, "utf-8")
    assert [p.code for p in load(world).problems] == ["id-duplicate"]


def test_content_in_one_language_only(world):
    (world / "content/about.en.md").unlink()
    [problem] = load(world).problems
    assert problem.line() == (
        "content/about.zh.md: error: content/about.en.md is missing [content-missing]"
    )


def test_a_table_of_the_vocabulary_that_is_none(world):
    """Also where rules know an entry of it by name."""
    (world / "data/vocabulary/tiers.yml").write_text("[{primary: x}]\n", "utf-8")
    found = {problem.code: problem.line() for problem in load(world).problems}
    assert "expected a mapping, found a list" in found["type-wrong"]
    assert "the tier 'primary' is missing" in found["tier-missing"]
