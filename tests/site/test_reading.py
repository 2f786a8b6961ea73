"""The site as a reader uses it: following a number, citing it, sorting, filtering, on a phone, without scripts."""

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import REPOSITORY, needs_browser
from tests.site.conftest import KINDS
from tests.site.page import SITE

pytestmark = needs_browser

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PATENTS = "entity/moore-threads/#fact-granted-patents"


@pytest.fixture
def open_page(browser, address):
    """`open_page(path)`: the page in a window of its own; no page may fail or ask another host."""
    contexts, wrong = [], []

    def open_(path: str, **window):
        context = browser.new_context(**{**DESKTOP, **window})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((address, "data:")) else wrong.append(request.url)
            ),
        )
        page.goto(f"{address}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_number_leads_to_its_fact_with_the_citation_open(open_page, root):
    page = open_page(f"{root}gpu/")
    page.locator(".ck-mini .ck-value").first.click()
    fact = page.locator(".ck-claim:target")
    assert fact.locator(".ck-cite").evaluate("details => details.open")
    assert fact.locator(".ck-citations a.ck-work").first.is_visible()


@pytest.fixture
def tools(open_page):
    """The tools under the opened citation of a fact, and what they put into the clipboard."""
    page = open_page(PATENTS + "-2025-06", permissions=["clipboard-read", "clipboard-write"])
    row = page.locator(".ck-claim:target .ck-tools")

    def copied(label: str) -> str:
        row.get_by_role("button", name=label, exact=True).click()
        row.get_by_text("已复制").wait_for()
        return page.evaluate("navigator.clipboard.readText()")

    return row, copied


def test_a_fact_is_linked_to(tools):
    _, copied = tools
    assert copied("复制链接").endswith(PATENTS + "-2025-06")


def test_a_fact_is_cited_in_words(tools):
    _, copied = tools
    text = copied("复制引用")
    assert re.match(
        r"芯片知识库 chipkb\. 摩尔线程·授权专利：514 项（2025 年 6 月）\[DB/OL\]\. \[\d{4}-\d\d-\d\d\]\.",
        text,
    )
    assert "所据来源：" in text


def test_a_fact_is_cited_as_bibtex_with_its_sources(tools):
    _, copied = tools
    entries = copied("BibTeX")
    assert entries.startswith("@online{chipkb-moore-threads-fact-granted-patents-2025-06,")
    assert entries.count("\n@") >= 1


def test_a_fact_is_cited_as_csl_json_with_its_sources(tools):
    _, copied = tools
    own, *origins = json.loads(copied("CSL-JSON"))
    assert own["title"].startswith("摩尔线程·授权专利：514 项")
    assert own["accessed"]["date-parts"][0][0] >= 2026
    assert origins and all(item["type"] and item["title"] for item in origins)


def test_an_error_is_reported_with_the_fact_filled_in(tools):
    row, _ = tools
    link = row.get_by_role("link", name="报告错误").get_attribute("href")
    asked = parse_qs(urlsplit(link).query)
    assert asked["template"] == ["fact.yml"]
    assert asked["title"] == ["[fact] moore-threads/granted-patents-2025-06"]
    assert asked["fact"][0].endswith("#fact-granted-patents-2025-06")
    assert "514 项" in asked["what"][0]


def test_the_line_of_the_data_is_one_click_away(tools):
    row, _ = tools
    link = row.get_by_role("link", name="数据文件第").get_attribute("href")
    file, line = re.search(r"/blob/main/(data/\S+\.yml)\?plain=1#L(\d+)$", link).groups()
    assert (
        "granted-patents-2025-06"
        in (REPOSITORY / file).read_text("utf-8").splitlines()[int(line) - 1]
    )


def names(page) -> list[str]:
    rows = page.locator(".ck-compare-table tbody tr:visible th")
    return [name.strip() for name in rows.all_inner_texts()]


def test_a_table_is_sorted_by_numbers_and_the_address_keeps_it(open_page):
    page = open_page("comparison/gpu-makers/")
    as_filed = names(page)
    head = page.locator("th[data-key=revenue]")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    column = head.evaluate("head => head.cellIndex")
    values = page.locator("tbody tr").evaluate_all(
        "(rows, column) => rows.map(row => row.cells[column].dataset.sort)", column
    )
    known = [float(value) for value in values if value]
    assert known == sorted(known, reverse=True)
    assert values[len(known) :] == [""] * (len(values) - len(known))  # unknown last
    again = open_page("comparison/gpu-makers/?" + urlsplit(page.url).query)
    assert names(again) == names(page) != as_filed
    head.get_by_role("button").click()
    head.get_by_role("button").click()
    assert names(page) == as_filed
    assert urlsplit(page.url).query == ""


def test_a_table_is_filtered_and_reset(open_page):
    page = open_page("comparison/gpu-makers/?filter=摩尔")
    assert names(page) == ["摩尔线程"]
    assert page.locator(".ck-compare-count").inner_text().startswith("1 /")
    page.get_by_role("button", name="复原").click()
    page.wait_for_function("!location.search")
    assert len(names(page)) > 10


def test_the_file_of_a_table_is_the_table_on_the_screen(open_page):
    page = open_page("en/comparison/gpu-makers/?sort=-revenue&filter=cambricon")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="This table as CSV").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert [row[0] for row in rows] == names(page) == ["Cambricon"]
    assert head[0] == "Name"
    place = next(i for i, name in enumerate(head) if name.startswith("Net result"))
    assert float(rows[0][place]) > 1e9
    assert re.match(r"20\d\d", rows[0][place + 1])


