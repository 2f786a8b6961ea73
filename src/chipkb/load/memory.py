"""What was read before: a text that has not changed is parsed and validated once, not at each edit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from chipkb.load.characters import suspicious_characters
from chipkb.load.placed import Parsed
from chipkb.load.recall import packed, recalled
from chipkb.model.vocabulary import Vocabulary
from chipkb.values.problem import Problem
from chipkb.values.store import Store

T = TypeVar("T")


@dataclass
class Memory:
    """Results by what they were made from; those that one reading did not ask for are forgotten.

    A `store` also knows the texts that other programs have parsed.
    """

    store: Store | None = None
    _kept: dict[Any, tuple[Any, Any]] = field(default_factory=dict)
    _asked: dict[Any, tuple[Any, Any]] = field(default_factory=dict)

    def begin(self) -> None:
        """A new reading of all files."""
        self._kept, self._asked = self._asked, {}

    def parsed(self, name: str, text: str) -> Parsed:
        return self._once(("parsed", name), text, lambda: self._parsed(name, text))

    def _parsed(self, name: str, text: str) -> Parsed:
        kept = self.store.get(name, text) if self.store else None
        if kept is not None:
            return recalled(name, text, kept)
        # Only now: a parser and the rules for what was typed are not needed where nothing changed.
        from chipkb.load.yaml_text import parse_yaml

        parsed = parse_yaml(name, text)
        if self.store and (content := packed(text, parsed)):
            self.store.put(content, name, text)
        return parsed

    def suspicious(self, name: str, text: str) -> tuple[Problem, ...]:
        return self._once(
            ("suspicious", name), text, lambda: tuple(suspicious_characters(name, text))
        )

    def vocabulary(
        self,
        parsed: dict[str, Parsed],
        read: Callable[[dict[str, Parsed]], tuple[Vocabulary, list[Problem]]],
    ) -> tuple[Vocabulary, list[Problem]]:
        """The same object while no file of it changes."""
        return self._once("vocabulary", _Same(*parsed.values()), lambda: read(parsed))

    def model(self, data: Any, vocabulary: Vocabulary, model: type, make: Callable[[], T]) -> T:
        """What was made of `data`, the very object, with the very vocabulary."""
        return self._once(("model", id(data), model), _Same(data, vocabulary), make)

    def _once(self, key: Any, made_from: Any, make: Callable[[], T]) -> T:
        known = self._asked.get(key) or self._kept.get(key)
        if known is None or known[0] != made_from:
            known = (made_from, make())
        self._asked[key] = known
        return known[1]


class _Same:
    """Objects compared by what they are, not by what they hold; they stay alive, so that no other
    takes over their identity."""

    def __init__(self, *objects: Any):
        self._objects = objects

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and len(self._objects) == len(other._objects)
            and all(a is b for a, b in zip(self._objects, other._objects, strict=True))
        )
