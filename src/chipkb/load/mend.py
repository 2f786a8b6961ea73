"""A piece of text that was typed otherwise than it should be, with what should stand there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """Text from `start` to `end` should be `new`; the message points at `at`."""

    code: str
    start: int
    end: int
    new: str
    at: int
    details: tuple[tuple[str, str], ...] = ()


Rule = Callable[[str], Iterator[Mend]]


def mend(code: str, match: re.Match[str], group: int | str, new: str, **details: str) -> Mend:
    """That a group of what was matched should be `new`."""
    start, end = match.span(group)
    return Mend(code, start, end, new, start, tuple(details.items()))


def quoted(value: str) -> str:
    """The value in quotation marks, as YAML reads it back."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
