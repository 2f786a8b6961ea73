"""The knowledge base: everything loaded, and the only place where things are looked up."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from chipkb.model.chain import ChainLink
from chipkb.model.comparison import Comparison
from chipkb.model.content import Acceptance, ContentPage
from chipkb.model.coverage import Expectation
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Assessment, Basis, Claim, Figure, Report, Statement
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.model.vocabulary import Vocabulary
from chipkb.values.partial_date import Precision

C = TypeVar("C", bound=Claim, covariant=True)
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


def claim_id(claim: Claim) -> str:
    """The id of a claim within its file. A relation is identified by its kind and target."""
    if isinstance(claim, Relation):
        return f"{claim.kind}.{claim.target}"
    return claim.id


def same_name(name: str) -> str:
    """The form in which two names are the same to a reader: width, case and spacing aside."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


_AHEAD = ("plan", "forecast")  # kinds of event


def _is_announcement(claim: Claim) -> bool:
    if isinstance(claim, Figure):
        return claim.basis in (Basis.FORECAST, Basis.TARGET) or claim.report is Report.GUIDANCE
    return isinstance(claim, Event) and claim.kind in _AHEAD


def _due(claim: Figure | Event) -> date | None:
    """The day by which it should have come. A figure dated to a day says when it was announced."""
    if isinstance(claim, Event):
        return claim.date.last
    when = claim.as_of
    is_day = when and when.start.precision is Precision.DAY and not (when.by or when.end)
    return when.last if when and not is_day else None


@dataclass(frozen=True)
class KnowledgeBase:
    """All tables by id, in a stable order, with the indexes that pages and checks need."""

    vocabulary: Vocabulary
    entities: dict[str, Entity]
    sources: dict[str, Source]
    terms: dict[str, Term] = field(default_factory=dict)
    chain: tuple[ChainLink, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    content: dict[str, ContentPage] = field(default_factory=dict)
    acceptances: tuple[Acceptance, ...] = ()
    expectations: tuple[Expectation, ...] = ()

    def all_claims(self) -> Iterator[Placed[Claim]]:
        """Every fact, relation and event with its entity."""
        for entity in self.entities.values():
            for claim in (*entity.facts, *entity.relations, *entity.events):
                yield Placed(entity, claim)

    @cached_property
    def claims(self) -> dict[str, Placed[NamedClaim]]:
        """Facts and events by `entity/id`."""
        return {
            placed.ref: placed
            for placed in self.all_claims()
            if not isinstance(placed.claim, Relation)
        }

    @cached_property
    def announced(self) -> list[Placed[Figure | Event]]:
        """What was said of a time to come: plans, forecasts, targets and guidance."""
        return [placed for placed in self.all_claims() if _is_announcement(placed.claim)]

    @cached_property
    def state(self) -> date:
        """The last day on which a source was published or looked at: the state of the data.

        Of a source published in some month or year the first day counts: more is not known.
        """
        dates = [
            found.first
            for source in self.sources.values()
            for found in (source.published, source.accessed)
            if found
        ]
        return max(dates, default=date(2000, 1, 1))

    @cached_property
    def overdue(self) -> list[Placed[Figure | Event]]:
        """Announcements whose day has passed, of which nobody has said what became of them."""
        return [
            placed
            for placed in self.announced
            if placed.claim.outcome is None
            and placed.claim.assessment not in (Assessment.REFUTED, Assessment.SUPERSEDED)
            and (day := _due(placed.claim)) is not None
            and day < self.state
        ]

    def claim(self, ref: str, home: str | None) -> Placed[NamedClaim] | None:
        """The fact or event that `ref` means in the file of entity `home`."""
        return self.claims.get(ref if "/" in ref else f"{home}/{ref}")

    @cached_property
    def incoming(self) -> dict[str, list[Placed[Relation]]]:
        """Relations by their target."""
        found = defaultdict(list)
        for placed in self.all_claims():
            if isinstance(placed.claim, Relation):
                found[placed.claim.target].append(placed)
        return dict(found)

    @cached_property
    def taking_part(self) -> dict[str, list[Placed[Event]]]:
        """Events of other entities by the entity that takes part in them."""
        found = defaultdict(list)
        for placed in self.all_claims():
            if isinstance(placed.claim, Event):
                for other in placed.claim.with_:
                    found[other].append(placed)
        return dict(found)

    @cached_property
    def citing(self) -> dict[str, list[Placed[Claim]]]:
        """Claims by the source they rest on."""
        found = defaultdict(list)
        for placed in self.all_claims():
            for source in dict.fromkeys(citation.source for citation in placed.claim.source):
                found[source].append(placed)
        return dict(found)

    @cached_property
    def conflicts(self) -> dict[str, list[Placed[NamedClaim]]]:
        """What cannot hold together with a claim, by its ref; both ways, written on one side."""
        found = defaultdict(list)
        for placed in self.all_claims():
            for ref in placed.claim.conflicts_with:
                other = self.claim(ref, placed.entity.id)
                if other and not isinstance(placed.claim, Relation):
                    found[placed.ref].append(other)
                    found[other.ref].append(placed)
        return dict(found)

    @cached_property
    def named(self) -> dict[str, Entity | Term]:
        """Entities and terms by id: what `[[id]]` can mean."""
        return {**self.terms, **self.entities}

    @cached_property
    def owners_of_name(self) -> dict[str, list[tuple[str, str]]]:
        """(id, name as written) by the form in which readers compare names."""
        found = defaultdict(list)
        for id_, thing in self.named.items():
            for name in thing.names:
                found[same_name(name)].append((id_, name))
        return dict(found)

    def in_domain(self, domain: str) -> list[Entity]:
        """The entities at home in `domain`, then those that also belong there."""
        home = [e for e in self.entities.values() if e.home == domain]
        guests = [e for e in self.entities.values() if domain in e.also_in and e.home != domain]
        return home + guests
