"""Pages written by hand: their title, and the keys of their headings.

`## 评定 {#assessments _4}`: the key is the heading's address in both languages, for good; behind it stand
the addresses it had before. Markdown has no sign for this, so it is taken out before anything else reads
the text.
"""

import re
from collections.abc import Iterator

from chipkb.model.content import Heading

_KEYS = re.compile(r"[ \t]+\{#(?P<key>[a-z0-9-]+)(?P<former>(?: [a-z0-9_-]+)*)\}[ \t]*$")
_FENCE = ("```", "~~~")


def without_keys(text: str) -> tuple[str, tuple[Heading, ...]]:
    """The text, and its headings below the first."""
    lines, headings = text.split("\n"), []
    for number in _heading_lines(lines):
        found = _KEYS.search(lines[number])
        if found:
            lines[number] = lines[number][: found.start()]
        if not lines[number].startswith("# "):
            key, former = (found["key"], found["former"].split()) if found else ("", [])
            headings.append(Heading(key, tuple(former), number + 1))
    return "\n".join(lines), tuple(headings)


def title_of(text: str) -> str:
    """The first heading, or ''."""
    first = next((line for line in text.splitlines() if line.startswith("# ")), "")
    return first.removeprefix("# ").strip()


def _heading_lines(lines: list[str]) -> Iterator[int]:
    fenced = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(_FENCE):
            fenced = not fenced
        elif not fenced and re.match(r"#{1,6} ", line):
            yield number
