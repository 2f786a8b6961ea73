"""Links lead to something, anchors stand once, and every page can be reached."""

from collections import Counter
from collections.abc import Iterator

from chipkb.values.problem import Problem
from chipkb.verify.site import Page, Site


def check_links(site: Site) -> Iterator[Problem]:
    """Every link inside the site leads to a page or file, and its fragment to an element."""
    for page in site:
        for element, _, link in page.references:
            if link.startswith(("mailto:", "data:")):
                continue
            target = site.target(page, link)
            if target is None:
                continue
            address, fragment = target
            other = site.pages.get(address)
            if other is None and address not in site.files:
                yield page.problem(element, "site-link", found=link)
            elif other is not None and fragment and fragment not in other.anchors:
                yield page.problem(element, "site-anchor", found=link)


def check_anchors_once(site: Site) -> Iterator[Problem]:
    for page in site:
        for id_, count in Counter(map(str, page.tree.xpath("//@id"))).items():
            if count > 1:
                yield page.problem(None, "site-id-twice", id=id_, count=count)


def check_orphans(site: Site) -> Iterator[Problem]:
    """Every page is linked from another one; what moved is kept for links from outside alone."""
    linked = {address for page in site for address in _leads_to(site, page)}
    for page in site:
        if page.address not in linked and not page.is_redirect and not page.is_for_errors:
            yield page.problem(None, "site-orphan")


def _leads_to(site: Site, page: Page) -> Iterator[str]:
    """The pages that this one links to in its body; the switch of language is no way to it."""
    for element, attribute, link in page.references:
        if attribute == "href" and element.tag == "a" and element.get("hreflang") is None:
            target = site.target(page, link)
            if target and target[0] != page.address:
                yield target[0]
