"""Wordings: both languages there, and every reference in them leads to something."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from chipkb.model.base import Model
from chipkb.model.entity import Event
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import FactMention, Link, Prose
from chipkb.model.vocabulary import closest
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang, Text


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the data, with its place in each language and the entity it stands in."""

    text: Text
    places: dict[Lang, Place]
    home: str | None


def wordings(kb: KnowledgeBase) -> Iterator[Wording]:
    """Every text in two languages that a page shows."""
    for entity in kb.entities.values():
        yield from _texts_in(entity, entity.id)
    for table in (kb.terms, kb.sources, kb.content):
        for thing in table.values():
            yield from _texts_in(thing, None)
    for link in kb.chain:
        yield from _texts_in(link, None)
    for domain in kb.vocabulary.domains.values():
        yield from _texts_in(domain, None)
    for metric in kb.vocabulary.metrics.values():
        yield from _texts_in(metric, None)


def _texts_in(model: Model, home: str | None) -> Iterator[Wording]:
    for name, value in model:
        for steps, part in _parts(value):
            if isinstance(part, Text):
                places = {lang: model.where.of(name, *steps, lang) for lang in LANGS}
                yield Wording(part, places, home)
            elif isinstance(part, Model):
                yield from _texts_in(part, home)


def _parts(value) -> Iterator[tuple[tuple[int, ...], BaseModel]]:
    if isinstance(value, tuple):
        yield from (((i,), part) for i, part in enumerate(value) if isinstance(part, BaseModel))
    elif isinstance(value, BaseModel):
        yield (), value


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
        full = str(mention) if mention.entity else f"{wording.home}/{mention}"
        guess = closest(full, list(kb.claims))
        yield Problem.at(place, "fact-dangling", guess, found=str(mention))
    elif mention.wants_date and getattr(placed.claim, "as_of", None) is None:
        yield Problem.at(place, "fact-no-value", found=str(mention), what="date")
    elif not mention.wants_date and not isinstance(placed.claim, (Figure, Event)):
        yield Problem.at(place, "fact-no-value", found=str(mention), what="value")
