"""How the site's characters sound, so that pinyin and homophones find them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from chipkb.search.terms import is_han, normalise
from chipkb.values.store import Store, kept

_MOST_READINGS = 4


def readings(names: Iterable[str], store: Store | None = None) -> dict[str, list[str]]:
    """Character to its toneless readings, the likeliest first.

    Covers every character of the names with all its readings (in a name 长 may be read chang or zhang),
    and every common character that sounds like one of them with its usual reading: that is what a
    person types when the input method offers the wrong character.
    """
    known = sorted(set(names))
    return kept(store, lambda: _readings(known), "readings", *known)


def _readings(names: Iterable[str]) -> dict[str, list[str]]:
    from pypinyin import lazy_pinyin  # its dictionaries are slow to read

    table: dict[str, dict[str, None]] = {}
    for name in names:
        for run in _han_runs(normalise(name)):
            for char, reading in zip(run, lazy_pinyin(run, v_to_u=False), strict=False):
                if reading.isascii() and reading.isalpha():
                    table.setdefault(char, {})[reading] = None
    for char, found in table.items():
        for reading in _all_readings(char)[:_MOST_READINGS]:
            found[reading] = None
    syllables = {reading for found in table.values() for reading in found}
    for char in common_characters():
        if char not in table:
            usual = _all_readings(char)[:1]
            if usual and usual[0] in syllables:
                table[char] = dict.fromkeys(usual)
    return {char: list(found) for char, found in table.items()}


def packed(table: Mapping[str, list[str]]) -> list[str]:
    """The table as the worker reads it: per rank of reading, "syllable" + its characters, space-separated."""
    ranks = []
    for rank in range(max((len(found) for found in table.values()), default=0)):
        sounds: dict[str, list[str]] = defaultdict(list)
        for char, found in sorted(table.items()):
            if rank < len(found):
                sounds[found[rank]].append(char)
        ranks.append(" ".join(sound + "".join(chars) for sound, chars in sorted(sounds.items())))
    return ranks


@cache
def _all_readings(char: str) -> list[str]:
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return [
        reading.replace("ü", "v") for reading in (found[0] if found else []) if reading.isalpha()
    ]


@cache
def common_characters() -> tuple[str, ...]:
    """GB 2312 is what input methods offer first: 6,763 characters."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return tuple(char for code in codes if is_han(char := code.decode("gb2312", "ignore") or " "))


def _han_runs(text: str) -> list[str]:
    return "".join(char if is_han(char) else " " for char in text).split()
