"""Every text in two languages that stands in the data, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.model.base import Model
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Place
from chipkb.values.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the data, with its place in each language and the entity it stands in."""

    text: Text
    places: dict[Lang, Place]
    home: str | None
    key: str = ""  # the key it stands under

    @property
    def may_count_in_words(self) -> bool:
        """An editor's note weighs figures, and a definition's number is what its word means."""
        return self.key in ("note", "definition", "caveats", "body")

    def place_of(self, lang: Lang, words: str) -> Place:
        """Where `words` stand."""
        start = self.places[lang]
        if start.written:
            return start.within(words)
        offset = self.text.in_lang(lang).find(words)
        if (start.line, start.col) != (1, 1) or offset < 0:
            return start
        before = self.text.in_lang(lang)[:offset]
        return Place(start.file, before.count("\n") + 1, offset - before.rfind("\n"))


def wordings(kb: KnowledgeBase) -> Iterator[Wording]:
    """Every text in two languages that a page shows."""
    for entity in kb.entities.values():
        yield from _texts_in(entity, entity.id)
    for table in (kb.terms, kb.sources, kb.content):
        for thing in table.values():
            yield from _texts_in(thing, None)
    for thing in (*kb.chain, *kb.comparisons, *kb.questions):
        yield from _texts_in(thing, None)
    for domain in kb.vocabulary.domains.values():
        yield from _texts_in(domain, None)
    for metric in kb.vocabulary.metrics.values():
        yield from _texts_in(metric, None)


def _texts_in(model: Model, home: str | None) -> Iterator[Wording]:
    return (Wording(text, places, home, key) for text, places, key in model.texts)