def test_losses_are_numbers_below_zero_in_the_file(open_page):
    page = open_page("comparison/gpu-makers/?filter=摩尔")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="此表存为 CSV").click()
    head, row = csv.reader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig")))
    place = next(i for i, name in enumerate(head) if name.startswith("净利"))
    assert float(row[place]) < -1e8


def test_a_table_without_scripts_has_all_its_rows_and_sources(open_page):
    page = open_page("comparison/gpu-makers/", java_script_enabled=False)
    assert len(names(page)) > 10
    assert not page.locator(".ck-compare-filter").is_visible()
    assert page.locator("a.ck-download").get_attribute("href") == "table.csv"


def test_a_citation_opens_without_scripts(open_page):
    page = open_page("entity/moore-threads/", java_script_enabled=False)
    mark = page.locator(".ck-figure .ck-cite").first
    mark.locator("summary").click()
    assert mark.locator("a.ck-work").first.is_visible()


def test_a_page_reads_first_and_the_switch_brings_the_evidence(open_page):
    page = open_page("entity/moore-threads/", **PHONE)
    whence = page.locator(".ck-figure .ck-from")
    reading = page.evaluate("document.documentElement.scrollHeight")
    assert whence.first.bounding_box()["width"] <= 1  # for who listens, not for who looks
    page.get_by_label("显示全部证据").check()
    assert whence.first.bounding_box()["width"] > 1
    assert page.locator(".ck-note").first.is_visible()
    assert reading < page.evaluate("document.documentElement.scrollHeight") * 0.6
    assert page.url.endswith("?evidence")
    page.reload()
    assert page.get_by_label("显示全部证据").is_checked()
    page.get_by_label("显示全部证据").uncheck()
    assert "evidence" not in page.url


def test_the_evidence_is_reached_without_scripts(open_page):
    page = open_page("entity/moore-threads/", java_script_enabled=False)
    page.get_by_label("显示全部证据").check()
    assert page.locator(".ck-note").first.is_visible()


def test_the_address_asks_for_the_evidence(open_page):
    page = open_page("en/entity/moore-threads/?evidence")
    assert page.get_by_label("Show all evidence").is_checked()
    assert page.locator(".ck-figure .ck-from").first.bounding_box()["width"] > 1


