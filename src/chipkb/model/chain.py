"""The supply chain as links, and what each link needs and from whom."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chipkb.model.base import FactRef, Id, Model, OneOrMore
from chipkb.model.fields import CitationField
from chipkb.model.prose import Prose
from chipkb.values.text import Text

Sources = Annotated[tuple[CitationField, ...], OneOrMore, Field(min_length=1)]


class NeedState(StrEnum):
    """How far a need is met at home, worst first."""

    EMBARGOED = "embargoed"  # it is not bought abroad: it may not be sold
    DEPENDENT = "dependent"
    CATCHING_UP = "catching-up"
    PARTLY_DOMESTIC = "partly-domestic"
    DOMESTIC = "domestic"


class Need(Model):
    """Something a link cannot do without: who holds it, who at home works on it, the way out."""

    id: Id
    entity: Id
    why: Prose
    held_by: tuple[Id, ...] = ()
    state: NeedState
    domestic: tuple[Id, ...] = ()
    domestic_state: Prose | None = None
    figures: tuple[FactRef, ...] = ()
    path: Prose | None = None
    source: Sources
    note: Prose | None = None


class ChainLink(Model):
    """One link of the chain, such as design or manufacturing."""

    id: str
    order: Annotated[int, Field(ge=-10_000, le=10_000)]
    name: Text
    summary: Prose
    source: Sources
    needs: tuple[Need, ...] = ()
