"""No naked numbers: a digit in prose is part of a known name, or it comes from a fact."""

import re
from collections.abc import Iterator

from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Link, Plain, Prose
from chipkb.model.wordings import wordings
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

# A number as a reader sees it, with the sign or unit that touches it.
_NUMBER = re.compile(r"(?<![A-Za-z.\-])[A-Za-z.\-]*\d[\w.,%–\-]*", re.ASCII)
# In pages written by hand: code, link targets and headings' attributes are not prose.
_NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^()\s]*\)|<[^<>\n]+>|\{:[^{}]*\}", re.DOTALL)


def check_numbers(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    names = _names_with_digits(kb)
    for wording in wordings(kb):
        if not isinstance(wording.text, Prose):
            continue
        for lang in LANGS:
            if wording.text.lacks(lang):
                continue
            for number in _naked_numbers(wording.text, lang, names):
                yield Problem.at(wording.place_of(lang, number), "number-naked", found=number)


def _names_with_digits(kb: KnowledgeBase) -> re.Pattern[str]:
    """Matches any known name that holds a digit; the longest first, not inside a longer word."""
    names = {name for thing in kb.named.values() for name in thing.names}
    names |= {label for m in kb.vocabulary.metrics.values() for label in (m.label.zh, m.label.en)}
    with_digits = sorted((n for n in names if re.search(r"\d", n)), key=len, reverse=True)
    alternatives = "|".join(re.escape(name) for name in with_digits) or r"(?!)"
    return re.compile(rf"(?<![A-Za-z0-9.])(?:{alternatives})(?![0-9])", re.IGNORECASE)


def _naked_numbers(prose: Prose, lang: Lang, names: re.Pattern[str]) -> list[str]:
    found = []
    for segment in prose.segments(lang):
        if isinstance(segment, Plain):
            text = names.sub("", _NOT_PROSE.sub("", segment.text))
        elif isinstance(segment, Link) and segment.text:
            text = names.sub("", segment.text)
        else:
            continue
        found += _NUMBER.findall(text)
    return found
