"""What people type that YAML reads otherwise or not at all: told by its cause, and mended to read on.

Each rule looks at the whole text and yields mends; what one rule mended the next one sees. A mend
keeps the number of lines, so that everything behind it still knows its line.
"""

import re
from collections.abc import Iterator

from chipkb.load.dashes import DASHES
from chipkb.load.dashes import SUSPECT as DASHES_SUSPECT
from chipkb.load.foreign import FOREIGN
from chipkb.load.foreign import SUSPECT as FOREIGN_SUSPECT
from chipkb.load.mend import Mend, Rule, mend, quoted
from chipkb.values.keys import KEYS
from chipkb.values.place import Place
from chipkb.values.problem import Edit, Problem

KEY = "|".join(sorted(KEYS, key=len, reverse=True))
_START = r"^[ \t]*(?:-[ \t]+)*"  # what may stand in front of a key
_WORDS = r"zh|en|publisher|author|carrier"  # keys whose values are words, where '#' is no remark


_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?= |$).*$", re.MULTILINE)


def _conflicts(text: str) -> Iterator[Mend]:
    for match in _CONFLICT.finditer(text):
        yield mend("yaml-conflict", match, 0, "")


_COLON = re.compile(rf"(?:{_START}|[{{,]\s*)(?P<key>{KEY})(?P<colon>\s*：\s*)", re.MULTILINE)


def _colons(text: str) -> Iterator[Mend]:
    for match in _COLON.finditer(text):
        yield mend("yaml-colon", match, "colon", ": ", key=match["key"])


_BLANK = re.compile(
    rf"(?:{_START}|[{{,]\s*)(?P<key>{KEY}):(?P<gap>)(?=[^\s/:,}}])(?P<rest>[^\s,}}]{{0,12}})",
    re.MULTILINE,
)
_DASH = re.compile(rf"^[ \t]*-(?P<gap>)(?P<rest>(?:{KEY}):)(?=\s)", re.MULTILINE)


def _blanks(text: str) -> Iterator[Mend]:
    for match in _BLANK.finditer(text):
        yield mend("yaml-blank", match, "gap", " ", instead=f"{match['key']}: {match['rest']}")
    for match in _DASH.finditer(text):
        yield mend("yaml-blank", match, "gap", " ", instead=f"- {match['rest']}")


_TAB = re.compile(
    r"^(?P<before>[ ]*)(?P<tab>\t[ \t]*)(?=\S)|:(?P<behind>[ ]*\t[ \t]*)(?=\S)", re.MULTILINE
)


def _tabs(text: str) -> Iterator[Mend]:
    for match in _TAB.finditer(text):
        if match["behind"] is not None:
            yield mend("yaml-tab", match, "behind", " ")
        else:
            yield mend("yaml-tab", match, 0, " " * _indent_before(text, match.start()))


def _indent_before(text: str, at: int) -> int:
    """How far the key of the line above stands in, or what belongs under it."""
    lines = text[:at].splitlines()
    line = next((line for line in reversed(lines) if line.strip()), "")
    lead = re.match(r"[ ]*(?:- +)*", line)
    return (lead.end() if lead else 0) + (2 if line.rstrip().endswith(":") else 0)


_MARK = re.compile(rf"^[ \t]*(?P<mark>[－–—·•●*])[ \t]*(?=(?:{KEY}):)", re.MULTILINE)
_BRACKETS = {
    "【": ("[", "]", "】"),
    "［": ("[", "]", "］"),
    "｛": ("{", "}", "｝"),
    "〔": ("[", "]", "〕"),
}
_WIDE = re.compile(
    rf"{_START}(?:{KEY}):[ ]+(?P<whole>(?P<open>[【［｛〔])(?P<inside>.*)[】］｝〕]?)[ ]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(
    rf"(?:{_START}|[{{,]\s*)(?!(?:{_WORDS}):)(?:{KEY}):[ ]+(?P<whole>[“‘「『](?P<inside>[^”’」』\n]*)[”’」』])",
    re.MULTILINE,
)  # fmt: skip


