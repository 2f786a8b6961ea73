"""The things the knowledge base is about, with their facts, relations and events."""

from enum import StrEnum

from chipkb.model.base import Id, Model
from chipkb.model.fact import Claim, Fact
from chipkb.model.fields import DateField
from chipkb.model.prose import Prose
from chipkb.model.vocabulary import DomainId, EventKindId, RelationKindId
from chipkb.values.text import Text


class EntityKind(StrEnum):
    COMPANY = "company"
    PRODUCT = "product"
    TECHNOLOGY = "technology"
    INSTITUTION = "institution"
    PROJECT = "project"
    POLICY = "policy"
    MARKET = "market"


class Relation(Claim):
    """One thing to one other; the inverse is derived, never written."""

    kind: RelationKindId
    target: Id
    as_of: DateField | None = None


class Event(Claim):
    """Something that happened, or is planned, at a date."""

    id: Id
    date: DateField
    kind: EventKindId
    text: Prose
    with_: tuple[Id, ...] = ()

    model_config = Model.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class Entity(Model):
    """One file of data/<home>/; its name there is its id."""

    id: str
    home: str  # the domain whose folder the file stands in
    kind: EntityKind
    name: Text
    aliases: tuple[str, ...] = ()
    also_in: tuple[DomainId, ...] = ()
    parent: Id | None = None
    summary: Prose | None = None
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the standard ones first."""
        standard = tuple(dict.fromkeys(name for name in (self.name.zh, self.name.en) if name))
        return standard + self.aliases
