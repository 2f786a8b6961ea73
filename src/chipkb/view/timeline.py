"""Everything dated that happened or is planned, over all domains."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from chipkb.model.entity import Event
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import Folded

# Before the rest is folded:
YEARS = 3
MOMENTS = 8  # of one year


@dataclass(frozen=True)
class Moment:
    """An event, with what it can be filtered by. `is_ahead`: not over when we last looked."""

    view: ClaimView[Event]
    kind: str
    domains: tuple[str, ...]
    is_ahead: bool

    @property
    def is_plan(self) -> bool:
        return self.view.claim.is_announced


@dataclass(frozen=True)
class YearGroup:
    """What ended in a year, or will."""

    year: int
    moments: tuple[Moment, ...]

    @property
    def folded(self) -> Folded[Moment]:
        return Folded.after(MOMENTS, self.moments)


@dataclass(frozen=True)
class Choice:
    """A value to filter by, and how many events have it."""

    id: str
    name: Text
    count: int


@dataclass(frozen=True)
class TimelineView:
    """`past` has the newest first; `ahead`, what is planned or forecast, has the next first; plans
    whose day has come are no events: `overdue` says what became of them, the latest first."""

    past: tuple[YearGroup, ...]
    ahead: tuple[YearGroup, ...]
    overdue: tuple[Moment, ...]
    kinds: tuple[Choice, ...]
    domains: tuple[Choice, ...]

    @property
    def count(self) -> int:
        dated = sum(len(group.moments) for group in (*self.past, *self.ahead))
        return dated + len(self.overdue)

    @property
    def years(self) -> Folded[YearGroup]:
        return Folded.after(YEARS, self.past)


def timeline_view(kb: KnowledgeBase) -> TimelineView:
    """All events by year: what is over, then what is to come."""
    moments = events_newest_first(kb)
    words = kb.vocabulary
    return TimelineView(
        past=_by_year(one for one in moments if not (one.is_ahead or one.is_plan)),
        ahead=_by_year(one for one in reversed(moments) if one.is_ahead),
        overdue=tuple(one for one in moments if one.is_plan and not one.is_ahead),
        kinds=_choices(words.events, [moment.kind for moment in moments]),
        domains=_choices(
            {id_: domain.name for id_, domain in words.domains.items()},
            [domain for moment in moments for domain in moment.domains],
        ),
    )


def _by_year(moments: Iterable[Moment]) -> tuple[YearGroup, ...]:
    """Moments in order of time, forwards or backwards."""
    years = groupby(moments, key=lambda moment: moment.view.claim.date.last.year)
    return tuple(YearGroup(year, tuple(found)) for year, found in years)


def events_newest_first(kb: KnowledgeBase) -> tuple[Moment, ...]:
    """All events by date, as precise as it is known; at one date in the order of the files."""
    events = [*kb.claims_of(Event)]
    events.sort(key=lambda placed: placed.claim.date, reverse=True)
    return tuple(_moment(kb, placed) for placed in events)


def _moment(kb: KnowledgeBase, placed: Placed[Event]) -> Moment:
    entity, event = placed.entity, placed.claim
    return Moment(
        view=claim_view(kb, placed),
        kind=event.kind,
        domains=tuple(dict.fromkeys((entity.home, *entity.also_in))),
        is_ahead=event.date.last > kb.state,
    )


def _choices(names: Mapping[str, Text], found: list[str]) -> tuple[Choice, ...]:
    """In the order of the vocabulary, without what no event has."""
    counts = {id_: found.count(id_) for id_ in names}
    return tuple(Choice(id_, name, counts[id_]) for id_, name in names.items() if counts[id_])
