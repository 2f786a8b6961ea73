"""The supply chain: links, what each needs, who holds it, and how far it is met at home."""

from dataclasses import dataclass

from chipkb.model.chain import ChainLink, Need
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.view.claim import CitationView, ClaimView, citation_view, claim_view
from chipkb.view.moved import Departed, departed_needs


@dataclass(frozen=True)
class NeedView:
    need: Need
    entity: Entity
    held_by: tuple[Entity, ...]
    domestic: tuple[Entity, ...]
    figures: tuple[ClaimView, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True)
class LinkView:
    link: ChainLink
    needs: tuple[NeedView, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True)
class ChainView:
    links: tuple[LinkView, ...]
    departed: tuple[Departed, ...]


def chain_view(kb: KnowledgeBase) -> ChainView:
    return ChainView(tuple(_link(kb, link) for link in kb.chain), departed_needs(kb))


def _link(kb: KnowledgeBase, link: ChainLink) -> LinkView:
    needs = tuple(_need(kb, need) for need in link.needs)
    return LinkView(link, needs, tuple(citation_view(kb, c) for c in link.source))


def _need(kb: KnowledgeBase, need: Need) -> NeedView:
    figures = (kb.claim(ref, None) for ref in need.figures)
    return NeedView(
        need=need,
        entity=kb.entities[need.entity],
        held_by=tuple(kb.entities[id_] for id_ in need.held_by),
        domestic=tuple(kb.entities[id_] for id_ in need.domestic),
        figures=tuple(claim_view(kb, placed) for placed in figures if placed),
        citations=tuple(citation_view(kb, citation) for citation in need.source),
    )
