"""Pages written by hand are Markdown and nothing else: words, tables, links, pictures of ours."""

import re
from collections.abc import Iterator
from itertools import islice

from chipkb.model.content import ContentPage
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

# What is code is shown and not read; a fence that is not closed hides nothing.
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<(?!https?://[^\s<>\"']+>)[A-Za-z/!?][^<>\n]{0,40}>?")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LINK = re.compile(r"(?P<picture>!)?\[[^\[\]]*\](?:\([ \t\n]*|:[ \t\n]*)(?P<target>[^\s)]*)")
_OUTSIDE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/:?#][!#-;=?-~\u0080-\U0010ffff]*)?")
_INSIDE = re.compile(r"(?!//)[A-Za-z0-9_./-]*(?:\?[A-Za-z0-9=&_-]*)?(?:#[A-Za-z0-9_-]*)?")
_PICTURE = re.compile(r"images/[A-Za-z0-9_./-]+")

# What Markdown takes apart level by level, or looks for the end of again and again.
_LEVELS = re.compile(r"^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*", re.MULTILINE)
_DEEPEST, _UNCLOSED = 60, 20  # characters before the first word; brackets of a page
_MOST = 20  # findings of one page: whoever has more has one cause


def check_content(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """No HTML, no link that could run a script, no picture from elsewhere; headings with keys."""
    for page in kb.content.values():
        for lang in LANGS:
            text = _CODE.sub(_blanked, page.body.in_lang(lang))
            yield from islice(_markup(page, lang, text), _MOST)
            yield from _too_much(page, lang, text)
            yield from _headings(page, lang)
        keys = {lang: [heading.key for heading in page.headings[lang]] for lang in LANGS}
        if keys["zh"] != keys["en"]:
            yield Problem.at(_file(page, "en"), "heading-twins", found=", ".join(keys["en"]))


def _blanked(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code.group())


def _markup(page: ContentPage, lang: Lang, text: str) -> Iterator[Problem]:
    for pattern, code in ((_TAG, "content-html"), (_REFERENCE, "content-html")):
        for match in pattern.finditer(text):
            yield Problem.at(_place(page, lang, text, match.start()), code, found=match.group())
    for match in _LINK.finditer(text):
        target = match["target"].strip("<>")
        good = (_PICTURE,) if match["picture"] else (_OUTSIDE, _INSIDE)
        if not any(pattern.fullmatch(target) for pattern in good):
            place = _place(page, lang, text, match.start())
            yield Problem.at(place, "content-link", found=target)


def _too_much(page: ContentPage, lang: Lang, text: str) -> Iterator[Problem]:
    """What nobody writes, and would take the builder minutes."""
    for match in _LEVELS.finditer(text):
        if len(match.group()) > _DEEPEST and match.group().strip():
            place = _place(page, lang, text, match.start())
            yield Problem.at(place, "content-depth", found=len(match.group()), most=_DEEPEST)
            return
    if (unclosed := text.count("[") - text.count("]")) > _UNCLOSED:
        place = _place(page, lang, text, text.index("["))
        yield Problem.at(place, "content-bracket", found=unclosed)


def _headings(page: ContentPage, lang: Lang) -> Iterator[Problem]:
    seen: set[str] = set()
    for heading in page.headings[lang]:
        place = Place(_file(page, lang).file, heading.line, 1)
        if not heading.key:
            yield Problem.at(place, "heading-key")
        for id_ in filter(None, (heading.key, *heading.former)):
            if id_ in seen:
                yield Problem.at(place, "anchor-taken", found=id_)
            seen.add(id_)


def _file(page: ContentPage, lang: Lang) -> Place:
    return Place(f"content/{page.id}.{lang}.md")


def _place(page: ContentPage, lang: Lang, text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(_file(page, lang).file, before.count("\n") + 1, offset - before.rfind("\n"))
