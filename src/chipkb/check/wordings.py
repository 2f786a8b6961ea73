"""Wordings: both languages there, every reference leads to something, and it reads well filled in."""

import re
from collections.abc import Iterator

from chipkb.check.nearest import nearest_claim, nearest_id
from chipkb.model.entity import Event
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import FactMention, Link, Prose
from chipkb.model.wordings import Wording, wordings
from chipkb.model.words import prose_text
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

# A value brings its own qualifier and unit, a name its own noun: "about {share}" may say it twice.
_TWICE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?!that\b|had\b)([a-z]{2,}) \1\b", re.IGNORECASE),
    "zh": re.compile(r"(约|近|逾|超过|至少|不超过|不足|低于)\s*\1"),
}


def check_doubled_words(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """The same word twice running, once the references of a text are filled in."""
    for wording in wordings(kb):
        for lang in LANGS:
            yield from _doubled(kb, wording, lang)


def _doubled(kb: KnowledgeBase, wording: Wording, lang: Lang) -> Iterator[Problem]:
    if not isinstance(wording.text, Prose) or wording.text.lacks(lang):
        return
    try:
        words = " ".join(prose_text(kb, wording.text, lang, wording.home).split())
    except KeyError:  # a reference leads nowhere: that is a problem of its own
        return
    for found in _TWICE[lang].finditer(words):
        yield Problem.at(wording.place_of(lang, found.group()), "word-doubled", found=found.group())


def check_translations(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if wording.text.lacks("en"):
            yield Problem.at(wording.place("zh"), "english-missing")


def check_prose_references(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if not isinstance(wording.text, Prose):
            continue
        for lang in LANGS:
            for segment in wording.text.segments(lang):
                if isinstance(segment, Link):
                    yield from _link(kb, wording, lang, segment, broken)
                elif isinstance(segment, FactMention):
                    yield from _mention(kb, wording, lang, segment, broken)


def _link(
    kb: KnowledgeBase, wording: Wording, lang: Lang, link: Link, broken: frozenset[str]
) -> Iterator[Problem]:
    if link.id not in kb.named and link.id not in broken:
        place = wording.place_of(lang, link.id)
        yield Problem.at(place, "link-dangling", nearest_id(kb, link.id, kb.named), found=link.id)


def _mention(
    kb: KnowledgeBase, wording: Wording, lang: Lang, mention: FactMention, broken: frozenset[str]
) -> Iterator[Problem]:
    if (mention.entity or wording.home) in broken:
        return
    found = str(mention)
    placed = kb.claim(found, wording.home)
    if placed is None:
        guess = nearest_claim(kb, found, wording.home)
        yield Problem.at(wording.place_of(lang, found), "fact-dangling", guess, found=found)
    elif mention.wants_date and getattr(placed.claim, "as_of", None) is None:
        yield Problem.at(wording.place_of(lang, found), "fact-no-value", found=found, what="date")
    elif not mention.wants_date and not isinstance(placed.claim, (Figure, Event)):
        yield Problem.at(wording.place_of(lang, found), "fact-no-value", found=found, what="value")
