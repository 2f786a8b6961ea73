"""The search in Material's own interface, in real Chromium: the messages, the keys, what reaches the page."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chipkb.search.scripts import build_scripts
from tests.conftest import needs_browser
from tests.search.conftest import MODULES, write_index
from tests.search.world import HOSTILE, HOSTILE_WORLD, WORLD

pytestmark = needs_browser

_MAIN = """{% extends "base.html" %}
{% block styles %}{{ super() }}<link rel="stylesheet" href="{{ 'SITE' | url }}assets/search/search.css">{% endblock %}
{% block scripts %}<script src="{{ 'SITE' | url }}assets/search/UI" data-worker="WORKER" data-missing="https://example.org/new?title="></script>{{ super() }}{% endblock %}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two languages of one page each, Material's box, our index; no page of the world exists, none is needed."""
    folder = tmp_path_factory.mktemp("interface")
    built = folder / "site"
    scripts = build_scripts({path.name: path.read_text("utf-8") for path in MODULES.glob("*.js")})
    for lang, place in (("zh", ""), ("en", "en/")):
        (folder / lang / "docs").mkdir(parents=True)
        (folder / lang / "theme").mkdir()
        (folder / lang / "docs/index.md").write_text("# 首页\n", "utf-8")
        main = _MAIN.replace("SITE", "." if not place else "..").replace(
            "UI", Path(scripts["ui.js"].path).name
        )
        main = main.replace("{{ '.' | url }}", "").replace("{{ '..' | url }}", "../")
        (folder / lang / "theme/main.html").write_text(
            main.replace("WORKER", Path(scripts["worker.js"].path).name), "utf-8"
        )
        config = {
            "site_name": "x",
            "docs_dir": "docs",
            "site_dir": str(built / place),
            "theme": {
                "name": "material",
                "language": lang,
                "font": False,
                "custom_dir": "theme",
                "features": ["search.suggest"],
            },
        }
        (folder / lang / "mkdocs.yml").write_text(json.dumps(config), "utf-8")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--dirty",
            "--config-file",
            str(folder / lang / "mkdocs.yml"),
        ]
        subprocess.run(command, check=True, capture_output=True)
    for artifact in scripts.values():
        path = built / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    shutil.copy(MODULES / "search.css", built / "assets/search/search.css")
    return write_index(built, [*WORLD, *HOSTILE_WORLD])


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    from bench.search.browser_engine import served

    with served(site) as address:
        yield address


@pytest.fixture
def page(browser) -> Iterator:
    """A page in a window of its own; none may fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    context.close()
    assert page.errors == []


def type_in(page, query: str) -> None:
    """Pastes the query as a person would, and waits for the last word of the search about it."""
    page.locator("[data-md-component=search-query]").fill(query)
    page.locator("[data-md-component=search-query]").press("End")
    page.wait_for_function(
        "(query) => { const box = document.querySelector('.ck-search'); return box && box.hasAttribute('data-settled') && box.dataset.query === query; }",
        arg=query,
    )


def titles(page) -> list[str]:
    return [
        title.split("\n")[0]
        for title in page.locator(".md-search-result__list h1").all_inner_texts()
    ]


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


def test_keys_open_choose_and_close(page, address):
    page.goto(address)
    page.wait_for_function("document.querySelector('[data-md-component=search-query]')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "query"
    type_in(page, "存储")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "query"
    assert page.evaluate(
        """() => { const input = document.activeElement;
        const marked = document.getElementById(input.getAttribute("aria-activedescendant"));
        return input.getAttribute("role") === "combobox" && marked.hasAttribute("data-marked"); }"""
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.getElementById('__search').checked") is False


def test_enter_opens_nothing_where_the_name_is_not_held(page, address):
    page.goto(address)
    type_in(page, "高通估值")
    assert "没有收录“高通”" in page.locator(".ck-search-said").inner_text()
    assert "没有收录“高通”" in page.locator(".md-search-result__meta").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url.split("?")[0].rstrip("/") == address


def test_enter_before_the_results_opens_the_answer_when_it_comes(page, address):
    page.route("**/search/pages.*", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.goto(address)
    page.locator("[data-md-component=search-query]").fill("10G光芯片国产化率是多少")
    page.wait_for_selector(".ck-search")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/optical-chip/#fact-rate-10g")


def test_closed_the_empty_list_takes_no_focus(page, address):
    takes = """() => { const list = document.querySelector(".md-search__scrollwrap");
        list.focus(); return document.activeElement === list; }"""
    page.goto(address)
    assert page.evaluate(takes) is False
    type_in(page, "光刻机")
    assert page.evaluate(takes) is True


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


def test_the_count_is_announced(page, address):
    page.goto(address)
    type_in(page, "光刻机")
    meta = page.locator(".md-search-result__meta")
    assert meta.get_attribute("aria-live") == "polite"
    assert "条结果" in meta.inner_text()


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


@pytest.mark.parametrize("lost", ["search_index", "names", "tables", "shards", "terms"])
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


def test_the_enter_that_ends_a_composition_stays_on_the_page(page, address):
    """As Safari reports it: after the composition, with the key code of an input method."""
    page.goto(address)
    type_in(page, "光刻机")
    before = page.url
    page.evaluate(
        """() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
            {key: "Enter", keyCode: 229, which: 229, bubbles: true, cancelable: true}))"""
    )
    page.wait_for_timeout(300)
    assert page.url == before
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/**")


def test_from_disk_it_says_why_not(page, site):
    page.goto(site.joinpath("index.html").as_uri())
    assert "索引" in page.locator(".ck-search__file").inner_text()
