"""What is pasted from other formats: fences and tables of Markdown, JSON, settings, remarks of programs."""

import re
from collections.abc import Iterator

from chipkb.load.mend import Mend, Rule, mend
from chipkb.values.keys import KEYS

_KEY = "|".join(sorted(KEYS, key=len, reverse=True))
_START = r"^[ \t]*(?:-[ \t]+)*"
_LINE = re.compile(
    r"^[ \t]*(?P<line>(?P<found>```|~~~)[\w-]*|(?P<row>\|).*\|)[ \t]*$", re.MULTILINE
)
_COMMA = re.compile(
    rf"{_START}[\"'](?:{_KEY})[\"']\s*:\s*(?:\"[^\"\n]*\"|[^\s\"'\[{{,][^,\n]*)(?P<comma>,)[ \t]*$",
    re.MULTILINE,
)
_EQUALS = re.compile(rf"{_START}(?P<key>{_KEY})(?P<sign>[ \t]*[=＝][ \t]*)(?=[^=\s])", re.MULTILINE)
_REMARK = re.compile(
    rf"{_START}(?!(?:zh|en|url|archived):)(?:{_KEY}):[ ]+[^\s\"'{{\[\n][^\n\"']*?(?P<remark>[ \t]+//|[ \t]*＃)(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
# A look at the whole text that is far cheaper than the rules, for what YAML reads without a word.
SUSPECT = re.compile(r"[ \t]//|＃")


def _lines(text: str) -> Iterator[Mend]:
    for match in _LINE.finditer(text):
        yield mend("yaml-foreign", match, "line", "", found=match["found"] or match["row"])


def _json(text: str) -> Iterator[Mend]:
    for match in _COMMA.finditer(text):
        yield mend("yaml-line-comma", match, "comma", "")


def _equals(text: str) -> Iterator[Mend]:
    for match in _EQUALS.finditer(text):
        yield mend("yaml-equals", match, "sign", ": ", key=match["key"])


def _remarks(text: str) -> Iterator[Mend]:
    for match in _REMARK.finditer(text):
        found = match["remark"].strip()
        instead = f"# {match['rest'].strip()}"
        yield mend("yaml-remark", match, "remark", "  #", found=found, instead=instead)


FOREIGN: tuple[Rule, ...] = (_lines, _json, _equals, _remarks)
