"""No naked numbers: a digit in prose is part of a known name, or it comes from a fact."""

import re
from collections.abc import Iterable, Iterator

from chipkb.check.numerals import written_numbers
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Link, Plain, Prose
from chipkb.model.wordings import wordings
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

_DIGIT = re.compile(r"\d")
_INSIDE = re.compile(r"[A-Za-z0-9.]")
# A number as a reader sees it, with the sign or unit that touches it.
_NUMBER = re.compile(r"(?<![A-Za-z.\-])[A-Za-z.\-]*\d[\w.,%–\-]*", re.ASCII)
# In pages written by hand: code, link targets and headings' attributes are not prose.
_NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^()\s]*\)|<[^<>\n]+>|\{:[^{}]*\}", re.DOTALL)


def check_numbers(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    names, in_words = _names_with_digits(kb), _names_with_numerals(kb)
    for wording in wordings(kb):
        if not isinstance(wording.text, Prose):
            continue
        for lang in LANGS:
            if wording.text.lacks(lang):
                continue
            naked = _naked_numbers(wording.text, lang, names)
            if not wording.may_count_in_words:
                naked += _naked_words(wording.text, lang, in_words)
            for number in naked:
                yield Problem.at(wording.place_of(lang, number), "number-naked", found=number)


class _Names:
    """Known names that hold a digit, by their beginning: a text is held against those alone that
    can begin where it is read, however many names there are."""

    def __init__(self, names: Iterable[str]):
        self._by_start: dict[str, dict[int, set[str]]] = {}
        for name in names:
            if _DIGIT.search(name):
                lengths = self._by_start.setdefault(name[0].lower(), {})
                lengths.setdefault(len(name), set()).add(name.lower())
        for start, lengths in self._by_start.items():
            self._by_start[start] = dict(sorted(lengths.items(), reverse=True))

    def removed_from(self, text: str) -> str:
        """`text` without them, the longest first, unless they stand inside a longer word."""
        if not _DIGIT.search(text):
            return text
        kept, at = "", 0
        while at < len(text):
            length = 0 if _INSIDE.match(text[at - 1 : at]) else self._length_at(text, at)
            kept += "" if length else text[at]
            at += length or 1
        return kept

    def _length_at(self, text: str, at: int) -> int:
        """How long the name is that begins at `at`; 0 if none does."""
        for length, names in self._by_start.get(text[at].lower(), {}).items():
            end = at + length
            if text[at:end].lower() in names and not text[end : end + 1].isdecimal():
                return length
        return 0


def _names_with_digits(kb: KnowledgeBase) -> _Names:
    """Every name and every label of a metric."""
    names = {name for thing in kb.named.values() for name in thing.names}
    names |= {label for m in kb.vocabulary.metrics.values() for label in (m.label.zh, m.label.en)}
    return _Names(name for name in names if name)


def _names_with_numerals(kb: KnowledgeBase) -> re.Pattern[str]:
    """Matches any known name that holds a number in words, such as a tenth five-year plan."""
    names = {name for thing in kb.named.values() for name in thing.names}
    names |= {label for m in kb.vocabulary.metrics.values() for label in (m.label.zh, m.label.en)}
    holding = [name for name in names if any(written_numbers(name, lang) for lang in LANGS)]
    alternatives = "|".join(re.escape(n) for n in sorted(holding, key=len, reverse=True))
    return re.compile(alternatives or r"(?!)", re.IGNORECASE)


def _naked_words(prose: Prose, lang: Lang, names: re.Pattern[str]) -> list[str]:
    parts = prose.segments(lang)
    text = "".join(names.sub("", p.text) if isinstance(p, Plain) else "\ufffc" for p in parts)
    return written_numbers(text, lang)


def _naked_numbers(prose: Prose, lang: Lang, names: _Names) -> list[str]:
    found = []
    for segment in prose.segments(lang):
        if isinstance(segment, Plain):
            text = names.removed_from(_NOT_PROSE.sub("", segment.text))
        elif isinstance(segment, Link) and segment.text:
            text = names.removed_from(segment.text)
        else:
            continue
        found += _NUMBER.findall(text)
    return found
