"""Characters that look right and are wrong: they break search, sorting and reading aloud."""

import re
import unicodedata
from itertools import islice

from chipkb.values.place import Place
from chipkb.values.problem import Problem

# Each class of character with what to write instead.
_SUSPICIOUS: tuple[tuple[str, str], ...] = (
    (r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]", "'{plain}'"),
    (r"[\u2e80-\u2ef3\u2f00-\u2fd5]", "'{plain}'"),  # radicals, which look like characters
    (r"[\uf900-\ufaff]", "'{plain}'"),  # compatibility ideographs
    (r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]",
     "nothing"),  # zero width
    (r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff]",
     "nothing"),  # direction controls, tags
    (r"[\u00a0\u2007\u2028\u2029\u202f\u3000]", "a plain space"),
)  # fmt: skip
# What no file of the site can hold: XML has no place for it, and terminals obey it.
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff\ud800-\udfff]"
_ANY = re.compile("|".join(f"({pattern})" for pattern, _ in (*_SUSPICIOUS, (_CONTROL, ""))))
# All of them as one class, which is looked for many times faster than one after the other.
_TRACE = re.compile(
    "[" + "".join(pattern[1:-1] for pattern, _ in (*_SUSPICIOUS, (_CONTROL, ""))) + "]"
)
# Marks heaped on one letter reach over the lines above and below; no language needs so many.
_HEAP = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}"
)
_MOST = 20  # findings of one text: whoever has more has one cause


def suspicious_characters(file: str, text: str) -> list[Problem]:
    """Full-width digits and letters, radicals in place of characters, invisible and heaped ones."""
    patterns = _found_in(text)
    found = (
        _problem(Place(file, line_number, match.start() + 1), match)
        for line_number, line in enumerate(text.split("\n") if patterns else (), 1)
        for pattern in patterns
        for match in pattern.finditer(line.rstrip("\r"))
    )
    return list(islice(found, _MOST))


def in_value(place: Place, value: str, text: str) -> list[Problem]:
    """The same in a value that was written with escapes; what stands in `text` itself is known."""
    found = (match for pattern in _found_in(value) for match in pattern.finditer(value))
    unknown = (match for match in found if match.group() not in text)
    return [_problem(place, match) for match in islice(unknown, _MOST)]


def _found_in(text: str) -> list[re.Pattern[str]]:
    """Which of the two are worth looking for line by line."""
    return [pattern for trace, pattern in ((_TRACE, _ANY), (_HEAP, _HEAP)) if trace.search(text)]


def _problem(place: Place, match: re.Match[str]) -> Problem:
    if match.re is _HEAP:
        return Problem.at(place, "char-heap", found=len(match.group()))
    char = match.group()
    code = f"U+{ord(char):04X}"
    if match.lastindex is None or match.lastindex > len(_SUSPICIOUS):
        return Problem.at(place, "char-control", char=code)
    plain = unicodedata.normalize("NFKC", char)
    instead = _SUSPICIOUS[match.lastindex - 1][1].format(plain=plain)
    name = unicodedata.name(char, "no name")
    return Problem.at(place, "char-suspicious", char=code, name=name, instead=instead)
