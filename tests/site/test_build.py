"""The site as files: the same every time, whole, and asking no other host for anything."""

import json

from chipkb.verify import verify
from tests.conftest import built_once
from tests.site.page import SITE


def files(folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "sitemap.xml.gz"  # gzip notes the time
    }


def test_two_builds_are_the_same_to_the_byte(site, tmp_path_factory):
    first, second = files(site), files(built_once(tmp_path_factory, "site-again"))
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_it_is_as_a_site_that_is_published_has_to_be(site):
    """Links, anchors, languages, titles, policies, exports, search, sizes: see tests/verify."""
    assert [problem.line() for problem in verify(site)] == []


def test_every_page_leads_to_itself_in_the_other_language(pages):
    for address, page in pages.items():
        if not address.endswith("404.html"):
            other = address.removeprefix("en/") if page.lang == "en" else f"en/{address}"
            switches = page.select("a.ck-switch")
            assert other in {page.target(a.get("href"))[0] for a in switches}, address


def test_pages_know_where_they_stand(pages):
    """Breadcrumbs lead home from every page but the home pages and the one for lost addresses."""
    for address, page in pages.items():
        if address not in ("", "en/", "404.html", "en/404.html"):
            way = [page.target(a.get("href"))[0] for a in page.select(".ck-crumbs a")]
            assert way[:1] == ["en/" if address.startswith("en/") else ""], address


def test_every_page_has_a_social_card(pages, site):
    for address, page in pages.items():
        if not address.endswith("404.html"):
            [card] = page.tree.xpath("//meta[@property='og:image']/@content")
            assert (site / card.removeprefix(SITE)).is_file(), address
            assert page.tree.xpath("//meta[@property='og:image:alt']/@content")[0]


def test_structured_data_is_json_and_names_its_context(pages):
    for page in pages.values():
        for script in page.tree.xpath("//script[@type='application/ld+json']"):
            assert json.loads(script.text)["@context"] == "https://schema.org", page.address
