"""Dashes of a list: one begins an item, and the further lines of the item have none."""

import re
from collections.abc import Iterator

from chipkb.load.mend import Mend, Rule
from chipkb.values.keys import KEYS

_KEY = "|".join(sorted(KEYS, key=len, reverse=True))
# An item that is an id alone, with an item below it that is some other key: both are one thing.
_EACH_LINE = re.compile(
    rf"^(?P<each>[ ]*)-[ ]id:[^\n]*\n(?P<rest>(?P=each)-[ ](?!id:)(?:{_KEY}):[^\n]*(?:\n|\Z)"
    rf"(?:(?P=each)(?:-[ ](?!id:)(?:{_KEY}):|[ ][ ])[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
# A second id within one item, or right below an item in braces.
_NONE = re.compile(
    r"^(?P<none>[ ]*)-[ ](?:id:[^\n]*\n(?:(?P=none)[ ][ ](?!id:)[^\n]*\n)*|\{[^\n]*\n)(?P<bare>(?P=none)[ ][ ](?=id:))",
    re.MULTILINE,
)  # fmt: skip


def _too_many(text: str) -> Iterator[Mend]:
    for match in _EACH_LINE.finditer(text):
        lead, start = match["each"], match.start("rest")
        lines = match["rest"].split("\n")
        new = "\n".join(
            f"{lead}  {line[len(lead) + 2 :]}" if line.startswith(f"{lead}- ") else line
            for line in lines
        )
        yield Mend("yaml-dashes", start, match.end("rest"), new, start + len(lead))


def _missing(text: str) -> Iterator[Mend]:
    at = 0
    while match := _NONE.search(text, at):
        start, lead = match.start("bare"), match["none"]
        yield Mend("yaml-dash", start, match.end("bare"), f"{lead}- ", match.end("bare"))
        text = f"{text[:start]}{lead}- {text[match.end('bare') :]}"
        at = start


DASHES: tuple[Rule, ...] = (_too_many, _missing)
SUSPECT = re.compile(
    r"^(?P<each>[ ]*)-[ ]id:[^\n]*\n(?:(?P=each)-[ ](?!id:)[a-z_]+:|(?:(?P=each)[ ][ ](?!id:)[^\n]*\n)*(?P=each)[ ][ ]id:)",
    re.MULTILINE,
)
