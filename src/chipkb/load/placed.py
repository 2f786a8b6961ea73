"""What a YAML text holds, with the places of it."""

from dataclasses import dataclass
from typing import Any

from chipkb.values.place import Where
from chipkb.values.problem import Problem


class PlacedDict(dict[str, Any]):
    """A mapping from a YAML file, with the places of its keys and values."""

    where: Where


@dataclass(frozen=True, slots=True)
class Parsed:
    """`data` is None when the text could not be read."""

    data: PlacedDict | list[Any] | None
    problems: tuple[Problem, ...]
