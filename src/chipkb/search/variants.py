"""Traditional characters and Taiwan wording, led back to what the site writes."""

from collections.abc import Iterable
from functools import cache, partial
from typing import Any
from zlib import crc32

from chipkb.search.terms import is_han
from chipkb.values.store import Store, kept

_TRADITIONAL_BLOCK = range(0x3400, 0xA000)
_SHARES = 64  # in which words are kept: a new one has those of its share converted again

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


def fold_table(characters: set[str], store: Store | None = None) -> dict[str, str]:
    """Traditional or variant character to the site's character.

    A character that the site itself writes and that is standard in simplified text too stays as it is
    (乾 in a company's name is not 干).
    """
    return {
        char: simplified
        for char, simplified in kept(store, _simplified, "simplified").items()
        if simplified in characters and not (char in characters and _is_standard(char))
    }


def _simplified() -> dict[str, str]:
    """Every character that simplified text writes otherwise."""
    convert = _to_simplified().convert
    pairs = ((char, convert(char)) for char in map(chr, _TRADITIONAL_BLOCK))
    return {char: simplified for char, simplified in pairs if simplified != char}


def taiwan_words(words: Iterable[str], store: Store | None = None) -> list[tuple[str, str]]:
    """(Taiwan wording in simplified characters, the site's wording), for words that the site uses."""
    site = {word for word in words if all(map(is_han, word))}
    pairs = {
        (taiwan, word)
        for taiwan, wordings in _TAIWAN_WORDS.items()
        for word in wordings
        if word in site
    }
    shorter: dict[str, str] = {}
    for word, taiwan in sorted(
        _in_taiwan(site, store).items(), key=lambda pair: (len(pair[0]), pair[0])
    ):
        if _reworded(taiwan, shorter) != word:
            pairs.add((taiwan, word))
            shorter.setdefault(taiwan, word)
    return sorted(pairs)


def _in_taiwan(words: set[str], store: Store | None) -> dict[str, str]:
    """The words that are others in Taiwan, with these."""
    shares: list[list[str]] = [[] for _ in range(_SHARES)]
    for word in sorted(words):
        shares[crc32(word.encode("utf-8", "surrogatepass")) % _SHARES].append(word)
    found: dict[str, str] = {}
    for share in shares:
        found |= kept(store, partial(_reworded_in_taiwan, share), "taiwan", *share)
    return found


def _reworded_in_taiwan(words: list[str]) -> dict[str, str]:
    pairs = ((word, _to_simplified().convert(_to_taiwan().convert(word))) for word in words)
    return {word: taiwan for word, taiwan in pairs if taiwan != word}


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
def _to_simplified() -> Any:
    from opencc import OpenCC  # its dictionaries are slow to read

    return OpenCC("t2s")


@cache
def _to_taiwan() -> Any:
    from opencc import OpenCC

    return OpenCC("s2twp")
