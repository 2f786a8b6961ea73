"""The timeline as an Atom feed."""

from datetime import UTC, date, datetime

from feedgen.feed import FeedGenerator

from chipkb.export.record import claim_url, page_url
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.words import prose_text
from chipkb.values.artifact import Artifact
from chipkb.values.text import Lang, Text
from chipkb.view.timeline import Moment, events_newest_first

NEWEST = 60  # a reader of feeds wants what is new; the page has it all
FEED = "atom.xml"
_TITLE = Text(zh="中国芯片产业时间线", en="Timeline of China's chip industry")


def atom_feed(kb: KnowledgeBase, lang: Lang, base: str) -> Artifact:
    """The newest events, as precise as they are dated."""
    page = page_url(permalink.TIMELINE, lang, base)
    feed = FeedGenerator()
    feed.id(page or permalink.TIMELINE)
    feed.title(_TITLE.in_lang(lang))
    feed.author(name="chipkb")
    feed.generator("chipkb")
    feed.language("zh-CN" if lang == "zh" else "en")
    feed.link(href=page, rel="alternate", type="text/html")
    feed.link(href=f"{page}{FEED}", rel="self", type="application/atom+xml")
    feed.rights("CC BY 4.0")
    feed.updated(_midnight(kb.state))
    for moment in events_newest_first(kb)[:NEWEST]:
        _add(feed, kb, moment, lang, base)
    path = permalink.file_path(permalink.TIMELINE, FEED, lang)
    return Artifact(path, feed.atom_str(pretty=True))


def _add(feed: FeedGenerator, kb: KnowledgeBase, moment: Moment, lang: Lang, base: str) -> None:
    view = moment.view
    address = claim_url(Placed(view.entity, view.claim), lang, base)
    entry = feed.add_entry(order="append")
    entry.id(address)
    entry.link(href=address)
    entry.title(event_title(moment, lang))
    entry.content(event_text(kb, moment, lang), type="text")
    entry.updated(_midnight(_known_on(kb, moment)))


def event_title(moment: Moment, lang: Lang) -> str:
    """2024 年 11 月 · 摩尔线程：上市辅导"""
    view = moment.view
    colon = "：" if lang == "zh" else ": "
    return f"{view.date.text(lang)} · {view.entity.name.in_lang(lang)}{colon}{view.label.in_lang(lang)}"


def event_text(kb: KnowledgeBase, moment: Moment, lang: Lang) -> str:
    """What happened, and who says so."""
    view = moment.view
    words = " ".join(prose_text(kb, view.claim.text, lang, view.entity.id).split())
    titles = dict.fromkeys(cite.source.title.in_lang(lang) for cite in view.citations)
    by = "来源：" if lang == "zh" else "Source: "
    return f"{words}\n{by}{('；' if lang == 'zh' else '; ').join(titles)}"


def _known_on(kb: KnowledgeBase, moment: Moment) -> date:
    """The day of the event; of what is still ahead, the day we last looked."""
    return min(moment.view.date.last, kb.state)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC)
