"""Search on today's site in Chromium: the home page's field, and what it costs on a slow network in
rounds of requests, requests and bytes."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.conftest import needs_browser

pytestmark = needs_browser

MANIFEST = "search_index.json"
OF_SEARCH = re.compile(r"/search/(?!ui\.)[^/]+\.(?:js|json)$")
QUIET = 250  # milliseconds in which whoever still has something to ask for asks
PATIENCE = 120  # such pauses in a row, before it is sure that nothing comes
MOST_ROUNDS = 8
BUDGET = 120_000  # bytes until the first answer, compressed as a web server does


class Network:
    """Lets what was asked for through in rounds: the answers to one round are what the next is asked after."""

    def __init__(self, page: Page, site: Path):
        self._page, self._site = page, site
        self._held: list[Route] = []
        self.rounds: list[list[str]] = []
        page.context.route(OF_SEARCH, self._hold)

    def _hold(self, route: Route) -> None:
        if route.request.url.endswith(MANIFEST):
            route.continue_()  # Material asks for it on every page
        else:
            self._held.append(route)

    def rounds_until(self, selector: str) -> int:
        """Rounds so far when the page shows it."""
        return self.rounds_while(lambda: not self._page.locator(selector).count())

    def rounds_while(self, waits: Callable[[], bool]) -> int:
        """Rounds so far when it waits no more."""
        idle = 0
        while waits():
            self._page.wait_for_timeout(QUIET)
            if not self._held:
                idle += 1
                assert idle < PATIENCE, self.rounds
                continue
            assert len(self.rounds) < MOST_ROUNDS, self.rounds
            held, self._held = self._held, []
            self.rounds.append([route.request.url.rpartition("/")[2] for route in held])
            for route in held:
                route.continue_()
            self._page.wait_for_timeout(QUIET)
        return len(self.rounds)

    @property
    def asked(self) -> list[str]:
        return [name for one in self.rounds for name in one]

    @property
    def bytes(self) -> int:
        files = {path.name: path for path in self._site.rglob("*") if OF_SEARCH.search(str(path))}
        return sum(len(gzip.compress(files[name].read_bytes(), 9)) for name in self.asked)

    @property
    def waiting(self) -> list[str]:
        return [route.request.url for route in self._held]


@pytest.fixture
def page(browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    from bench.search.browser_engine import served

    with served(site) as address:
        yield address


@pytest.mark.parametrize(
    ("place", "field", "query"),
    [
        ("", "#ck-q", "摩尔线程营收是多少"),
        ("en/", "#ck-q", "SMIC gross margin"),
        ("entity/smic/", "[data-md-component=search-query]", "长江存储市场份额"),
        ("en/entity/hbm3e/", "[data-md-component=search-query]", "Cambricon net profit 2025"),
    ],
)
def test_the_list_comes_in_two_rounds_and_the_answer_in_three(
    page, address, site, place, field, query
):
    network = Network(page, site)
    page.goto(f"{address}/{place}", wait_until="networkidle")
    assert network.waiting == []  # whoever does not search pays for nothing
    if field != "#ck-q":
        page.locator("label[for=__search]").first.click()
    page.locator(field).fill(query)
    assert re.match("正在加载|Loading", page.locator(".md-search-result__meta").inner_text())
    assert network.rounds_until(".md-search-result__list .md-search-result__item") <= 2
    assert network.rounds_until(".ck-answer") <= 3, network.rounds
    assert network.bytes <= BUDGET, (network.bytes, network.rounds)
    shown = page.locator(".ck-answer").first.inner_text()
    assert network.rounds_until(".ck-search[data-settled]") <= 5, network.rounds
    assert page.locator(".ck-answer").first.inner_text() == shown


def path(page: Page) -> str:
    """Where the page is; what is typed stands behind it in the address."""
    return urlsplit(page.url).path


def test_on_a_slow_network_the_box_takes_words_and_enter_and_keeps_them(page, address, site):
    """In this order: the box can be used, it says that it loads, Enter is kept, then the answer opens."""
    network = Network(page, site)
    page.goto(f"{address}/entity/smic/", wait_until="networkidle")
    page.locator("label[for=__search]").first.click()
    box = page.locator("[data-md-component=search-query]")
    box.press_sequentially("摩尔线程营收是多少")
    assert box.is_editable() and box.input_value() == "摩尔线程营收是多少"
    assert network.rounds == []  # nothing of the search has come yet
    assert "正在加载" in page.locator(".md-search-result__meta").inner_text()
    box.press("Enter")
    network.rounds_until(".md-search-result__list .md-search-result__item")
    assert path(page) == "/entity/smic/"  # names alone are no answer to open
    assert network.rounds_while(lambda: path(page) == "/entity/smic/") <= 5, network.rounds
    assert page.url.startswith(f"{address}/entity/moore-threads/#fact-revenue-")


def test_typing_on_the_home_page_goes_on_in_the_box(page, address):
    page.goto(address)
    page.locator("#ck-q").focus()
    page.keyboard.type("长江存储 NAND", delay=20)
    page.wait_for_selector(".ck-search[data-query='长江存储 NAND'][data-settled]")
    assert page.locator("[data-md-component=search-query]").input_value() == "长江存储 NAND"
    assert page.locator("#ck-q").input_value() == ""


def test_a_word_composed_on_the_home_page_is_handed_over_whole(page, address):
    page.goto(address)
    page.locator("#ck-q").focus()
    keyboard = page.context.new_cdp_session(page)
    for letters in ("chang", "chang xin"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        assert page.evaluate("document.activeElement.id") == "ck-q"
    keyboard.send("Input.insertText", {"text": "长鑫"})
    page.wait_for_selector(".ck-search[data-query='长鑫'][data-settled]")


@pytest.mark.parametrize("place", ["", "en/entity/smic/"])
def test_without_scripts_there_is_a_word_and_no_dead_box(browser, address, place):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{place}")
    assert (
        page.locator("input:not([type=checkbox]):visible, label[for=__search]:visible").count() == 0
    )
    assert "JavaScript" in page.locator("header .ck-search__file").inner_text()
    context.close()
