"""Addresses: each leads to one page and one place on it, and none to a file of the site's own."""

from collections.abc import Iterable, Iterator

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Place, Spot
from chipkb.values.problem import Problem


def check_addresses(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """No page's address is taken: by a page of ours, a folder of files, or a page by hand."""
    top = [(id_, domain.place) for id_, domain in kb.vocabulary.domains.items()]
    top += [(id_, page.place) for id_, page in kb.content.items()]
    seen: dict[str, Place] = {}
    for id_, place in top:
        if id_ in permalink.RESERVED or id_ in permalink.NEVER:
            yield Problem.at(place, "address-taken", found=id_)
        elif id_ in seen:
            yield Problem.at(place, "id-duplicate", id=id_, other=seen[id_])
        seen.setdefault(id_, place)
    below = [(one.id, one.place) for one in kb.entities.values()]
    below += [(one.id, one.place) for one in kb.sources.values()]
    below += [(one.id, one.place) for one in kb.comparisons]
    below += [(one.id, one.place) for one in kb.questions]
    for id_, place in below:
        if id_ in permalink.NEVER:
            yield Problem.at(place, "address-taken", found=id_)


def check_anchors(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """`link-a`/`b` and `link`/`a-b` would be one place on the page of the chain."""
    yield from _each_once(
        (permalink.chain_need(link.id, need.id).partition("#")[2], need.where.spot("id"))
        for link in kb.chain
        for need in link.needs
    )


def _each_once(anchors: Iterable[tuple[str, Spot]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for anchor, place in anchors:
        if anchor in seen:
            yield Problem.at(place, "anchor-taken", found=anchor)
        seen.add(anchor)
