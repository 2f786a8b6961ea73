"""What is asked and what is expected: the written queries, and perturbations of every name on a site."""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from chipkb.search.phonetics import common_characters
from chipkb.search.terms import is_han, normalise, pieces


@dataclass(frozen=True, slots=True)
class Case:
    category: str
    query: str
    expected: tuple[str, ...]
    """Addresses below the language's root, any of which is right; with a fragment when a fact is asked for."""
    lang: str


def written(path: Path) -> list[Case]:
    """The queries that people wrote: category, query, expected ("a/|b/#fact"), language."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(
            (line for line in lines if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
        return [
            Case(category, query, tuple(expected.split("|")), lang)
            for category, query, expected, lang in rows
        ]


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    url: str
    is_title: bool


def names_in(index: dict[str, str]) -> list[Name]:
    """Names as they stand in a built index (search/names.<hash>.json)."""
    return [
        Name(text, url, place == 0)
        for url, row in zip(index["urls"].split("\n"), index["names"].split("\n"), strict=True)
        for place, text in enumerate(row.split("\t"))
    ]


def perturbed(names: list[Name], lang: str, most: int, seed: int = 1) -> list[Case]:
    """Every name in every disguise, at most `most` of a category, the same ones each time."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names:
        owners[key(name.text)].add(name.url)
    cases = []
    for category, disguise in DISGUISES.items():
        chance = random.Random(f"{seed} {category} {lang}")
        alike: dict[str, set[str]] = defaultdict(set)
        found = []
        for name in names:
            for query in disguise(name, lang, chance):
                alike[key(query)].add(name.url)
                found.append((query, name))
        # Names that look the same in this disguise are all right, and so is a page that is called just that.
        chosen = chance.sample(found, most) if len(found) > most else found
        for query, name in chosen:
            right = alike[key(query)] | owners[key(name.text)] | owners.get(key(query), set())
            cases.append(Case(category, query, tuple(sorted(right)), lang))
    return cases


def prefixes(names: list[Name], lang: str, most: int, seed: int = 1) -> list[Case]:
    """Every beginning of two or more characters that a person passes through while typing."""
    found = sorted(
        {(name.text[:end], name.url) for name in names for end in range(2, len(name.text))}
    )
    chance = random.Random(f"{seed} prefix {lang}")
    chosen = chance.sample(found, most) if len(found) > most else found
    return [Case("prefix", query, (url,), lang) for query, url in chosen if key(query)]


def key(text: str) -> str:
    return "".join(piece for piece, _ in pieces(normalise(text)))


def _han(text: str) -> int:
    return sum(map(is_han, text))


def _all_han(text: str) -> bool:
    return _han(text) == len(text)


def _letters(text: str) -> bool:
    return text.isascii() and sum(map(str.isalpha, text)) >= 5 and not any(map(str.isdigit, text))


def _exact(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if name.is_title:
        yield name.text


def _alias(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if not name.is_title:
        yield name.text


def _other_language(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if (_han(name.text) > 0) == (lang == "en"):
        yield name.text


def _traditional(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    changed = _converter("s2t").convert(name.text)
    if changed != name.text:
        yield changed


def _taiwan(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    changed = _converter("s2twp").convert(name.text)
    if changed not in (name.text, _converter("s2t").convert(name.text)):
        yield changed


def _pinyin(separator: str) -> Callable[[Name, str, random.Random], Iterator[str]]:
    def disguise(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
        if _han(name.text) >= 2:
            yield separator.join(_syllables(name.text))

    return disguise


def _initials(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if _all_han(name.text) and len(name.text) >= 3:
        yield "".join(syllable[0] for syllable in _syllables(name.text))


def _pinyin_prefix(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    joined = "".join(_syllables(name.text))
    if _all_han(name.text) and len(name.text) >= 3:
        yield joined[: max(5, round(len(joined) * 0.7))]


def _homophone(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    places = [i for i, char in enumerate(name.text) if is_han(char) and _sounding_like(char)]
    if _han(name.text) >= 3 and places:
        place = chance.choice(places)
        yield (
            name.text[:place]
            + chance.choice(_sounding_like(name.text[place]))
            + name.text[place + 1 :]
        )


def _wrong(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    places = [i for i, char in enumerate(name.text) if is_han(char)]
    if len(places) >= 4:
        place = chance.choice(places)
        yield name.text[:place] + chance.choice(common_characters()[:3000]) + name.text[place + 1 :]


def _missing(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    places = [i for i, char in enumerate(name.text) if is_han(char)]
    if len(places) >= 4:
        place = chance.choice(places)
        yield name.text[:place] + name.text[place + 1 :]


def _swapped(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    text = name.text
    places = [
        i
        for i in range(len(text) - 1)
        if is_han(text[i]) and is_han(text[i + 1]) and text[i] != text[i + 1]
    ]
    if _han(text) >= 3 and places:
        place = chance.choice(places)
        yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _deleted(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if _letters(name.text):
        place = _letter_place(name.text, chance)
        yield name.text[:place] + name.text[place + 1 :]


def _substituted(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if _letters(name.text):
        place = _letter_place(name.text, chance)
        yield (
            name.text[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name.text[place + 1 :]
        )


def _transposed(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    text = name.text
    places = [
        i
        for i in range(len(text) - 1)
        if text[i : i + 2].isalpha() and text[i].lower() != text[i + 1].lower()
    ]
    if _letters(text) and places:
        place = chance.choice(places)
        yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _letter_place(text: str, chance: random.Random) -> int:
    return chance.choice([i for i, char in enumerate(text) if char.isalpha()])


def _squeezed(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    squeezed = "".join(char for char in name.text.lower() if char.isalnum())
    if squeezed != name.text and len(squeezed) >= 3:
        yield squeezed


_ASKING = {
    "zh": ("{}是什么", "什么是{}", "{}怎么样", "请问{}目前的情况", "{}有哪些", "介绍一下{}"),
    "en": ("what is {}", "who is {}", "tell me about {}", "how is {} doing", "what about the {}"),
}


def _question(name: Name, lang: str, chance: random.Random) -> Iterator[str]:
    if name.is_title:
        yield chance.choice(_ASKING[lang]).format(name.text)


DISGUISES: dict[str, Callable[[Name, str, random.Random], Iterable[str]]] = {
    "exact": _exact,
    "alias": _alias,
    "other-language": _other_language,
    "traditional": _traditional,
    "taiwan": _taiwan,
    "pinyin-joined": _pinyin(""),
    "pinyin-spaced": _pinyin(" "),
    "pinyin-initials": _initials,
    "pinyin-prefix": _pinyin_prefix,
    "homophone": _homophone,
    "wrong-character": _wrong,
    "missing-character": _missing,
    "swapped-characters": _swapped,
    "english-deletion": _deleted,
    "english-substitution": _substituted,
    "english-swap": _transposed,
    "lower-no-spaces": _squeezed,
    "question": _question,
}


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


@cache
def _syllables(text: str) -> list[str]:
    found = lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)
    return [syllable.lower().replace("ü", "v") for syllable in found if syllable.strip()]


def _sounding_like(char: str) -> list[str]:
    (sound,) = lazy_pinyin(char)
    return [other for other in _by_sound().get(sound, []) if other != char]


@cache
def _by_sound() -> dict[str, list[str]]:
    """The 3,755 characters that everybody knows, by their usual sound."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for char in common_characters()[:3755]:
        sounds[lazy_pinyin(char)[0]].append(char)
    return sounds
