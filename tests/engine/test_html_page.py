"""HTML passed through is what Python-Markdown would have made of it."""

import markdown
import pytest
from mkdocs.config import load_config

from chipkb.engine.html_page import converted, is_html
from chipkb.render.page import Page, Renderer
from chipkb.render.pages import page_table, render_pages
from chipkb.values.text import Lang
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def config():
    return load_config(str(REPOSITORY / "mkdocs.yml"))


def by_markdown(body: str, config) -> tuple[str, list]:
    converter = markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    return converter.convert(body), converter.toc_tokens


def headings(tokens: list) -> list:
    return [(t["level"], t["id"], t["name"], headings(t["children"])) for t in tokens]


def assert_same(body: str, config) -> None:
    content, tokens = converted(body, config)
    expected, expected_tokens = by_markdown(body, config)
    assert content == expected
    assert headings(tokens) == headings(expected_tokens)


def test_the_pages_of_the_world_come_out_the_same(kb, config):
    pages = [page for page in render_pages(kb) if is_html(page.body)]
    assert len(pages) > 40
    for page in pages:
        assert_same(page.body, config)


def test_only_pages_written_by_hand_are_converted(real):
    """Of every kind of page some: what a page is made of is its template's doing."""
    by_template: dict[str, list[tuple[Page, Lang]]] = {}
    for page, lang in page_table(real.kb).values():
        by_template.setdefault(page.template, []).append((page, lang))
    renderer = Renderer(real.kb)
    some = [
        renderer.rendered(*one)
        for pages in by_template.values()
        for one in pages[:: max(1, len(pages) // 8)]
    ]
    assert len(by_template) > 20
    assert {p.page.template for p in some if not is_html(p.body)} == {"content.md.j2"}


@pytest.mark.parametrize(
    "title",
    [
        "C*Core *and* others",
        "AT&T",
        "China's AI",
        "a_b_c",
        "`x`",
        "C#",
        "[x](y)",
        "A < B",
        "沐曦",
        "",
    ],
)
def test_a_title_is_read_as_markdown_reads_it(title, config):
    assert_same(f"# {title}\n\n<div>\n<p>x</p>\n</div>\n\n## Sources {{: #sources }}", config)


def test_two_headings_never_share_an_id(config):
    assert_same("# Sources\n\n<p>x</p>\n\n## Sources {: #sources }\n\n<p>y</p>", config)


@pytest.mark.parametrize(
    "block", ["Words.", "- a list", "<span>inline</span>", "    <p>code</p>", "### bare heading"]
)
def test_what_only_markdown_can_read_is_left_to_it(block):
    assert not is_html(f"# Title\n\n<p>x</p>\n\n{block}\n")
