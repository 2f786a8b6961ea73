"""YAML text into plain values that know their places.

Scalars but true and false stay strings, each one line of text (dates and numbers are read by the
models, which know what they should be); a mapping is a `PlacedDict`. Read event by event: PyYAML's
own composer would keep the last of two equal keys without a word, multiply what is referred to by
aliases, and fall with Python's stack on brackets within brackets.
"""

from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from chipkb.load.characters import in_value
from chipkb.load.placed import Parsed, PlacedDict
from chipkb.load.structure import misindented, unclosed
from chipkb.load.typed import SUSPECT, mended
from chipkb.values.place import Place, Where
from chipkb.values.problem import Problem

# The C loader is many times faster; wheels of PyYAML have it, a bare build may not.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_LEVELS = 20  # of lists and mappings within each other; our deepest file has 6
MOST_ITEMS = 500  # of a list within something; our longest has 59
LONGEST_TEXT = 4_000  # characters of one scalar; our longest has 900
_NULLS = ("", "~", "null", "Null", "NULL")


class _Stop(Exception):
    """What stands in the text makes reading on useless; the problem says why."""

    def __init__(self, problem: Problem):
        super().__init__(problem)
        self.problem = problem


def parse_yaml(file: str, text: str) -> Parsed:
    """The one document in `text`. Never raises on bad input: what is wrong comes as problems.

    Where the text was typed otherwise than YAML wants it, that is said, and the rest is read as it
    was probably meant, so that everything is told at once.
    """
    parsed = _parsed(file, text)
    readable = parsed.data is not None
    if readable and not SUSPECT.search(text):
        return parsed
    meant, typed = mended(file, text, readable=readable)
    if not readable and _is_syntax(again := _parsed(file, meant)):
        meant, moved = misindented(file, meant)
        typed += moved
    if not typed:
        return parsed if readable or not _is_syntax(parsed) else _explained(file, text, parsed)
    again = _parsed(file, meant)
    if _is_syntax(again):
        cause = unclosed(file, meant)
        return Parsed(None, (*typed, *([cause] if cause else ())))
    return Parsed(again.data, (*typed, *again.problems))


def _is_syntax(parsed: Parsed) -> bool:
    return any(problem.code == "yaml-syntax" for problem in parsed.problems)


def _explained(file: str, text: str, parsed: Parsed) -> Parsed:
    """With the cause in place of the parser's words, where we find it."""
    cause = unclosed(file, text)
    return Parsed(None, (cause,)) if cause else parsed


def _parsed(file: str, text: str) -> Parsed:
    builder = _Builder(file, text)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _Stop as stop:
        return Parsed(None, (*builder.problems, stop.problem))
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (_syntax_problem(file, error),))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: of an escape that is no character
        return Parsed(None, (Problem.at(Place(file, 1, 1), "yaml-syntax", reason=error),))
    if not builder.done:
        return Parsed(None, (Problem.at(Place(file, 1, 1), "yaml-empty"),))
    data, places = builder.done[0]
    if not isinstance(data, (PlacedDict, list)):
        found = Problem.at(places, "yaml-mapping", found=repr(data)[:60])
        return Parsed(None, (found,))
    return Parsed(data, tuple(builder.problems))


class _Mark(Protocol):
    """Where something begins or ends, counted from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen: what it holds so far."""

    place: Place
    data: PlacedDict | list[Any]
    places: Any  # of a list: the places of its items; of a mapping: its Where
    key: str | None = None  # of a mapping: the key whose value comes next
    skips: int = 0  # of a mapping: how many of the next values belong to no key

    @property
    def wants_key(self) -> bool:
        return isinstance(self.data, PlacedDict) and self.key is None and not self.skips