# Facts, events, relations, terms and needs; some of them folded.
_ANCHORS = ".ck-claim[id], .ck-term[id], .ck-need[id], h2[id]"


@pytest.mark.parametrize(
    "path", ["entity/moore-threads/", "entity/cxmt/", "en/entity/ymtc/", "glossary/", "chain/"]
)
@pytest.mark.parametrize("window", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_a_link_leads_to_is_not_hidden_under_a_bar(open_page, path, window):
    page = open_page(path, **window)
    ids = page.locator(_ANCHORS).evaluate_all("found => found.map(element => element.id)")
    hidden = page.evaluate(
        """async (ids) => {
          const wrong = [];
          for (const id of ids) {
            location.hash = id;
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const box = document.getElementById(id).getBoundingClientRect();
            const top = document.elementFromPoint(box.left + 6, Math.max(box.top, 0) + 6);
            if (!top || top.closest(".ck-contents, .md-header, .md-tabs")) wrong.push([id, box.top]);
          }
          return wrong;
        }""",
        ids[:: max(1, len(ids) // 25)],
    )
    assert len(ids) > 5
    assert hidden == []


def test_the_glossary_is_short_until_one_looks_for_a_term(open_page):
    page = open_page("glossary/#term-tsv", **PHONE)
    opened = page.locator(".ck-topic[open]")
    assert opened.count() == 1 and page.locator("#term-tsv").is_visible()
    page.locator(".ck-filter input").fill("TSV")
    assert 0 < page.locator(".ck-term:visible").count() < 20
    page.locator(".ck-filter input").fill("没有这样的词")
    assert page.locator("#no-term").is_visible() and page.locator(".ck-topic:visible").count() == 0
    page.get_by_role("button", name="复原").click()
    page.locator(".ck-index > summary").click()
    page.locator('.ck-letters a[href="#term-tsv"]').click()
    assert page.locator("#term-tsv").is_visible()


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("chain/#need-link-components-hbm3e", "#need-link-components-hbm3e .ck-fold"),
        ("worklist/#t2", "#t2 + .ck-fold"),
        ("chain-map/#domain-gpu", ".ck-fold:has(#domain-gpu)"),
    ],
)
def test_a_link_opens_what_its_target_is_folded_in_or_heads(open_page, path, opened):
    page = open_page(path)
    assert page.locator(opened).evaluate("details => details.open")
    others = page.locator(".ck-fold:not([open])")
    assert others.count() > 0


def test_sources_are_found_by_a_word_in_what_is_folded_too(open_page):
    page = open_page("sources/press/", **PHONE)
    rows = page.locator(".ck-works tbody tr")
    few = page.locator(".ck-works tbody tr:visible").count()
    assert few < 80 < rows.count()
    page.locator(".ck-filter input").fill("中芯国际")
    found = page.locator(".ck-works tbody tr:visible")
    assert 0 < found.count() < rows.count()
    assert all("中芯国际" in text for text in found.all_inner_texts())
    heads = page.locator(".md-content h2:visible").count()
    assert heads == page.locator(".ck-under-head:visible").count()


LONGEST = {
    "chain/": 9000,
    "chain-map/": 8000,
    "changes/": 12000,
    "data/": 8000,
    "differences/": 8000,
    "founding/": 9000,
    "gpu/": 8000,
    "localisation/": 8000,
    "sources/": 6000,
    "sources/press/": 8000,
    "tested/": 5000,
    "worklist/": 6000,
}


@pytest.mark.parametrize("path", LONGEST)
def test_on_a_phone_a_page_is_not_endless(open_page, path):
    page = open_page(path, **PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") < LONGEST[path]


def test_the_glossary_is_whole_without_scripts(open_page):
    page = open_page("glossary/", java_script_enabled=False)
    page.locator(".ck-topic > summary").first.click()
    assert page.locator(".ck-term:visible").count() > 3


def test_the_timeline_is_filtered_and_the_address_keeps_it(open_page):
    page = open_page("timeline/")
    whole = page.locator(".ck-moment:visible").count()
    page.locator("select[name=kind]").select_option("listing")
    shown = page.locator(".ck-moment:visible").count()
    assert 0 < shown < whole
    assert shown == page.locator(".ck-moment[data-kind=listing]").count()  # the folded ones too
    assert "kind=listing" in page.url
    page.locator(".ck-filter button[type=reset]").click()
    page.wait_for_function("!location.search")
    assert page.locator(".ck-moment:visible").count() == whole


@pytest.mark.parametrize("root", ["", "en/"])
def test_companies_are_found_by_city_and_stage(open_page, root):
    page = open_page(f"{root}directory/")
    rows = page.locator("#all-entries tbody tr:visible")
    whole = rows.count()
    page.locator("select[name=kind]").select_option("company")
    page.locator("select[name=city]").select_option("上海")
    page.locator("select[name=stage]").select_option("listed")
    assert 0 < rows.count() < whole
    assert "stage=listed" in page.url
    kept = rows.count()
    page.reload()
    assert rows.count() == kept


def test_the_directory_is_short_until_one_asks_for_all(open_page):
    page = open_page("directory/", **PHONE)
    rows = page.locator("#all-entries tbody tr")
    few = page.locator("#all-entries tbody tr:visible").count()
    assert 20 < few < rows.count()
    page.locator(".ck-show-all").click()
    assert page.locator("#all-entries tbody tr:visible").count() == rows.count()
    assert page.locator(".ck-show-all").is_hidden()


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("entity/moore-threads/", "领域"),
        ("comparison/gpu-makers/", "对照表"),
        ("source/doc-003/", "来源"),
        ("questions/smic-7nm-yield/", "问答"),
    ],
)
def test_a_page_that_is_not_in_the_navigation_stands_under_one_that_is(open_page, path, tab):
    page = open_page(path)
    assert page.locator(".md-tabs__item--active").inner_text().strip().startswith(tab)


