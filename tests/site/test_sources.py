"""Every number on every page of the built site has a mark that leads to its citation."""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

import pytest
from lxml import html
from lxml.cssselect import CSSSelector

from chipkb.model.kb import KnowledgeBase
from tests.site.page import SitePage

# What is no statement about the industry: the site about itself, and scales. The label of a lane in a
# chart names the date of the value beside it, which is a link (tests/render/test_chart.py).
_OWN_WORDS = (
    ".ck-count, .ck-totals, .ck-keys, .ck-num, .ck-year-name, .ck-years, .ck-chart-tick, .ck-chart-label, "
    ".ck-filter, .ck-compare-count, .ck-flow, .ck-scroll-hint, .ck-older, .ck-own, #claims, "
    ".ck-older-ones > summary, .ck-all-sources > summary, "
    ".ck-lines desc, .ck-lines-key, "  # whose points are links, each to its fact
    # what changed in the data, and when; lines to ask it with
    ".ck-changes, .ck-day, h2[id^='d20'], .ck-mini > .ck-date, .ck-recipe, .ck-moved, "
    # what a command printed that stands beside it, on the page of tests
    "h2#numbers + p code, h2#numbers ~ table code"
)
_CITATIONS = (
    ".ck-cite, .ck-source-list li, .ck-reference, .ck-imprint, .ck-evidence, .ck-work, "
    ".ck-record, .ck-section > summary, [id^='p-'] > h3"
)
# What is said in one place, innermost first: a claim, a term, a need; else a paragraph or a cell.
_SAID = frozenset(["ck-term", "ck-need"])  # and every kind of ck-claim--…
_BLOCKS = frozenset(
    ["p", "li", "td", "dd", "dt", "th", "h1", "h2", "h3", "figcaption", "summary", "text"]
)
# What is told by one class alone, which is quickly seen, and the rest.
_EXEMPT = frozenset(
    css.removeprefix(".")
    for css in f"{_OWN_WORDS}, {_CITATIONS}".split(", ")
    if re.fullmatch(r"\.[\w-]+", css)
)
_OTHERS = [
    css for css in f"{_OWN_WORDS}, {_CITATIONS}".split(", ") if css.removeprefix(".") not in _EXEMPT
]
_DIGIT = re.compile(r"\d")
_FACT = re.compile(r"(?:fact|event|relation)-")


@pytest.fixture(scope="session")
def names(real) -> re.Pattern[str]:
    """Matches every name that has a digit in it: of things, of measures, of sources."""
    return re.compile("|".join(map(re.escape, _names_with_digits(real.kb))), re.IGNORECASE)


def _names_with_digits(kb: KnowledgeBase) -> list[str]:
    words = kb.vocabulary
    texts = [source.title for source in kb.sources.values()]
    texts += [source.publisher for source in kb.sources.values() if source.publisher]
    texts += [metric.label for metric in words.metrics.values()]
    texts += [head.label for one in kb.comparisons for head in one.columns if head.label]
    texts += [question.question for question in kb.questions]
    texts += [comparison.title for comparison in kb.comparisons]
    found = {name for thing in kb.named.values() for name in thing.names}
    found |= {name for text in texts for name in (text.zh, text.en)}
    found |= {unit.label(lang) for unit in words.units for lang in ("zh", "en")}
    found |= {"CC BY 4.0", "GB/T 7714"}
    return sorted((name for name in found if re.search(r"\d", name)), key=len, reverse=True)


def naked_numbers(
    page: SitePage, names: re.Pattern[str], cited: Callable[[str, str], bool]
) -> Iterator[str]:
    """Words with a number for which the page shows no source."""
    marks = _Marks(page, cited)
    for content in page.select(".md-content"):
        for words in content.xpath(".//text()[not(ancestor::script) and not(ancestor::style)]"):
            if not _DIGIT.search(words):
                continue
            holder = words.getparent() if words.is_text else words.getparent().getparent()
            if marks.has_source(holder):
                continue
            if _DIGIT.search(names.sub("", words)):  # last, as there are thousands of names
                yield words.strip()


