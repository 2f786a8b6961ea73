"""The timeline as an iCalendar file.

A calendar knows days only. An event of which no more than the month, quarter or year is known takes
all days of it, says so in its description, and does not count as busy time.
"""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from chipkb.export.feed import changed_on, event_text
from chipkb.export.head import LICENCE
from chipkb.export.record import claim_url, page_url
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.artifact import Artifact
from chipkb.values.partial_date import PartialDate, Precision
from chipkb.values.text import Lang
from chipkb.view.timeline import Moment, events_newest_first

CALENDAR = "events.ics"


def icalendar(kb: KnowledgeBase, lang: Lang, base: str) -> Artifact:
    """All events; the same data gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//chipkb//chipkb//EN")
    calendar.add("version", "2.0")
    # No METHOD: this is a calendar to subscribe to, not an invitation.
    name = kb.site.name.in_lang(lang)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    calendar.add("url", page_url(permalink.TIMELINE, lang, base))
    calendar.add("description", f"chipkb {kb.release.version}, CC BY 4.0, {LICENCE}")
    for moment in events_newest_first(kb):
        calendar.add_component(_event(kb, moment, lang, base))
    path = permalink.file_path(permalink.TIMELINE, CALENDAR, lang)
    return Artifact(path, calendar.to_ical())


def _event(kb: KnowledgeBase, moment: Moment, lang: Lang, base: str) -> Event:
    view = moment.view
    placed = Placed(view.entity, view.claim)
    colon = "：" if lang == "zh" else ": "
    event = Event()
    event.add("uid", f"{placed.ref}@chipkb")
    changed = datetime.combine(changed_on(kb, moment), datetime.min.time(), UTC)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("summary", f"{view.entity.name.in_lang(lang)}{colon}{view.label.in_lang(lang)}")
    date = view.claim.date
    first = date.last if date.by else date.first
    event.add("dtstart", first)
    event.add("dtend", date.last + timedelta(days=1))  # the first day after it
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if moment.is_ahead else "CONFIRMED")
    event.add("categories", [view.label.in_lang(lang)])
    event.add("description", f"{event_text(kb, moment, lang)}{_vagueness(date, lang)}")
    event.add("url", claim_url(placed, lang, base))
    return event


def _vagueness(date: PartialDate, lang: Lang) -> str:
    if date.precision is Precision.DAY and not date.by:
        return ""
    said = date.text(lang)
    if lang == "zh":
        return f"\n来源只说到“{said}”，具体日子不详。"
    return f'\nThe source says no more than "{said}"; the day is not known.'
