"""Prose with its references filled in: values, dates and names, each a link to where it is from."""

from markupsafe import Markup, escape

from chipkb.model import permalink
from chipkb.model.content import ContentPage
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import FactMention, Link, Plain, Prose
from chipkb.model.words import mentioned, worded_segments
from chipkb.render.link import relative_link
from chipkb.render.markdown_text import markdown_text
from chipkb.values.text import Lang


def prose_html(kb: KnowledgeBase, prose: Prose, lang: Lang, home: str | None, page: str) -> Markup:
    """`prose` as one line of HTML on `page`; untranslated Chinese is marked."""
    html = Markup("").join(
        escape(words.replace("\n", " "))
        if isinstance(segment, Plain)
        else _linked(kb, segment, words, home, page)
        for segment, words in worded_segments(kb, prose, lang, home)
    )
    if prose.lacks(lang):
        return Markup('<span class="ck-untranslated" lang="zh">{}</span>').format(html)
    return html


def prose_markdown(kb: KnowledgeBase, prose: Prose, lang: Lang, home: str | None, page: str) -> str:
    """Hand-written Markdown with its references filled in; the rest stays as it is."""
    return "".join(
        words
        if isinstance(segment, Plain)
        else _linked(kb, segment, markdown_text(words), home, page)
        for segment, words in worded_segments(kb, prose, lang, home)
    )


def content_markdown(kb: KnowledgeBase, page: ContentPage, lang: Lang, path: str) -> str:
    """A page written by hand, each heading with its address and, before its words, the former ones."""
    lines = prose_markdown(kb, page.body, lang, None, path).split("\n")
    for heading in page.headings[lang]:
        marks, _, words = lines[heading.line - 1].partition(" ")
        former = "".join(f'<span id="{id_}"></span>' for id_ in heading.former)
        lines[heading.line - 1] = f"{marks} {former}{words} {{: #{heading.key} }}"
    return "\n".join(lines)


def _linked(
    kb: KnowledgeBase, segment: FactMention | Link, words: str, home: str | None, page: str
) -> Markup:
    if isinstance(segment, Link):
        target, kind = permalink.thing_link(kb.named[segment.id]), "name"
    else:
        target, kind = permalink.claim_link(mentioned(kb, segment, home)), "fact"
    href = relative_link(page, target)
    return Markup('<a class="ck-{}" href="{}">{}</a>').format(kind, href, words)
