"""What takes the place of a value that cannot be read, so that the rest of its file is still checked.

Nothing is ever shown of them: whatever has stand-ins counts as broken.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from chipkb.load.placed import PlacedDict
from chipkb.model.vocabulary import Vocabulary
from chipkb.values.place import Where

M = TypeVar("M", bound=BaseModel)
UNREAD = "unread"  # the id of what stands in for a source or a target
_ROUNDS = 6
_WORDS = {"zh": "未读。", "en": "Unread."}
_TEXTS = frozenset(
    [
        "name",
        "title",
        "statement",
        "text",
        "why",
        "summary",
        "definition",
        "intro",
        "label",
        "note",
        "reason",
        "inverse",
        "city",
    ]
)
_PLAIN: dict[str, Any] = {
    "source": [UNREAD], "target": UNREAD, "entity": UNREAD, "date": "2024", "as_of": "2024",
    "language": "zh", "state": "dependent", "order": 1, "paragraphs": 1, "says": "context",
    "zh": "未读。", "en": "Unread.", "assessment": "unverified", "basis": "reported",
}  # fmt: skip
_KINDS = {"Entity": "company", "Source": "article"}


def salvaged(
    model: type[M], data: PlacedDict, given: dict[str, Any], vocabulary: Vocabulary
) -> M | None:
    """`data` as a `model` with stand-ins for what is wrong; None if too much is."""
    repair = _Repair(model.__name__, _copied(data), vocabulary, set())
    for _ in range(_ROUNDS):
        whole = PlacedDict({**repair.data, **given})
        whole.where = repair.data.where
        try:
            return model.model_validate(whole, context={"vocabulary": vocabulary})
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                repair.one(detail)
    return None


def _copied(value: Any) -> Any:
    if isinstance(value, PlacedDict):
        copy = PlacedDict({key: _copied(part) for key, part in value.items()})
        where = value.where
        copy.where = Where(where.place, dict(where.keys), dict(where.values))
        return copy
    return [_copied(part) for part in value] if isinstance(value, list) else value


class _Repair:
    """Puts a stand-in where one is known, and takes away what stays wrong."""

    def __init__(
        self, model: str, data: PlacedDict, vocabulary: Vocabulary, tried: set[tuple[Any, ...]]
    ):
        self.model, self.data, self.vocabulary, self.tried = model, data, vocabulary, tried

    def one(self, detail: ErrorDetails) -> None:
        path = self._path(detail["loc"])
        if not path:
            return
        holder, last = self._at(path[:-1]), path[-1]
        if detail["type"] == "extra_forbidden":
            self._drop(path)
        elif detail["type"] == "note-missing" and isinstance(self._at(path), dict):
            self._at(path)["note"] = dict(_WORDS)
        elif isinstance(last, str) and isinstance(holder, dict) and path not in self.tried:
            self.tried.add(path)
            stand_in = self._stand_in(path, holder)
            if stand_in is None:
                self._drop(path)
            else:
                holder[last] = stand_in
        else:
            item = next(
                (i for i in range(len(path), 0, -1) if isinstance(path[i - 1], int)), len(path)
            )
            self._drop(path[:item])

    def _stand_in(self, path: tuple[Any, ...], holder: dict[str, Any]) -> Any:
        key, words = path[-1], self.vocabulary
        if key in _TEXTS:
            return dict(_WORDS)
        if key == "id":
            return "-".join([UNREAD, *(str(step) for step in path[:-1])])
        if key == "kind":
            tables: dict[str, Iterable[str]] = {
                "relations": words.relations,
                "events": words.events,
            }
            kinds = tables.get(str(path[0]))
            return next(iter(kinds), None) if kinds else _KINDS.get(self.model)
        first: dict[str, Iterable[str]] = {
            "metric": words.metrics,
            "topic": words.topics,
            "tier": words.tiers,
            "domain": words.domains,
        }
        if key in first:
            return next(iter(first[key]), None)
        if key == "value" and holder.get("metric") in words.metrics:
            unit = next(iter(words.units_of(holder["metric"])), None)
            return unit.zh.replace("{n}", "24") if unit else None
        return _PLAIN.get(key)

    def _path(self, loc: tuple[int | str, ...]) -> tuple[Any, ...]:
        """`loc` less the names of branches, as far as it is in the data or one step beyond."""
        steps: list[int | str] = []
        here: Any = self.data
        for index, step in enumerate(loc):
            if isinstance(step, int):
                if not isinstance(here, list) or step >= len(here):
                    continue
                here = here[step]
            elif index == 2 and steps[:1] == ["columns"]:
                continue  # the branch, which bears the name of its key
            elif isinstance(here, dict) and not step.startswith("<"):
                here = here.get(step)
            else:
                continue
            steps.append(step)
        return tuple(steps)

    def _at(self, path: tuple[Any, ...]) -> Any:
        here: Any = self.data
        for step in path:
            here = here[step]
        return here

    def _drop(self, path: tuple[Any, ...]) -> None:
        holder, last = self._at(path[:-1]), path[-1]
        if isinstance(holder, list):
            del holder[last]
            around, key = (
                self._at(path[:-2]) if len(path) > 1 else None,
                path[-2] if len(path) > 1 else "",
            )
            if isinstance(around, PlacedDict) and isinstance(
                places := around.where.values.get(key), tuple
            ):
                around.where.values[key] = places[:last] + places[last + 1 :]
        elif isinstance(holder, dict):
            holder.pop(last, None)
