"""Every key and value of a YAML text with where it stands, so that it can be changed and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """`text[start:end]` is written there; `path` are the keys that lead to it, without list items."""

    value: str
    start: int
    end: int
    path: tuple[str, ...]
    is_key: bool = False

    @property
    def key(self) -> str:
        return self.path[-1] if self.path else ""


def scalars(text: str) -> Iterator[Scalar]:
    """Raises yaml.YAMLError on what is no YAML."""
    stack: list[list[str | None]] = []  # for each open mapping its present key; for a list, ["[]"]
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent):
            top = stack[-1] if stack else None
            is_key = top is not None and top[0] != "[]" and top[1] is None
            path = tuple(str(one[1]) for one in stack if one[0] == "{}" and one[1] is not None)
            start, end = event.start_mark, event.end_mark
            assert start is not None and end is not None  # the parser marks every event
            yield Scalar(event.value, start.index, end.index, path, is_key)
            if is_key and top is not None:
                top[1] = event.value
            elif top is not None and top[0] == "{}":
                top[1] = None
        elif isinstance(event, yaml.MappingStartEvent):
            stack.append(["{}", None])
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append(["[]"])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            if stack and stack[-1][0] == "{}":
                stack[-1][1] = None


def rewritten(text: str, change: Callable[[Scalar, str], str | None]) -> str:
    """`text` with each scalar as `change` (of it and its writing) says; None leaves it."""
    parts, end = [], 0
    for scalar in scalars(text):
        new = change(scalar, text[scalar.start : scalar.end])
        if new is not None:
            parts += [text[end : scalar.start], new]
            end = scalar.end
    return "".join([*parts, text[end:]])
