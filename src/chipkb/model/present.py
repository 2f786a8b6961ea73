"""Every id that a knowledge base has today, by kind, as the ledger of released ids asks for them."""

from collections import defaultdict
from typing import TYPE_CHECKING

from chipkb.model.entity import Relation
from chipkb.model.ledger import IdKind, Ids, relation_key

if TYPE_CHECKING:
    from chipkb.model.kb import KnowledgeBase

# The tables of the vocabulary whose ids stand in what is published.
WORD_TABLES = (
    *("domains", "metrics", "relations", "events", "topics", "tiers", "measures", "exchanges"),
)


def present_ids(kb: "KnowledgeBase") -> Ids:
    """Every id but those of pages and files, which this room does not know."""
    return {
        IdKind.ENTITY: {id_: id_ for id_ in kb.entities},
        IdKind.TERM: {id_: id_ for id_ in kb.terms},
        IdKind.SOURCE: {id_: id_ for id_ in kb.sources},
        IdKind.NEED: {id_: id_ for id_ in kb.needs},
        IdKind.WORD: {id_: id_ for id_ in _words(kb)},
        IdKind.HEADING: _headings(kb),
        IdKind.CLAIM: _claims(kb),
    }


def _words(kb: "KnowledgeBase") -> list[str]:
    words = kb.vocabulary
    found = [f"{table}/{id_}" for table in WORD_TABLES for id_ in getattr(words, table)]
    return found + [f"units/{unit.id}" for unit in words.units]


def _headings(kb: "KnowledgeBase") -> dict[str, str]:
    """A heading keeps the anchors that it had before."""
    return {
        f"{page.id}#{key}": f"{page.id}#{heading.key}"
        for page in kb.content.values()
        for heading in page.headings["zh"]
        for key in (heading.key, *heading.former)
    }


def _claims(kb: "KnowledgeBase") -> dict[str, str]:
    found: dict[str, str] = {}
    alone: dict[str, list[str]] = defaultdict(list)
    for placed in kb.all_claims():
        found[placed.permanent_id] = found[placed.ref] = placed.permanent_id
        if isinstance(placed.claim, Relation):
            key = relation_key(placed.entity.id, placed.claim.target)
            alone[key].append(placed.permanent_id)
    return found | {key: ids[0] for key, ids in alone.items() if len(ids) == 1}
