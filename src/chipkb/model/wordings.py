"""Every text in two languages that stands in the data, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.model.base import Model, PlacedText
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Place
from chipkb.values.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the data, and the entity it stands in."""

    placed: PlacedText
    home: str | None

    @property
    def text(self) -> Text:
        return self.placed.text

    @property
    def key(self) -> str:
        """The key it stands under."""
        return self.placed.key

    def place(self, lang: Lang) -> Place:
        """Where its wording in `lang` begins."""
        return self.placed.place(lang)

    @property
    def may_count_in_words(self) -> bool:
        """An editor's note weighs figures, and a definition's number is what its word means."""
        return self.key in ("note", "definition", "caveats", "body")

    def place_of(self, lang: Lang, words: str) -> Place:
        """Where `words` stand."""
        start = self.place(lang)
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
    for model in (*kb.chain, *kb.comparisons, *kb.questions):
        yield from _texts_in(model, None)
    for domain in kb.vocabulary.domains.values():
        yield from _texts_in(domain, None)
    for metric in kb.vocabulary.metrics.values():
        yield from _texts_in(metric, None)


def _texts_in(model: Model, home: str | None) -> Iterator[Wording]:
    return (Wording(placed, home) for placed in model.texts)
