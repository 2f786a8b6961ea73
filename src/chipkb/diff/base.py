"""What an older state of the data holds the present one to: its ids stay, and its figures are not overwritten."""

from collections.abc import Iterator
from dataclasses import replace

from chipkb.diff.ledger import sort_of
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, Released
from chipkb.values.place import Place
from chipkb.values.problem import Problem


def held_to(kb: KnowledgeBase, base: KnowledgeBase) -> KnowledgeBase:
    """`kb` with every id that `base` had among those that must not be lost."""
    known = {(one.kind, one.id) for one in kb.ledger.released}
    more = [one for one in _ids_of(base) if (one.kind, one.id) not in known]
    return replace(kb, ledger=replace(kb.ledger, released=(*kb.ledger.released, *more)))


def _ids_of(base: KnowledgeBase) -> Iterator[Released]:
    for kind, things in (
        (IdKind.ENTITY, base.entities),
        (IdKind.TERM, base.terms),
        (IdKind.SOURCE, base.sources),
    ):
        for id_, thing in things.items():
            yield Released(kind, id_, Place(thing.place.file))
    for placed in base.all_claims():
        file = Place(placed.entity.place.file)
        yield Released(IdKind.CLAIM, placed.ref, file, sort_of(placed.claim))


def overwritten(kb: KnowledgeBase, base: KnowledgeBase) -> Iterator[Problem]:
    """A newer figure of another source under the id of an older one, which is lost with it."""
    before = {placed.ref: placed.claim for placed in base.all_claims()}
    for placed in kb.all_claims():
        old, new = before.get(placed.ref), placed.claim
        if not (isinstance(old, Figure) and isinstance(new, Figure) and old.as_of and new.as_of):
            continue
        cited = {citation.source for citation in old.source}
        is_other = old.value != new.value and not cited & {one.source for one in new.source}
        if is_other and new.as_of.first > old.as_of.first:
            details = {"id": new.id, "was": old.value.text("zh"), "as_of": str(old.as_of)}
            yield Problem.at(new.where.spot("value"), "fact-overwritten", **details)
