"""The pages of the tiny world, held against golden files in both languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.load.tree import load
from chipkb.render.link import relative_link
from chipkb.render.pages import render_pages
from tests.conftest import WORLD, same_as_golden

GOLDEN = WORLD.parent / "render" / "golden"


@pytest.fixture(scope="module")
def rendered(kb):
    return {page.artifact.path: page for page in render_pages(kb)}


def paths() -> list[str]:
    return sorted(page.artifact.path for page in render_pages(load(WORLD).kb))


@pytest.mark.parametrize("path", paths())
def test_a_page_is_as_expected(rendered, path):
    same_as_golden(rendered[path].markdown, GOLDEN / path)


def test_no_golden_page_is_left_over():
    golden = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")}
    assert golden == set(paths())


def test_both_languages_have_the_same_anchors(rendered):
    for path, page in rendered.items():
        if page.lang == "zh":
            other = rendered[f"en/{path}"].markdown
            assert re.findall(r'id="([^"]+)"', page.markdown) == re.findall(r'id="([^"]+)"', other)


def test_names_cannot_become_markup(world):
    path = world / "data/gpu/star-one.yml"
    text = path.read_text("utf-8").replace("星一号", "<script>alert(1)</script>星")
    path.write_text(text, "utf-8")
    for page in render_pages(load(world).kb):
        assert "<script>alert" not in page.markdown.partition("\n---\n")[2]


def test_missing_english_is_marked_chinese(world):
    path = world / "data/gpu/star-chip.yml"
    text = path.read_text("utf-8").replace(
        ", en: Star Chip says its instruction set is all its own.", ""
    )
    path.write_text(text, "utf-8")
    pages = {page.artifact.path: page.markdown for page in render_pages(load(world).kb)}
    assert (
        '<span class="ck-untranslated" lang="zh">星辰说指令集全为自研。</span>'
        in (pages["en/entity/star-chip.md"])
    )
    assert "ck-untranslated" not in pages["entity/star-chip.md"]


_page = st.lists(st.sampled_from(["gpu", "entity", "smic", "a-b"]), max_size=3).map("/".join)


@given(_page, _page)
def test_a_relative_link_leads_from_page_to_page(page, target):
    """Followed as a browser follows it, from the directory address of the page."""
    from urllib.parse import urljoin

    def address(path: str) -> str:
        return f"https://x/{path}/" if path else "https://x/"

    assert urljoin(address(page), relative_link(page, target)) == address(target)


def test_a_link_within_the_page_is_only_a_fragment():
    assert relative_link("gpu", "gpu#x") == "#x"
