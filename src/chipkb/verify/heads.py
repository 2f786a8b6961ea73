"""What others read in a page's head: title, description, language, the page in the other language."""

from collections import defaultdict
from collections.abc import Iterator

from chipkb.values.problem import Problem
from chipkb.verify.site import ENGLISH, Page, Site

_LANGS = {"zh-CN": "", "x-default": "", "en": ENGLISH}
MOST_TITLE, MOST_DESCRIPTION = 250, 200  # characters


def check_heads(site: Site) -> Iterator[Problem]:
    """One heading, a title, a description of some length, the language of the page."""
    for page in site:
        if len(page.tree.xpath("//h1")) != 1:
            yield page.problem(None, "site-heading", found=len(page.tree.xpath("//h1")))
        for what, text, most in (
            ("title", _title(page), MOST_TITLE),
            ("description", page.meta("description") or "", MOST_DESCRIPTION),
        ):
            if not text or len(text) > most:
                yield page.problem(None, "site-words", what=what, found=len(text), most=most)
        lang = page.tree.get("lang", "")
        if not lang.startswith("en" if page.is_english else "zh"):
            yield page.problem(page.tree, "site-lang", found=lang)


def check_unique(site: Site) -> Iterator[Problem]:
    """No two pages of a language have one title or one description: searches could not tell them."""
    for what in ("title", "description"):
        seen: dict[tuple[bool, str], list[Page]] = defaultdict(list)
        for page in site:
            if not page.is_redirect and not page.is_for_errors:
                text = _title(page) if what == "title" else page.meta("description") or ""
                seen[page.is_english, text].append(page)
        for same in seen.values():
            for page in same[1:]:
                yield page.problem(None, "site-same", what=what, other=same[0].file)


def check_twins(site: Site) -> Iterator[Problem]:
    """Every page is there in both languages, and each says where the other is."""
    for page in site:
        path = page.address.removeprefix(ENGLISH) if page.is_english else page.address
        twin = path if page.is_english else ENGLISH + path
        if twin not in site.pages:
            yield page.problem(None, "site-twin", found=twin)
        if page.is_for_errors or not site.base:
            continue
        said = dict(page.tree.xpath("//head/link[@hreflang]") and _alternates(page))
        expected = {lang: site.base + folder + path for lang, folder in _LANGS.items()}
        if said != expected:
            yield page.problem(None, "site-hreflang", found=said)
        canonical = page.tree.xpath("//head/link[@rel='canonical']/@href")
        if canonical != [site.base + page.address]:
            yield page.problem(None, "site-canonical", found=canonical)


def _alternates(page: Page) -> Iterator[tuple[str, str]]:
    for link in page.tree.xpath("//head/link[@hreflang]"):
        yield link.get("hreflang"), link.get("href")


def _title(page: Page) -> str:
    return " ".join((page.tree.findtext(".//title") or "").split())
