"""Traditional characters and Taiwan wording, led back to what the site writes."""

from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

from chipkb.search.terms import is_han

_TRADITIONAL_BLOCK = range(0x3400, 0xA000)

_TAIWAN_WORDS = {
    "制程": ("工艺", "制程工艺"),
    "记忆体": ("存储器", "存储芯片", "内存"),
    "储存": ("存储",),
    "矽智财": ("知识产权核",),
    "晶圆代工": ("晶圆代工",),
    "电晶体": ("晶体管",),
    "辉达": ("英伟达",),
    "超微": ("超威",),
    "封测": ("封装测试",),
    "光罩": ("掩膜版", "掩模版"),
    "微影": ("光刻",),
    "曝光机": ("光刻机",),
    "类比": ("模拟",),
    "印刷电路板": ("印制电路板",),
}
"""Wording of Taiwan's chip industry that OpenCC's dictionary lacks; keys in simplified characters."""


def fold_table(characters: set[str]) -> dict[str, str]:
    """Traditional or variant character to the site's character.

    A character that the site itself writes and that is standard in simplified text too stays as it is
    (乾 in a company's name is not 干).
    """
    table = {}
    for char in map(chr, _TRADITIONAL_BLOCK):
        simplified = _to_simplified().convert(char)
        if (
            simplified != char
            and simplified in characters
            and not (char in characters and _is_standard(char))
        ):
            table[char] = simplified
    return table


def taiwan_words(words: Iterable[str]) -> list[tuple[str, str]]:
    """(Taiwan wording in simplified characters, the site's wording), for words that the site uses."""
    site = {word for word in words if all(map(is_han, word))}
    pairs = {
        (taiwan, word)
        for taiwan, wordings in _TAIWAN_WORDS.items()
        for word in wordings
        if word in site
    }
    shorter: dict[str, str] = {}
    for word in sorted(site, key=lambda word: (len(word), word)):
        taiwan = _to_simplified().convert(_to_taiwan().convert(word))
        if taiwan != word and _reworded(taiwan, shorter) != word:
            pairs.add((taiwan, word))
            shorter.setdefault(taiwan, word)
    return sorted(pairs)


def _reworded(text: str, pairs: dict[str, str]) -> str:
    """The text with what shorter words already teach; the worker replaces the longest ones first, too."""
    parts = {
        text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)
    }
    for taiwan in sorted(parts & pairs.keys(), key=lambda part: (-len(part), part)):
        text = text.replace(taiwan, pairs[taiwan])
    return text


def _is_standard(char: str) -> bool:
    return bool(char.encode("gb2312", "ignore"))


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _to_taiwan() -> OpenCC:
    return OpenCC("s2twp")
