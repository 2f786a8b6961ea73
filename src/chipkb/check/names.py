"""Ids and names: one thing, one entity; a name leads to one page."""

import re
from collections.abc import Iterator

from chipkb.model.chain import ChainLink
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.term import Term
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import same_name

# What divides names where each should be an item of its own; '/' and ',' are parts of some.
_BETWEEN = re.compile(r"\s*[|;；、]\s*")


def check_ids(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """Entities, terms and chain links share one space of ids."""
    taken: dict[str, Entity | Term | ChainLink] = dict(kb.entities)
    others: list[Term | ChainLink] = [*kb.terms.values(), *kb.chain]
    for thing in others:
        if thing.id in taken:
            first = taken[thing.id]
            other = first.place.file if isinstance(first, Entity) else str(first.place)
            yield Problem.at(thing.place, "id-duplicate", id=thing.id, other=other)
        taken.setdefault(thing.id, thing)


def check_names(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for thing in kb.named.values():
        seen = {same_name(name) for name in (thing.name.zh, thing.name.en)}
        for i, alias in enumerate(thing.aliases):
            if same_name(alias) in seen:
                yield Problem.at(thing.where.of("aliases", i), "alias-duplicate", name=alias)
            seen.add(same_name(alias))
            parts = _BETWEEN.split(alias)
            if len(parts) > 1:
                place, instead = thing.where.of("aliases", i), f"{', '.join(parts)}"
                yield Problem.at(place, "alias-several", found=alias, instead=instead)
        for name in thing.names:
            others = {id_ for id_, _ in kb.owners_of_name[same_name(name)]} - {thing.id}
            if others:
                place = _place_of_name(thing, name)
                other = ", ".join(sorted(others))
                yield Problem.at(place, "alias-clash", name=name, other=other)


def _place_of_name(thing: Entity | Term, name: str) -> Place:
    if name in thing.aliases:
        return thing.where.of("aliases", thing.aliases.index(name))
    if isinstance(thing, Term) and name == thing.abbreviation:
        return thing.where.of("abbreviation")
    return thing.where.of("name", "zh" if name == thing.name.zh else "en")
