"""The supply chain as links, and what each link needs and from whom."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chipkb.model.base import FactRef, Id, Model, OneOrMore
from chipkb.model.fields import CitationField, DateField
from chipkb.model.prose import Prose
from chipkb.values.text import Text

NeedRef = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]
Sources = Annotated[tuple[CitationField, ...], OneOrMore, Field(min_length=1)]


class NeedState(StrEnum):
    """How far a need is met at home, worst first."""

    EMBARGOED = "embargoed"  # it is not bought abroad: it may not be sold
    DEPENDENT = "dependent"
    CATCHING_UP = "catching-up"
    PARTLY_DOMESTIC = "partly-domestic"
    DOMESTIC = "domestic"


class Stage(StrEnum):
    """How far along the way to a running cluster a need comes in, the first first."""

    TOOL = "tool"  # materials and tools
    PROCESS = "process"  # what is made with them: processes, and chips that go into parts
    PART = "part"  # parts of a card or of a cluster, software among them
    CARD = "card"
    CLUSTER = "cluster"


class Need(Model):
    """Something a link cannot do without: who holds it, who at home works on it, the way out.

    `feeds` are the needs (`id`, or `link/id`) that it goes into; `foreign_share` or `domestic_share`
    is the figure, in percent, that says how much of it comes from abroad or from home.
    """

    id: Id
    entity: Id
    why: Prose
    held_by: tuple[Id, ...] = ()
    state: NeedState
    as_of: DateField | None = None  # of the state
    stage: Stage | None = None  # without one it is not in the picture
    feeds: Annotated[tuple[NeedRef, ...], OneOrMore] = ()
    foreign_share: FactRef | None = None
    domestic_share: FactRef | None = None
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


class ChainRole(StrEnum):
    """What a thing is to a need of the chain."""

    NEEDED = "needed"
    HOLDER = "holder"
    PLAYER = "player"  # works on it at home


@dataclass(frozen=True)
class ChainPlace:
    """Where a thing stands in the chain."""

    link: ChainLink
    need: Need
    role: ChainRole
