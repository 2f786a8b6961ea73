"""The site as files: the same every time, whole, and asking no other host for anything."""

import json
import re
from xml.etree import ElementTree

from tests.conftest import built_once
from tests.site.page import SITE

_LOADED = "//script/@src | //link[not(@rel='canonical' or @rel='alternate ' or @rel='alternate')]/@href | //img/@src | //iframe/@src | //source/@src"


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


def test_no_page_loads_anything_from_another_host(pages):
    foreign = {
        (page.address, link)
        for page in pages.values()
        for link in page.tree.xpath(_LOADED)
        if page.target(link) is None and not link.startswith("data:")
    }
    assert foreign == set()


def test_no_style_or_script_of_ours_names_another_host(site):
    ours = [p for kind in ("styles", "pages", "search") for p in site.glob(f"assets/{kind}/*")]
    assert len(ours) > 10
    for path in ours:
        assert not re.search(
            r"(?:url\(|@import|fetch\(|import\()\s*[\"']?https?:", path.read_text()
        )


def test_every_link_and_every_anchor_exists(pages, site):
    dead = set()
    for page in pages.values():
        for link in page.links():
            target = None if link.startswith("mailto:") else page.target(link)
            if target is None:
                continue
            address, fragment = target
            other = pages.get(address)
            if (other is None and not (site / address).is_file()) or (
                fragment and other is not None and fragment not in other.anchors
            ):
                dead.add((page.address, link))
    assert dead == set()


def test_no_id_stands_twice_on_a_page(pages):
    for page in pages.values():
        ids = page.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), page.address


def test_every_page_is_in_both_languages_and_says_so(pages):
    for address, page in pages.items():
        if address.endswith("404.html"):
            continue
        english = address.startswith("en/")
        path = address.removeprefix("en/")
        other = path if english else f"en/{path}"
        assert page.lang.startswith("en" if english else "zh"), address
        assert other in pages, address
        alternates = dict(
            zip(
                page.tree.xpath("//link[@rel='alternate ' and @hreflang]/@hreflang"),
                page.tree.xpath("//link[@rel='alternate ' and @hreflang]/@href"),
                strict=True,
            )
        )
        assert alternates == {
            "zh-CN": SITE + path,
            "x-default": SITE + path,
            "en": f"{SITE}en/{path}",
        }
        assert page.tree.xpath("//link[@rel='canonical']/@href") == [SITE + address]
        assert other in {page.target(a.get("href"))[0] for a in page.select("a.ck-switch")}


def test_the_sitemap_lists_every_page(pages, site):
    tree = ElementTree.parse(site / "sitemap.xml")
    listed = {loc.text.removeprefix(SITE) for loc in tree.iter() if loc.tag.endswith("}loc")}
    # What stands where a page was is not for search engines.
    moved = {page.address for page in pages.values() if page.tree.xpath("//meta[@name='robots']")}
    assert listed == {one for one in pages if not one.endswith("404.html")} - moved


def test_every_page_has_one_title_and_a_description(pages):
    for page in pages.values():
        assert len(page.select("h1")) == 1, page.address
        assert page.tree.xpath("//meta[@name='description']/@content")[0].strip(), page.address
        assert page.tree.findtext(".//title").strip(), page.address


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
