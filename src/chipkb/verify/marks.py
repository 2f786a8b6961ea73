"""Every number leads to its source: the promise of the site."""

from collections.abc import Iterator

from lxml import html

from chipkb.values.problem import Problem
from chipkb.verify.site import Site

# A value outside a link stands in a claim that has an address, or beside a link to one.
_LOOSE = html.etree.XPath(
    "//*[contains(concat(' ', @class, ' '), ' ck-value ')]"
    "[not(self::a)][not(ancestor::a)]"
    "[not(ancestor::*[contains(concat(' ', @class, ' '), ' ck-claim ')][@id])]"
    "[not(preceding-sibling::a[contains(@href, '#')])]"
)
# A fact names its source, or leads to where it stands with its source.
_UNSOURCED = html.etree.XPath(
    "//article[contains(concat(' ', @class, ' '), ' ck-claim ')]"
    "[not(.//*[contains(concat(' ', @class, ' '), ' ck-citations ')]//a[@href])]"
    "[not(.//a[contains(@href, '#fact-') or contains(@href, '#event-') or contains(@href, '#relation-')]"
    "[not(contains(concat(' ', @class, ' '), ' ck-permalink '))])]"
)


def check_marks(site: Site) -> Iterator[Problem]:
    """Each value leads to its fact, and each fact to a source."""
    for page in site:
        for element in _LOOSE(page.tree):
            yield page.problem(element, "site-mark", found=element.text_content().strip())
        for element in _UNSOURCED(page.tree):
            yield page.problem(element, "site-unsourced", found=element.get("id") or "?")
