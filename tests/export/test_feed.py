"""The timeline as Atom feed and calendar."""

from datetime import date
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from chipkb.export.calendar import icalendar
from chipkb.export.feed import NEWEST, atom_feed
from chipkb.load.tree import load
from tests.export.conftest import BASE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(kb, lang):
    feed = ElementTree.fromstring(atom_feed(kb, lang, BASE).content)
    return feed, feed.findall("a:entry", ATOM)


def test_the_feed_names_what_happened_and_when(kb):
    feed, [listed, launched] = entries(kb, "zh")
    assert listed.findtext("a:title", namespaces=ATOM) == "2025 年 12 月 5 日 · 星辰科技：上市"
    assert launched.findtext("a:title", namespaces=ATOM) == "2024 年第三季度 · 星一号：产品发布"
    assert launched.findtext("a:content", namespaces=ATOM) == "星一号发布。\n来源：星象年鉴"
    address = f"{BASE}entity/star-chip/#event-listed"
    assert listed.findtext("a:id", namespaces=ATOM) == address
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-01-02T00:00:00+00:00"


def test_the_english_feed_leads_to_english_pages(kb):
    feed, [listed, _] = entries(kb, "en")
    assert listed.find("a:link", ATOM).get("href") == f"{BASE}en/entity/star-chip/#event-listed"
    [own] = [link for link in feed.findall("a:link", ATOM) if link.get("rel") == "self"]
    assert own.get("href") == f"{BASE}en/timeline/atom.xml"


def test_a_feed_is_not_an_archive_and_nothing_is_from_the_future(real):
    feed, found = entries(real.kb, "zh")
    assert len(found) == NEWEST
    state = feed.findtext("a:updated", namespaces=ATOM)
    assert all(entry.findtext("a:updated", namespaces=ATOM) <= state for entry in found)


def events(kb, lang="zh"):
    calendar = Calendar.from_ical(icalendar(kb, lang, BASE).content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_day_is_a_day(kb):
    event = events(kb)["star-chip/listed@chipkb"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2025, 12, 5), date(2025, 12, 6))
    assert "不详" not in event["description"]
    assert event["url"] == f"{BASE}entity/star-chip/#event-listed"


def test_a_quarter_takes_its_days_and_says_so(kb):
    event = events(kb)["star-one/launched@chipkb"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2024, 7, 1), date(2024, 10, 1))
    assert "来源只说到“2024 年第三季度”，具体日子不详。" in event["description"]
    assert event["transp"] == "TRANSPARENT"
    english = events(kb, "en")["star-one/launched@chipkb"]["description"]
    assert 'no more than "Q3 2024"' in english


@pytest.mark.parametrize(
    ("written", "first", "after"),
    [
        ("2024-11", date(2024, 11, 1), date(2024, 12, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-03/2024-05", date(2024, 3, 1), date(2024, 6, 1)),
        ("by 2026", date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_other_dates(world, written, first, after):
    path = world / "data/gpu/star-one.yml"
    path.write_text(path.read_text("utf-8").replace("date: 2024-Q3", f"date: {written}"), "utf-8")
    event = events(load(world).kb)["star-one/launched@chipkb"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert "不详" in event["description"]


def test_every_event_is_in_the_calendar(real):
    written = sum(len(entity.events) for entity in real.kb.entities.values())
    assert len(events(real.kb)) == written
