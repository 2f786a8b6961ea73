"""A sentence begins and ends as one, and its brackets are those of its language."""

import re
from collections.abc import Iterator

from chipkb.model.kb import KnowledgeBase
from chipkb.model.wordings import Wording, wordings
from chipkb.values.problem import Edit, Problem
from chipkb.values.text import LANGS, Lang

# Keys whose values are whole sentences; the others are names, labels and scopes.
SENTENCES = frozenset(
    [
        "summary",
        "statement",
        "text",
        "note",
        "definition",
        "caveats",
        "why",
        "domestic_state",
        "path",
        "intro",
        "answer",
        "disputed",
        "sure",
    ]
)
HAN = "\u3400-\u9fff"
_STOP: dict[Lang, str] = {"zh": "。", "en": "."}
# Those of the other language too: that they do not belong is told already.
_ENDS = tuple('。！？…”）」：.!?"):}')
_FIRST_WORD = re.compile(r"[a-z]+(?=[\s,.;:’'])")
_BRACKETS = re.compile(
    rf"(?<=[{HAN}])\([^()\n]*\)|\([^()\n]*\)(?=[{HAN}])|\([^()\n]*[{HAN}][^()\n]*\)"
)


def check_sentences(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if wording.key in SENTENCES:
            for lang in LANGS:
                yield from _sentence(kb, wording, lang)
        if wording.key not in ("title", "body"):  # a title is printed as its page has it
            yield from _brackets(wording)


def _sentence(kb: KnowledgeBase, wording: Wording, lang: Lang) -> Iterator[Problem]:
    text = (wording.text.zh if lang == "zh" else wording.text.en or "").strip()
    if not text:
        return
    if not text.endswith(_ENDS):
        last = text[-6:].lstrip()
        place, instead = wording.place_of(lang, last), last + _STOP[lang]
        problem = Problem.at(place, "sentence-end", found=last, instead=instead)
        yield problem.mended_by(Edit(place, last, instead))
    first = _FIRST_WORD.match(text) if lang == "en" else None
    if first and not _is_name(kb, first.group()):
        instead = first.group().capitalize()
        place = wording.place_of("en", first.group())
        yield Problem.at(place, "sentence-capital", found=first.group(), instead=instead)


def _is_name(kb: KnowledgeBase, word: str) -> bool:
    """A firm that writes itself small stays so."""
    return any(name.split()[:1] == [word] for thing in kb.named.values() for name in thing.names)


def _brackets(wording: Wording) -> Iterator[Problem]:
    for found in _BRACKETS.finditer(wording.text.zh):
        instead = f"（{found.group()[1:-1]}）"
        place = wording.place_of("zh", found.group())
        problem = Problem.at(place, "lang-brackets", found=found.group(), instead=instead)
        yield problem.mended_by(Edit(place, found.group(), instead))
