"""A file that the last site has alike is shared with it, and no site changes another."""

import os
from pathlib import Path

import pytest

from chipkb.engine.site_folder import SiteFolder


@pytest.fixture
def last(tmp_path: Path) -> Path:
    folder = tmp_path / "last"
    SiteFolder(folder).write("a/index.html", b"one")
    return folder


def test_a_file_alike_is_the_same_and_keeps_its_date(tmp_path: Path, last: Path):
    os.utime(last / "a/index.html", (1, 1))
    SiteFolder(tmp_path / "new", last).write("a/index.html", b"one")
    new = tmp_path / "new/a/index.html"
    assert new.samefile(last / "a/index.html")
    assert new.stat().st_mtime == 1


@pytest.mark.parametrize("content", [b"two", b"one more", b""])
def test_another_content_leaves_the_last_site_as_it_is(tmp_path: Path, last: Path, content: bytes):
    folder = SiteFolder(tmp_path / "new", last)
    for one in (b"one", content):  # the second in the place of a file that is shared
        folder.write("a/index.html", one)
    assert (tmp_path / "new/a/index.html").read_bytes() == content
    assert (last / "a/index.html").read_bytes() == b"one"


def test_what_somebody_else_holds_too_is_not_shared(tmp_path: Path, last: Path):
    os.link(last / "a/index.html", tmp_path / "copy")
    SiteFolder(tmp_path / "new", last).write("a/index.html", b"one")
    assert not (tmp_path / "new/a/index.html").samefile(tmp_path / "copy")


@pytest.mark.parametrize("path", ["a/index.html", "a"])
def test_links_in_the_last_site_are_not_followed(tmp_path: Path, last: Path, path: str):
    elsewhere = tmp_path / "elsewhere"
    (last / path).rename(elsewhere)
    (last / path).symlink_to(elsewhere)
    SiteFolder(tmp_path / "new", last).write("a/index.html", b"one")
    new = tmp_path / "new/a/index.html"
    assert new.read_bytes() == b"one" and not new.is_symlink()
    assert not new.samefile(last / "a/index.html")


def test_where_a_disk_cannot_share_files_are_written(tmp_path: Path, last: Path, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    SiteFolder(tmp_path / "new", last).write("a/index.html", b"one")
    assert (tmp_path / "new/a/index.html").read_bytes() == b"one"


def test_there_need_be_no_last_site(tmp_path: Path):
    SiteFolder(tmp_path / "new", tmp_path / "nothing").write("index.html", b"one")
    assert (tmp_path / "new/index.html").read_bytes() == b"one"
