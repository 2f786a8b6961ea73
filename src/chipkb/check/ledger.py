"""Nothing released is lost: every id of the ledger is there, has moved, or is said to be gone."""

from collections.abc import Iterator, Mapping

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, Move, Released
from chipkb.model.vocabulary import choice, closest
from chipkb.values.place import Place
from chipkb.values.problem import Problem


def check_released(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """Every id of the ledger but those of files, which only the built site knows."""
    lost_entities = {
        one.id for one in kb.ledger.released if one.kind is IdKind.ENTITY and not _is_there(kb, one)
    }
    for released in kb.ledger.released:
        if released.kind is IdKind.FILE or _is_there(kb, released):
            continue
        owner = released.id.partition("/")[0]
        if owner in broken or (released.kind is IdKind.CLAIM and owner in lost_entities):
            continue  # one problem for an entity is enough
        yield Problem.at(
            _place(kb, released, owner),
            "released-lost",
            _nearest(kb, released),
            what=released.kind.value,
            id=released.id or "/",
        )


def check_moves(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    first: dict[tuple[IdKind, str], Place] = {}
    for move in kb.ledger.moves:
        key, place = (move.kind, move.was), move.where.of("was")
        if key in first:
            yield Problem.at(place, "id-duplicate", id=move.was, other=first[key])
        elif _still_there(kb, move):
            yield Problem.at(place, "move-from-present", id=move.was)
        elif move.now and not broken and not _leads_somewhere(kb, move):
            yield Problem.at(move.where.of("now"), "move-nowhere", id=move.now)
        first.setdefault(key, place)


def _is_there(kb: KnowledgeBase, released: Released) -> bool:
    if released.kind is IdKind.PAGE:
        return _page_is_there(kb, released.id)
    return kb.whereabouts(released.kind, released.id) is not None


def _page_is_there(kb: KnowledgeBase, page: str) -> bool:
    if page in permalink.own_pages(kb):
        return True
    move = kb.ledger.move_of(IdKind.PAGE, page)
    return move is not None and (move.gone is not None or _leads_somewhere(kb, move))


def _still_there(kb: KnowledgeBase, move: Move) -> bool:
    if move.kind is IdKind.FILE:
        return False
    if move.kind is IdKind.PAGE:
        return move.was in permalink.own_pages(kb)
    return move.was in kb.ids[move.kind]


def _leads_somewhere(kb: KnowledgeBase, move: Move) -> bool:
    if move.kind is IdKind.FILE:
        return True
    if move.kind is IdKind.PAGE:
        page = (move.now or "").partition("#")[0]
        kind, _, id_ = page.partition("/")
        tables: dict[str, Mapping[str, object]] = {"entity": kb.entities, "source": kb.sources}
        present = tables.get(kind, {})
        return page in permalink.own_pages(kb) or id_ in present
    return kb.whereabouts(move.kind, move.was) is not None


def _place(kb: KnowledgeBase, released: Released, owner: str) -> Place:
    """The file of the entity that lost a claim, where there is one; else the ledger's line."""
    if released.kind is IdKind.CLAIM and owner in kb.entities:
        return Place(kb.entities[owner].place.file, 1, 1)
    return released.place


def _nearest(kb: KnowledgeBase, released: Released) -> str | None:
    """Where it may have gone: the same name elsewhere, else a name that looks like it."""
    if released.kind is IdKind.CLAIM:
        own = released.id.partition("/")[2]
        moved = [ref for ref in kb.claims if ref.partition("/")[2] == own]
        if len(moved) == 1:
            return moved[0]
        home = released.id.partition("/")[0]
        beside = {ref.partition("/")[2]: ref for ref in kb.claims if ref.startswith(f"{home}/")}
        return None if "." in own else beside.get(choice(own, list(beside), at_least=0.5) or "")
    if released.kind is IdKind.PAGE:
        return closest(released.id, permalink.own_pages(kb))
    return closest(released.id, list(kb.ids[released.kind]))
