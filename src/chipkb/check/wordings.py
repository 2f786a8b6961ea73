"""Wordings: both languages there, and every reference in them leads to something."""

from collections.abc import Iterator

from chipkb.check.nearest import nearest_claim
from chipkb.model.entity import Event
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import FactMention, Link, Prose
from chipkb.model.vocabulary import closest
from chipkb.model.wordings import Wording, wordings
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang


def check_translations(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if wording.text.lacks("en"):
            yield Problem.at(wording.places["zh"], "english-missing")


def check_prose_references(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for wording in wordings(kb):
        if not isinstance(wording.text, Prose):
            continue
        for lang in LANGS:
            for segment in wording.text.segments(lang):
                if isinstance(segment, Link):
                    yield from _link(kb, wording.places[lang], segment, broken)
                elif isinstance(segment, FactMention):
                    yield from _mention(kb, wording, lang, segment, broken)


def _link(kb: KnowledgeBase, place: Place, link: Link, broken: frozenset[str]):
    if link.id not in kb.named and link.id not in broken:
        yield Problem.at(place, "link-dangling", closest(link.id, list(kb.named)), found=link.id)


def _mention(kb, wording: Wording, lang: Lang, mention: FactMention, broken: frozenset[str]):
    place = wording.places[lang]
    if (mention.entity or wording.home) in broken:
        return
    placed = kb.claim(str(mention), wording.home)
    if placed is None:
        guess = nearest_claim(kb, str(mention), wording.home)
        yield Problem.at(place, "fact-dangling", guess, found=str(mention))
    elif mention.wants_date and getattr(placed.claim, "as_of", None) is None:
        yield Problem.at(place, "fact-no-value", found=str(mention), what="date")
    elif not mention.wants_date and not isinstance(placed.claim, (Figure, Event)):
        yield Problem.at(place, "fact-no-value", found=str(mention), what="value")
