"""Ids and names: one thing, one entity; a name leads to one page."""

from collections.abc import Iterator

from chipkb.model.kb import KnowledgeBase, same_name
from chipkb.values.problem import Problem


def check_ids(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """Entities, terms and chain links share one space of ids."""
    taken = {id_: entity.place.file for id_, entity in kb.entities.items()}
    others = [(term.id, term.place) for term in kb.terms.values()]
    others += [(link.id, link.place) for link in kb.chain]
    for id_, place in others:
        if id_ in taken:
            yield Problem.at(place, "id-duplicate", id=id_, other=taken[id_])
        taken.setdefault(id_, str(place))


def check_names(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for thing in kb.named.values():
        seen = {same_name(name) for name in (thing.name.zh, thing.name.en)}
        for i, alias in enumerate(thing.aliases):
            if same_name(alias) in seen:
                yield Problem.at(thing.where.of("aliases", i), "alias-duplicate", name=alias)
            seen.add(same_name(alias))
        for name in thing.names:
            others = {id_ for id_, _ in kb.owners_of_name[same_name(name)]} - {thing.id}
            if others:
                place = _place_of_name(thing, name)
                other = ", ".join(sorted(others))
                yield Problem.at(place, "alias-clash", name=name, other=other)


def _place_of_name(thing, name: str):
    if name in thing.aliases:
        return thing.where.of("aliases", thing.aliases.index(name))
    if name == getattr(thing, "abbreviation", None):
        return thing.where.of("abbreviation")
    return thing.where.of("name", "zh" if name == thing.name.zh else "en")
