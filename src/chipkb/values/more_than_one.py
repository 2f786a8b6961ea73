"""What people write where one quantity belongs: several, none, or one with words about it."""

import re
import unicodedata
from collections.abc import Callable

# A code of the messages, what was found, and what to write instead where that is certain.
Finding = tuple[str, str, str | None]

_NONE = re.compile(
    r"[-–—―/?？.…]+|n/?a|none|null|nil|tbd|tba|unknown|undisclosed|not (?:disclosed|available|known)"
    r"|[未不没][曾有]?(?:披露|公布|公开|透露|详|明|知)|暂无|无|待定|保密",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[、;；→|]|->|=>|\band\b|\bor\b|[和与或及])\s*|\s*[,，](?!\d)\s*|(?<=\D)/\s*|\t"
)
_FROM_TO = re.compile(
    r"(?:介于|从|between|from)\s*(?P<low>.*?)\s*(?:和|与|到|至|and|to)\s*(?P<high>.*?)\s*(?:之间)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<number>[\d.,]+)\s*[(（\[](?P<unit>[^()（）\[\]\d]+)[)）\]]")
_BRACKETS = re.compile(r"\s*[(（\[【].*[)）\]】]\s*$")
_BAR = re.compile(r"^\s*\|?\s*|\s*\|?\s*$")


def more_than_one(text: str, reads: Callable[[str], bool]) -> Finding | None:
    """Why `text` is no single quantity, where that can be told; `reads` says what would be one."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _NONE.fullmatch(plain):
        return "value-none", text, None
    if meant := _as_one(plain, reads):
        return "quantity-syntax", text, meant
    parts = [part for part in _BETWEEN.split(_BAR.sub("", plain)) if part]
    readable = [part for part in parts if reads(part) or _is_number(part)]
    if len(readable) > 1 and len(readable) == len(parts):
        return "value-several", text, None
    alone = _BRACKETS.sub("", plain)
    for part in (alone, *readable, *_ends(plain)):
        if part and part != plain and reads(part):
            rest = plain.replace(part, "", 1).strip(" ,;|()[]")
            return "quantity-beside", rest, part
    return None


def _as_one(plain: str, reads: Callable[[str], bool]) -> str | None:
    """A range in words, a unit in brackets, thousands set off by an apostrophe: as it is written here."""
    tried = []
    if (span := _FROM_TO.fullmatch(plain)) and re.match(r"[\d.,]+", span["low"]):
        tried.append(f"{span['low']}–{span['high']}")
    if unit := _IN_BRACKETS.fullmatch(plain):
        tried.append(f"{unit['number']} {unit['unit'].strip()}")
    tried.append(re.sub(r"(?<=\d)['’](?=\d{3}(?!\d))", ",", plain))
    return next((meant for meant in tried if meant != plain and reads(meant)), None)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,]+", text))


def _ends(plain: str) -> list[str]:
    """What is left without the words in front of the first number, and behind each blank."""
    words = plain.split(" ")
    without_label = re.sub(r"^[^\d<>≥≤~约近超]+", "", plain)
    return [without_label, *(" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))]
