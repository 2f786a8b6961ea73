"""Time: what was due has an outcome, and a word for now says when that was."""

import re
from collections.abc import Iterator

from chipkb.model.base import Model, PlacedText
from chipkb.model.fact import Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import FactMention, Prose
from chipkb.model.wordings import Wording
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

_NOW: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"仍|如今|目前|(?<![体呈表出实])现在|当前|至今|迄今"),
    "en": re.compile(
        r"\b(?:still|now|currently|so far|to date|at present|today|nowadays)\b", re.IGNORECASE
    ),
}


def check_time(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for placed in kb.overdue:
        yield Problem.at(placed.claim.place, "outcome-missing", state=kb.state.isoformat())
    for wording in _undated(kb):
        yield from _words_for_now(wording)


def _words_for_now(wording: Wording) -> Iterator[Problem]:
    for lang in LANGS:
        words = "" if wording.text.lacks(lang) else wording.text.in_lang(lang)
        found = _NOW[lang].search(words)
        text = wording.text
        if found and isinstance(text, Prose) and not _names_a_date(text, lang):
            place = wording.place_of(lang, found.group())
            yield Problem.at(place, "now-undated", found=found.group())


def _names_a_date(text: Prose, lang: Lang) -> bool:
    return any(isinstance(part, FactMention) and part.wants_date for part in text.segments(lang))


def _undated(kb: KnowledgeBase) -> Iterator[Wording]:
    """Prose beside which no date stands; a claim has its own or that of its sources."""
    for entity in kb.entities.values():
        yield from _wording(entity, "summary", entity.id)
        for fact in entity.facts:
            if isinstance(fact, Statement) and not (fact.as_of or _is_dated_by_source(kb, fact)):
                yield from _wording(fact, "statement", entity.id)
    for domain in kb.vocabulary.domains.values():
        yield from _wording(domain, "intro", None)


def _wording(model: Model, key: str, home: str | None) -> Iterator[Wording]:
    text = getattr(model, key)
    if text is not None:
        yield Wording(PlacedText(text, model.where, (key,)), home)


def _is_dated_by_source(kb: KnowledgeBase, claim: Statement) -> bool:
    sources = [kb.sources.get(citation.source) for citation in claim.source]
    return all(source and source.published for source in sources)
