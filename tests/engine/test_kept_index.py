"""An index that is kept is the one that would be made; it is made anew when a record changes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chipkb.engine import kept_index as module
from chipkb.engine.cache import Cache
from chipkb.engine.kept_index import kept_index
from chipkb.search.index import build_index
from chipkb.search.postings import Reader
from chipkb.search.record import PageRecord
from chipkb.values.artifact import Artifact

_TOLD = {"check": True, "capture_output": True, "text": True, "cwd": Path(__file__).parents[2]}
STAR = PageRecord("star", "star/", "zh", "company", "公司", "gpu", "GPU", "星辰芯片", ("Star",))
STAR_EN = replace(STAR, lang="en", title="Star Chips")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The language of each index that was made."""
    languages: list[str] = []

    def build(records, lang, words, **roots):
        languages.append(lang)
        return build_index(records, lang, words, **roots)

    monkeypatch.setattr(module, "build_index", build)
    return languages


def index(cache: Cache | None, *records: PageRecord, words=("星辰",)) -> tuple[Artifact, ...]:
    return kept_index(cache, records, "zh", words, root="", other_roots={"en": "en/"})


def test_what_is_kept_is_what_would_be_made(tmp_path: Path, made: list[str]):
    first, again = (index(Cache(tmp_path), STAR, STAR_EN) for _ in range(2))
    assert first == again == index(None, STAR, STAR_EN)
    assert made == ["zh", "zh"]  # once for the cache, once without


@pytest.mark.parametrize(
    "changed",
    [
        replace(STAR, title="星光芯片"),
        replace(STAR, prose="一种图形处理器"),
        replace(STAR, url="elsewhere/"),
    ],
)
def test_a_changed_record_makes_it_anew(tmp_path: Path, made: list[str], changed: PageRecord):
    cache = Cache(tmp_path)
    before = index(cache, STAR, STAR_EN)
    assert index(cache, changed, STAR_EN) == index(None, changed, STAR_EN) != before


def test_other_words_make_it_anew_and_another_language_does_not(tmp_path: Path, made: list[str]):
    cache = Cache(tmp_path)
    index(cache, STAR, STAR_EN)
    index(cache, STAR, replace(STAR_EN, title="Star Chips Ltd"))
    assert made == ["zh"]
    index(cache, STAR, STAR_EN, words=("星辰", "芯片"))
    assert made == ["zh", "zh"]


def test_a_damaged_index_is_made_anew(tmp_path: Path, made: list[str]):
    cache = Cache(tmp_path)
    whole = index(cache, STAR)
    for entry in tmp_path.glob("*/*"):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert index(cache, STAR) == whole
    assert made == ["zh", "zh"]


def test_an_edit_has_one_page_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    texts: list[str] = []
    terms = Reader.terms

    def noted(self: Reader, text: str) -> Iterator[tuple[str, float]]:
        texts.append(text)
        return terms(self, text)

    monkeypatch.setattr(Reader, "terms", noted)
    cache = Cache(tmp_path)
    moon = replace(STAR, id="moon", title="月亮基金", summary="投资芯片", prose="基金投资芯片")
    index(cache, STAR, moon)
    assert {"星辰芯片", "月亮基金"} <= set(texts)
    texts.clear()
    index(cache, replace(STAR, prose="一种芯片"), moon)
    assert "一种芯片" in texts and "月亮基金" not in texts


def test_an_edit_without_new_words_takes_no_dictionary(tmp_path: Path):
    """What names nobody has said before need is loaded; for an address nothing is."""
    first = (
        "from tests.engine.test_kept_index import *; import sys; cache = Cache(Path(sys.argv[1]));"
    )
    index(Cache(tmp_path), STAR)
    for url, is_loaded in (("elsewhere/", False), ("elsewhere/', title='星光芯片", True)):
        asked = f"{first} index(cache, replace(STAR, url='{url}')); print(*sys.modules)"
        run = subprocess.run([sys.executable, "-c", asked, tmp_path], **_TOLD)
        loaded = {"jieba", "opencc", "pypinyin"} & set(run.stdout.split())
        assert loaded == ({"jieba", "opencc", "pypinyin"} if is_loaded else set())
