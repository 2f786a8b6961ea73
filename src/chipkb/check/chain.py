"""The picture of the chain: what goes into what is there, comes later, and its shares are shares."""

from collections.abc import Iterator

from chipkb.model.chain import ChainLink, Need, Stage
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.vocabulary import closest
from chipkb.values.problem import Problem

_STAGES = list(Stage)


def check_chain(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for link in kb.chain:
        for need in link.needs:
            yield from _feeds(kb, link, need, broken)
            yield from _shares(kb, need)


def _feeds(
    kb: KnowledgeBase, link: ChainLink, need: Need, broken: frozenset[str]
) -> Iterator[Problem]:
    for i, ref in enumerate(need.feeds):
        place = need.where.of("feeds", i)
        full = ref if "/" in ref else f"{link.id}/{ref}"
        user = kb.needs.get(full)
        if user is None:
            if full.partition("/")[0] not in broken:
                yield Problem.at(place, "need-dangling", closest(full, list(kb.needs)), found=ref)
        elif need.stage is None or user.stage is None:
            yield Problem.at(place, "need-stage", found=ref)
        elif _STAGES.index(user.stage) <= _STAGES.index(need.stage):
            yield Problem.at(place, "need-backwards", found=ref, stage=need.stage.value)


def _shares(kb: KnowledgeBase, need: Need) -> Iterator[Problem]:
    if need.foreign_share and need.domestic_share:
        yield Problem.at(need.where.of("domestic_share"), "need-shares")
    for key in ("foreign_share", "domestic_share"):
        ref = getattr(need, key)
        placed = kb.claim(ref, None) if ref else None
        if placed is None:  # a reference that leads nowhere is told already
            continue
        claim = placed.claim
        if not isinstance(claim, Figure) or claim.value.unit.id != "percent":
            yield Problem.at(need.where.of(key), "need-percent", found=ref)
