"""Citations: the source exists, and so does the place in it."""

from collections.abc import Iterator
from typing import Protocol

from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.vocabulary import closest
from chipkb.values.place import Spot, Where
from chipkb.values.problem import Problem


def check_citations(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for place, citation in _citations(kb):
        if citation.source in broken:
            continue
        yield from _problem(kb, place, citation)
    for source in kb.sources.values():
        if source.origin and source.origin not in kb.sources and source.origin not in broken:
            guess = closest(source.origin, list(kb.sources))
            place = source.where.spot("origin")
            yield Problem.at(place, "source-unknown", guess, found=source.origin)


def check_unused_sources(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    used = {citation.source for _, citation in _citations(kb)}
    used |= {source.origin for source in kb.sources.values() if source.origin}
    for source in kb.sources.values():
        if source.id not in used and not broken:
            yield Problem.at(source.place, "source-unused")


class _Citing(Protocol):
    """What rests on sources."""

    @property
    def source(self) -> tuple[Citation, ...]: ...
    @property
    def where(self) -> Where: ...


def _citations(kb: KnowledgeBase) -> Iterator[tuple[Spot, Citation]]:
    cited: list[_Citing] = [placed.claim for placed in kb.all_claims()]
    cited += [need for link in kb.chain for need in link.needs]
    cited += [*kb.chain, *kb.terms.values()]
    for entity in kb.entities.values():
        cited += [*entity.listing, *([entity.headquarters] if entity.headquarters else ())]
    cited += [placed.claim.outcome for placed in kb.announced if placed.claim.outcome]
    for thing in cited:
        for i, citation in enumerate(thing.source):
            yield thing.where.spot("source", i), citation
        for evidence in getattr(thing, "evidence", ()):
            if evidence.source:
                yield evidence.where.spot("source"), evidence.source


def _problem(kb: KnowledgeBase, place: Spot, citation: Citation) -> Iterator[Problem]:
    source = kb.sources.get(citation.source)
    if source is None:
        guess = closest(citation.source, list(kb.sources))
        yield Problem.at(place, "source-unknown", guess, found=citation.source)
    elif source.sections and citation.section is None:
        expected = ", ".join(section.id for section in source.sections)
        yield Problem.at(place, "place-missing", source=source.id, expected=expected)
    elif citation.section and not source.has_place(citation.section, citation.paragraph or 0):
        expected = ", ".join(f"{s.id}/0–{s.paragraphs}" for s in source.sections) or "-"
        yield Problem.at(
            place, "place-unknown", source=source.id, found=citation.place, expected=expected
        )
