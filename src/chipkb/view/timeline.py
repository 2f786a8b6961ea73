"""Everything dated that happened or is planned, over all domains."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from chipkb.model.entity import Event
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view


@dataclass(frozen=True)
class Moment:
    """An event, with what it can be filtered by. `is_ahead`: not over when we last looked."""

    view: ClaimView[Event]
    kind: str
    domains: tuple[str, ...]
    is_ahead: bool


@dataclass(frozen=True)
class YearGroup:
    """What ended in a year, or will."""

    year: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Choice:
    """A value to filter by, and how many events have it."""

    id: str
    name: Text
    count: int


@dataclass(frozen=True)
class TimelineView:
    """`past` has the newest first; `ahead`, what is planned or forecast, has the next first."""

    past: tuple[YearGroup, ...]
    ahead: tuple[YearGroup, ...]
    kinds: tuple[Choice, ...]
    domains: tuple[Choice, ...]

    @property
    def count(self) -> int:
        return sum(len(group.moments) for group in (*self.past, *self.ahead))


def timeline_view(kb: KnowledgeBase) -> TimelineView:
    """All events by year: what is over, then what is to come."""
    moments = events_newest_first(kb)
    words = kb.vocabulary
    return TimelineView(
        past=_by_year(moment for moment in moments if not moment.is_ahead),
        ahead=_by_year(moment for moment in reversed(moments) if moment.is_ahead),
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
