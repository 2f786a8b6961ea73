"""Characters that look right and are wrong: they break search, sorting and reading aloud."""

import re
import unicodedata

from chipkb.values.place import Place
from chipkb.values.problem import Problem

# Each class of character with what to write instead (in English and Chinese at once, as both
# message languages share the blank).
_SUSPICIOUS: tuple[tuple[str, str], ...] = (
    (r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]", "half-width 半角 '{plain}'"),
    (r"[\u2e80-\u2ef3\u2f00-\u2fd5]", "'{plain}'"),  # radicals, which look like characters
    (r"[\uf900-\ufaff]", "'{plain}'"),  # compatibility ideographs
    (r"[\u200b-\u200d\u2060\ufeff\u00ad]", "nothing 删去"),  # zero width
    (r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "nothing 删去"),  # direction controls
    (r"[\u00a0\u2007\u202f\u3000]", "a plain space 普通空格"),
    (r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]", "nothing 删去"),
)
_ANY = re.compile("|".join(f"({pattern})" for pattern, _ in _SUSPICIOUS))


def suspicious_characters(file: str, text: str) -> list[Problem]:
    """Full-width digits and letters, radicals in place of characters, invisible characters."""
    return [
        _problem(file, line_number, match)
        for line_number, line in enumerate(text.split("\n"), 1)
        for match in _ANY.finditer(line.rstrip("\r"))
    ]


def _problem(file: str, line: int, match: re.Match[str]) -> Problem:
    char = match.group()
    plain = unicodedata.normalize("NFKC", char)
    instead = _SUSPICIOUS[(match.lastindex or 1) - 1][1].format(plain=plain)
    name = unicodedata.name(char, "control character")
    return Problem.at(
        Place(file, line, match.start() + 1),
        "char-suspicious",
        char=f"U+{ord(char):04X}",
        name=name,
        instead=instead,
    )
