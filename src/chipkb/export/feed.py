"""Atom feeds: the timeline, and what changed in the data."""

from datetime import UTC, date, datetime

from feedgen.feed import FeedGenerator

from chipkb.export.head import LICENCE
from chipkb.export.record import claim_url, page_url
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.words import prose_text
from chipkb.values.artifact import Artifact
from chipkb.values.text import Lang, Text
from chipkb.view import labels
from chipkb.view.changes import EntityChanges, latest_changes
from chipkb.view.timeline import Moment, events_newest_first

NEWEST = 60  # a reader of feeds wants what is new; the page has it all
FEED = "atom.xml"
WITHOUT_ADDRESS = (
    "urn:chipkb:"  # an id must be absolute, also of a site that does not know where it is
)


def _titled(kb: KnowledgeBase, zh: str, en: str) -> Text:
    """A feed's title, with what the site is about in the blank."""
    return Text(zh=zh.format(kb.site.subject.zh), en=en.format(kb.site.subject.en))


def atom_feed(kb: KnowledgeBase, lang: Lang, base: str) -> Artifact:
    """The newest events, as precise as they are dated."""
    base = base or WITHOUT_ADDRESS
    moments = events_newest_first(kb)[:NEWEST]
    days = [changed_on(kb, moment) for moment in moments]
    feed = _feed(
        permalink.TIMELINE,
        _titled(kb, "{}时间线", "Timeline of {}"),
        max(days, default=kb.state),
        lang,
        base,
    )
    for moment, day in zip(moments, days, strict=True):
        _add(feed, kb, moment, day, lang, base)
    path = permalink.file_path(permalink.TIMELINE, FEED, lang)
    return Artifact(path, feed.atom_str(pretty=True))


def changes_feed(kb: KnowledgeBase, lang: Lang, base: str) -> Artifact:
    """An entry for each entity that changed on a day, dated by the change, the newest first."""
    base = base or WITHOUT_ADDRESS
    found = latest_changes(kb, NEWEST)
    newest = max((day.last for day, _ in found), default=kb.release.day)
    feed = _feed(
        permalink.CHANGES,
        _titled(kb, "{}知识库：最近改动", "Knowledge base of {}: what changed"),
        newest,
        lang,
        base,
    )
    for day, changed in found:
        address = page_url(permalink.entity_page(changed.id), lang, base)
        entry = feed.add_entry(order="append")
        entry.id(f"{address}#history-{day.iso}")
        entry.link(href=f"{address}#history")
        colon = "：" if lang == "zh" else ": "
        entry.title(f"{changed.name.in_lang(lang)}{colon}{_counted(changed, lang)}")
        entry.content(_listed(changed, lang), type="text")
        entry.updated(_midnight(day.last))
    path = permalink.file_path(permalink.CHANGES, FEED, lang)
    return Artifact(path, feed.atom_str(pretty=True))


def _feed(page: str, title: Text, updated: date, lang: Lang, base: str) -> FeedGenerator:
    address = page_url(page, lang, base)
    feed = FeedGenerator()
    feed.id(address or page)
    feed.title(title.in_lang(lang))
    feed.author(name="chipkb")
    feed.generator("chipkb")
    feed.language("zh-CN" if lang == "zh" else "en")
    feed.link(href=address, rel="alternate", type="text/html")
    feed.link(href=f"{address}{FEED}", rel="self", type="application/atom+xml")
    feed.rights(f"CC BY 4.0 {LICENCE}")
    feed.updated(_midnight(updated))
    return feed


def _counted(changed: EntityChanges, lang: Lang) -> str:
    """新增 3，改动 1"""
    words = (f"{labels.CHANGES[how].in_lang(lang)} {count}" for how, count in changed.counts)
    return ("，" if lang == "zh" else ", ").join(words)


def _listed(changed: EntityChanges, lang: Lang) -> str:
    """A line a change, with the fields that differ."""
    lines = []
    for one in changed.changes:
        how = labels.CHANGES[one.how].in_lang(lang)
        was = f" {one.was} →" if one.was else ""
        lines.append(f"{how}{was} {one.id} ({one.label.in_lang(lang)})")
        lines += [
            f"  {labels.FIELDS[field.name].in_lang(lang) if field.name in labels.FIELDS else field.name}: "
            f"{field.before.in_lang(lang)} → {field.after.in_lang(lang)}"
            for field in one.fields
        ]
    return "\n".join(lines)


def _add(
    feed: FeedGenerator, kb: KnowledgeBase, moment: Moment, day: date, lang: Lang, base: str
) -> None:
    view = moment.view
    address = claim_url(Placed(view.entity, view.claim), lang, base)
    entry = feed.add_entry(order="append")
    entry.id(address)
    entry.link(href=address)
    entry.title(event_title(moment, lang))
    entry.content(event_text(kb, moment, lang), type="text")
    entry.updated(_midnight(day))


def event_title(moment: Moment, lang: Lang) -> str:
    """2024 年 11 月 · 摩尔线程：上市辅导"""
    view = moment.view
    colon = "：" if lang == "zh" else ": "
    return f"{view.claim.date.text(lang)} · {view.entity.name.in_lang(lang)}{colon}{view.label.in_lang(lang)}"


def event_text(kb: KnowledgeBase, moment: Moment, lang: Lang) -> str:
    """What happened, and who says so."""
    view = moment.view
    words = " ".join(prose_text(kb, view.claim.text, lang, view.entity.id).split())
    titles = dict.fromkeys(cite.source.title.in_lang(lang) for cite in view.citations)
    by = "来源：" if lang == "zh" else "Source: "
    return f"{words}\n{by}{('；' if lang == 'zh' else '; ').join(titles)}"


def changed_on(kb: KnowledgeBase, moment: Moment) -> date:
    """The day on which what we say of an event last changed.

    Where no history tells, the newest of the days on which its sources were published or seen: unlike
    today's date it does not move while nothing changes.
    """
    view = moment.view
    ref = Placed(view.entity, view.claim).permanent_id
    known = kb.history.changed("claim", ref) or kb.history.added("claim", ref)
    if known:
        return known
    seen = (
        found.first
        for citation in view.citations
        for found in (citation.source.published, citation.source.accessed)
        if found
    )
    return max(seen, default=min(view.date.last, kb.state) if view.date else kb.state)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC)
