"""The search in Material's own interface, in real Chromium: the messages, the keys, what reaches the page."""

import re

import pytest

from tests.conftest import needs_browser
from tests.search.box import titles, type_in
from tests.search.world import HOSTILE

pytestmark = needs_browser


def test_names_and_other_spellings_are_found_in_both_languages(page, address):
    for root, title in (("", "星河线程"), ("en/", "Xinghe Threads")):
        page.goto(f"{address}/{root}")
        for query in (
            "星河线程",
            "xhxc",
            "星河县城",
            "Xinghe Threads",
            "xinghe thraeds",
            "星河線程",
        ):
            type_in(page, query)
            assert titles(page)[0].startswith(title), query


def test_a_deep_link_searches_at_once_and_enter_goes_to_the_answer(page, address):
    page.goto(f"{address}/?q=10G光芯片国产化率是多少")
    page.wait_for_selector(".ck-answer")
    card = page.locator(".ck-answer").first.inner_text()
    assert all(part in card for part in ("约 60%", "2024", "甲刊", "未核实"))
    page.locator("[data-md-component=search-query]").press("Enter")
    page.wait_for_url("**/entity/optical-chip/#fact-rate-10g")


def test_the_query_lives_in_the_address_and_back_finds_the_list(page, address):
    page.goto(address)
    page.set_viewport_size({"width": 1280, "height": 300})
    type_in(page, "存储")
    page.wait_for_url("**/?q=*")
    shown = titles(page)
    scrolled = "document.querySelector('.md-search__scrollwrap').scrollTop"
    page.evaluate(scrolled + " = 40")
    top = page.evaluate(scrolled)
    assert top > 0
    page.locator(".md-search-result__list .md-search-result__link").last.evaluate(
        "link => link.click()"
    )
    page.wait_for_url("**/glossary/*")
    page.go_back()
    page.wait_for_selector(".ck-search[data-settled]")
    assert page.locator("[data-md-component=search-query]").input_value() == "存储"
    assert titles(page) == shown
    page.wait_for_function(f"{scrolled} === {top}")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search")


def test_text_that_comes_without_a_key_is_searched_too(page, address):
    """Pasted or dictated, and as some input methods put it."""
    page.goto(address)
    page.click("[data-md-component=search-query]")
    page.wait_for_timeout(500)  # so that focus alone has been heard before
    page.keyboard.insert_text("星河线程")
    page.wait_for_selector(".md-search-result__item")
    assert titles(page)[0].startswith("星河线程")


def test_further_results_of_a_page_are_counted_in_few_words(page, address):
    page.goto(address)
    type_in(page, "星河线程 240 425 软件")
    assert "本页另有" in page.locator(".md-search-result__more summary").first.inner_text()


def test_filters_narrow_and_widen(page, address):
    page.goto(address)
    type_in(page, "星河")
    page.locator(".ck-filters summary").click()
    page.locator(".ck-filters a", has_text="产品").click()
    page.wait_for_function(
        "document.querySelector('.ck-search').dataset.query === '星河 kind:product'"
    )
    assert all("S" in title for title in titles(page))
    page.locator(".ck-filters a[aria-current=true]").click()
    page.wait_for_function("document.querySelector('.ck-search').dataset.query === '星河'")
    assert any("线程" in title for title in titles(page))


def test_nothing_found_offers_near_names_and_a_report(page, address):
    page.goto(address)
    type_in(page, "qwertzuiop<q>")
    page.wait_for_selector(".ck-search__help a")
    report = page.locator('.ck-search__help a[href^="https://example.org/new?title="]')
    assert report.get_attribute("href").endswith("qwertzuiop%3Cq%3E")
    assert page.locator(".ck-search__help a").count() > 1


def test_the_other_language_stands_below_and_apart(page, address):
    page.goto(f"{address}/en/")
    type_in(page, "Xinghe Threads")
    page.locator(".ck-search__ask").click()
    page.wait_for_selector(".ck-search__others a")
    assert (
        page.locator(".ck-search__others a").first.get_attribute("href")
        == f"{address}/entity/xinghe/"
    )
    assert all(
        "/en/" in link.get_attribute("href")
        for link in page.locator(".md-search-result__list > li > a").all()
    )


def test_nothing_from_names_or_queries_becomes_markup(page, address):
    page.goto(address)
    for query in (*HOSTILE, "坏值", "<" * 10_000, "光" * 10_000):
        type_in(page, query)
        assert (
            page.locator(
                ".md-search-result img, .md-search-result script, .md-search-result i, .md-search-result b"
            ).count()
            == 0
        )
    type_in(page, "光刻机")
    assert titles(page)[0].startswith("光刻机")
    assert page.title() != "broken"


def test_after_the_first_search_a_name_needs_no_network(page, address):
    page.goto(address)
    type_in(page, "光刻机")
    page.context.set_offline(True)
    type_in(page, "长溪存储")
    assert titles(page)[0].startswith("长溪存储")


@pytest.mark.parametrize("lost", ["search_index", "names", "sounds", "shards", "terms"])
def test_a_file_that_was_lost_once_is_asked_for_again(page, address, lost):
    asked = []

    def once(route):
        asked.append(route.request.url)
        route.abort("connectionreset") if len(asked) == 1 else route.continue_()

    page.context.route(re.compile(rf"/search/{lost}[^/]*\.json"), once)
    page.goto(address)
    type_in(page, "光刻机")
    type_in(page, "长溪存储")
    assert titles(page)[0].startswith("长溪存储")
    assert asked
    if lost == "search_index":  # Material lets the loss of its own request be an error
        assert "/search_index.json" in asked[1]
        page.errors.clear()


def test_a_manifest_of_the_last_release_is_read_anew(page, address):
    """A cached page and its cached manifest outlive the files that they name."""

    asked = []

    def stale(route):
        asked.append(route.request.url)
        if len(asked) > 1:
            return route.continue_()
        manifest = route.fetch().json()
        files = manifest["config"]["files"]
        manifest["config"]["files"] = {key: f"gone-{name}" for key, name in files.items()}
        route.fulfill(json=manifest)

    page.context.route("**/search_index.json", stale)
    page.goto(address)
    type_in(page, "长溪存储")
    assert titles(page)[0].startswith("长溪存储")


def test_what_stays_lost_is_said(page, address):
    page.context.route(re.compile(r"/search/names"), lambda route: route.abort())
    page.goto(address)
    page.locator("[data-md-component=search-query]").fill("光刻机")
    page.wait_for_function(
        "document.querySelector('.md-search-result__meta').textContent.includes('没能取到搜索索引')"
    )


def test_from_disk_it_says_why_not(page, box):
    page.goto(box.joinpath("index.html").as_uri())
    assert "索引" in page.locator(".ck-search__file").inner_text()
