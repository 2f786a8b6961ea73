"""Why YAML could not be read: the quotation mark, bracket or indentation that is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.load.typed import KEY
from chipkb.values.place import Place
from chipkb.values.problem import Edit, Problem

_LINE = re.compile(r"^(?P<lead>[ ]*)(?P<dashes>(?:-(?:[ ]+|$))*)(?P<rest>.*)$")
_ENTRY = re.compile(rf"(?P<key>{KEY}|[a-z0-9-]+|[\u4e00-\u9fff]+):(?:\s+(?P<value>.*))?$")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_PAIR = {"[": "]", "{": "}"}
_AFTER_QUOTE = re.compile(r"\s*(?:[,}\]].*|#.*)?$")
_INNER_QUOTE = re.compile(rf"[{{,\[]\s*(?:(?:{KEY}):\s+)?(?P<quote>[\"'])")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins an entry or an item: where its dash and its key stand."""

    number: int
    dash: int | None
    indent: int  # of the key
    opens: bool  # the next lines belong under it


def misindented(file: str, text: str) -> tuple[str, list[Problem]]:
    """Lines that stand further in or out than those they belong with, moved to where these are."""
    lines = text.split("\n")
    problems = []
    stack: list[_Line] = []
    for entry in list(_entries(lines)):
        expected = _expected(stack, entry)
        if expected is not None:
            indent, sibling = expected
            column = entry.dash if entry.dash is not None else entry.indent
            place = Place(file, entry.number, column + 1)
            problem = Problem.at(
                place, "yaml-indent", found=column, expected=indent, sibling=sibling.number
            )
            start = Place(file, entry.number, 1)
            problems.append(problem.mended_by(Edit(start, " " * column, " " * indent)))
            moved = " " * indent + lines[entry.number - 1][column:]
            lines[entry.number - 1] = moved
            entry = _Line(entry.number, None if entry.dash is None else indent,
                          entry.indent + indent - column, entry.opens)  # fmt: skip
        while stack and stack[-1].indent > (entry.dash if entry.dash is not None else entry.indent):
            stack.pop()
        item = entry.dash
        if stack and entry.dash is None and stack[-1].indent == entry.indent:
            item = stack.pop().dash
        stack.append(_Line(entry.number, item, entry.indent, entry.opens))
    return "\n".join(lines), problems


def _entries(lines: list[str]) -> Iterator[_Line]:
    block: int | None = None  # the indentation of a key whose text goes on below it
    quote = ""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.match(line)
        if match is None:
            continue
        lead, rest = len(match["lead"]), match["rest"]
        if quote:
            quote = "" if _closes(line, quote) else quote
            continue
        if block is not None and lead > block:
            continue
        block = None
        entry = _ENTRY.match(rest)
        dash = lead if match["dashes"] else None
        indent = lead + len(match["dashes"])
        if entry is None:
            if dash is not None:
                yield _Line(number, dash, indent, False)
            continue
        value = (entry["value"] or "").strip()
        value = "" if value.startswith("#") else value
        if value[:1] in "|>" and value:
            block = indent
        elif value[:1] in ("'", '"') and value and not _CLOSED[value[0]].match(value):
            quote = value[0]
        yield _Line(number, dash, indent, not value)


def _closes(line: str, quote: str) -> bool:
    return line.replace("''", "").replace('\\"', "").count(quote) % 2 == 1


def _expected(stack: list[_Line], entry: _Line) -> tuple[int, _Line] | None:
    """Where an entry should stand, with a line it belongs with; None if it stands right."""
    column = entry.dash if entry.dash is not None else entry.indent
    if not stack:
        return None
    last = stack[-1]
    if last.opens and (column > last.indent or (entry.dash is not None and column == last.indent)):
        return None
    if entry.dash is not None:
        siblings = [one for one in stack if one.dash is not None]
        exact = [one for one in siblings if one.dash == column]
        if exact or not siblings:
            return None
        near = min(siblings, key=lambda one: abs(one.dash - column))  # type: ignore[operator]
        return (near.dash or 0), near
    if any(one.indent == column for one in stack):
        return None
    near = min(reversed(stack), key=lambda one: abs(one.indent - column))
    return near.indent, near


def unclosed(file: str, text: str) -> Problem | None:
    """The first quotation mark or bracket that opens and does not close where it should."""
    lines = text.split("\n")
    skip_to = 0
    for number, line in enumerate(lines, 1):
        if number <= skip_to or not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.match(line)
        entry = match and _ENTRY.match(match["rest"])
        value = (
            (entry["value"] or "")
            if entry
            else (match["rest"] if match and match["dashes"] else "")
        )
        if not value:
            continue
        column = len(line) - len(value)
        rest = "\n".join([value, *_continued(lines, number)])
        skip_to = number + rest.count("\n")
        if value[0] in _CLOSED:
            closed = _CLOSED[value[0]].match(rest)
            behind = rest[closed.end() :].split("\n")[0] if closed else None
            if behind is None or not _AFTER_QUOTE.match(behind):
                return Problem.at(Place(file, number, column + 1), "yaml-quote")
        elif value[0] in _PAIR:
            problem = _unclosed_bracket(file, number, column, rest)
            if problem:
                return problem
    return None


def _continued(lines: list[str], number: int) -> Iterator[str]:
    """The lines below that can only belong to the value of line `number`."""
    lead = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    for line in lines[number:]:
        match = _LINE.match(line)
        if (
            not line.strip()
            or match is None
            or len(match["lead"]) <= lead
            or _ENTRY.match(match["rest"])
        ):
            return
        yield line


def _unclosed_bracket(file: str, number: int, column: int, rest: str) -> Problem | None:
    place = Place(file, number, column + 1)
    for quote in _INNER_QUOTE.finditer(rest.split("\n")[0]):
        closed = _CLOSED[quote["quote"]].match(rest, quote.start("quote"))
        if closed is None or not _AFTER_QUOTE.match(rest[closed.end() :].split("\n")[0]):
            return Problem.at(Place(file, number, column + 1 + quote.start("quote")), "yaml-quote")
    bare = rest
    for pattern in _CLOSED.values():
        bare = re.sub(rf"(?<=[\s,\[{{]){pattern.pattern}", "", bare)
    for opening, closing in _PAIR.items():
        if bare.count(opening) > bare.count(closing) and rest[0] == opening:
            return Problem.at(place, "yaml-bracket", found=opening, expected=closing)
    return None
