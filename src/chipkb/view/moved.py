"""What stood at an address once: where it went, or why it is gone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, Move, Whereabouts
from chipkb.values.text import Text
from chipkb.view.claim import claim_label

MOVED, GONE = Text(zh="已搬走", en="Moved"), Text(zh="已撤下", en="Withdrawn")


@dataclass(frozen=True)
class Departed:
    """Something that had an anchor on a page. `link` and `name` are of where it is today."""

    anchor: str
    id: str
    link: str | None
    name: Text | None
    move: Move | None


@dataclass(frozen=True)
class MovedView:
    """A page that moved (`link`, `name`) or is gone, with what could be linked to on it."""

    id: str
    link: str | None
    name: Text
    move: Move
    departed: tuple[Departed, ...]

    @property
    def title(self) -> Text:
        return MOVED if self.link is not None else GONE

    @property
    def delay(self) -> int:
        """Seconds before a reader is taken along; who came for one fact needs time to choose it."""
        return 6 if self.departed else 0


def departed_from_entity(kb: KnowledgeBase, entity_id: str) -> tuple[Departed, ...]:
    """The facts that once stood on the page of an entity."""
    found = (
        _departed(kb, permalink.released_anchor(released), released.id, now)
        for released, now in kb.departed.get(entity_id, ())
    )
    return _each_once(found)


def departed_terms(kb: KnowledgeBase) -> tuple[Departed, ...]:
    """The terms that once stood in the glossary."""
    return _each_once(_departed_of_kind(kb, IdKind.TERM, permalink.term_link, kb.terms))


def departed_needs(kb: KnowledgeBase) -> tuple[Departed, ...]:
    """The needs that once stood on the page of the chain."""
    present = kb.ids[IdKind.NEED]
    return _each_once(
        _departed_of_kind(
            kb, IdKind.NEED, lambda id_: permalink.chain_need(*id_.split("/")), present
        )
    )


def moved_pages(kb: KnowledgeBase) -> Iterator[tuple[str, MovedView]]:
    """Each page that has moved or gone, by the address it had."""
    for move in kb.ledger.moves:
        if move.kind is IdKind.ENTITY:
            yield permalink.entity_page(move.was), _moved(kb, move)
        elif move.kind is IdKind.SOURCE:
            yield permalink.source_page(move.was), _moved(kb, move)
        elif move.kind is IdKind.PAGE:
            name = GONE if move.gone else Text(zh=f"{move.now}", en=f"{move.now}")
            yield move.was, MovedView(move.was, move.now, name, move, ())


def _moved(kb: KnowledgeBase, move: Move) -> MovedView:
    now = kb.whereabouts(move.kind, move.was)
    departed = departed_from_entity(kb, move.was) if move.kind is IdKind.ENTITY else ()
    if now is None or now.is_gone:
        return MovedView(move.was, None, GONE, (now and now.move) or move, departed)
    link = permalink.whereabouts_link(kb, now)
    return MovedView(move.was, link, _name(kb, now), move, departed)


def _departed_of_kind(
    kb: KnowledgeBase, kind: IdKind, link: Callable[[str], str], present: Iterable[str]
) -> Iterator[Departed]:
    for released in kb.ledger.released:
        if released.kind is kind and released.id not in present:
            now = kb.whereabouts(kind, released.id)
            if now:
                yield _departed(kb, link(released.id).partition("#")[2], released.id, now)


def _departed(kb: KnowledgeBase, anchor: str, id_: str, now: Whereabouts) -> Departed:
    if now.is_gone:
        return Departed(anchor, id_, None, None, now.move)
    return Departed(anchor, id_, permalink.whereabouts_link(kb, now), _name(kb, now), now.move)


def _name(kb: KnowledgeBase, now: Whereabouts) -> Text:
    """What a reader calls the thing that an id leads to."""
    if now.kind is IdKind.CLAIM:
        placed = kb.by_permanent_id[now.id]
        name, label = placed.entity.name, claim_label(kb, placed.claim)
        return Text(
            zh=f"{name.zh} · {label.zh}", en=f"{name.in_lang('en')} · {label.in_lang('en')}"
        )
    if now.kind is IdKind.SOURCE:
        return kb.sources[now.id].title
    if now.kind is IdKind.NEED:
        link, _, need = now.id.partition("/")
        [found] = [n for one in kb.chain if one.id == link for n in one.needs if n.id == need]
        return kb.entities[found.entity].name
    return kb.named[now.id].name


def _each_once(found: Iterable[Departed]) -> tuple[Departed, ...]:
    """A relation was released under its kind and without, but each anchor only once."""
    return tuple({one.anchor: one for one in found}.values())
