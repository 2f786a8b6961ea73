"""One thing that was entered twice becomes one: what the other file says goes into the one that stays."""

import io
from dataclasses import dataclass, field
from typing import Any

from chipkb.curate.fmt import formatted, yaml_of_ours
from chipkb.curate.rename import Change, Files, mentions_renamed, renamed
from chipkb.model.ledger import IdKind

_LISTS = ("facts", "relations", "events")
_JOINED = frozenset(["kind", "name", "aliases", *_LISTS])


@dataclass(frozen=True, slots=True)
class Merger:
    """What merging changes, the facts that got new ids, and the keys whose value in OLD gave way."""

    change: Change
    facts: dict[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def merged(files: Files, kind: IdKind, old: str, into: str, homes: tuple[str, str]) -> Merger:
    """Merging `old` into `into`, whose files are `homes`."""
    if kind is IdKind.SOURCE:
        change = renamed(files, kind, old, into)
        texts = {name: text for name, text in change.texts.items() if name != homes[1]}
        return Merger(Change(texts, frozenset({homes[0]})))
    before = dict(files)
    taken = _ids(files[homes[1]])
    facts: dict[str, str] = {}
    for id_ in sorted(_ids(files[homes[0]]) & taken):
        fresh = next(f"{id_}-{n}" for n in range(2, 100) if f"{id_}-{n}" not in taken)
        facts[f"{old}/{id_}"] = f"{into}/{fresh}"
        before |= renamed(before, IdKind.CLAIM, f"{old}/{id_}", f"{old}/{fresh}").texts
    after = {**before, **mentions_renamed(before, old, into).texts}
    texts = {name: text for name, text in after.items() if files.get(name) != text}
    texts.pop(homes[0], None)
    joined, left_out = _joined(after[homes[1]], after[homes[0]], into)
    texts[homes[1]] = formatted(homes[1], joined, modeline=False)
    return Merger(Change(texts, frozenset({homes[0]})), facts, left_out)


def _ids(text: str) -> set[str]:
    data = yaml_of_ours().load(text)
    return {
        str(item["id"])
        for key in ("facts", "events")
        for item in data.get(key) or ()
        if "id" in item
    }


def _joined(text: str, other: str, id_: str) -> tuple[str, tuple[str, ...]]:
    """Both as one text, in which the first goes first, and what of the other it has no room for."""
    yaml = yaml_of_ours()
    data, more = yaml.load(text), yaml.load(other)
    _add_names(data, more)
    _drop_relations_to_itself(data, id_)
    for key in _LISTS:
        items = [
            item for item in more.get(key) or () if key != "relations" or _is_new(data, item, id_)
        ]
        if items and key not in data:
            data[key] = items
        elif items:
            data[key].extend(items)
    singles = [key for key in more if key not in _JOINED]
    data.update({key: more[key] for key in singles if key not in data})
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue(), tuple(key for key in singles if data[key] != more[key])


def _add_names(data: Any, more: Any) -> None:
    known = {str(name).casefold() for name in (*data["name"].values(), *data.get("aliases", ()))}
    names = [str(name) for name in (*more["name"].values(), *more.get("aliases", ()))]
    fresh = [name for name in dict.fromkeys(names) if name.casefold() not in known]
    if not fresh:
        return
    if "aliases" in data:
        data["aliases"].extend(fresh)
    else:
        data.insert(list(data).index("name") + 1, "aliases", fresh)


def _drop_relations_to_itself(data: Any, id_: str) -> None:
    """What the two files said of each other says nothing once they are one."""
    relations = data.get("relations") or []
    for index in reversed(range(len(relations))):
        if relations[index]["target"] == id_:
            del relations[index]
    if not relations:
        data.pop("relations", None)


def _is_new(data: Any, relation: Any, id_: str) -> bool:
    same = (relation["kind"], relation["target"])
    there = {(one["kind"], one["target"]) for one in data.get("relations") or ()}
    return relation["target"] != id_ and same not in there
