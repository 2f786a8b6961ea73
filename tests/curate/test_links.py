"""Which addresses still answer; what is asked of other hosts is told here instead."""

import importlib
import io
import json
import urllib.error
from email.message import Message

import pytest
from click.testing import CliRunner

from chipkb.cli import main
from chipkb.curate.archived import with_copy
from chipkb.load.tree import load

links = importlib.import_module("chipkb.cli.links")  # the command bears the module's name
GONE = "https://example.com/gone"
COPY = "https://copies.example.com/gone"


@pytest.fixture
def asked(world, monkeypatch):
    """The world with a source whose page is gone, and a claim with evidence whose page is too."""
    (world / "data/sources/lost.yml").write_text(
        "title: {zh: 一页, en: A page}\nkind: press\ntier: press\nlanguage: zh\n"
        f"url: {GONE}\naccessed: 2025-12-01\n",
        "utf-8",
    )
    monkeypatch.setattr(links, "answer", lambda url: "404" if "gone" in url else "")
    monkeypatch.setattr(links, "copy_of", lambda url: COPY if url == GONE else "")
    return world


def run(world, *options: str) -> str:
    result = CliRunner().invoke(main, ["links", "--root", str(world), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_page_that_is_gone_is_reported_with_its_copy(asked):
    told = run(asked)
    assert told.startswith("1 of ") and f"| lost | <{GONE}> | 404 | <{COPY}> |" in told
    assert "archived" not in (asked / "data/sources/lost.yml").read_text("utf-8")


def test_the_copy_is_noted_in_the_data_once(asked):
    file = asked / "data/sources/lost.yml"
    run(asked, "--note")
    assert f"url: {GONE}\narchived: {COPY}\n" in file.read_text("utf-8")
    kb = load(asked).kb
    assert kb.sources["lost"].archived == COPY
    before = file.read_bytes()
    run(asked, "--note")
    assert file.read_bytes() == before


def test_evidence_that_is_no_source_is_asked_too(asked, monkeypatch):
    page = "https://example.org/patents"
    monkeypatch.setattr(links, "answer", lambda url: "410" if url == page else "")
    assert f"| star-chip/patents | <{page}> | 410 |  |" in run(asked)


def test_a_new_copy_takes_the_place_of_the_old():
    assert with_copy(f"url: {GONE}\narchived: x\ntier: press\n", COPY) == (
        f"url: {GONE}\narchived: {COPY}\ntier: press\n"
    )


@pytest.mark.parametrize(
    ("reply", "said"),
    [(404, "404"), (403, ""), (OSError("refused"), "OSError"), (None, "")],
)
def test_what_is_wrong_with_an_address(monkeypatch, reply, said):
    def opened(url):
        if isinstance(reply, int):
            raise urllib.error.HTTPError(url, reply, "", Message(), None)
        if reply is not None:
            raise reply
        page = io.BytesIO(b"")
        page.status = 200
        return page

    monkeypatch.setattr(links, "_open", opened)
    assert links.answer(GONE) == said


@pytest.mark.parametrize(
    ("reply", "copy"),
    [({"archived_snapshots": {"closest": {"available": True, "url": "http://a.example/1"}}},
      "https://a.example/1"),
     ({"archived_snapshots": {}}, ""),
     ({"archived_snapshots": {"closest": {"available": True, "url": "javascript:x"}}}, "")],
)  # fmt: skip
def test_the_newest_copy(monkeypatch, reply, copy):
    monkeypatch.setattr(links, "_open", lambda _: io.StringIO(json.dumps(reply)))
    assert links.copy_of(GONE) == copy
