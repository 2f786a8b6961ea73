"""A site as it is read back."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from chipkb.verify.site import Page, Site

BASE = "https://chipkb.github.io/chipkb/"
PAGES = ("index.html", "404.html", "entity/smic/index.html", "en/entity/smic/index.html")
LINKS = (
    *("", "#fact-a", "./", ".", "..", "../", "../#fact-a", "../../", "../../../", "../../../../"),
    *("index.md", "../tsmc/", "../tsmc/#event-b", "../../assets/a.0f.css", "../x?domain=gpu"),
    *("../a/../b/", "a//b", "../%E8%8A%AF/", "/chipkb/x/", "/x/", "//other.org/x", "a/./b"),
    *("https://other.org/", "mailto:a@b.org", "data:text/plain,x", "../x#", "../x#%C3%A9", "a:b"),
)


@pytest.mark.parametrize("base", [BASE, ""])
@pytest.mark.parametrize("file", PAGES)
@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_where_a_browser_takes_it(base: str, file: str, link: str):
    page = Page(file, b"<html><body></body></html>")
    home = f'<html><head><link rel="canonical" href="{base}"></head></html>' if base else "<html>"
    site = Site(Path(), frozenset(PAGES), {"": Page("index.html", home.encode())})
    root = base or "https://site.invalid/"
    whole = urlsplit(urljoin(root + page.address, link))._replace(query="")
    address = whole._replace(fragment="").geturl()
    expected = (unquote(address.removeprefix(root)), unquote(whole.fragment))
    assert site.target(page, link) == (expected if address.startswith(root) else None)
