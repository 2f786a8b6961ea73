"""What we expect to know of each kind of thing: the measure of what is still missing."""

from typing import Annotated

from chipkb.model.base import Model, OneOrMore
from chipkb.model.entity import EntityKind
from chipkb.model.vocabulary import DomainId, EventKindId, MetricId, RelationKindId
from chipkb.values.text import Text


class Expectation(Model):
    """One entry of data/coverage.yml, for the entities of `kind` that are at home in `domains`.

    Where `having` is given, only entities with a relation of one of these kinds, in either
    direction, are meant. Of alternatives, such as profit or loss, one is enough.
    """

    name: Text
    kind: EntityKind
    domains: tuple[DomainId, ...] = ()
    having: Annotated[tuple[RelationKindId, ...], OneOrMore] = ()
    metrics: tuple[Annotated[tuple[MetricId, ...], OneOrMore], ...] = ()
    events: tuple[Annotated[tuple[EventKindId, ...], OneOrMore], ...] = ()
    relations: tuple[Annotated[tuple[RelationKindId, ...], OneOrMore], ...] = ()