class _Marks:
    """What on a page is its own word, a citation or said in one place: each found once."""

    def __init__(self, page: SitePage, cited: Callable[[str, str], bool]):
        self._page, self._cited = page, cited
        self._known: dict[html.HtmlElement, bool] = {}

    @cached_property
    def _exempt(self) -> set[html.HtmlElement]:
        return set(_selector(", ".join(_OTHERS))(self._page.tree))

    def has_source(self, holder: html.HtmlElement) -> bool:
        """Whether what stands in `holder` shows where it comes from."""
        if holder not in self._known:
            self._known[holder] = self._shows(holder)
        return self._known[holder]

    def _shows(self, holder: html.HtmlElement) -> bool:
        """The cheap looks first: most numbers are in a link or beside one."""
        around = [holder, *holder.iterancestors()]
        if any(self._leads_to_citation(element) for element in around if element.tag == "a"):
            return True
        if any(_EXEMPT & set(element.get("class", "").split()) for element in around):
            return True
        said = [element for element in around if _is_said(element)]
        said = said[:1] or [element for element in around if element.tag in _BLOCKS][:1]
        if any(self._leads_to_citation(link) for element in said for link in element.iter("a")):
            return True
        return any(element in self._exempt for element in around)

    def _leads_to_citation(self, link: html.HtmlElement) -> bool:
        target = self._page.target(link.get("href", ""))
        return target is not None and self._cited(*target)


def _is_said(element: html.HtmlElement) -> bool:
    classes = element.get("class", "")
    return "ck-claim--" in classes or not _SAID.isdisjoint(classes.split())


@cache
def _selector(css: str) -> Callable[[html.HtmlElement], list[html.HtmlElement]]:
    return CSSSelector(css)


@pytest.fixture(scope="session")
def cited(pages) -> Callable[[str, str], bool]:
    """Whether an address is a fact that shows its source, or a source itself."""

    @cache
    def cited(address: str, fragment: str) -> bool:
        page = pages.get(address)
        if page is None:
            return False
        if address.removeprefix("en/").startswith("source/"):
            return True
        fact = page.anchors.get(fragment) if _FACT.match(fragment) else None
        works = () if fact is None else fact.cssselect(".ck-cite .ck-citations a.ck-work")
        found = [page.target(work.get("href")) for work in works]
        return bool(found) and all(
            t and t[0].removeprefix("en/").startswith("source/") for t in found
        )

    return cited


def test_every_number_leads_to_its_citation(pages, names, cited):
    naked = {
        (page.address, words)
        for page in pages.values()
        for words in naked_numbers(page, names, cited)
    }
    assert sorted(naked) == []


def test_every_claim_of_the_data_is_on_its_page_with_its_source(pages, real, cited):
    from chipkb.model import permalink

    for placed in real.kb.all_claims():
        page, _, anchor = permalink.claim_link(placed).partition("#")
        for root in ("", "en/"):
            assert cited(f"{root}{page}/", anchor), placed.ref


@pytest.mark.parametrize(
    ("content", "naked"),
    [
        ("<p>It grew by 40%.</p>", ["It grew by 40%."]),
        ('<p>It grew by <a href="#fact-x">40%</a>.</p>', []),
        ('<p>It grew by <a href="#fact-y">40%</a>.</p>', ["40%"]),  # a fact without a citation
        ('<p>It grew by 40%. <a href="#top">Up</a></p>', ["It grew by 40%."]),
        ('<table><tr><td>40%</td><td><a href="#fact-x">2</a></td></tr></table>', ["40%"]),
    ],
)
def test_a_number_without_a_source_would_be_found(content, naked):
    """The test's own test."""
    text = f"<html><body><div class='md-content'>{content}</div></body></html>"
    page = SitePage("", text.encode())
    found = naked_numbers(page, re.compile(r"(?!)"), lambda address, fragment: fragment == "fact-x")
    assert list(found) == naked
