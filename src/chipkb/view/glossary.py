"""The glossary, by topic."""

from dataclasses import dataclass

from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.term import Term
from chipkb.values.text import Text
from chipkb.view.claim import CitationView, citation_view
from chipkb.view.moved import Departed, departed_terms


@dataclass(frozen=True)
class TermView:
    term: Term
    see: tuple[Entity | Term, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True)
class TopicGroup:
    """The terms of one glossary file; `name` is the domain's where the file is named after it."""

    id: str
    name: Text | None
    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class GlossaryView:
    groups: tuple[TopicGroup, ...]
    departed: tuple[Departed, ...]


def glossary_view(kb: KnowledgeBase) -> GlossaryView:
    topics: dict[str, list[Term]] = {}
    for term in kb.terms.values():
        topics.setdefault(term.topic, []).append(term)
    domains = kb.vocabulary.domains
    order = sorted(topics, key=lambda topic: [*domains, topic].index(topic))
    return GlossaryView(
        tuple(
            TopicGroup(
                topic,
                domains[topic].name if topic in domains else None,
                tuple(term_view(kb, term) for term in topics[topic]),
            )
            for topic in order
        ),
        departed_terms(kb),
    )


def term_view(kb: KnowledgeBase, term: Term) -> TermView:
    return TermView(
        term,
        tuple(kb.named[id_] for id_ in term.see),
        tuple(citation_view(kb, citation) for citation in term.source),
    )
