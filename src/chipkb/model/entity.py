"""The things the knowledge base is about, with their facts, relations and events."""

import re
from datetime import date as Day
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from chipkb.model.base import Id, Model, OneOrMore, Url
from chipkb.model.fact import Claim, Fact, Outcome
from chipkb.model.fields import CitationField, DateField
from chipkb.model.kind import EntityKind as EntityKind
from chipkb.model.prose import Prose
from chipkb.model.vocabulary import DomainId, EventKindId, ExchangeId, RelationKindId
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import Text


class Relation(Claim):
    """One thing to one other; the inverse is derived, never written."""

    kind: RelationKindId
    target: Id
    id: Id | None = None  # needed only where two relations lead to the same target
    as_of: DateField | None = None

    @property
    def when(self) -> PartialDate | None:
        return self.as_of

    @property
    def key(self) -> str:
        """What names the relation for ever, even when its kind is corrected."""
        return self.id or f"to-{self.target}"


class Event(Claim):
    """Something that happened, or is planned, at a date."""

    id: Id
    date: DateField
    kind: EventKindId
    text: Prose
    with_: tuple[Id, ...] = ()
    outcome: Outcome | None = None  # of a plan or forecast whose day has passed

    model_config = Model.model_config | {"alias_generator": lambda name: name.rstrip("_")}

    @property
    def when(self) -> PartialDate:
        return self.date

    @property
    def is_announced(self) -> bool:
        """Whether it was said of a time to come."""
        return self.kind in ("plan", "forecast")

    @property
    def due(self) -> Day:
        """The day by which what was announced should have come."""
        return self.date.last


class Listed(StrEnum):
    """How far a company is on the way to an exchange."""

    LISTED = "listed"
    APPROVED = "approved"
    APPLIED = "applied"
    TUTORING = "tutoring"
    NOT_LISTED = "not-listed"
    WITHDRAWN = "withdrawn"
    DELISTED = "delisted"
    SUBSIDIARY = "subsidiary"  # of a listed parent


class Listing(Model):
    """Where a company's shares are traded, or that they are not, as of a date."""

    status: Listed
    exchange: ExchangeId | None = None
    ticker: str | None = None
    as_of: DateField
    source: Annotated[tuple[CitationField, ...], OneOrMore, Field(min_length=1)]


class Headquarters(Model):
    """The city from which a company is led."""

    city: Text
    source: Annotated[tuple[CitationField, ...], OneOrMore, Field(min_length=1)]


_ITEM = re.compile(r"(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q[0-9]+)|([Qq][0-9]+)")


def _wikidata(text: Any) -> Any:
    """The id of an item, which people copy with its address or write small."""
    found = _ITEM.fullmatch(text.strip()) if isinstance(text, str) else None
    meant = (found[1] or found[2].upper()) if found else text
    if meant != text:
        raise PydanticCustomError("wikidata-form", "wikidata", {"found": text, "suggestion": meant})
    return text


def _lei(text: str) -> str:
    """A legal entity identifier whose check digits agree with it (ISO 17442: ISO 7064, MOD 97-10)."""
    if int("".join(str(int(char, 36)) for char in text)) % 97 != 1:
        raise PydanticCustomError("lei-check", "lei", {"found": text})
    return text


WikidataId = Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$"), BeforeValidator(_wikidata)]
Lei = Annotated[str, Field(pattern=r"^[0-9A-Z]{18}[0-9]{2}$"), AfterValidator(_lei)]


class Entity(Model):
    """One file of data/<home>/; its name there is its id."""

    id: str
    home: str  # the domain whose folder the file stands in
    kind: EntityKind
    name: Text
    aliases: tuple[str, ...] = ()
    also_in: tuple[DomainId, ...] = ()
    parent: Id | None = None
    checked: DateField | None = None  # the day the curator last went through it all
    headquarters: Headquarters | None = None
    listing: Annotated[tuple[Listing, ...], OneOrMore] = ()
    website: Url | None = None
    wikidata: WikidataId | None = None
    lei: Lei | None = None
    summary: Prose | None = None
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the standard ones first."""
        standard = tuple(dict.fromkeys(name for name in (self.name.zh, self.name.en) if name))
        return standard + self.aliases
