"""Everything there is an entry of, in one list that can be filtered: companies first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.entity import Entity, EntityKind, Event, Listed
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.view import labels
from chipkb.view.box import City, ListedAt, city_of, listings_of
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.preference import holds, speaking_first
from chipkb.view.timeline import Choice

# What an event says of a listing, where no field does; the furthest first.
_STAGES = {
    "listing": Listed.LISTED,
    "listing-application": Listed.APPLIED,
    "listing-tutoring": Listed.TUTORING,
}
UNKNOWN = "unknown"


@dataclass(frozen=True)
class DirectoryRow:
    """`stage`: how far it is on the way to an exchange; `on_event`: the event that says so, where
    no listing does. Of what is no company, both are empty."""

    entity: Entity
    domains: tuple[tuple[str, Domain], ...]
    city: City | None
    listings: tuple[ListedAt, ...]
    on_event: ClaimView[Event] | None
    stage: str
    roles: tuple[Text, ...]
    revenue: ClaimView[Figure] | None
    last: ClaimView | None

    @property
    def city_id(self) -> str:
        return self.city.name.zh.replace(" ", "-") if self.city else UNKNOWN


@dataclass(frozen=True)
class DirectoryView:
    rows: tuple[DirectoryRow, ...]
    kinds: tuple[Choice, ...]
    domains: tuple[Choice, ...]
    cities: tuple[Choice, ...]
    stages: tuple[Choice, ...]


def directory_view(kb: KnowledgeBase) -> DirectoryView:
    """The best known of each kind first."""
    order = list(EntityKind)
    entities = sorted(
        kb.entities.values(),
        key=lambda e: (order.index(e.kind), -len(e.facts) - len(e.events) - len(e.relations)),
    )
    rows = tuple(_row(kb, entity) for entity in entities)
    companies = [row for row in rows if row.entity.kind is EntityKind.COMPANY]
    return DirectoryView(
        rows=rows,
        kinds=_choices(labels.ENTITY_KINDS, (row.entity.kind.value for row in rows)),
        domains=_choices(
            {id_: domain.name for id_, domain in kb.vocabulary.domains.items()},
            (id_ for row in rows for id_, _ in row.domains),
        ),
        cities=_cities(companies),
        stages=_choices(labels.LISTED, (row.stage for row in companies)),
    )


def _row(kb: KnowledgeBase, entity: Entity) -> DirectoryRow:
    listings = listings_of(kb, entity)
    on_event = None if listings else _stage_event(kb, entity)
    ids = dict.fromkeys((entity.home, *entity.also_in))
    roles = dict.fromkeys(place.link.name for place in kb.chain_places.get(entity.id, ()))
    return DirectoryRow(
        entity=entity,
        domains=tuple((id_, kb.vocabulary.domains[id_]) for id_ in ids),
        city=city_of(kb, entity),
        listings=listings,
        on_event=on_event,
        stage=_stage(entity, listings, on_event),
        roles=tuple(roles),
        revenue=_revenue(kb, entity),
        last=_last(kb, entity),
    )


def _stage(entity: Entity, listings: tuple[ListedAt, ...], event: ClaimView[Event] | None) -> str:
    if entity.kind is not EntityKind.COMPANY:
        return ""
    if listings:
        return listings[0].listing.status.value
    return _STAGES[event.claim.kind].value if event else UNKNOWN


def _stage_event(kb: KnowledgeBase, entity: Entity) -> ClaimView[Event] | None:
    for kind in _STAGES:
        events = [event for event in entity.events if event.kind == kind and holds(event)]
        if events:
            last = max(events, key=lambda event: event.date)
            return claim_view(kb, Placed(entity, last), with_rivals=False)
    return None


def _revenue(kb: KnowledgeBase, entity: Entity) -> ClaimView[Figure] | None:
    """What speaks for it on its own page too: the newest full year, where one is known."""
    figures = [
        Placed(entity, fact)
        for fact in entity.facts
        if isinstance(fact, Figure) and fact.metric == "revenue" and holds(fact)
    ]
    known = [one for one in speaking_first(kb, figures) if not one.claim.is_announced]
    return claim_view(kb, known[0], with_rivals=False) if known else None


def _last(kb: KnowledgeBase, entity: Entity) -> ClaimView | None:
    """What happened last; no plan, and nothing still to come."""
    events = [
        event
        for event in entity.events
        if not event.is_announced and event.date.last <= kb.state and holds(event)
    ]
    if not events:
        return None
    last = max(events, key=lambda event: event.date)
    return claim_view(kb, Placed(entity, last), with_rivals=False)


def _choices(names: dict[str, Text], found: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(found)
    return tuple(Choice(id_, name, counts[id_]) for id_, name in names.items() if counts[id_])


def _cities(rows: Iterable[DirectoryRow]) -> tuple[Choice, ...]:
    """The cities with most companies first; last those of which none is known."""
    names: dict[str, Text] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        names.setdefault(row.city_id, row.city.name if row.city else labels.NOT_KNOWN)
        counts[row.city_id] += 1
    order = sorted(counts, key=lambda id_: (id_ == UNKNOWN, -counts[id_], id_))
    return tuple(Choice(id_, names[id_], counts[id_]) for id_ in order)