@dataclass(slots=True)
class _Builder:
    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    done: list[tuple[Any, Any]] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """One step of the text."""
        if isinstance(event, yaml.ScalarEvent):
            self._tagless(event)
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._tagless(event)
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            closed = self._open.pop()
            places = closed.places
            if isinstance(closed.data, list):
                places = tuple(places) or closed.place
            self._put(closed.data, places)
        elif isinstance(event, yaml.AliasEvent):
            raise _Stop(self._feature(event, "an alias ('*')"))
        elif isinstance(event, yaml.DocumentStartEvent) and self.done:
            raise _Stop(Problem.at(self._place(event), "yaml-document"))

    def _place(self, event: yaml.Event) -> Place:
        start, _ = _marks(event)
        return Place(self.file, start.line + 1, start.column + 1)

    def _feature(self, event: yaml.Event, feature: str) -> Problem:
        return Problem.at(self._place(event), "yaml-feature", feature=feature)

    def _tagless(self, event: Any) -> None:
        """Anchors and tags change what a text says; without them a file is what it looks like."""
        if event.anchor is not None:
            self.problems.append(self._feature(event, "an anchor ('&')"))
        if event.tag not in (None, "!"):
            self.problems.append(self._feature(event, "a tag ('!')"))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if len(self._open) == MOST_LEVELS:
            raise _Stop(Problem.at(place, "yaml-depth", most=MOST_LEVELS))
        around = self._open[-1] if self._open else None
        if around and around.wants_key:
            self.problems.append(self._feature(event, "a key that is no word ('?')"))
            around.skips = 2  # the key that begins here, and its value
        if isinstance(event, yaml.MappingStartEvent):
            data, where = PlacedDict(), Where(place)
            data.where = where
            self._open.append(_Open(place, data, where))
        else:
            self._open.append(_Open(place, [], []))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _marks(event)
        written = self.text[start.index : end.index]
        place = Place(self.file, start.line + 1, start.column + 1, written)
        value = event.value
        if len(value) > LONGEST_TEXT:
            problem = Problem.at(place, "text-long", found=len(value), most=LONGEST_TEXT)
            self.problems.append(problem)
            value = value[:LONGEST_TEXT]
        if event.style == '"' and "\\" in self.text:  # other styles have no escapes
            self.problems += in_value(place, value, self.text)
        around = self._open[-1] if self._open else None
        if around and around.wants_key:
            self._key(around, place, _line(value), event)
            return
        if event.style is None or event.style == "":
            if value in _NULLS:
                return self._put(None, place)
            # Only the plain words are truth values; YAML 1.1 takes "on" and "no" for such too.
            if value in ("true", "false"):
                return self._put(value == "true", place)
        self._put(_line(value) or None, place)  # quotation marks around nothing hold nothing

    def _key(self, around: _Open, place: Place, key: str, event: yaml.ScalarEvent) -> None:
        if key == "<<":
            self.problems.append(self._feature(event, "a merge key ('<<')"))
            around.skips = 1
        elif key in around.places.keys:
            first = around.places.keys[key].line
            self.problems.append(Problem.at(place, "key-duplicate", key=key, first=first))
            around.skips = 1
        else:
            around.places.keys[key] = place
            around.key = key

    def _put(self, data: Any, places: Any) -> None:
        """A whole value into what is open around it."""
        if not self._open:
            self.done.append((data, places))
            return
        around = self._open[-1]
        if isinstance(around.data, list):
            if len(around.data) == MOST_ITEMS and len(self._open) > 1:
                raise _Stop(Problem.at(around.place, "list-long", most=MOST_ITEMS))
            around.data.append(data)
            around.places.append(places)
        elif around.skips:
            around.skips -= 1
        elif around.key is not None:
            around.data[around.key] = data
            around.places.values[around.key] = places
            around.key = None


def _marks(event: yaml.Event) -> tuple[_Mark, _Mark]:
    assert event.start_mark is not None and event.end_mark is not None  # of every event
    return event.start_mark, event.end_mark


def _line(text: str) -> str:
    """A text of the data is one line: where YAML breaks or pads it means nothing."""
    return " ".join(text.split()) if "\n" in text or "  " in text or text != text.strip() else text


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    reason = " ".join(str(part) for part in (error.context, error.problem) if part)
    return Problem.at(place, "yaml-syntax", reason=reason)
