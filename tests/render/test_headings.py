"""Names and titles are text where Markdown is read: in headings, and in links in pages by hand."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from chipkb.render.markdown_text import markdown_text
from tests.conftest import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "src/chipkb/templates").glob("*.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_puts_a_text_into_a_heading_or_an_attribute_as_it_is(path):
    for line in path.read_text("utf-8").splitlines():
        assert not re.match(r"#.*\|t \}\}", line), f"{line}: a heading is Markdown, write |h"
        assert not re.search(r'="[^"<>{}]*\{\{ [\w.]+\|t \}\}', line), f"{line}: write |words"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=60))
def test_any_text_is_read_back_from_a_heading_as_it_is(text):
    words = " ".join(text.split())
    page = markdown.markdown(
        f"# x{markdown_text(text)}x {{: #top }}", extensions=["attr_list", "tables", "toc"]
    )
    [heading] = html.fragments_fromstring(page)
    assert (heading.tag, dict(heading.attrib)) == ("h1", {"id": "top"})
    assert heading.text_content() == f"x{words}x" or text.strip() != words
    assert len(heading) == 0
