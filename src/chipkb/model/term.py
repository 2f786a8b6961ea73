"""Words that need explaining."""

from typing import Annotated

from chipkb.model.base import Id, Model, OneOrMore
from chipkb.model.fields import CitationField
from chipkb.model.prose import Prose
from chipkb.values.text import Text


class Term(Model):
    """A technical term or acronym with a definition that a student understands."""

    id: str
    topic: str  # the glossary file it stands in
    name: Text
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    definition: Prose
    see: tuple[Id, ...] = ()
    source: Annotated[tuple[CitationField, ...], OneOrMore] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the standard ones first."""
        standard = (self.name.zh, self.name.en, self.abbreviation)
        return tuple(dict.fromkeys(name for name in standard if name)) + self.aliases
