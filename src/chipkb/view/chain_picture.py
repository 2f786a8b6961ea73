"""The supply chain as boxes and the lines between them, from materials and tools to the cluster."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.chain import Need, Stage
from chipkb.model.entity import Entity
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view

STAGES = {
    Stage.TOOL: Text(zh="材料与工具", en="Materials and tools"),
    Stage.PROCESS: Text(zh="工艺与芯片", en="Processes and chips"),
    Stage.PART: Text(zh="器件与软件", en="Parts and software"),
    Stage.CARD: Text(zh="整卡", en="Card"),
    Stage.CLUSTER: Text(zh="集群", en="Cluster"),
}
_TIERS_THAT_HOLD = 2  # the best of the vocabulary: primary sources and the press


@dataclass(frozen=True)
class Share:
    """How much comes from abroad, in percent; `view` is the figure that says so, or says the rest."""

    foreign: float
    view: ClaimView[Figure]
    is_domestic: bool


@dataclass(frozen=True)
class Box:
    """A need in its place: `column` of the stage, `row` from the top. `is_firm`: whether the press
    or better stands behind it."""

    id: str  # link/need
    need: Need
    entity: Entity
    column: int
    row: int
    is_firm: bool
    share: Share | None
    link: str  # the full account


@dataclass(frozen=True)
class Edge:
    """`source` goes into `target`; both are ids of boxes. `foreign` as of the source's share."""

    source: str
    target: str
    foreign: float | None


@dataclass(frozen=True)
class ChainPicture:
    columns: tuple[Text, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]

    @property
    def rows(self) -> int:
        """Of the longest column."""
        return max((box.row for box in self.boxes), default=-1) + 1


def chain_picture(kb: KnowledgeBase) -> ChainPicture | None:
    """None where no need has a stage."""
    placed = {id_: need for id_, need in kb.needs.items() if need.stage}
    if not placed:
        return None
    edges = tuple(_edges(kb, placed))
    stages = [stage for stage in Stage if any(need.stage is stage for need in placed.values())]
    rows: dict[str, int] = {}
    for stage in reversed(stages):  # what a box goes into decides how high it stands
        own = [id_ for id_, need in placed.items() if need.stage is stage]
        own.sort(key=lambda id_: _height(id_, edges, rows))
        rows |= {id_: row for row, id_ in enumerate(own)}
    boxes = tuple(_box(kb, id_, placed[id_], stages, row) for id_, row in rows.items())
    return ChainPicture(tuple(STAGES[stage] for stage in stages), boxes, edges)


def _edges(kb: KnowledgeBase, placed: dict[str, Need]) -> Iterable[Edge]:
    for id_, need in placed.items():
        share = _share(kb, need)
        for ref in need.feeds:
            target = ref if "/" in ref else f"{id_.partition('/')[0]}/{ref}"
            yield Edge(id_, target, share.foreign if share else None)


def _height(id_: str, edges: Iterable[Edge], rows: dict[str, int]) -> float:
    """The middle of the boxes that it goes into; what goes nowhere stands last."""
    above = [rows[edge.target] for edge in edges if edge.source == id_ and edge.target in rows]
    return sum(above) / len(above) if above else len(rows)


def _box(kb: KnowledgeBase, id_: str, need: Need, stages: list[Stage], row: int) -> Box:
    link, _, own = id_.partition("/")
    tiers = list(kb.vocabulary.tiers)[:_TIERS_THAT_HOLD]
    share = _share(kb, need)
    told = [*need.source, *(share.view.claim.source if share else ())]
    return Box(
        id=id_,
        need=need,
        entity=kb.entities[need.entity],
        column=stages.index(need.stage) if need.stage else 0,
        row=row,
        is_firm=any(kb.sources[one.source].tier in tiers for one in told),
        share=share,
        link=permalink.chain_need(link, own),
    )


def _share(kb: KnowledgeBase, need: Need) -> Share | None:
    """Of a range the middle, of a bound the bound."""
    ref = need.foreign_share or need.domestic_share
    placed = kb.claim(ref, None) if ref else None
    if placed is None or not isinstance(placed.claim, Figure):
        return None
    quantity = placed.claim.value
    ends = [float(end) for end in (quantity.low, quantity.high) if end is not None]
    said = sum(ends) / len(ends)
    foreign = said if need.foreign_share else 100 - said
    view = claim_view(kb, Placed(placed.entity, placed.claim), with_rivals=False)
    return Share(foreign, view, need.domestic_share is not None)
