"""Pages written by hand: Markdown and nothing that a stranger could hide in it."""

import pytest

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.render.pages import render_pages


def found(world, zh: str, en: str | None = None) -> list[tuple[str, int]]:
    for lang, text in (("zh", zh), ("en", zh if en is None else en)):
        (world / f"content/page.{lang}.md").write_text(f"# Page\n\n{text}\n", "utf-8")
    loaded = load(world)
    problems = check(loaded.kb, loaded.broken, loaded.problems)
    return [(p.code, p.place.line) for p in problems if p.place.file == "content/page.zh.md"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert()</script>",
        "a <img src=x onerror=alert()> b",
        "<a href='javascript:alert()'>x</a>",
        "</div>",
        "<!-- x -->",
        "<?php ?>",
        "&#106;avascript",
        "&lt;script&gt;",
        "```\ncode\n```\n<b>",
    ],
)
def test_html_is_refused(world, text):
    assert "content-html" in {code for code, _ in found(world, text)}


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert())",
        "[x]( JavaScript:alert() )",
        "[x](data:text/html,x)",
        "[x][y]\n\n[y]: javascript:alert()",
        "[x][y]\n\n[y]:\n  vbscript:x",
        "[x](//evil.example)",
        "[x](https://a.example/\"onmouseover=alert())",
        "![x](https://evil.example/x.png)",
        "![x](../.git/config)",
        "[x](file:///etc/passwd)",
    ],
)  # fmt: skip
def test_links_lead_to_pages_and_pictures_are_ours(world, text):
    codes = {code for code, _ in found(world, text)}
    assert "content-link" in codes or "content-html" in codes


@pytest.mark.parametrize(
    "text",
    [
        "[来源](sources.md) [x](https://example.org/a?b=c) ![x](images/a.png) [y](#key)",
        "<https://example.org/>",
        "`<script>` 与 `[x](javascript:y)`",
        "```html\n<script>alert()</script>\n```",
        "| a | b |\n|---|---|\n| c | d |",
        "a < b，c > d，A & B",
    ],
)
def test_plain_markdown_is_let_in(world, text):
    assert found(world, text) == []


def test_attribute_lists_are_refused(world):
    assert "prose-syntax" in {code for code, _ in found(world, "x {: onclick=alert() }")}


def test_headings_have_keys_alike_in_both_languages(world):
    assert found(world, "## 标题\n") == [("heading-key", 3)]
    assert found(world, "## 标题 {#a}\n\n## 又 {#a}\n") == [("anchor-taken", 5)]
    found(world, "## 标题 {#a}\n", "## Heading {#b}\n")
    codes = {p.code for p in check(load(world).kb)}
    assert "heading-twins" in codes


def test_old_addresses_of_headings_still_lead(world):
    assert found(world, "[[star-chip]]\n\n## 标题 {#key _2}\n\n```\n## 代码\n```\n") == []
    pages = {page.path: page.markdown for page in render_pages(load(world).kb)}
    assert '\n\n## <span id="_2"></span>标题 {: #key }\n' in pages["page.md"]
    assert "\n## 代码\n" in pages["page.md"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. " * 400 + "x", "content-depth"),
        ("> " * 400 + "x", "content-depth"),
        ("\n".join(" " * 4 * level + "- x" for level in range(20)), "content-depth"),
        ("![" * 400, "content-bracket"),
        ("[x " * 400, "content-bracket"),
    ],
)
def test_what_would_take_the_builder_minutes_is_refused_once(world, text, code):
    for lang, title in (("zh", "标题"), ("en", "Title")):
        (world / f"content/x.{lang}.md").write_text(f"# {title}\n\n{text}\n", "utf-8")
    loaded = load(world)
    found = [problem.code for problem in check(loaded.kb, loaded.broken, loaded.problems)]
    assert found.count(code) == 2, "one in each language"
