"""The corpus: what strangers may write, times the places where the data has a text.

`PAYLOADS` are lines of text; `FIELDS` is every text of the tiny world, found in its files and not listed
by hand, with what the world leaves out. A payload may be no good as data (a name with a zero-width
joiner is refused): the case then is that it is refused.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import WORLD

PAYLOADS = [
    line
    for line in (Path(__file__).parent / "payloads.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]

# Keys whose texts are prose, where braces refer to facts and a digit needs one.
_PROSE = {"summary", "intro", "statement", "note", "scope", "definition", "why", "path"}
_PROSE |= {"domestic_state", "answer", "disputed", "sure"}
_PLAIN = {"publisher", "author", "abbreviation", "aliases"}  # texts without a language
_MORE: dict[str, dict[str, Any]] = {  # what the tiny world has no need of
    "data/sources/star-filing.yml": {
        "author": "x",
        "short": {"zh": "短", "en": "Short"},
        "carrier": {"zh": "网", "en": "Web"},
        "caveats": {"zh": "注意", "en": "Careful"},
    },
}


@dataclass(frozen=True)
class Field:
    """A text of the world: its file and the way to it."""

    file: str
    steps: tuple[str | int, ...]

    @property
    def is_prose(self) -> bool:
        key = next(step for step in reversed(self.steps) if step not in ("zh", "en"))
        in_event = "events" in self.steps and "text" in self.steps
        return key in _PROSE or in_event

    @property
    def is_unit(self) -> bool:
        return self.file.endswith("units.yml")

    def __str__(self) -> str:
        return ":".join([self.file.removeprefix("data/"), *map(str, self.steps)])


def documents() -> dict[str, Any]:
    """The files of the world as plain values, with what it leaves out."""
    found = {}
    for path in sorted(WORLD.glob("data/**/*.yml")):
        name = path.relative_to(WORLD).as_posix()
        data = yaml.safe_load(path.read_text("utf-8"))
        found[name] = {**data, **_MORE[name]} if name in _MORE else data
    return found


def _texts(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*steps, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*steps, i))
    elif isinstance(value, str) and (steps[-1] in ("zh", "en") or _PLAIN & set(map(str, steps))):
        yield steps


FIELDS = [Field(name, steps) for name, data in documents().items() for steps in _texts(data)]


def written(payload: str, field: Field, mark: str) -> str:
    """The payload as it can stand in the field; `mark` keeps names apart."""
    if field.is_unit:
        return "{n} " + re.sub(r"[{}]", "", payload) + mark
    if field.is_prose:
        return re.sub(r"[{}\d]|\[\[|\]\]", "", payload) or "x"
    return f"{payload} {mark}"


def put(documents: dict[str, Any], field: Field, text: str) -> None:
    here = documents[field.file]
    for step in field.steps[:-1]:
        here = here[step]
    here[field.steps[-1]] = text


def write(documents: dict[str, Any], root: Path) -> Path:
    """A world of these files at `root`, beside the pages written by hand."""
    shutil.copytree(WORLD, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
    for name, data in documents.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
        (root / name).write_text(text, "utf-8")
    return root


def letters(number: int) -> str:
    """A word without digits: qa, qb, …"""
    return "q" + "".join(chr(97 + int(digit)) for digit in str(number))
