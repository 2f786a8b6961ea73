"""A parsed text as bytes to keep, and back: the same values, problems and, when asked for, places.

Who reads a text again that has not changed wants its values at once and its places hardly ever, so
the places stay packed until somebody asks for one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from chipkb.load.placed import Parsed, PlacedDict
from chipkb.values.place import Place, Where
from chipkb.values.problem import Edit, Problem

_FIRST = re.compile(r"\[\[\[(\d+),(\d+)(?:,(\d+))?\]")

# How places are packed. A place is [line, column, length of what is written there], without the
# length where nothing is; a mapping is [its place, places of its keys, places of its values]. In the
# places of values, a number is a mapping, counted in the order of the text, and a list of one list
# the places of a list's items.


def packed(text: str, parsed: Parsed) -> bytes | None:
    """`parsed`, which was read from `text`; None if it cannot be told apart from the text alone."""
    try:
        packing = _Packing(_Lines(text))
        packing.value(parsed.data)
        places = _dumped(packing.mappings)
        problems = [_problem_out(problem) for problem in parsed.problems]
        return _dumped([parsed.data, problems, places]).encode("utf-8")
    except (_Unlike, UnicodeEncodeError):
        return None


def recalled(file: str, text: str, content: bytes) -> Parsed:
    """What `packed` made of the same text; raises ValueError on anything else."""
    data, problems, places = json.loads(content)
    kept = _Kept(file, _Lines(text), places)
    found = tuple(_problem_in(file, one) for one in problems)
    return Parsed(_value_in(data, kept, count()), found)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Unlike(Exception):
    """A place whose words are not where its line and column say."""


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def written(self, line: int, col: int, length: int) -> str:
        start = self._starts[line - 1] + col - 1
        return self.text[start : start + length]


class _Packing:
    """The mappings of a text in its order, as they are numbered when it is recalled."""

    def __init__(self, lines: _Lines):
        self.mappings: list[Any] = []
        self._lines = lines
        self._numbers: dict[int, int] = {}  # of a Where by its identity

    def value(self, data: Any) -> None:
        if isinstance(data, PlacedDict):
            where = data.where
            entry: list[Any] = []
            self._numbers[id(where)] = len(self.mappings)
            self.mappings.append(entry)
            for inner in data.values():
                self.value(inner)
            keys = {key: self.place_of(place) for key, place in where.keys.items()}
            values = {key: self.place_of(place) for key, place in where.values.items()}
            entry += [self.place_of(where.place), keys, values]
        elif isinstance(data, list):
            for inner in data:
                self.value(inner)

    def place_of(self, place: Any) -> Any:
        if isinstance(place, Where):
            return self._numbers[id(place)]
        if isinstance(place, tuple):
            return [[self.place_of(one) for one in place]]
        if not place.written:
            return [place.line, place.col]
        length = len(place.written)
        if self._lines.written(place.line, place.col, length) != place.written:
            raise _Unlike
        return [place.line, place.col, length]


@dataclass
class _Kept:
    """The places of one text, unpacked when the first is asked for."""

    file: str
    lines: _Lines
    packed: str

    @cached_property
    def wheres(self) -> list[Where]:
        """The places of each mapping, in the order of the text."""
        mappings = json.loads(self.packed)
        wheres = [Where(self._place(place)) for place, _, _ in mappings]
        for where, (_, keys, values) in zip(wheres, mappings, strict=True):
            where.keys.update({key: self._place(place) for key, place in keys.items()})
            where.values.update({key: self._any(place, wheres) for key, place in values.items()})
        return wheres

    @cached_property
    def first(self) -> Place:
        """The place of the text's first mapping: who asks for it often wants no more than the file."""
        found = _FIRST.match(self.packed)
        return self._place([int(n) for n in found.groups() if n]) if found else self.wheres[0].place

    def _any(self, place: Any, wheres: list[Where]) -> Any:
        if isinstance(place, int):
            return wheres[place]
        if isinstance(place[0], list):
            return tuple(self._any(one, wheres) for one in place[0])
        return self._place(place)

    def _place(self, place: list[int]) -> Place:
        line, col, *length = place
        return Place(self.file, line, col, self.lines.written(line, col, *length) if length else "")


class _KeptWhere(Where):
    """The places of one mapping, of which only the number is known until one is asked for."""

    __slots__ = ("_kept", "_number")
    _kept: _Kept
    _number: int

    def __init__(self, kept: _Kept, number: int):
        object.__setattr__(self, "_kept", kept)
        object.__setattr__(self, "_number", number)

    @property
    def place(self) -> Place:
        return self._kept.wheres[self._number].place if self._number else self._kept.first

    @property
    def keys(self) -> dict[str, Place]:
        return self._kept.wheres[self._number].keys

    @property
    def values(self) -> dict[str, Any]:
        return self._kept.wheres[self._number].values


def _value_in(data: Any, kept: _Kept, numbers: Iterator[int]) -> Any:
    """`data` with its mappings as they come from the parser."""
    if data.__class__ is dict:
        mapping = PlacedDict(data)
        mapping.where = _KeptWhere(kept, next(numbers))
        for key, value in data.items():
            if value.__class__ is dict or value.__class__ is list:
                mapping[key] = _value_in(value, kept, numbers)
        return mapping
    if data.__class__ is list:
        return [_value_in(value, kept, numbers) for value in data]
    return data


def _problem_out(problem: Problem) -> list[Any]:
    edit = problem.edit
    made = None if edit is None else [*_place_out(edit.place), edit.old, edit.new]
    place = _place_out(problem.place)
    return [*place, problem.code, dict(problem.details), problem.suggestion, made]


def _problem_in(file: str, packed: list[Any]) -> Problem:
    line, col, written, code, details, suggestion, made = packed
    edit = None
    if made:
        edit = Edit(Place(file, *made[:3]), made[3], made[4])
    return Problem(Place(file, line, col, written), code, tuple(details.items()), suggestion, edit)


def _place_out(place: Place) -> tuple[int, int, str]:
    return place.line, place.col, place.written
