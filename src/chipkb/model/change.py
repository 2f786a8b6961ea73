"""What changed between two states of the data, and when: values; `chipkb.diff` finds them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from chipkb.values.text import Lang


class How(StrEnum):
    """In the order in which a reader wants to hear of it."""

    ADDED = "added"
    CHANGED = "changed"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"  # refuted, or withdrawn with a reason
    RENAMED = "renamed"
    REMOVED = "removed"  # without a word


NOTHING = "∅"


def in_words(value: Any, lang: Lang) -> str:
    """A plain value of a field in one line: a text in `lang`, a list, a mapping, or nothing."""
    if value is None:
        return NOTHING
    if isinstance(value, dict):
        if "zh" in value or "en" in value:
            return str(value.get(lang) or value.get("zh") or value.get("en"))
        return ", ".join(f"{name}: {in_words(item, lang)}" for name, item in value.items())
    if isinstance(value, list):
        return "; ".join(in_words(item, lang) for item in value)
    return str(value)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`before` or `after` is None where the field was or is not there."""

    field: str
    before: Any
    after: Any

    def in_words(self, lang: Lang) -> tuple[str, str]:
        """Both values as they stand in the files, in one line each."""
        before, after = self.sides(lang)
        return in_words(before, lang), in_words(after, lang)

    def sides(self, lang: Lang) -> tuple[Any, Any]:
        """Both values; of a text in two languages the one that changed."""
        before, after = self.before, self.after
        if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
            changed = [key for key in before if before[key] != after[key]]
            key = lang if lang in changed else changed[0]
            before, after = before[key], after[key]
        return before, after


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one thing. `was` is the id it had; `fields` say what else differs."""

    how: How
    kind: str
    id: str
    was: str | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def entity(self) -> str | None:
        """The entity that it is about, if it is about one."""
        if self.kind == "claim":
            return self.id.partition("/")[0]
        return self.id if self.kind == "entity" else None


@dataclass(frozen=True)
class Day:
    """What changed on one day; `commit` is the last one of it, where all of it is committed."""

    date: date
    commit: str | None
    changes: tuple[Change, ...]

    @cached_property
    def of_entity(self) -> dict[str, list[Change]]:
        """The changes about each entity."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            if change.entity is not None:
                found.setdefault(change.entity, []).append(change)
        return found


@dataclass(frozen=True)
class History:
    """The days, newest first.

    A history that is not `complete` begins somewhere in the middle: of what was there already on
    `since` nobody can say when it was added.
    """

    days: tuple[Day, ...] = ()
    since: date | None = None
    complete: bool = False

    @cached_property
    def _added(self) -> dict[tuple[str, str], date]:
        found: dict[tuple[str, str], date] = {}
        for day in reversed(self.days):
            for change in day.changes:
                key = (change.kind, change.id)
                if change.how is How.RENAMED and (change.kind, change.was) in found:
                    found[key] = found[change.kind, str(change.was)]
                elif change.how is How.ADDED:
                    found[key] = day.date
        return found

    @cached_property
    def _changed(self) -> dict[tuple[str, str], date]:
        return {
            (change.kind, change.id): day.date
            for day in reversed(self.days)
            for change in day.changes
            if change.how is not How.ADDED
        }

    def added(self, kind: str, id_: str) -> date | None:
        """The day a thing came in; None where it was there before the history begins."""
        return self._added.get((kind, id_))

    def changed(self, kind: str, id_: str) -> date | None:
        """The day a thing last changed; None where it never did since the history begins."""
        return self._changed.get((kind, id_))

    def with_day(self, day: Day) -> "History":
        """The same with what changed since; changes of one day stand together."""
        if not day.changes:
            return self
        days = self.days
        if days and days[0].date >= day.date:
            day = Day(days[0].date, None, (*day.changes, *days[0].changes))
            days = days[1:]
        return History((day, *days), self.since or day.date, self.complete)
