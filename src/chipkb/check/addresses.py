"""Addresses: each leads to one page and one place on it, and none to a file of the site's own."""

from collections.abc import Iterable, Iterator

from chipkb.model import permalink
from chipkb.model.base import Model
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Spot
from chipkb.values.problem import Problem


def check_addresses(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """No page's address is taken: by a page of ours, a folder of files, or a page by hand."""
    # Where a thing stands is looked up only to be told: for all of them it takes long.
    seen: dict[str, Model] = {}
    top: list[tuple[str, Model]] = [*kb.vocabulary.domains.items(), *kb.content.items()]
    for id_, thing in top:
        if id_ in permalink.RESERVED or id_ in permalink.NEVER:
            yield Problem.at(thing.place, "address-taken", found=id_)
        elif id_ in seen:
            yield Problem.at(thing.place, "id-duplicate", id=id_, other=seen[id_].place)
        seen.setdefault(id_, thing)
    below: list[tuple[str, Model]] = [*kb.entities.items(), *kb.sources.items()]
    below += [(one.id, one) for one in kb.comparisons]
    below += [(one.id, one) for one in kb.questions]
    for id_, thing in below:
        if id_ in permalink.NEVER:
            yield Problem.at(thing.place, "address-taken", found=id_)


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
