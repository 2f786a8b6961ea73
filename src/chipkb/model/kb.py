"""The knowledge base: everything loaded, and the only place where things are looked up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import overload

from typing_extensions import TypeVar  # with a default, which Python's own has from 3.13

from chipkb.model.chain import ChainLink, ChainPlace, ChainRole, Need
from chipkb.model.change import Change, History
from chipkb.model.comparison import Comparison
from chipkb.model.content import Acceptance, ContentPage
from chipkb.model.coverage import Expectation
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Assessment, Claim, Figure, Statement
from chipkb.model.ledger import IdKind, Ids, Ledger, Released, Whereabouts
from chipkb.model.placed import NamedClaim, Placed
from chipkb.model.present import present_ids
from chipkb.model.question import Question
from chipkb.model.release import Release
from chipkb.model.site import Site
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.model.vocabulary import Vocabulary
from chipkb.values.text import same_name

K = TypeVar("K", bound=Claim)
L = TypeVar("L", bound=Claim)
M = TypeVar("M", bound=Claim)
_Releases = tuple[dict[str, list[Released]], dict[str, list[tuple[Released, Whereabouts]]]]


@dataclass(frozen=True)
class KnowledgeBase:
    """All tables by id, in a stable order, with the indexes that pages and checks need."""

    vocabulary: Vocabulary
    entities: dict[str, Entity]
    sources: dict[str, Source]
    terms: dict[str, Term] = field(default_factory=dict)
    chain: tuple[ChainLink, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    questions: tuple[Question, ...] = ()
    content: dict[str, ContentPage] = field(default_factory=dict)
    acceptances: tuple[Acceptance, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    history: History = field(default_factory=History)
    site: Site = field(default_factory=Site)
    released_as: Release | None = None  # None while nobody asked which state it is

    def all_claims(self) -> Iterator[Placed[Claim]]:
        """Every fact, relation and event with its entity."""
        return iter(self._all_claims)

    @cached_property
    def _all_claims(self) -> tuple[Placed[Claim], ...]:
        return tuple(
            Placed(entity, claim)
            for entity in self.entities.values()
            for claim in (*entity.facts, *entity.relations, *entity.events)
        )

    @overload
    def claims_of(self, kind: type[K], /) -> Iterator[Placed[K]]: ...
    @overload
    def claims_of(self, kind: type[K], kind2: type[L], /) -> Iterator[Placed[K | L]]: ...
    @overload
    def claims_of(
        self, kind: type[K], kind2: type[L], kind3: type[M], /
    ) -> Iterator[Placed[K | L | M]]: ...
    def claims_of(self, *kinds: type[Claim]) -> Iterator[Placed[Claim]]:
        """Those of some kinds, in the same order."""
        for placed in self.all_claims():
            if isinstance(placed.claim, kinds):
                yield Placed(placed.entity, placed.claim)

    @cached_property
    def claims(self) -> dict[str, Placed[NamedClaim]]:
        """Facts and events by `entity/id`."""
        return {placed.ref: placed for placed in self.claims_of(Figure, Statement, Event)}

    @cached_property
    def announced(self) -> list[Placed[Figure | Event]]:
        """What was said of a time to come: plans, forecasts, targets and guidance."""
        return [one for one in self.claims_of(Figure, Event) if one.claim.is_announced]

    @cached_property
    def tiers(self) -> tuple[str, ...]:
        """The tiers of which there are sources, the best first."""
        found = {source.tier for source in self.sources.values()}
        return tuple(tier for tier in self.vocabulary.tiers if tier in found)

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
            and (day := placed.claim.due) is not None
            and day < self.state
        ]

    @cached_property
    def release(self) -> Release:
        """Which state of the data this is; without its files only the day is known."""
        return self.released_as or Release(self.state, "")

    def claim(self, ref: str, home: str | None) -> Placed[NamedClaim] | None:
        """The fact or event that `ref` means in the file of entity `home`."""
        return self.claims.get(ref if "/" in ref else f"{home}/{ref}")

    def figure(self, ref: str, home: str | None) -> Placed[Figure] | None:
        """The same where it is a figure."""
        placed = self.claim(ref, home)
        if placed is None or not isinstance(placed.claim, Figure):
            return None
        return Placed(placed.entity, placed.claim)

    @cached_property
    def incoming(self) -> dict[str, list[Placed[Relation]]]:
        """Relations by their target."""
        found = defaultdict(list)
        for placed in self.claims_of(Relation):
            found[placed.claim.target].append(placed)
        return dict(found)

    @cached_property
    def relative_to(self) -> dict[str, list[Placed[Figure]]]:
        """Figures of one entity by the other that they are relative to: shares by their market."""
        found = defaultdict(list)
        for placed in self.claims_of(Figure):
            if placed.claim.of:
                found[placed.claim.of].append(placed)
        return dict(found)

    @cached_property
    def taking_part(self) -> dict[str, list[Placed[Event]]]:
        """Events of other entities by the entity that takes part in them."""
        found = defaultdict(list)
        for placed in self.claims_of(Event):
            for other in placed.claim.with_:
                found[other].append(placed)
        return dict(found)

    @cached_property
    def said_elsewhere(self) -> dict[str, list[Placed[Claim]]]:
        """What stands in other files and speaks of an entity: relations to it, figures that are of it."""
        found: dict[str, list[Placed[Claim]]] = defaultdict(list)
        for placed in self.all_claims():
            claim = placed.claim
            others: tuple[str, ...] = ()
            if isinstance(claim, Relation):
                others = (claim.target,)
            elif isinstance(claim, Figure) and claim.of:
                others = (claim.of,)
            for other in others:
                if other != placed.entity.id:
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
    def cited_places(self) -> dict[str, bool]:
        """The paragraphs that a claim rests on, as `source#section/paragraph`: their source's page has them."""
        return {
            f"{citation.source}#{citation.place}": True
            for placed in self.all_claims()
            for citation in placed.claim.source
            if citation.place
        }

    @cached_property
    def conflicts(self) -> dict[str, list[Placed[NamedClaim]]]:
        """What cannot hold together with a claim, by its ref; both ways, written on one side."""
        found = defaultdict(list)
        for placed in self.claims_of(Figure, Statement, Event):
            for ref in placed.claim.conflicts_with:
                other = self.claim(ref, placed.entity.id)
                if other:
                    found[placed.ref].append(other)
                    found[other.ref].append(placed)
        return dict(found)

    @cached_property
    def changes_of(self) -> dict[str, list[tuple[date, list[Change]]]]:
        """What changed about each entity, by day, the newest first."""
        found = defaultdict(list)
        for day in self.history.days:
            for id_, changes in day.of_entity.items():
                found[id_].append((day.date, changes))
        return dict(found)

    @cached_property
    def ids(self) -> Ids:
        """Every id there is but those of pages and files, which this room does not know."""
        return present_ids(self)

    @cached_property
    def by_permanent_id(self) -> dict[str, Placed[Claim]]:
        """Every claim by the id that never changes."""
        return {placed.permanent_id: placed for placed in self.all_claims()}

    def whereabouts(self, kind: IdKind, id_: str) -> Whereabouts | None:
        """Where an id that was released leads today; None if it is lost."""
        return self.ledger.whereabouts(kind, id_, self.ids)

    @cached_property
    def former_ids(self) -> dict[str, list[Released]]:
        """What was released of a claim, by its permanent id, where it still stands in its file."""
        return self._releases[0]

    @cached_property
    def departed(self) -> dict[str, list[tuple[Released, Whereabouts]]]:
        """What left an entity's file since it was released, by the entity's id."""
        return self._releases[1]

    @cached_property
    def _releases(self) -> _Releases:
        stayed: dict[str, list[Released]] = defaultdict(list)
        left: dict[str, list[tuple[Released, Whereabouts]]] = defaultdict(list)
        for released in self.ledger.released:
            if released.kind is not IdKind.CLAIM:
                continue
            owner = released.id.partition("/")[0]
            now = self.whereabouts(IdKind.CLAIM, released.id)
            if now is None:  # the check reports it
                continue
            if now.kind is IdKind.CLAIM and not now.is_gone and now.id.startswith(f"{owner}/"):
                stayed[now.id].append(released)
            else:
                left[owner].append((released, now))
        return dict(stayed), dict(left)

    @cached_property
    def needs(self) -> dict[str, Need]:
        """What the links of the chain cannot do without, by `link/id`."""
        return {f"{link.id}/{need.id}": need for link in self.chain for need in link.needs}

    @cached_property
    def chain_places(self) -> dict[str, list[ChainPlace]]:
        """Where in the chain a thing is needed, holds what is needed, or works on it at home."""
        found = defaultdict(list)
        for link in self.chain:
            for need in link.needs:
                found[need.entity].append(ChainPlace(link, need, ChainRole.NEEDED))
                for id_ in need.held_by:
                    found[id_].append(ChainPlace(link, need, ChainRole.HOLDER))
                for id_ in need.domestic:
                    found[id_].append(ChainPlace(link, need, ChainRole.PLAYER))
        return dict(found)

    @cached_property
    def witnessing(self) -> dict[str, list[Placed[Claim]]]:
        """Claims by the source that is evidence for or against them, each once a source."""
        found = defaultdict(list)
        for placed in self.all_claims():
            cited = (one.source.source for one in placed.claim.evidence if one.source)
            for source in dict.fromkeys(cited):
                found[source].append(placed)
        return dict(found)

    @cached_property
    def copies(self) -> dict[str, list[Source]]:
        """Sources by the one that they retell."""
        found = defaultdict(list)
        for source in self.sources.values():
            if source.origin:
                found[source.origin].append(source)
        return dict(found)

    @cached_property
    def children(self) -> dict[str, list[Entity]]:
        """Entities by the one they are part of."""
        found = defaultdict(list)
        for entity in self.entities.values():
            if entity.parent:
                found[entity.parent].append(entity)
        return dict(found)

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """The ids of what an entity is related to, either way, and of what it is part of."""
        found = {id_: set[str]() for id_ in self.entities}
        for entity in self.entities.values():
            found[entity.id].update(relation.target for relation in entity.relations)
            if entity.parent:
                found[entity.id].add(entity.parent)
        for target, placed in self.incoming.items():
            if target in found:
                found[target].update(one.entity.id for one in placed)
        return {id_: frozenset(others - {id_}) for id_, others in found.items()}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each fact and event in the order of the files, by its ref."""
        return {ref: number for number, ref in enumerate(self.claims)}

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
        return [*self.at_home.get(domain, ()), *self.guests.get(domain, ())]

    @cached_property
    def at_home(self) -> dict[str, list[Entity]]:
        """Entities by their home domain."""
        found = defaultdict(list)
        for entity in self.entities.values():
            found[entity.home].append(entity)
        return dict(found)

    @cached_property
    def guests(self) -> dict[str, list[Entity]]:
        """Entities by the domains to which they belong besides their home."""
        found = defaultdict(list)
        for entity in self.entities.values():
            for domain in dict.fromkeys(entity.also_in):
                if domain != entity.home:
                    found[domain].append(entity)
        return dict(found)