@pytest.mark.parametrize(
    "path",
    [
        "en/compare/?a=ascend-950&b=nvidia-h200",
        "en/comparison/gpu-makers/",
        "en/comparison/ai-accelerators/",
        "en/directory/",
        "en/localisation/",
    ],
)
def test_on_a_phone_no_word_of_a_table_is_broken(open_page, path):
    page = open_page(path, **PHONE)
    page.locator("table").first.wait_for(state="attached")
    page.wait_for_timeout(300)
    broken = page.evaluate(
        """() => {
          const found = [];
          for (const cell of document.querySelectorAll("table :is(th, td)")) {
            if (!cell.checkVisibility()) continue;
            const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              for (const word of node.data.matchAll(/[A-Za-z]{4,}/g)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const tops = new Set([...range.getClientRects()].filter((r) => r.width > 1).map((r) => Math.round(r.top)));
                if (tops.size > 1) found.push(word[0]);
              }
            }
          }
          return [...new Set(found)].slice(0, 8);
        }"""
    )
    assert broken == []


@pytest.mark.parametrize("path", ["entity/moore-threads/", "en/entity/hbm/", "en/entity/cxmt/"])
def test_the_button_of_a_claim_does_not_begin_a_line(open_page, path):
    page = open_page(path, **PHONE)
    alone, all_ = page.evaluate(
        """() => {
          const found = [...document.querySelectorAll(".ck-claim .ck-cite > summary")]
            .filter((one) => one.checkVisibility() && one.parentElement.previousElementSibling);
          const last = (before) => {
            const range = document.createRange();
            range.selectNodeContents(before);
            return Math.max(...[...range.getClientRects()].filter((r) => r.width > 1).map((r) => r.bottom));
          };
          return [found.filter((one) => one.getBoundingClientRect().top
            > last(one.parentElement.previousElementSibling) - 4).map((one) => one.closest(".ck-claim").id),
            found.length];
        }"""
    )
    assert all_ > 5
    assert len(alone) <= all_ * 0.03, alone