def _full_width(text: str) -> Iterator[Mend]:
    for match in _MARK.finditer(text):
        yield mend("yaml-full-width", match, "mark", "-", found=match["mark"], instead="'- '")
    for match in _WIDE.finditer(text):
        begin, end, wide = _BRACKETS[match["open"]]
        new = f"{begin}{match['inside'].rstrip(wide)}{end}"
        found = match["open"] + wide
        yield mend("yaml-full-width", match, "whole", new, found=found, instead=begin + end)
    for match in _QUOTED.finditer(text):
        instead = quoted(match["inside"])
        found = match["whole"][0] + match["whole"][-1]
        yield mend("yaml-full-width", match, "whole", instead, found=found, instead=instead)


_LIST = re.compile(
    rf"(?:{_START}|[{{,]\s*)(?:aliases|with|see|source|entities|also_in|conflicts_with|only|held_by|"
    r"domestic|figures|featured|author|units|domains|metrics|events|relations|event):\s*\[(?P<inside>[^\[\]\n\"']*)\]",
    re.MULTILINE,
)  # fmt: skip
_WIDE_COMMA = re.compile(r"\s*(?P<comma>[，、；])\s*")
_KEY_COMMA = re.compile(rf"\{{[^{{}}\n]*?(?P<comma>\s*[，；、]\s*)(?={KEY}:\s)")


def _commas(text: str) -> Iterator[Mend]:
    for found in _LIST.finditer(text):
        for comma in _WIDE_COMMA.finditer(text, *found.span("inside")):
            yield mend("yaml-comma", comma, 0, ", ", found=comma["comma"])
    for match in _KEY_COMMA.finditer(text):
        yield mend("yaml-comma", match, "comma", ", ", found=match["comma"].strip())


_CITED = re.compile(
    rf"{_START}source:[ ]+[a-z0-9-]+(?P<gap>[ ]+)#[a-z0-9-]+/[0-9]+[ ]*$", re.MULTILINE
)


def _hash_in_citation(text: str) -> Iterator[Mend]:
    for match in _CITED.finditer(text):
        instead = re.sub(r"\s+#", "#", match[0].partition("source:")[2].strip())
        yield mend("yaml-hash", match, "gap", "", instead=instead)


# A sentence that was not put in quotation marks, with the lines on which it goes on.
_BLOCK = re.compile(
    rf"^(?P<lead>[ ]*)(?P<dash>(?:-[ ]+)*)(?P<key>{KEY}):[ ]+(?P<value>(?![\"'|#])[^\n]+"
    rf"(?:\n(?P=lead)[ ]++(?!(?:-[ ]+)*(?:{KEY}|[a-zA-Z_-]+|[\u4e00-\u9fff]{{1,8}}):(?:\s|$))(?!- )[^\n]+)*)",
    re.MULTILINE,
)
_FOLDING = re.compile(r">[+-]?[0-9]?[+-]?[ ]*(?:#.*)?(?:\n|$)")
_MAPPING = re.compile(rf"\{{\s*(?:[\"'\w-]+:(?:\s|$)|\}}|$)|\{{\s*(?:{KEY})\s*：")
_ENDS = re.compile(r"(?P<colon>:)(?:\s|$)|(?P<hash>\s+)#")
_BEGINS = re.compile(r"[>%@`!*]|\{|\[\[")
_INNER = re.compile(r"(?<!^)[\[\]{}]")
_FLOW = re.compile(
    rf"[{{,]\s*(?P<key>{KEY}):[ ]+(?P<value>(?![\"'\[{{])[^\n]*?|\[\[[^\n]*?|\{{[a-z0-9/-]+(?:\.as_of)?\}}[^\n]*?)"
    rf"(?=,\s*(?:{KEY}):\s|\}}\s*(?:#[^\n]*)?$|\}}\s*[,}}])",
    re.MULTILINE,
)  # fmt: skip


