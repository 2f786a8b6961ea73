"""A claim together with where it stands, and what it is called there."""

from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar  # with a default, which Python's own has from 3.13

from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim, Figure, Statement

C = TypeVar("C", bound=Claim, covariant=True, default=Claim)
NamedClaim = Figure | Statement | Event  # a claim with an id of its own


@dataclass(frozen=True)
class Placed(Generic[C]):
    """A claim together with the entity whose file it stands in."""

    entity: Entity
    claim: C

    @property
    def ref(self) -> str:
        """`entity/id`; of a relation, which has no id, `entity/kind.target`."""
        return f"{self.entity.id}/{claim_id(self.claim)}"

    @property
    def permanent_id(self) -> str:
        """The same but of a relation, whose ref changes when its kind is corrected."""
        claim = self.claim
        return f"{self.entity.id}/{claim.key}" if isinstance(claim, Relation) else self.ref


def claim_id(claim: Claim) -> str:
    """The id of a claim within its file. A relation is identified by its kind and target."""
    if isinstance(claim, Relation):
        return f"{claim.kind}.{claim.target}"
    assert isinstance(claim, NamedClaim)
    return claim.id
