"""Every number on every page of the built site has a mark that leads to its citation."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from lxml import html

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
    ".ck-changes, .ck-day, h2[id^='d20'], .ck-mini > .ck-date, .ck-recipe"
)
_CITATIONS = (
    ".ck-cite, .ck-source-list li, .ck-reference, .ck-imprint, .ck-evidence, .ck-work, "
    ".ck-record, [id^='p-'] > h3"
)
# What is said in one place, innermost first: a claim, a term, a need; else a paragraph or a cell.
_SAID = "[class*='ck-claim--'], .ck-term, .ck-need"
_BLOCKS = "p, li, td, dd, dt, th, h1, h2, h3, figcaption, summary, text"
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
    for content in page.select(".md-content"):
        for words in content.xpath(".//text()[not(ancestor::script) and not(ancestor::style)]"):
            holder = words.getparent() if words.is_text else words.getparent().getparent()
            if not _DIGIT.search(words) or _has_source(page, holder, cited):
                continue
            if _DIGIT.search(names.sub("", words)):  # last, as there are thousands of names
                yield words.strip()


def _has_source(page: SitePage, holder: html.HtmlElement, cited) -> bool:
    around = [holder, *holder.iterancestors()]
    if any(_is(element, f"{_OWN_WORDS}, {_CITATIONS}") for element in around):
        return True
    if any(_leads_to_citation(page, element, cited) for element in around if element.tag == "a"):
        return True
    said = [element for element in around if _is(element, _SAID)]
    said = said[:1] or [element for element in around if _is(element, _BLOCKS)][:1]
    return any(
        _leads_to_citation(page, link, cited) for element in said for link in element.iter("a")
    )


def _leads_to_citation(page: SitePage, link: html.HtmlElement, cited) -> bool:
    target = page.target(link.get("href", ""))
    return target is not None and cited(*target)


@cache
def _selector(css: str):
    from lxml.cssselect import CSSSelector

    return CSSSelector(css)


_matches: dict[str, dict[html.HtmlElement, set]] = {}


def _is(element: html.HtmlElement, css: str) -> bool:
    """Whether the element matches; all that match on its page are found once."""
    root = element.getroottree().getroot()
    known = _matches.setdefault(css, {})
    if root not in known:
        known.clear()
        known[root] = set(_selector(css)(root))
    return element in known[root]


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
