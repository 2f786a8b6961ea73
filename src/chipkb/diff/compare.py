"""What became of each thing between two states of the data."""

import json
from collections.abc import Iterator
from typing import Any

from chipkb.diff.state import Fields, Key, State
from chipkb.model.change import Change, FieldChange, How


def compare(old: State, new: State) -> tuple[Change, ...]:
    """Every difference, in the order of kinds and ids."""
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    moves = {key: fields for key, fields in new.items() if key.kind == "move"}
    renamed = _renamed(old, new, moves, gone, come)
    changes = [*_kept(old, new), *_moved(old, new, renamed)]
    changes += [Change(How.ADDED, *key) for key in come - set(renamed.values())]
    changes += [_lost(key, moves) for key in gone - renamed.keys()]
    return tuple(sorted((c for c in changes if c.kind != "move"), key=lambda c: (c.kind, c.id)))


def _kept(old: State, new: State) -> Iterator[Change]:
    for key in old.keys() & new.keys():
        fields = _field_changes(old[key], new[key])
        if fields:
            yield Change(_how(fields), *key, fields=fields)


def _moved(old: State, new: State, renamed: dict[Key, Key]) -> Iterator[Change]:
    for before, after in renamed.items():
        yield Change(
            How.RENAMED, *after, was=before.id, fields=_field_changes(old[before], new[after])
        )


_BY_ASSESSMENT: dict[Any, How] = {"superseded": How.SUPERSEDED, "refuted": How.RETRACTED}


def _how(fields: tuple[FieldChange, ...]) -> How:
    assessed = next((one.after for one in fields if one.field == "assessment"), None)
    return _BY_ASSESSMENT.get(assessed, How.CHANGED)


def _lost(key: Key, moves: State) -> Change:
    """A thing that is not there any more: with the reason, if one was given, of it or its entity."""
    move = moves.get(Key("move", f"{key.kind} {key.id}"))
    if move is None and key.kind == "claim":
        move = moves.get(Key("move", f"entity {key.id.partition('/')[0]}"))
    if move is None or not move.get("gone"):
        return Change(How.REMOVED, *key)
    return Change(How.RETRACTED, *key, fields=(FieldChange("gone", None, move["gone"]),))


def _renamed(
    old: State, new: State, moves: State, gone: set[Key], come: set[Key]
) -> dict[Key, Key]:
    """What has another id: as data/moved.yml says, else what is the same in all but its id."""
    found: dict[Key, Key] = {}
    left = set(come)
    for key in sorted(gone):
        target = _target(key, moves)
        if target in new:
            found[key] = target
            left.discard(target)
    by_content: dict[str, list[Key]] = {}
    for key in sorted(left):
        by_content.setdefault(_content(key, new[key]), []).append(key)
    for key in sorted(gone - found.keys()):
        twins = by_content.get(_content(key, old[key]), [])
        if twins:
            found[key] = twins.pop(0)
    return found


def _target(key: Key, moves: State) -> Key:
    """Where the moves lead from a key; a claim goes with its entity."""
    for _ in range(len(moves)):
        move = moves.get(Key("move", f"{key.kind} {key.id}"))
        if move and move.get("now"):
            key = Key(key.kind, move["now"])
            continue
        entity, slash, rest = key.id.partition("/")
        owner = (
            moves.get(Key("move", f"entity {entity}")) if key.kind == "claim" and slash else None
        )
        if not (owner and owner.get("now")):
            break
        key = Key(key.kind, f"{owner['now']}/{rest}")
    return key


def _content(key: Key, fields: Fields) -> str:
    return json.dumps([key.kind, fields], ensure_ascii=False, sort_keys=True)


def _field_changes(old: Fields, new: Fields) -> tuple[FieldChange, ...]:
    names = [*old, *(name for name in new if name not in old)]
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name)
    )
