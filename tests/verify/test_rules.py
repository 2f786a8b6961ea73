"""Every rule finds what it is there for, in the site of the tiny world broken in one place."""

import dataclasses
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chipkb.values.problem import Problem
from chipkb.values.wording import WORDING
from chipkb.verify import CHECKS, verify
from chipkb.verify.budget import check_sizes
from chipkb.verify.data_files import check_data_files
from chipkb.verify.links import check_links
from chipkb.verify.marks import check_marks
from chipkb.verify.site import NotASite, Page, Site, read_site

PAGE, ENGLISH = "entity/star-chip/index.html", "en/entity/star-chip/index.html"
Break = Callable[[bytes], bytes]


def swap(old: str, new: str) -> Break:
    """Writes `new` where `old` stands for the first time."""

    def broken(content: bytes) -> bytes:
        assert old.encode() in content, f"there is no {old!r}"
        return content.replace(old.encode(), new.encode(), 1)

    return broken


def without(pattern: str) -> Break:
    """Takes out the first that fits."""

    def broken(content: bytes) -> bytes:
        text, count = re.subn(pattern, "", content.decode(), count=1, flags=re.DOTALL)
        assert count, f"nothing fits {pattern!r}"
        return text.encode()

    return broken


def add(html: str) -> Break:
    """Writes more at the end of the page."""
    return swap("</body>", f"{html}</body>")


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def noise(length: int) -> str:
    """Text that does not compress."""
    return os.urandom(length).hex()


