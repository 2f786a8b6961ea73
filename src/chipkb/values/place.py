"""Where something stands in the data: file, line and column, as the parser saw it."""

import re
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """One position; `line` and `col` count from 1. Line 0 means the file as a whole.

    The place of a text knows how it is written there, so as to find words in it.
    """

    file: str
    line: int = 0
    col: int = 0
    written: str = field(default="", compare=False, repr=False)

    def within(self, words: str) -> "Place":
        """Where `words` stand in the text at this place, which YAML may have folded or escaped."""
        pattern = r"\s*".join(re.escape(part) for part in words.split())
        found = re.search(pattern, self.written) if pattern else None
        if found is None:
            return self
        before = self.written[: found.start()]
        lines = before.count("\n")
        col = found.start() - before.rfind("\n") if lines else self.col + found.start()
        return Place(self.file, self.line + lines, col)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Where:
    """The places of one YAML mapping: its own, those of its keys and those of its values.

    A value's place is a `Place`, a `Where` for a mapping, or a tuple of these for a list.
    """

    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    def of(self, *path: str | int) -> Place:
        """The place of the value at `path`, or of the nearest thing around it that has one."""
        found: Any = self
        for step in path:
            inner = _step(found, step)
            if inner is None:
                break
            found = inner
        return _place_of(found, self.place)

    def spot(self, *path: str | int) -> "Spot":
        """The same as `of` for whoever asks of many and needs the place of few."""
        return Spot(self, path)

    def of_key(self, *path: str | int) -> Place:
        """The place of the last key of `path` itself rather than of its value."""
        holder: Any = self
        for step in path[:-1]:
            holder = _step(holder, step) or holder
        if isinstance(holder, Where) and path and path[-1] in holder.keys:
            return holder.keys[str(path[-1])]
        return self.of(*path)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by the way to it, looked up when somebody asks: most are of what is right."""

    around: Where
    path: tuple[str | int, ...]

    @property
    def place(self) -> Place:
        return self.around.of(*self.path)


def _step(found: Any, step: str | int) -> Any:
    if isinstance(found, Where):
        return found.values.get(str(step))
    if isinstance(found, tuple) and isinstance(step, int) and step < len(found):
        return found[step]
    return None


def _place_of(found: Any, around: Place) -> Place:
    if isinstance(found, Place):
        return found
    if isinstance(found, Where):
        return found.place
    if isinstance(found, tuple) and found:
        return _place_of(found[0], around)
    return around
