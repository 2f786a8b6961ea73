"""YAML text into plain values that know their places.

Scalars but true and false stay strings (dates and numbers are read by the models, which know what they should be);
a mapping is a `PlacedDict`. PyYAML alone would silently keep the last of two equal keys.
"""

from dataclasses import dataclass

import yaml

from chipkb.values.place import Place, Where
from chipkb.values.problem import Problem

# The C loader is many times faster; wheels of PyYAML have it, a bare build may not.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PlacedDict(dict):
    """A mapping from a YAML file, with the places of its keys and values."""

    where: Where


@dataclass(frozen=True, slots=True)
class Parsed:
    """`data` is None when the text could not be read; `places` mirrors a top-level list."""

    data: "PlacedDict | list | None"
    places: "Where | tuple | None"
    problems: tuple[Problem, ...]


def parse_yaml(file: str, text: str) -> Parsed:
    """The one document in `text`. Never raises on bad input: what is wrong comes as problems."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, None, (_syntax_problem(file, error),))
    except yaml.YAMLError as error:
        return Parsed(None, None, (Problem.at(Place(file, 1, 1), "yaml-syntax", reason=error),))
    if node is None:
        return Parsed(None, None, (Problem.at(Place(file, 1, 1), "yaml-empty"),))
    builder = _Builder(file)
    data, places = builder.build(node)
    if not isinstance(data, (PlacedDict, list)):
        found = Problem.at(builder.place(node), "yaml-mapping", found=repr(data))
        return Parsed(None, None, (found,))
    return Parsed(data, places, tuple(builder.problems))


class _Builder:
    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self._open: set[int] = set()

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def build(self, node: yaml.Node):
        if id(node) in self._open:  # an alias inside its own anchor would never end
            self.problems.append(
                Problem.at(self.place(node), "yaml-feature", feature="a self-referring anchor")
            )
            return None, self.place(node)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node), self.place(node)
        self._open.add(id(node))
        try:
            return self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)
        finally:
            self._open.discard(id(node))

    def _scalar(self, node: yaml.ScalarNode) -> str | bool | None:
        if node.tag == "tag:yaml.org,2002:null":
            return None
        # Only the two plain words are truth values; YAML 1.1 would read "on" and "no" as such too.
        if node.tag == "tag:yaml.org,2002:bool" and node.value in ("true", "false"):
            return node.value == "true"
        return node.value

    def _list(self, node: yaml.SequenceNode):
        built = [self.build(item) for item in node.value]
        return [data for data, _ in built], tuple(place for _, place in built) or self.place(node)

    def _mapping(self, node: yaml.MappingNode):
        data, where = PlacedDict(), Where(self.place(node))
        data.where = where
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.value == "<<":
                self.problems.append(
                    Problem.at(self.place(key_node), "yaml-feature", feature="'<<' or '?'")
                )
                continue
            key = key_node.value
            if key in where.keys:
                first = where.keys[key].line
                self.problems.append(
                    Problem.at(self.place(key_node), "key-duplicate", key=key, first=first)
                )
                continue
            where.keys[key] = self.place(key_node)
            data[key], where.values[key] = self.build(value_node)
        return data, where


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    reason = " ".join(str(part) for part in (error.context, error.problem) if part)
    return Problem.at(place, "yaml-syntax", reason=reason)
