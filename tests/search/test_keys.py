"""The box by the keyboard, for a screen reader, with an input method and for fingers, in real Chromium."""

import pytest

from tests.conftest import needs_browser
from tests.search.box import titles, type_in

pytestmark = needs_browser
LEAST_TARGET = 24  # CSS pixels each way: WCAG 2.2, 2.5.8


def marked(page) -> str | None:
    """What the field says is chosen, by the address it leads to; it must be what is seen to be."""
    return page.evaluate(
        """() => { const input = document.querySelector("[data-md-component=search-query]");
        const id = input.getAttribute("aria-activedescendant");
        const seen = [...document.querySelectorAll("[data-marked]")];
        if (id === null && !seen.length) return null;
        if (seen.length !== 1 || seen[0].id !== id) throw new Error("marked is not what is said");
        return seen[0].getAttribute("href") ?? seen[0].textContent; }"""
    )


def focused(page) -> str:
    return page.evaluate("document.activeElement.name ?? document.activeElement.tagName")


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


def test_arrows_go_through_what_is_listed_and_out_again(page, address):
    page.goto(address)
    type_in(page, "存储")
    seen = []
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        if marked(page) is None:
            break
        seen.append(marked(page))
    assert len(seen) >= 3 and len(set(seen)) == len(seen)
    page.keyboard.press("ArrowUp")  # from the field to the last
    assert marked(page) == seen[-1]
    page.keyboard.press("ArrowUp")
    assert marked(page) == seen[-2]
    assert focused(page) == "query"
    page.keyboard.type("器")  # another word, other results
    assert marked(page) is None


def test_enter_opens_what_is_marked(page, address):
    page.goto(address)
    type_in(page, "存储")
    address_of = {}
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        if (marked(page) or "").startswith("http"):
            address_of["marked"] = marked(page)
    page.keyboard.press("Home")
    while marked(page) != address_of["marked"]:
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(address_of["marked"].partition("?")[0] + "*")


def test_tab_leaves_the_box_and_closes_it(page, address):
    page.goto(address)
    type_in(page, "存储")
    page.keyboard.press("Tab")
    assert focused(page) != "query"
    assert page.evaluate("document.getElementById('__search').checked") is False
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-search__output')") is None


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


def test_the_count_is_announced(page, address):
    page.goto(address)
    type_in(page, "光刻机")
    meta = page.locator(".md-search-result__meta")
    assert meta.get_attribute("aria-live") == "polite"
    assert "条结果" in meta.inner_text()


def test_the_answer_is_read_out_once(page, address):
    """Not at each key that changes nothing of it, nor before it is known."""
    page.goto(address)
    type_in(page, "10G光芯片")
    page.evaluate(
        """() => { const spoken = document.querySelector(".ck-search__spoken[role=status]");
        window.heard = [];
        new MutationObserver(() => spoken.textContent && window.heard.push(spoken.textContent))
          .observe(spoken, {childList: true, characterData: true, subtree: true}); }"""
    )
    question = "10G光芯片国产化率是多少"
    for end in range(len("10G光芯片国产化率"), len(question) + 1):
        type_in(page, question[:end])
    heard = page.evaluate("window.heard")
    assert len(heard) == 1, heard
    assert all(part in heard[0] for part in ("国产化率", "约 60%", "2024", "甲刊", "未核实"))
    type_in(page, "光刻机")
    assert page.locator(".ck-search__spoken").text_content() == ""


@pytest.mark.parametrize("key", ["Enter", "ArrowDown", "Escape"])
@pytest.mark.parametrize("how", [{"keyCode": 229}, {"isComposing": True}], ids=["229", "composing"])
def test_keys_of_an_input_method_are_not_for_the_page(page, address, key, how):
    """Safari ends a composition before it reports its Enter, with the key code of an input method."""
    page.goto(address)
    type_in(page, "光刻机")
    before = page.url
    page.evaluate(
        """(init) => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", {...init, bubbles: true, cancelable: true}))""",
        {"key": key, **how},
    )
    page.wait_for_timeout(200)
    assert page.url == before
    assert page.evaluate("document.getElementById('__search').checked")
    assert marked(page) is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/**")


def test_a_word_is_composed_and_then_searched(page, address):
    """As an input method writes it: letters first, then the characters that were chosen."""
    page.goto(address)
    page.click("[data-md-component=search-query]")
    keyboard = page.context.new_cdp_session(page)
    for letters in ("guang", "guang ke", "guang ke ji"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
    keyboard.send("Input.insertText", {"text": "光刻机"})
    page.wait_for_selector(".ck-search[data-query='光刻机'][data-settled]")
    assert titles(page)[0].startswith("光刻机")


@pytest.mark.parametrize("query", ["星河", "10G光芯片国产化率是多少", "高通估值", "星河线程"])
def test_whatever_can_be_pressed_is_large_enough_for_a_finger(page, address, query):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.locator("label[for=__search]").first.click()
    type_in(page, query)
    if page.locator(".ck-filters summary").count():
        page.locator(".ck-filters summary").click()
    small = page.evaluate(
        """(least) => [...document.querySelectorAll(".md-search a, .md-search button, .md-search summary, .md-search input, .md-search label.md-icon")]
        .filter((one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .map((one) => [one.className || one.tagName, one.textContent.trim().slice(0, 20), one.getBoundingClientRect()])
        .filter(([, , box]) => box.width && (box.width < least || box.height < least))
        .map(([name, text, box]) => `${name} ${text}: ${box.width} x ${box.height}`)""",
        LEAST_TARGET,
    )
    assert small == []
