"""Ids for ever: what was released, where it went when it moved, and why it is gone when it is.

The ledger (data/ledger) lists every id that a release ever had; `data/moved.yml` says of each that is
not there any more where it went or why there is nothing. An id in neither place is a lost one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from chipkb.model.base import Model, is_id
from chipkb.model.fields import DateField
from chipkb.values.place import Place
from chipkb.values.text import Text


class IdKind(StrEnum):
    """What an id names. Entities and terms share one space of ids."""

    ENTITY = "entity"
    CLAIM = "claim"  # `entity/id`; of a relation `entity/to-target`, formerly `entity/kind.target`
    TERM = "term"
    SOURCE = "source"
    NEED = "need"  # of the supply chain: `link/need`
    WORD = "word"  # of the vocabulary: `table/id`, such as `metrics/revenue`
    HEADING = "heading"  # of a page written by hand: `page#anchor`
    PAGE = "page"  # an address below the root of a language, such as `comparison/gpu-makers`
    FILE = "file"  # a path below the root of the site


_PATH = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*(?:#[a-z0-9-]+)?")
_CLAIM = re.compile(r"[a-z0-9-]+/[a-z0-9-]+(?:\.[a-z0-9-]+)?")
_NEED = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_HEADING = re.compile(r"[a-z0-9-]+#[a-z0-9_-]+")


def _is_id_of(kind: IdKind, text: str) -> bool:
    patterns = {
        IdKind.CLAIM: _CLAIM,
        IdKind.NEED: _NEED,
        IdKind.WORD: _NEED,
        IdKind.HEADING: _HEADING,
        IdKind.PAGE: _PATH,
        IdKind.FILE: _PATH,
    }
    return bool(patterns[kind].fullmatch(text)) if kind in patterns else is_id(text)


@dataclass(frozen=True, slots=True)
class Released:
    """A line of the ledger. `sort` is that of a claim: fact, relation or event."""

    kind: IdKind
    id: str
    place: Place
    sort: str = ""


class Move(Model):
    """An entry of data/moved.yml: `was` is now called `now`, or is `gone` for a reason."""

    kind: IdKind
    was: str
    now: str | None = None
    gone: Text | None = None
    date: DateField

    @model_validator(mode="after")
    def _one_way(self) -> "Move":
        if (self.now is None) == (self.gone is None):
            raise PydanticCustomError("move-one-way", "now or gone")
        return self

    @model_validator(mode="after")
    def _good_ids(self) -> "Move":
        for text in (self.was, self.now):
            if text is None or _is_id_of(self.kind, text):
                continue
            # A claim may become a whole entity.
            if not (text == self.now and self.kind is IdKind.CLAIM and is_id(text)):
                details = {"found": text, "what": self.kind.value}
                raise PydanticCustomError("move-id", "id", details)
        return self


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What became of an id: the present one in `id`, or the `move` that says why it is gone."""

    kind: IdKind
    id: str
    move: Move | None = None  # the last step that led here, if there was any

    @property
    def is_gone(self) -> bool:
        return self.move is not None and self.move.gone is not None


Ids = Mapping[IdKind, Mapping[str, str]]  # by kind, every present id with its standard form


@dataclass(frozen=True)
class Ledger:
    """Everything released, in the order of the files, and every move."""

    released: tuple[Released, ...] = ()
    moves: tuple[Move, ...] = ()

    @cached_property
    def _moves(self) -> dict[tuple[IdKind, str], Move]:
        return {(move.kind, move.was): move for move in self.moves}

    def move_of(self, kind: IdKind, id_: str) -> Move | None:
        """The move that starts at an id."""
        return self._moves.get((kind, id_))

    def whereabouts(self, kind: IdKind, id_: str, present: Ids) -> Whereabouts | None:
        """Where an id leads today; None if it is lost, or if its moves go round in a circle."""
        move: Move | None = None
        for _ in range(len(self.moves) + 1):
            found = _find(kind, id_, present)
            if found:
                return Whereabouts(*found, move)
            step = self._step(kind, id_)
            if step is None:
                return None
            move, id_ = step
            if move.gone:
                return Whereabouts(kind, id_, move)
        return None

    def _step(self, kind: IdKind, id_: str) -> tuple[Move, str] | None:
        """The move that an id made, with what it is called after it; claims go with entities."""
        move = self._moves.get((kind, id_))
        if move:
            return move, move.now or id_
        entity, slash, rest = id_.partition("/")
        if kind is not IdKind.CLAIM or not slash:
            return None
        move = self._moves.get((IdKind.ENTITY, entity))
        return (move, f"{move.now}/{rest}" if move.now else id_) if move else None


def relation_key(entity: str, target: str) -> str:
    """The only relation between two entities, whatever kind it was thought to be of."""
    return f"{entity}/*.{target}"


def _find(kind: IdKind, id_: str, present: Ids) -> tuple[IdKind, str] | None:
    for known in _kinds_beside(kind, id_):
        found = present[known].get(id_)
        if found:
            return known, found
    if kind is IdKind.CLAIM and "." in id_:
        entity, _, rest = id_.partition("/")
        found = present[kind].get(relation_key(entity, rest.partition(".")[2]))
        return (kind, found) if found else None
    return None


def _kinds_beside(kind: IdKind, id_: str) -> Iterable[IdKind]:
    """The kinds among which an id is looked up: what was a term may have become an entity."""
    if kind in (IdKind.ENTITY, IdKind.TERM):
        return kind, IdKind.ENTITY, IdKind.TERM
    if kind is IdKind.CLAIM and "/" not in id_:
        return (IdKind.ENTITY,)
    return (kind,)


def moved_lines(moves: Iterable[tuple[IdKind, str, str]], date: str) -> str:
    """The lines to put at the end of data/moved.yml for ids renamed or merged: (kind, was, now).

    >>> print(moved_lines([(IdKind.ENTITY, "star", "star-chip")], "2026-11-27"), end="")
    - {kind: entity, was: star, now: star-chip, date: 2026-11-27}
    """
    return "".join(
        f"- {{kind: {kind}, was: {was}, now: {now}, date: {date}}}\n" for kind, was, now in moves
    )
