"""The built pages are valid HTML, as the Nu Html Checker has it: one page of each kind."""

import shutil
from pathlib import Path

import pytest

from chipkb.verify.markup import check_markup
from tests.conftest import STRICT
from tests.tools import npm_tool

LANGUAGES = ("", "en/")


def _one_of_each_kind(site: Path) -> list[str]:
    """Every page right below a language's root, and of each folder the largest that stands in it."""
    chosen = []
    for lang in LANGUAGES:
        root = site / lang
        chosen += [root / "404.html", *root.glob("index.html"), *root.glob("*/index.html")]
        for folder in sorted(one for one in root.iterdir() if one.is_dir() and one.name != "en"):
            pages = folder.glob("*/index.html")
            chosen += sorted(pages, key=lambda page: page.stat().st_size)[-1:]
    return sorted({page.relative_to(site).as_posix() for page in chosen})


def test_pages_of_every_kind_are_valid_html(site):
    jar = npm_tool("vnu-jar/build/dist/vnu.jar")
    if shutil.which("java") is None:
        (pytest.fail if STRICT else pytest.skip)("no Java here: pages were not tried as HTML")
    pages = _one_of_each_kind(site)
    assert len(pages) > 50
    assert [problem.line() for problem in check_markup(site, pages, jar)] == []
