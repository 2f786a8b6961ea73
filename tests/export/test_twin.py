"""The Markdown twins: one for each page, with what the page holds."""

import pytest

from chipkb.export.twin_lines import plain
from chipkb.model import permalink
from chipkb.values.text import LANGS
from chipkb.view.changes import changes_view
from chipkb.view.coverage import coverage_view
from chipkb.view.differences import differences_view
from chipkb.view.directory import directory_view
from chipkb.view.founding import founding_view
from chipkb.view.freshness import freshness_view
from chipkb.view.site_pages import site_pages


@pytest.fixture
def twin(published):
    def of(page: str, lang: str = "zh") -> str:
        return published[permalink.file_path(page, "index.md", lang)].content.decode()

    return of


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_of_the_site_is_a_bare_title(kb, twin, lang):
    empty = []
    for page in site_pages(kb):
        if page.path.startswith("changes"):  # this world has no history
            continue
        head, _, _ = twin(page.path, lang).rpartition("\n\nchipkb ")
        if len([line for line in head.splitlines() if line]) < 3:
            empty.append(page.path)
    assert empty == []


def test_every_claim_stands_with_its_entity_and_its_sources(kb, twin):
    for placed in kb.all_claims():
        label = plain(kb.entities[placed.entity.id].name.zh)
        assert f"{label} · " in twin(permalink.source_page(placed.claim.source[0].source))
    lines = twin("entity/star-chip", "en").splitlines()
    assert sum(line.startswith("- ") for line in lines) == len(
        [placed for placed in kb.all_claims() if placed.entity.id == "star-chip"]
    )


def test_the_lists_of_the_pages_are_those_of_the_twins(kb, twin):
    directory = twin("directory")
    assert directory.count("(../entity/") == len(directory_view(kb).rows)
    worklist = twin("worklist")
    assert worklist.count("(../entity/") == sum(len(t.rows) for t in coverage_view(kb).tables)
    doubted = twin("differences")
    view = differences_view(kb)
    told = sum(len(one.sides) for one in view.contradictions) + sum(
        count for part, count in view.counts.items() if part != "contradictions"
    )
    assert doubted.count("\n- ") == told
    fared = founding_view(kb).documents
    assert twin("founding").count("\n- ") == sum(
        len(one.corrected) + len(one.remarked) for one in fared
    )
    old = freshness_view(kb)
    assert twin("freshness").count("\n- ") == len(old.stale) + len(old.undated) + len(old.overdue)
    assert twin("changes").count("\n## ") == len(changes_view(kb).days)


def test_words_are_no_markup():
    assert plain("a | [b](c) <i>*d*\n# e") == r"a \| \[b\](c) \<i\>\*d\* \# e"
