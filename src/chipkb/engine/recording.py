"""A knowledge base that notes what is asked of it, so that a page is made again only if an answer changed.

What is asked is the name of a table or an index, with the key or for the whole of it; what a key has no
answer for is an answer too. Answers are compared by the texts of the files that the things in them were
read from: coarser than what a page prints, but nothing that it prints can change without it.
"""

import dataclasses
import types
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from chipkb.engine.cache import key_of
from chipkb.model.base import Model
from chipkb.model.content import ContentPage
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import LANGS

Asked = tuple[str, str | None]  # the name of a table, and the key or None for the whole
_MISSING = object()
_IN_EVERY_KEY = {"vocabulary"}  # a change there makes all pages anew


class Unknown(Exception):
    """An answer holds something of which we cannot say whether it changed."""


class Recording:
    """Stands for `kb` wherever pages are made of it."""

    def __init__(self, kb: KnowledgeBase):
        self._kb = kb
        self._asked: dict[Asked, None] | None = None

    def begin(self) -> None:
        """From here on it is noted what is asked."""
        self._asked = {}

    def end(self) -> tuple[Asked, ...]:
        """What was asked since."""
        asked, self._asked = self._asked or {}, None
        return tuple(asked)

    def note(self, name: str, key: str | None = None) -> None:
        if self._asked is not None:
            self._asked[name, key] = None

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._kb, name)
        if isinstance(value, types.MethodType):  # it asks us in turn
            return types.MethodType(value.__func__, self)
        if isinstance(value, dict):
            return _Table(self, name, value)
        if name not in _IN_EVERY_KEY:
            self.note(name)
        return value


class _Table(Mapping[str, Any]):
    """A table or an index, whose readers are noted by the keys they ask for."""

    __slots__ = ("_name", "_recording", "_table")

    def __init__(self, recording: Recording, name: str, table: dict[str, Any]):
        self._recording, self._name, self._table = recording, name, table

    def __getitem__(self, key: str) -> Any:
        self._recording.note(self._name, key)
        return self._table[key]

    def __contains__(self, key: object) -> bool:
        self._recording.note(self._name, str(key))
        return key in self._table

    def get(self, key: str, default: Any = None) -> Any:
        self._recording.note(self._name, key)
        return self._table.get(key, default)

    def __iter__(self) -> Iterator[str]:
        self._recording.note(self._name)
        return iter(self._table)

    def __len__(self) -> int:
        self._recording.note(self._name)
        return len(self._table)

    def keys(self) -> Any:
        self._recording.note(self._name)
        return self._table.keys()

    def values(self) -> Any:
        self._recording.note(self._name)
        return self._table.values()

    def items(self) -> Any:
        self._recording.note(self._name)
        return self._table.items()


class Answers:
    """What a knowledge base answers today, each answer by its digest; `files` are the digests of the
    texts it was read from, by their paths."""

    def __init__(self, kb: KnowledgeBase, files: Mapping[str, str]):
        self._kb, self._files = kb, files
        self._known: dict[Asked, str] = {}

    def file(self, path: str) -> str:
        """The digest of a file's text; nothing of what is no file."""
        return self._files.get(path, "")

    def digest(self, asked: Asked) -> str:
        """Raises Unknown."""
        if asked not in self._known:
            name, key = asked
            value = getattr(self._kb, name)
            answer = value if key is None else value.get(key, _MISSING)
            self._known[asked] = key_of("\n".join(self._told(answer)))
        return self._known[asked]

    def _told(self, value: Any) -> Iterator[str]:
        """Words that differ if the value does."""
        if value is _MISSING:
            yield "no such"
        elif isinstance(value, Placed):
            yield f"placed {value.permanent_id}"
            yield from self._told(value.entity)
        elif isinstance(value, Model):
            place = value.place
            if isinstance(value, ContentPage):  # of two files
                yield from (self.file(f"content/{value.id}.{lang}.md") for lang in LANGS)
            if place.file and place.file not in self._files:
                raise Unknown(place.file)
            yield f"{type(value).__name__} {place} {self._files.get(place.file) or value!r}"
        elif value is None or isinstance(value, str | int | bool | date | Decimal | Enum):
            yield f"{type(value).__name__} {value!r}"
        elif isinstance(value, Mapping):
            yield f"{len(value)} pairs"
            for key, one in value.items():
                yield from self._told(key)
                yield from self._told(one)
        elif isinstance(value, tuple | list):
            yield f"{len(value)} in order"
            for one in value:
                yield from self._told(one)
        elif isinstance(value, set | frozenset):
            yield f"{len(value)} in no order"
            yield from sorted("\0".join(self._told(one)) for one in value)
        elif dataclasses.is_dataclass(value):
            yield type(value).__name__
            for field in dataclasses.fields(value):
                yield from self._told(getattr(value, field.name))
        else:
            raise Unknown(type(value).__name__)
