"""What is kept comes back as it was put, or not at all."""

import os
import time
from pathlib import Path

import pytest

from chipkb.engine.cache import PLAIN, Cache, cache_of, code_version, key_of

KEY, OTHER = key_of("a"), key_of("b")


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept")


def entry(kept: Cache) -> Path:
    [path] = kept.folder.glob("*/*")
    return path


def test_what_was_put_comes_back(kept):
    assert kept.get(KEY) is None
    kept.put(KEY, b"content")
    assert kept.get(KEY) == b"content"
    assert kept.get(OTHER) is None


def test_nobody_else_may_look_into_the_folder(kept):
    kept.put(KEY, b"content")
    assert entry(kept).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoil", [b"", b"short", b"x" * 32 + b"content"])
def test_a_spoilt_entry_counts_as_missing_and_can_be_made_anew(kept, spoil):
    kept.put(KEY, b"content")
    entry(kept).write_bytes(spoil)
    assert kept.get(KEY) is None
    kept.put(KEY, b"content")
    assert kept.get(KEY) == b"content"


def test_a_changed_byte_is_noticed(kept):
    kept.put(KEY, b"content")
    whole = bytearray(entry(kept).read_bytes())
    for at in range(len(whole)):
        changed = whole.copy()
        changed[at] ^= 1
        entry(kept).write_bytes(changed)
        assert kept.get(KEY) is None


def test_an_entry_under_the_name_of_another_is_not_taken_for_it(kept):
    kept.put(KEY, b"content")
    path = kept.folder / OTHER[:2] / OTHER[2:]
    path.parent.mkdir(exist_ok=True)
    os.replace(entry(kept), path)
    assert kept.get(OTHER) is None


def test_what_cannot_be_kept_is_no_reason_to_fail(tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be", "utf-8")
    kept = Cache(tmp_path / "kept")
    kept.put(KEY, b"content")
    assert kept.get(KEY) is None
    kept.prune()


def test_a_writing_that_breaks_off_leaves_nothing(kept, monkeypatch):
    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("chipkb.engine.cache.os.replace", broken)
    kept.put(KEY, b"content")
    assert list(kept.folder.glob("*/*")) == []


def test_only_what_nobody_asks_for_is_forgotten(kept):
    kept.put(KEY, b"asked")
    kept.put(OTHER, b"not asked")
    long_ago = time.time() - 40 * 86_400
    for path in kept.folder.glob("*/*"):
        os.utime(path, (long_ago, long_ago))
    assert kept.get(KEY) == b"asked"
    kept.prune()
    assert kept.get(KEY) == b"asked"
    assert kept.get(OTHER) is None


def test_it_looks_for_what_is_old_once_a_day(kept):
    kept.put(KEY, b"content")
    kept.prune()
    os.utime(entry(kept), (0, 0))
    kept.prune()
    assert entry(kept).exists()


def test_parts_are_told_apart():
    assert key_of("ab", "c") != key_of("a", "bc")


def test_other_code_finds_nothing(kept):
    kept.shelf("kind", "values").put(b"content", "text")
    assert kept.shelf("kind", "values").get("text") == b"content"
    assert kept.shelf("kind", "model").get("text") is None
    assert kept.shelf("other", "values").get("text") is None
    assert code_version("values") != code_version("values", "model")


def test_without_a_cache_everything_is_made_anew(monkeypatch, tmp_path):
    assert cache_of(tmp_path) is not None
    monkeypatch.setenv(PLAIN, "1")
    assert cache_of(tmp_path) is None