def _unquoted(text: str) -> Iterator[Mend]:
    """Texts that need quotation marks: for how they begin, or for a colon or '#' within."""
    for match in _BLOCK.finditer(text):
        value = match["value"]
        if not _FOLDING.match(value) and not _is_flow(value):
            yield from _needs_quotes(match, value, match["key"])
    for line in re.finditer(r"^[^\n#]*\{(?:[^\n]*)$", text, re.MULTILINE):
        for match in _FLOW.finditer(text, *line.span()):
            yield from _needs_quotes(match, match["value"], match["key"])
            if inner := _INNER.search(match["value"]):
                start, value = match.start("value"), match["value"].rstrip()
                at = start + inner.start()
                yield _to_quote("yaml-inner", start, value, at, found=inner[0])


def _is_flow(value: str) -> bool:
    """Whether a value is a list or a mapping in brackets rather than words."""
    if value.startswith("{"):
        return bool(_MAPPING.match(value))
    return value.startswith("[") and not (
        value.startswith("[[") and re.match(r"\[\[[^\[\]]*\]\]", value)
    )


def _needs_quotes(match: re.Match[str], value: str, key: str) -> Iterator[Mend]:
    start, stripped = match.start("value"), value.rstrip()
    begins = _BEGINS.match(stripped)
    if begins and (begins[0] != "[[" or stripped != "[[") and not _only_tag(stripped):
        yield _to_quote("yaml-special", start, stripped, start, found=begins[0])
        return
    for found in _ENDS.finditer(stripped):
        if found["colon"]:
            yield _to_quote("yaml-text-colon", start, stripped, start + found.start())
        elif key in ("zh", "en", "publisher", "carrier"):
            yield _to_quote("yaml-hash", start, stripped, start + found.start())
        return  # of a number or a date the rest is a remark


def _only_tag(value: str) -> bool:
    """A tag or an alias as YAML means it, which has a message of its own."""
    return bool(re.fullmatch(r"[!*][\w-]+", value))


def _to_quote(code: str, start: int, value: str, at: int, **details: str) -> Mend:
    instead = quoted(value)
    shown = " ".join(instead.split())
    return Mend(
        code, start, start + len(value), instead, at, (*details.items(), ("instead", shown))
    )


ALWAYS: tuple[Rule, ...] = (_conflicts, *FOREIGN, _tabs, _full_width, _colons, _blanks, *DASHES, _commas, _hash_in_citation)  # fmt: skip
# A look at the whole text that is far cheaper than the rules.
SUSPECT = re.compile(
    rf"^[<=>]{{7}}|\t|^\s*[－–—·•●*]|[\[{{,]\s*[^\]\n]*[，、；]|(?:{KEY})\s*：|:[ ]*[【［｛〔“‘「『]"
    rf"|{FOREIGN_SUSPECT.pattern}|{DASHES_SUSPECT.pattern}|^\s*-\w|(?:^|[\s{{,])(?:{KEY}):[^\s/:]|\S[ ]+#",
    re.MULTILINE,
)


def mended(file: str, text: str, *, readable: bool) -> tuple[str, list[Problem]]:
    """`text` as it was probably meant, with a problem for each place that was typed otherwise.

    `readable`: whether YAML can read it as it stands, so that only what it reads wrongly counts.
    """
    problems: list[Problem] = []
    for rule in (*ALWAYS, _unquoted):
        mends = [one for one in rule(text) if not readable or one.code not in _READ_RIGHTLY]
        text, told = _applied(file, text, mends)
        problems += told
    return text, problems


_KEPT = ("yaml-conflict", "yaml-foreign")  # lines that only their author can tell from rubbish
_READ_RIGHTLY = (
    "yaml-special",
    "yaml-text-colon",
    "yaml-inner",
)  # where YAML had no trouble, neither have we


def _applied(file: str, text: str, mends: list[Mend]) -> tuple[str, list[Problem]]:
    problems, parts, end = [], [], 0
    for one in sorted(mends, key=lambda one: one.start):
        if one.start < end:  # within what was mended already
            continue
        at, begins = _place(file, text, one.at), _place(file, text, one.start)
        problem = Problem.at(at, one.code, None, **dict(one.details))
        if one.code not in _KEPT:
            edit = Edit(begins, text[one.start : one.end], one.new)
            problem = problem.mended_by(edit)
        problems.append(problem)
        parts += [text[end : one.start], one.new]
        end = one.end
    return "".join([*parts, text[end:]]), problems


def _place(file: str, text: str, at: int) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
