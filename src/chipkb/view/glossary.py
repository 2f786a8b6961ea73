"""The glossary, by topic, with an index by letter."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.term import Term
from chipkb.values.text import LANGS, Lang, Text
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
class Letter:
    """The terms whose name begins with it; "#" for those that begin with no letter."""

    letter: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class GlossaryView:
    """`letters` are by the Latin letter of the name, of a Chinese one by that of its sound."""

    groups: tuple[TopicGroup, ...]
    letters: dict[Lang, tuple[Letter, ...]]
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
        {lang: _by_letter(kb.terms.values(), lang) for lang in LANGS},
        departed_terms(kb),
    )


def _by_letter(terms: Iterable[Term], lang: Lang) -> tuple[Letter, ...]:
    # Its tables take a while to read: only this page needs them.
    from pypinyin import lazy_pinyin

    found: dict[str, list[tuple[str, Term]]] = {}
    for term in terms:
        sound = "".join(lazy_pinyin(term.name.in_lang(lang))).casefold()
        first = sound[:1].upper()
        found.setdefault(first if "A" <= first <= "Z" else "#", []).append((sound, term))
    return tuple(
        Letter(letter, tuple(term for _, term in sorted(group, key=lambda one: one[0])))
        for letter, group in sorted(found.items())
    )


def term_view(kb: KnowledgeBase, term: Term) -> TermView:
    return TermView(
        term,
        tuple(kb.named[id_] for id_ in term.see),
        tuple(citation_view(kb, citation) for citation in term.source),
    )
