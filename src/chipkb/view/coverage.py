"""What we expect to know and what we do: entity by expected metric, event and relation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from chipkb.model.coverage import Expectation
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.preference import holds, speaking_first


@dataclass(frozen=True)
class CoverageColumn:
    """One thing expected, with its alternatives: profit or loss."""

    labels: tuple[Text, ...]


@dataclass(frozen=True)
class CoverageCell:
    """The claim that meets an expectation, and how many more do; none for a gap."""

    claim: ClaimView | None
    more: int


@dataclass(frozen=True)
class CoverageRow:
    entity: Entity
    cells: tuple[CoverageCell, ...]

    @property
    def known(self) -> int:
        return sum(cell.claim is not None for cell in self.cells)

    @property
    def gaps(self) -> int:
        return len(self.cells) - self.known


@dataclass(frozen=True)
class CoverageTable:
    """One expectation and the entities it is meant for, those with most gaps first."""

    expectation: Expectation
    number: int  # from 1, for the heading's anchor
    columns: tuple[CoverageColumn, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def known(self) -> int:
        return sum(row.known for row in self.rows)

    @property
    def expected(self) -> int:
        return sum(len(row.cells) for row in self.rows)

    @property
    def percent(self) -> int:
        return _percent(self.known, self.expected)


@dataclass(frozen=True)
class CoverageView:
    tables: tuple[CoverageTable, ...]

    @property
    def known(self) -> int:
        return sum(table.known for table in self.tables)

    @property
    def expected(self) -> int:
        return sum(table.expected for table in self.tables)

    @property
    def percent(self) -> int:
        return _percent(self.known, self.expected)


def coverage_view(kb: KnowledgeBase) -> CoverageView:
    """A table for each expectation that is meant for anything."""
    tables = [_table(kb, one, number) for number, one in enumerate(kb.expectations, 1)]
    return CoverageView(tuple(table for table in tables if table.rows))


def _percent(known: int, expected: int) -> int:
    """Rounded down, so that only what is complete reads 100%."""
    return known * 100 // expected if expected else 100


Finder = Callable[[Entity], Sequence[Placed]]


def _table(kb: KnowledgeBase, expectation: Expectation, number: int) -> CoverageTable:
    entities = _meant(kb, expectation)
    expected = _expected(kb, expectation, entities)
    finders = [find for _, find in expected]
    rows = [_row(kb, entity, finders) for entity in entities]
    rows.sort(key=lambda row: -row.gaps)
    columns = tuple(column for column, _ in expected)
    return CoverageTable(expectation, number, columns, tuple(rows))


def _meant(kb: KnowledgeBase, expectation: Expectation) -> list[Entity]:
    return [
        entity
        for entity in kb.entities.values()
        if entity.kind is expectation.kind
        and (not expectation.domains or entity.home in expectation.domains)
        and (not expectation.having or _relations(kb, expectation.having, entity))
    ]


def _expected(
    kb: KnowledgeBase, expectation: Expectation, entities: list[Entity]
) -> list[tuple[CoverageColumn, Finder]]:
    """The columns, each with the way to find the claims that fill it."""
    words = kb.vocabulary
    found: list[tuple[CoverageColumn, Finder]] = []
    for kinds in expectation.metrics:
        labels = tuple(words.metrics[kind].label for kind in kinds)
        found.append((CoverageColumn(labels), partial(_figures, kb, kinds)))
    for kinds in expectation.events:
        labels = tuple(words.events[kind] for kind in kinds)
        found.append((CoverageColumn(labels), partial(_events, kinds)))
    for kinds in expectation.relations:
        labels = tuple(_relation_label(kb, kind, entities) for kind in kinds)
        found.append((CoverageColumn(labels), partial(_relations, kb, kinds)))
    return found


def _relation_label(kb: KnowledgeBase, kind: str, entities: list[Entity]) -> Text:
    """As it reads from these entities: makers have products, products a maker."""
    own = sum(relation.kind == kind for entity in entities for relation in entity.relations)
    others = sum(
        placed.claim.kind == kind
        for entity in entities
        for placed in kb.incoming.get(entity.id, ())
    )
    words = kb.vocabulary.relations[kind]
    return words.inverse if others > own else words.label


def _row(kb: KnowledgeBase, entity: Entity, finders: list[Finder]) -> CoverageRow:
    return CoverageRow(entity, tuple(_cell(kb, find(entity)) for find in finders))


def _cell(kb: KnowledgeBase, found: Sequence[Placed]) -> CoverageCell:
    if not found:
        return CoverageCell(None, 0)
    return CoverageCell(claim_view(kb, found[0], with_rivals=False), len(found) - 1)


def _figures(kb: KnowledgeBase, metrics: tuple[str, ...], entity: Entity) -> list[Placed[Figure]]:
    facts = (fact for fact in entity.facts if isinstance(fact, Figure) and fact.metric in metrics)
    return speaking_first(kb, (Placed(entity, fact) for fact in facts))


def _events(kinds: tuple[str, ...], entity: Entity) -> list[Placed[Event]]:
    """The latest first."""
    events = [event for event in entity.events if event.kind in kinds]
    events.sort(key=lambda event: event.date, reverse=True)
    return [Placed(entity, event) for event in events]


def _relations(kb: KnowledgeBase, kinds: tuple[str, ...], entity: Entity) -> list[Placed[Relation]]:
    own = [Placed(entity, relation) for relation in entity.relations]
    others = kb.incoming.get(entity.id, [])
    return [one for one in own + others if one.claim.kind in kinds and holds(one.claim)]
