"""The chain as one picture: the links and their needs, the domains and what they take from whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.chain import NeedState
from chipkb.model.entity import Entity, Relation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.vocabulary import Domain
from chipkb.view.chain import LinkView, NeedView, chain_view
from chipkb.view.chain_picture import ChainPicture, chain_picture
from chipkb.view.claim import ClaimView, claim_view

# Which way goods run along a relation.
_FROM_TARGET = frozenset({"supplied-by", "depends-on", "uses", "manufactured-by"})
_FROM_SUBJECT = frozenset({"part-of", "applied-in", "customer"})
_HOLDING = "dominated-by"


@dataclass(frozen=True)
class Flow:
    """`supplier` goes into, or delivers to, `user`; `views` are the relations that say so."""

    supplier: Entity
    user: Entity
    views: tuple[ClaimView, ...]


@dataclass(frozen=True)
class Supply:
    """All that goes into one user."""

    user: Entity
    flows: tuple[Flow, ...]


@dataclass(frozen=True)
class Inflow:
    """What a domain takes from one other."""

    domain_id: str
    domain: Domain
    supplies: tuple[Supply, ...]


@dataclass(frozen=True)
class Holding:
    """A technology or market and those who dominate it."""

    entity: Entity
    holders: tuple[tuple[Entity, ClaimView], ...]


@dataclass(frozen=True)
class MapNeed:
    """A need with the address of its full account."""

    view: NeedView
    link: str


@dataclass(frozen=True)
class MapDomain:
    id: str
    domain: Domain
    needs: tuple[MapNeed, ...]
    holdings: tuple[Holding, ...]
    inflows: tuple[Inflow, ...]
    outflows: tuple[tuple[str, Domain], ...]  # the domains that it goes into


@dataclass(frozen=True)
class MapLink:
    """`states`: those of its needs, worst first, with how many are in each."""

    view: LinkView
    link: str
    needs: tuple[MapNeed, ...]
    states: tuple[tuple[NeedState, int], ...]


@dataclass(frozen=True)
class SupplyCell:
    """What runs from one domain to another: how many deliveries, and where they are listed."""

    user: Domain
    flows: int
    link: str


@dataclass(frozen=True)
class SupplyRow:
    """What one domain delivers: needs of the links, link by link, and goods, domain by domain."""

    id: str
    domain: Domain
    needs: tuple[tuple[MapNeed, ...], ...]
    cells: tuple[SupplyCell, ...]


@dataclass(frozen=True)
class ChainMapView:
    """`picture` is None where no need says how far along the way it comes in."""

    picture: ChainPicture | None
    links: tuple[MapLink, ...]
    supply: tuple[SupplyRow, ...]
    domains: tuple[MapDomain, ...]
    states: tuple[tuple[NeedState, int], ...]


def chain_map_view(kb: KnowledgeBase) -> ChainMapView:
    links = tuple(_link(one) for one in chain_view(kb).links)
    needs = tuple(need for link in links for need in link.needs)
    flows = tuple(_flows(kb))
    domains = tuple(_domain(kb, id_, needs, flows) for id_ in kb.vocabulary.domains)
    return ChainMapView(chain_picture(kb), links, _supply(kb, links, flows), domains, _count(needs))


def _link(view: LinkView) -> MapLink:
    id_ = view.link.id
    needs = tuple(MapNeed(n, permalink.chain_need(id_, n.need.id)) for n in view.needs)
    return MapLink(view, permalink.chain_section(id_), needs, _count(needs))


def _count(needs: Iterable[MapNeed]) -> tuple[tuple[NeedState, int], ...]:
    states = [need.view.need.state for need in needs]
    return tuple((state, states.count(state)) for state in NeedState if state in states)


def _flows(kb: KnowledgeBase) -> Iterable[Flow]:
    """Where goods run from one domain into another; said twice, it is one flow."""
    said: dict[tuple[str, str], list[ClaimView]] = {}
    for placed in kb.claims_of(Relation):
        ends = _ends(placed)
        if ends and kb.entities[ends[0]].home != kb.entities[ends[1]].home:
            said.setdefault(ends, []).append(claim_view(kb, placed))
    for (supplier, user), views in said.items():
        yield Flow(kb.entities[supplier], kb.entities[user], tuple(views))


def _supply(
    kb: KnowledgeBase, links: tuple[MapLink, ...], flows: tuple[Flow, ...]
) -> tuple[SupplyRow, ...]:
    """The links and the domains in one table: who delivers what, and to whom."""
    return tuple(
        SupplyRow(
            id=id_,
            domain=domain,
            needs=tuple(
                tuple(need for need in link.needs if need.view.entity.home == id_) for link in links
            ),
            cells=tuple(
                SupplyCell(
                    user=user,
                    flows=sum(f.supplier.home == id_ and f.user.home == user_id for f in flows),
                    link=permalink.map_inflow(user_id, id_),
                )
                for user_id, user in kb.vocabulary.domains.items()
            ),
        )
        for id_, domain in kb.vocabulary.domains.items()
    )


def _ends(placed: Placed[Relation]) -> tuple[str, str] | None:
    """Supplier and user, of a relation along which goods run."""
    if placed.claim.kind in _FROM_TARGET:
        return placed.claim.target, placed.entity.id
    if placed.claim.kind in _FROM_SUBJECT:
        return placed.entity.id, placed.claim.target
    return None


def _domain(
    kb: KnowledgeBase, id_: str, needs: Iterable[MapNeed], flows: Iterable[Flow]
) -> MapDomain:
    return MapDomain(
        id=id_,
        domain=kb.vocabulary.domains[id_],
        needs=tuple(need for need in needs if need.view.entity.home == id_),
        holdings=tuple(_holdings(kb, id_)),
        inflows=tuple(_inflows(kb, [flow for flow in flows if flow.user.home == id_])),
        outflows=tuple(_outflows(kb, [flow for flow in flows if flow.supplier.home == id_])),
    )


def _holdings(kb: KnowledgeBase, domain_id: str) -> Iterable[Holding]:
    for entity in kb.at_home.get(domain_id, ()):
        placed = [Placed(entity, r) for r in entity.relations if r.kind == _HOLDING]
        if placed:
            holders = ((kb.entities[p.claim.target], claim_view(kb, p)) for p in placed)
            yield Holding(entity, tuple(holders))


def _inflows(kb: KnowledgeBase, flows: list[Flow]) -> Iterable[Inflow]:
    for id_, domain in kb.vocabulary.domains.items():
        users: dict[str, list[Flow]] = {}
        for flow in flows:
            if flow.supplier.home == id_:
                users.setdefault(flow.user.id, []).append(flow)
        if users:
            supplies = (Supply(group[0].user, tuple(group)) for group in users.values())
            yield Inflow(id_, domain, tuple(supplies))


def _outflows(kb: KnowledgeBase, flows: list[Flow]) -> Iterable[tuple[str, Domain]]:
    reached = {flow.user.home for flow in flows}
    return ((id_, domain) for id_, domain in kb.vocabulary.domains.items() if id_ in reached)
