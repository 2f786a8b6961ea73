"""The box of an entity's page: what a reader of that kind of thing asks first, and what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chipkb.model.chain import ChainPlace
from chipkb.model.entity import Entity, EntityKind, Listing, Relation
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view.claim import CitationView, ClaimView, citation_view, claim_view
from chipkb.view.preference import best_first, best_per_metric, holds, is_full_year

MOST_NAMES = 6


@dataclass(frozen=True)
class Named:
    """An entity that stands in a row of the box, with the claim that puts it there."""

    entity: Entity
    view: ClaimView


@dataclass(frozen=True)
class ListedAt:
    """A listing with the name of its exchange."""

    listing: Listing
    exchange: Text | None
    citation: CitationView


@dataclass(frozen=True)
class City:
    name: Text
    citation: CitationView


@dataclass(frozen=True)
class Change:
    """How a figure differs from that of the period before; `percent` is None across a zero."""

    before: ClaimView
    percent: int | None


@dataclass(frozen=True)
class BoxFigure:
    view: ClaimView
    change: Change | None = None


@dataclass(frozen=True)
class BoxRow:
    """One question. A row without an answer is one that is missing."""

    label: Text
    figures: tuple[BoxFigure, ...] = ()
    names: tuple[Named, ...] = ()
    more_names: int = 0
    events: tuple[ClaimView, ...] = ()
    city: City | None = None
    listings: tuple[ListedAt, ...] = ()
    needs: tuple[ChainPlace, ...] = ()

    @property
    def is_missing(self) -> bool:
        return not (
            self.figures or self.names or self.events or self.city or self.listings or self.needs
        )


@dataclass(frozen=True)
class BoxView:
    """`assessments`: how many claims there are of each assessment, in that order."""

    rows: tuple[BoxRow, ...]
    website: str | None
    assessments: tuple[tuple[str, int], ...]
    claims: int


@dataclass(frozen=True)
class _Asked:
    """What fills a row: metrics of which the best speaks, kinds of relation, kinds of event."""

    label: Text
    metrics: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()  # outgoing; "-kind" for incoming
    events: tuple[str, ...] = ()
    is_expected: bool = True  # its absence is said


def _asked(words: str, **what: tuple[str, ...] | bool) -> _Asked:
    zh, en = words.split(" | ")
    return _Asked(Text(zh=zh, en=en), **what)  # type: ignore[arg-type]


_ROWS: dict[EntityKind, tuple[_Asked, ...]] = {
    EntityKind.COMPANY: (
        _asked("成立 | Founded", events=("founded",)),
        _asked("营收 | Revenue", metrics=("revenue",)),
        _asked("净利 | Net result", metrics=("net-profit", "net-loss")),
        _asked("份额 | Share", metrics=("global-share", "market-share"), is_expected=False),
        _asked("产品 | Products", relations=("-made-by", "produces", "-developed-by")),
    ),
    EntityKind.PRODUCT: (
        _asked("厂商 | Maker", relations=("made-by", "developed-by", "-produces")),
        _asked("代工 | Manufactured by", relations=("manufactured-by",), is_expected=False),
        _asked("工艺 | Process", metrics=("process-node", "nand-layers")),
        _asked("算力 | Compute", metrics=("peak-compute", "compute-multiple")),
        _asked("显存 | Memory", metrics=("memory-capacity", "chip-capacity"), is_expected=False),
        _asked("内存带宽 | Memory bandwidth", metrics=("memory-bandwidth",), is_expected=False),
        _asked(
            "互连 | Interconnect",
            metrics=("interconnect-bandwidth", "interconnect-generation", "data-rate"),
            is_expected=False,
        ),
        _asked("功耗 | Power", metrics=("power", "board-power", "rack-power"), is_expected=False),
        _asked("良率 | Yield", metrics=("yield",), is_expected=False),
        _asked(
            "进展 | State",
            events=("mass-production", "launch", "operation", "announcement", "plan"),
        ),
    ),
    EntityKind.TECHNOLOGY: (
        _asked("用于 | Used in", relations=("applied-in", "part-of", "-uses", "-depends-on")),
        _asked("主导者 | Led by", relations=("dominated-by", "developed-by")),
        _asked("生产者 | Producers", relations=("made-by", "-produces", "-made-by", "-capable-of")),
        _asked(
            "国产 | Made in China",
            metrics=("localisation-rate", "domestic-share"),
            is_expected=False,
        ),
        _asked(
            "份额 | Share",
            metrics=("combined-share", "global-share", "market-share"),
            is_expected=False,
        ),
    ),
    EntityKind.MARKET: (
        _asked("规模 | Size", metrics=("market-size",)),
        _asked("增速 | Growth", metrics=("market-growth",), is_expected=False),
        _asked("国产 | Made in China", metrics=("domestic-share", "localisation-rate")),
        _asked("份额 | Shares", metrics=("combined-share", "global-share", "market-share")),
        _asked("主导者 | Led by", relations=("dominated-by",)),
    ),
    EntityKind.POLICY: (
        _asked("发布者 | Issued by", relations=("issued-by",)),
        _asked("生效 | Date", events=("policy", "export-control", "standard")),
        _asked("对象 | Concerns", relations=("supports", "regulates")),
    ),
    EntityKind.PROJECT: (
        _asked("主体 | Run by", relations=("operated-by", "developed-by", "issued-by", "customer")),
        _asked("进展 | State", events=("operation", "order", "announcement", "policy", "plan")),
        _asked("投资 | Investment", metrics=("planned-investment", "fund-size"), is_expected=False),
    ),
    EntityKind.INSTITUTION: (
        _asked("研究 | Research", relations=("researches", "standardises"), is_expected=False),
        _asked("发布 | Issued", relations=("-issued-by",), is_expected=False),
    ),
}
_CITY = Text(zh="总部", en="Headquarters")
_LISTING = Text(zh="上市", en="Listing")
_CHOKEPOINT = Text(zh="在产业链上", en="In the chain")


def box_view(kb: KnowledgeBase, entity: Entity) -> BoxView:
    claims = [*entity.facts, *entity.relations, *entity.events]
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.assessment.value] = counts.get(claim.assessment.value, 0) + 1
    order = ("supported", "unverified", "disputed", "superseded", "refuted")
    return BoxView(
        rows=tuple(_rows(kb, entity)),
        website=entity.website,
        assessments=tuple((one, counts[one]) for one in order if one in counts),
        claims=len(claims),
    )


def _rows(kb: KnowledgeBase, entity: Entity) -> Iterator[BoxRow]:
    if entity.kind is EntityKind.COMPANY:
        yield BoxRow(_CITY, city=city_of(kb, entity))
        yield _listing(kb, entity)
    for asked in _ROWS[entity.kind]:
        row = _row(kb, entity, asked)
        if asked.is_expected or not row.is_missing:
            yield row
    places = kb.chain_places.get(entity.id, ())
    if places:
        yield BoxRow(_CHOKEPOINT, needs=tuple(places[:MOST_NAMES]))


def city_of(kb: KnowledgeBase, entity: Entity) -> City | None:
    place = entity.headquarters
    return City(place.city, citation_view(kb, place.source[0])) if place else None


def listings_of(kb: KnowledgeBase, entity: Entity) -> tuple[ListedAt, ...]:
    exchanges = kb.vocabulary.exchanges
    return tuple(
        ListedAt(one, exchanges.get(one.exchange or ""), citation_view(kb, one.source[0]))
        for one in entity.listing
    )


def _listing(kb: KnowledgeBase, entity: Entity) -> BoxRow:
    """As its fields say; of a company that has none, the last event on the way to an exchange."""
    listings = listings_of(kb, entity)
    if listings:
        return BoxRow(_LISTING, listings=listings)
    kinds = ("listing", "listing-application", "listing-tutoring")
    return BoxRow(_LISTING, events=_latest(kb, entity, kinds)[:1])


def _row(kb: KnowledgeBase, entity: Entity, asked: _Asked) -> BoxRow:
    names = _names(kb, entity, asked.relations)
    return BoxRow(
        label=asked.label,
        figures=tuple(_figures(kb, entity, asked.metrics)),
        names=tuple(names[:MOST_NAMES]),
        more_names=max(0, len(names) - MOST_NAMES),
        events=_furthest(kb, entity, asked.events),
    )


def _figures(kb: KnowledgeBase, entity: Entity, metrics: tuple[str, ...]) -> Iterator[BoxFigure]:
    """The first of the metrics of which something holds, by what speaks for it."""
    figures = [Placed(entity, f) for f in entity.facts if isinstance(f, Figure) and holds(f)]
    asked = [one for one in figures if one.claim.metric in metrics]
    if not asked:
        return
    speaking = best_per_metric(kb, asked)
    first = min(metrics.index(one.claim.metric) for one in speaking)
    yield from (
        BoxFigure(claim_view(kb, one), _change(kb, one, asked))
        for one in speaking
        if metrics.index(one.claim.metric) == first
    )


def _change(
    kb: KnowledgeBase, placed: Placed[Figure], others: list[Placed[Figure]]
) -> Change | None:
    """Of a full year against the year before, where that is known in the same unit, metric and scope."""
    figure = placed.claim
    if not is_full_year(figure) or figure.as_of is None:
        return None
    if figure.metric == "net-loss":  # a smaller loss is no fall
        return None
    before = [
        one
        for one in others
        if is_full_year(one.claim)
        and one.claim.as_of
        and one.claim.as_of.last.year == figure.as_of.last.year - 1
        and one.claim.metric == figure.metric
        and one.claim.of == figure.of
        and one.claim.scope in (figure.scope, None)
        and one.claim.value.unit == figure.value.unit
    ]
    if not before:
        return None
    best = best_first(kb, before)[0]
    was, now = best.claim.value.base[0], figure.value.base[0]
    percent = round((now - was) / was * 100) if was > 0 else None
    return Change(claim_view(kb, best, with_rivals=False), percent)


def _names(kb: KnowledgeBase, entity: Entity, kinds: Iterable[str]) -> list[Named]:
    """The other ends of relations of these kinds, each once."""
    found: dict[str, Named] = {}
    incoming = kb.incoming.get(entity.id, ())
    for kind in kinds:
        placed: list[Placed[Relation]]
        if kind.startswith("-"):
            placed = [one for one in incoming if one.claim.kind == kind[1:]]
        else:
            placed = [Placed(entity, r) for r in entity.relations if r.kind == kind]
        for one in placed:
            other = one.entity if kind.startswith("-") else kb.entities[one.claim.target]
            if holds(one.claim) and other.id not in found:
                found[other.id] = Named(other, claim_view(kb, one, with_rivals=False))
    return list(found.values())


def _latest(kb: KnowledgeBase, entity: Entity, kinds: tuple[str, ...]) -> tuple[ClaimView, ...]:
    events = [e for e in entity.events if e.kind in kinds and holds(e)]
    events.sort(key=lambda event: event.date, reverse=True)
    return tuple(claim_view(kb, Placed(entity, event), with_rivals=False) for event in events)


def _furthest(kb: KnowledgeBase, entity: Entity, kinds: tuple[str, ...]) -> tuple[ClaimView, ...]:
    """The furthest stage that was reached, the kinds standing in that order."""
    for kind in kinds:
        found = _latest(kb, entity, (kind,))
        if found:
            return found[:1]
    return ()
