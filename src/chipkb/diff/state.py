"""A state of the data as plain things that can be compared, whatever it was read from.

As it is *written*, each thing comes from its file alone, so that what git remembers need not be read
with the rules of today. As it is *published*, it comes from the records of an export.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from chipkb.model.base import one_or_more

Fields = dict[str, Any]


class Key(NamedTuple):
    """What a thing is (an IdKind, or `word`, `link`, `comparison`, `question`, `text`, `move`) and its id."""

    kind: str
    id: str


State = dict[Key, Fields]

_MAYBE_LISTS = ("source", "conflicts_with", "author", "listing", "aliases")
_CLAIM_LISTS = {"facts": "fact", "relations": "relation", "events": "event"}
# What an export says of a thing that follows from other things, or from where it is published.
_DERIVED = ("entity_name", "url", "claims", "added", "changed", "id", "ref", "former")


def written(path: str, data: Any) -> State:
    """The things in one file of the repository; `data` is its YAML, or the text of a page."""
    parts = PurePosixPath(path).parts
    if parts[0] == "content":
        return {Key("text", PurePosixPath(path).stem): {"text": data}}
    folder, stem = parts[1], PurePosixPath(path).stem
    if len(parts) == 2:
        return dict(_moves(data)) if stem == "moved" and isinstance(data, list) else {}
    if not isinstance(data, dict):
        return {}
    match folder:
        case "sources":
            return {Key("source", stem): _plain(data)}
        case "glossary":
            return {Key("term", id_): _plain(one) | {"topic": stem} for id_, one in data.items()}
        case "chain":
            return dict(_chain(stem, data))
        case "comparisons":
            return {Key("comparison", stem): _plain(data)}
        case "questions":
            return {Key("question", stem): _plain(data)}
        case "vocabulary":
            table = parts[2] if len(parts) > 3 else stem
            return {Key("word", f"{table}/{id_}"): _plain(one) for id_, one in data.items()}
        case _:
            return dict(_entity(folder, stem, data))


def published(tables: Mapping[str, Iterable[Fields]]) -> State:
    """The things in the tables of an export: facts, entities, glossary, sources."""
    kinds = {"entities": "entity", "glossary": "term", "sources": "source"}
    state = {
        Key(kind, row["id"]): _without_derived(row)
        for table, kind in kinds.items()
        for row in tables.get(table, ())
    }
    for row in tables.get("facts", ()):
        state[Key("claim", _published_id(row, state))] = _without_derived(row)
    return state


def only_common_fields(old: State, new: State) -> tuple[State, State]:
    """Both without the fields that only one of two exports has for things of a kind."""
    known = [_fields_by_kind(state) for state in (old, new)]
    common = {kind: known[0][kind] & known[1][kind] for kind in known[0].keys() & known[1].keys()}

    def narrowed(state: State) -> State:
        return {
            key: {name: value for name, value in fields.items() if name in common[key.kind]}
            for key, fields in state.items()
            if key.kind in common
        }

    return narrowed(old), narrowed(new)


def _entity(home: str, id_: str, data: Fields) -> Iterator[tuple[Key, Fields]]:
    own = {name: value for name, value in data.items() if name not in _CLAIM_LISTS}
    yield Key("entity", id_), _plain(own) | {"home": home}
    seen: set[str] = set()
    for name, sort in _CLAIM_LISTS.items():
        for claim in data.get(name) or ():
            if isinstance(claim, dict):
                fields = _plain(claim)
                local = _local_id(fields, sort, seen)
                seen.add(local)
                defaults = {"sort": sort, "assessment": "unverified"}
                defaults |= {"basis": "reported"} if "metric" in fields else {}
                yield Key("claim", f"{id_}/{local}"), defaults | fields


def _local_id(fields: Fields, sort: str, seen: set[str]) -> str:
    """The id of a claim in its file; of a relation without one, the id that it would have."""
    given = fields.pop("id", None)
    if given or sort != "relation":
        return str(given)
    local = f"to-{fields.get('target')}"
    return f"{fields.get('kind')}-{fields.get('target')}" if local in seen else local


def _chain(stem: str, data: Fields) -> Iterator[tuple[Key, Fields]]:
    yield Key("link", stem), _plain({k: v for k, v in data.items() if k != "needs"})
    for need in data.get("needs") or ():
        fields = _plain(need)
        yield Key("need", f"{stem}/{fields.pop('id', '')}"), fields


def _moves(entries: list[Any]) -> Iterator[tuple[Key, Fields]]:
    for entry in entries:
        if isinstance(entry, dict):
            yield Key("move", f"{entry.get('kind')} {entry.get('was')}"), _plain(entry)


def _plain(value: Any) -> Any:
    """Without the ways in which the same thing can be written: one for a list of one, line ends."""
    if isinstance(value, dict):
        return {
            name: one_or_more(_plain(item)) if name in _MAYBE_LISTS else _plain(item)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _published_id(row: Fields, state: State) -> str:
    """The permanent id; exports before it was published have a relation's kind in its place."""
    if "id" in row:
        return str(row["id"])
    if row["kind"] != "relation":
        return str(row["ref"])
    id_ = f"{row['entity']}/to-{row['target']}"
    taken = Key("claim", id_) in state
    return f"{row['entity']}/{row['about']}-{row['target']}" if taken else id_


def _without_derived(row: Fields) -> Fields:
    return {name: value for name, value in row.items() if name not in _DERIVED}


def _fields_by_kind(state: State) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, fields in state.items():
        found.setdefault(key.kind, set()).update(fields)
    return found