# What the rules that take longest can say: they are left out where something else is looked for.
SAID_BY = {
    check_sizes: {"site-size"},
    check_data_files: {"site-data"},
    check_marks: {"site-mark", "site-unsourced"},
    check_links: {"site-link", "site-anchor"},
}
# What is found, in which file, and what breaks it.
BROKEN: list[tuple[str, str, Break]] = [
    ("site-link", PAGE, add('<a href="../nowhere/">x</a>')),
    ("site-link", PAGE, add('<img src="../nowhere.png" alt="x" width="1" height="1">')),
    ("site-link", PAGE, add('<a href="../../data/nothing.csv">x</a>')),
    ("site-anchor", PAGE, add('<a href="#nowhere">x</a>')),
    ("site-anchor", PAGE, add('<a href="../moon-fund/#nowhere">x</a>')),
    ("site-id-twice", PAGE, add('<p id="fact-valuation">x</p>')),
    ("site-heading", PAGE, add("<h1>x</h1>")),
    ("site-heading", PAGE, without(r"<h1.*?</h1>")),
    ("site-words", PAGE, without(r'<meta name="description".*?>')),
    ("site-words", PAGE, swap('name="description" content="', f'name="description" content="{"长" * 201}')),
    ("site-words", PAGE, without(r"(?<=<title>).*?(?=</title>)")),
    ("site-lang", PAGE, swap('<html lang="zh"', '<html lang="en"')),
    ("site-lang", ENGLISH, swap('<html lang="en"', "<html")),
    ("site-hreflang", PAGE, without(r'<link rel="alternate " hreflang="en".*?>')),
    ("site-hreflang", PAGE, swap("/en/entity/star-chip/", "/en/entity/star-one/")),
    ("site-canonical", PAGE, without(r'<link rel="canonical".*?>')),
    ("site-canonical", PAGE, swap("/entity/star-chip/", "/entity/star-one/")),
    ("site-mark", PAGE, add('<p><span class="ck-value">5</span></p>')),
    ("site-unsourced", PAGE, add('<article class="ck-claim" id="fact-x">5</article>')),
    ("site-foreign", PAGE, add('<img src="https://a.example/x.png" alt="">')),
    ("site-foreign", PAGE, add('<img src="//a.example/x.png" alt="">')),
    ("site-foreign", PAGE, add('<img srcset="https://a.example/x.png 2x" alt="">')),
    ("site-foreign", PAGE, add('<iframe src="https://a.example/"></iframe>')),
    ("site-foreign", PAGE, swap("</head>", '<link rel="stylesheet" href="https://a.example/x.css"></head>')),
    ("site-foreign", PAGE, swap("</head>", '<link rel="preconnect" href="https://a.example"></head>')),
    ("site-foreign", PAGE, swap("</head>", '<script src="https://a.example/x.js"></script></head>')),
    ("site-foreign", PAGE, add('<p style="background: url(https://a.example/x.png)">x</p>')),
    ("site-foreign", PAGE, swap("</head>", "<style>@import '//a.example/x.css';</style></head>")),
    ("site-foreign", "assets/more.css", lambda _: b"a{background:url(https://a.example/x.png)}"),
    ("site-foreign", "assets/more.js", lambda _: b'await import("https://a.example/x.js")'),
    ("site-foreign", "assets/more.js", lambda _: b"import x from 'https://a.example/x.js'"),
    ("site-foreign", "assets/more.js", lambda _: b"fetch(`https://a.example/${x}`)"),
    ("site-script", PAGE, add('<a href="javascript:alert(1)">x</a>')),
    ("site-script", PAGE, add('<a href=" JavaScript:alert(1)">x</a>')),
    ("site-script", PAGE, add('<p onclick="alert(1)">x</p>')),
    ("site-opener", PAGE, add('<a target="_blank" href="https://a.example/">x</a>')),
    ("site-policy", PAGE, without(r'<meta http-equiv="Content-Security-Policy".*?>')),
    ("site-policy", PAGE, swap("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
    ("site-policy", PAGE, swap("script-src 'self'", "script-src 'self' https://a.example")),
    ("site-policy", PAGE, add("<script>alert(1)</script>")),
    ("site-kind", "assets/x.js.map", lambda _: b"{}"),
    ("site-kind", "assets/program.exe", lambda _: b"MZ"),
    ("site-data", PAGE, swap('{"@context"', '"@context"')),
    ("site-data", PAGE, swap("https://schema.org", "https://a.example")),
    ("site-data", "data/facts.json", cut),
    (
        "site-data",
        "data/unlike.json",
        lambda _: b'{"$schema": "https://chipkb.github.io/chipkb/data/schema/v1/api-index.json"}',
    ),
    ("site-data", "timeline/atom.xml", cut),
    ("site-data", "timeline/atom.xml", swap("<id>https://chipkb.github.io", "<id>chipkb.github.io")),
    ("site-data", "timeline/events.ics", cut),
    ("site-data", "sitemap.xml", cut),
    ("site-sitemap", "sitemap.xml", swap("/entity/star-chip/", "/entity/gone/")),
    ("site-size", PAGE, lambda content: add(f"<p>{noise(90_000)}</p>")(content)),
    ("site-size", "assets/big.js", lambda _: f"// {noise(90_000)}".encode()),
]  # fmt: skip


@pytest.fixture(scope="session")
def whole(world_site: Path) -> Site:
    return read_site(world_site)


@pytest.fixture
def copy(whole: Site, tmp_path: Path) -> Path:
    """The site once more; its files are links: write none, put a new one in its place."""
    return shutil.copytree(whole.folder, tmp_path / "site", copy_function=os.link)


def put(folder: Path, file: str, content: bytes) -> None:
    path = folder / file
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def found(whole: Site, folder: Path, code: str) -> Iterator[Problem]:
    """What the rules that say `code` find in the copy; what is as it was is not parsed again."""
    site = read_site(folder)
    pages: dict[str, Page] = {
        address: whole.pages[address] if page == whole.pages.get(address) else page
        for address, page in site.pages.items()
    }
    for check in CHECKS:
        if code in SAID_BY.get(check, {code}):
            yield from check(dataclasses.replace(site, pages=pages))


def test_the_tiny_world_has_nothing_to_find(world_site):
    assert [problem.line() for problem in verify(world_site)] == []


@pytest.mark.parametrize(("code", "file", "broken"), BROKEN)
def test_what_is_broken_is_found_where_it_is(whole, copy, code, file, broken):
    path = copy / file
    put(copy, file, broken(path.read_bytes() if path.exists() else b""))
    assert file in files_with(code, whole, copy)


def files_with(code: str, whole: Site, folder: Path) -> set[str]:
    found_ = found(whole, folder, code)
    return {problem.place.file for problem in found_ if problem.code == code}


def test_a_page_without_its_twin(whole, copy):
    (copy / ENGLISH).unlink()
    assert PAGE in files_with("site-twin", whole, copy)


def test_a_page_that_none_leads_to_and_search_does_not_know(whole, copy):
    (copy / "entity/lone").mkdir()
    put(copy, "entity/lone/index.html", (copy / PAGE).read_bytes())
    lone = "entity/lone/index.html"
    assert lone in files_with("site-orphan", whole, copy)
    assert lone in files_with("site-unfound", whole, copy)
    assert {lone, PAGE} & files_with("site-same", whole, copy)
    assert "sitemap.xml" in files_with("site-sitemap", whole, copy)


@pytest.mark.parametrize("name", ["names", "sounds", "shards", "terms", "pages"])
def test_search_without_one_of_its_files(whole, copy, name):
    for path in (copy / "search").glob(f"{name}.*.json"):
        path.unlink()
    assert "search/search_index.json" in files_with("site-link", whole, copy)


def test_search_that_leads_to_a_page_that_is_gone(whole, copy):
    (copy / PAGE).unlink()
    [names] = (copy / "search").glob("names.*.json")
    assert f"search/{names.name}" in files_with("site-link", whole, copy)


@pytest.mark.parametrize("file", ["search/search_index.json", "en/search/search_index.json"])
def test_a_language_without_search(whole, copy, file):
    (copy / file).unlink()
    assert file in files_with("site-link", whole, copy)


def test_a_site_without_a_map(whole, copy):
    (copy / "sitemap.xml").unlink()
    assert "index.html" in files_with("site-link", whole, copy)


def test_a_folder_without_a_site(tmp_path):
    with pytest.raises(NotASite):
        verify(tmp_path)


def test_every_rule_is_broken_here():
    """But for valid HTML, which another program judges: tests/site/test_markup.py."""
    apart = {"site-twin", "site-orphan", "site-unfound", "site-same", "site-markup"}
    assert {code for code, _, _ in BROKEN} | apart == {
        code for code in WORDING if code.startswith("site-")
    }