def test_two_things_are_compared_and_what_is_counted_differently_is_said(open_page):
    page = open_page("en/compare/?a=ascend-950&b=nvidia-h200")
    table = page.locator(".ck-compared")
    table.wait_for()
    assert table.locator("thead th").all_inner_texts()[1:] == ["Ascend 950", "NVIDIA H200"]
    row = table.locator("tbody tr").filter(has_text="Memory capacity")
    assert "141 GB" in row.inner_text()
    assert page.locator(".ck-apart").count() > 0
    assert "#fact-" in row.locator("a.ck-value").last.get_attribute("href")


def test_a_name_is_previewed_on_hover(open_page):
    page = open_page("entity/moore-threads/")
    name = page.locator(".ck-summary a.ck-name").first
    name.hover()
    box = page.locator(".ck-preview:visible")
    box.wait_for()
    assert box.locator(".ck-preview-title").inner_text() == name.inner_text()
    page.keyboard.press("Escape")
    assert not box.is_visible()


def test_a_value_is_previewed_with_its_source(open_page):
    page = open_page("gpu/")
    page.locator(".ck-card .ck-value").first.hover()
    box = page.locator(".ck-preview:visible")
    box.wait_for()
    assert re.search(r"\d", box.locator(".ck-preview-title").inner_text())
    assert box.locator(".ck-preview-from").inner_text()


def test_on_a_phone_a_tap_on_a_name_in_a_text_opens_it_from_below(open_page):
    page = open_page("en/entity/moore-threads/", **PHONE)
    name = page.locator(".ck-summary a.ck-name").first
    target = name.get_attribute("href").removeprefix("../")
    words = name.inner_text()
    name.tap()
    sheet = page.locator("dialog.ck-preview[open]")
    sheet.wait_for()
    assert words in sheet.inner_text()
    sheet.get_by_role("link", name="Open the page").tap()
    page.wait_for_url(f"**/en/entity/{target}")


def test_the_language_switch_stays_on_the_page(open_page):
    page = open_page("en/comparison/gpu-makers/")
    page.locator("a.ck-switch").click()
    assert page.url.endswith("/chipkb/comparison/gpu-makers/")


def test_a_lost_address_offers_a_search_in_both_languages(open_page):
    page = open_page("404.html")
    page.locator("#ck-q-en").fill("Moore Threads")
    page.locator("#ck-q-en").press("Enter")
    page.wait_for_url("**/en/?q=Moore+Threads")
    page.locator(".md-search-result__item").first.wait_for()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("window", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_shifts_and_nothing_is_wider_than_the_window(open_page, path, window):
    shifts, overflow = shifts_of(open_page(path, **window))
    if sum(value for value, _ in shifts) >= 0.05:
        # On a busy machine a page is drawn while it still arrives: a page that shifts does so again.
        shifts, overflow = shifts_of(open_page(path, **window))
    assert sum(value for value, _ in shifts) < 0.05, shifts
    assert overflow <= 0


def shifts_of(page) -> tuple[list, int]:
    """How far what shifted on the page, and by how many pixels it is wider than its window."""
    page.wait_for_load_state("networkidle")
    return page.evaluate(
        """() => new Promise((done) => {
          const shifts = [];
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries())
              shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
          }).observe({ type: "layout-shift", buffered: true });
          const width = document.documentElement;
          setTimeout(() => done([shifts, width.scrollWidth - width.clientWidth]), 300);
        })"""
    )


def test_the_published_address_is_the_one_in_the_configuration():
    assert f"site_url: {SITE}" in (REPOSITORY / "mkdocs.yml").read_text("utf-8")
