"""What changed in the data, by day: of the whole, of a domain, of an entity."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chipkb.model import permalink
from chipkb.model.change import Change, Day, FieldChange, How
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import LANGS, Text, shortened
from chipkb.view.claim import claim_label
from chipkb.view.field_words import field_words
from chipkb.view.folded import Folded

IN_FULL = 150  # changes of one day; where there are more, each entity is one line
LATEST = 6
ENTITIES = 12  # of one day, before the rest is folded
_MOST = 160  # characters of a value
_ABOUT_FACTS = ("claim", "entity")


@dataclass(frozen=True)
class FieldView:
    """A field with its value before and after, in each language."""

    name: str
    before: Text
    after: Text


@dataclass(frozen=True)
class ChangeView:
    """One change in words. `link` leads to the thing, where it is still there."""

    how: How
    id: str
    was: str | None
    label: Text
    link: str | None
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class EntityChanges:
    """What changed about one entity on one day; `entity` is None where it is not there any more."""

    id: str
    entity: Entity | None
    counts: tuple[tuple[How, int], ...]
    changes: tuple[ChangeView, ...]

    @property
    def name(self) -> Text:
        """Its name, or its id where it is not there any more."""
        return self.entity.name if self.entity else Text(zh=self.id)


@dataclass(frozen=True)
class DayView:
    """`others` counts changes of what is no fact: terms, sources, words, tables."""

    date: PartialDate
    counts: tuple[tuple[How, int], ...]
    entities: tuple[EntityChanges, ...]
    others: tuple[tuple[str, int], ...] = ()

    @property
    def folded(self) -> Folded[EntityChanges]:
        return Folded.after(ENTITIES, self.entities)

    @property
    def in_words(self) -> bool:
        """Whether its changes are told one by one."""
        return any(group.changes for group in self.entities)


@dataclass(frozen=True)
class ChangesView:
    """`since` is the first day of which anything is known; before it nothing is, unless `complete`."""

    days: tuple[DayView, ...]
    since: PartialDate | None
    complete: bool
    domain: str | None
    domains: tuple[tuple[str, Text], ...]  # the others that have a page of their own


def changes_view(kb: KnowledgeBase, domain: str | None = None) -> ChangesView:
    """The days on which anything changed, the newest first; in a domain, each change in words."""
    days = (_day(kb, day, domain) for day in kb.history.days)
    return ChangesView(
        tuple(day for day in days if day.counts or day.others),
        _partial(kb.history.since) if kb.history.since else None,
        kb.history.complete,
        domain,
        tuple((id_, one.name) for id_, one in kb.vocabulary.domains.items() if id_ != domain),
    )


def entity_changes(kb: KnowledgeBase, entity: Entity) -> tuple[DayView, ...]:
    """What changed about one entity, by day; the day it came in is told by counts alone."""
    found = []
    for day, changes in kb.changes_of.get(entity.id, ()):
        counts = _counts(changes)
        told = [change for change in changes if change.how is not How.ADDED]
        views = tuple(change_view(kb, change) for change in told)
        group = EntityChanges(entity.id, entity, counts, views)
        found.append(DayView(_partial(day), counts, (group,)))
    return tuple(found)


def latest_changes(
    kb: KnowledgeBase, most: int = LATEST
) -> tuple[tuple[PartialDate, EntityChanges], ...]:
    """The entities that changed last, each with its day and changes; of a day the most changed first."""
    found = (
        (_partial(day.date), _entity(kb, id_, changes, in_words=True))
        for day in kb.history.days
        for id_, changes in sorted(day.of_entity.items(), key=lambda one: -len(one[1]))
        if id_ in kb.entities
    )
    return tuple(one for one, _ in zip(found, range(most), strict=False))


def change_view(kb: KnowledgeBase, change: Change) -> ChangeView:
    """A change with the name of the thing as it is today, or its id where it is gone."""
    fields = tuple(_field(kb, one, change.entity) for one in change.fields)
    return ChangeView(
        change.how, change.id, change.was, _label(kb, change), _link(kb, change), fields
    )


def _field(kb: KnowledgeBase, field: FieldChange, home: str | None) -> FieldView:
    words = {
        lang: [field_words(kb, field.field, side, lang, home) for side in field.sides(lang)]
        for lang in LANGS
    }
    before, after = zip(words["zh"], words["en"], strict=True)
    return FieldView(field.field, _both(*before), _both(*after))


def _day(kb: KnowledgeBase, day: Day, domain: str | None) -> DayView:
    groups = {
        id_: changes
        for id_, changes in day.of_entity.items()
        if domain is None or (id_ in kb.entities and kb.entities[id_].home == domain)
    }
    total = sum(len(changes) for changes in groups.values())
    in_words = domain is not None and total <= IN_FULL
    others = Counter(one.kind for one in day.changes if one.kind not in _ABOUT_FACTS)
    return DayView(
        _partial(day.date),
        _counts(change for changes in groups.values() for change in changes),
        tuple(_entity(kb, id_, changes, in_words) for id_, changes in sorted(groups.items())),
        () if domain else tuple(sorted(others.items())),
    )


def _entity(
    kb: KnowledgeBase, id_: str, changes: Iterable[Change], in_words: bool
) -> EntityChanges:
    changes = tuple(changes)
    views = tuple(change_view(kb, change) for change in changes) if in_words else ()
    return EntityChanges(id_, kb.entities.get(id_), _counts(changes), views)


def _counts(changes: Iterable[Change]) -> tuple[tuple[How, int], ...]:
    counted = Counter(change.how for change in changes)
    return tuple((how, counted[how]) for how in How if counted[how])


def _label(kb: KnowledgeBase, change: Change) -> Text:
    placed = kb.by_permanent_id.get(change.id) if change.kind == "claim" else None
    if placed:
        return claim_label(kb, placed.claim)
    if change.kind == "entity" and change.id in kb.entities:
        return Text(zh="条目本身", en="The entry itself")
    return Text(zh=change.id, en=change.id)


def _link(kb: KnowledgeBase, change: Change) -> str | None:
    if change.kind == "claim":
        found = kb.whereabouts(IdKind.CLAIM, change.id)
        return permalink.whereabouts_link(kb, found) if found and not found.is_gone else None
    return permalink.entity_page(change.id) if change.id in kb.entities else None


def _both(zh: str, en: str) -> Text:
    return Text(zh=shortened(zh, _MOST) or "…", en=shortened(en, _MOST) or "…")


def _partial(day: date) -> PartialDate:
    return PartialDate.parse(day.isoformat())
