"""Lines of Markdown that say a claim, a name or a number in one language: what all twins are made of."""

import re
from collections.abc import Iterable, Iterator

from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.model.entity import Entity
from chipkb.model.fact import Claim
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Lang, Text
from chipkb.view import labels
from chipkb.view.claim import ClaimView

TWIN = "index.md"
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
_SOURCE = Text(zh="来源", en="Source")


class Lines:
    """The records of the tables as lines of text in `lang`."""

    def __init__(self, kb: KnowledgeBase, tables: dict[str, list[Record]], lang: Lang) -> None:
        self.kb, self.tables, self.lang = kb, tables, lang
        self.titles = {source["id"]: source["own_title"] for source in tables["sources"]}
        self.names = {entity["id"]: entity["name"][lang] for entity in tables["entities"]}
        self._by_link = {
            permalink.claim_link(placed): record
            for placed, record in zip(kb.all_claims(), tables["facts"], strict=True)
        }

    def say(self, words: Text) -> str:
        """Words of ours or of the data in this language, as text."""
        return plain(words.in_lang(self.lang))

    def claim(self, claim: Record, named: bool = False) -> str:
        """One line: what is said, of when, how sure, by whom; `named` says of whom first."""
        lang = self.lang
        who = f"{plain(claim['entity_name'][lang])} · " if named else ""
        said = claim["value"] or claim["text"]
        target: str = claim["target"] or ""
        what: str = said[lang] if said else self.names.get(target, target)
        scope = f" ({plain(claim['scope'][lang])})" if claim["scope"] else ""
        when = f" [{claim['as_of']}]" if claim["as_of"] else ""
        sure = self.say(labels.ASSESSMENTS[claim["assessment"]])
        by = "; ".join(plain(self.titles[one["source"]]) for one in claim["sources"])
        note = f" — {plain(claim['note'][lang])}" if claim["note"] else ""
        label = plain(claim["about_name"][lang])
        source = _SOURCE.in_lang(lang)
        return f"- {who}{label}: {plain(what)}{scope}{when} ({sure}; {source}: {by}){note}"

    def views(self, views: Iterable[ClaimView]) -> Iterator[str]:
        """The same of claims that a page shows."""
        return (self.claim(self._by_link[view.link], named=True) for view in views)

    def placed(self, claims: Iterable[Placed[Claim]]) -> Iterator[str]:
        """And of claims where they stand."""
        links = (permalink.claim_link(one) for one in claims)
        return (self.claim(self._by_link[link], named=True) for link in links)

    def entity(self, entity: Entity) -> str:
        """The name of an entity, leading to its twin from a page one level down."""
        return f"[{self.say(entity.name)}](../{permalink.entity_page(entity.id)}/{TWIN})"

    def value(self, view: ClaimView | None) -> str:
        """What stands in a cell of a table: the value and its date."""
        if view is None:
            return ""
        value = getattr(view.claim, "value", None)
        said = plain(value.text(self.lang)) if value else self.say(view.label)
        return f"{said}{f' [{view.date.iso}]' if view.date else ''}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table with a line a row; cells are text already."""
    heads = tuple(heads)
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def plain(words: str) -> str:
    """Words as words: what strangers write is no markup."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
