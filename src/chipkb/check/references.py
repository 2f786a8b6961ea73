"""References to entities and to facts lead somewhere, and to the right kind of thing."""

from collections.abc import Iterator

from chipkb.check.nearest import nearest_claim, nearest_id
from chipkb.model.comparison import Comparison, MetricColumn, RelationColumn
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Spot
from chipkb.values.problem import Problem


def check_entity_references(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for place, id_ in _entity_references(kb):
        if id_ not in kb.entities and id_ not in broken:
            code = "ref-kind" if id_ in kb.terms else "ref-dangling"
            guess = nearest_id(kb, id_, kb.entities) if code == "ref-dangling" else None
            yield Problem.at(place, code, guess, found=id_, kind="term", expected="entity")
    for term in kb.terms.values():
        for i, id_ in enumerate(term.see):
            if id_ not in kb.named and id_ not in broken:
                guess = nearest_id(kb, id_, kb.named)
                yield Problem.at(term.where.spot("see", i), "link-dangling", guess, found=id_)


def _entity_references(kb: KnowledgeBase) -> Iterator[tuple[Spot, str]]:
    for entity in kb.entities.values():
        if entity.parent:
            yield entity.where.spot("parent"), entity.parent
        for fact in entity.facts:
            if isinstance(fact, Figure) and fact.of:
                yield fact.where.spot("of"), fact.of
        for relation in entity.relations:
            yield relation.where.spot("target"), relation.target
        for event in entity.events:
            for i, other in enumerate(event.with_):
                yield event.where.spot("with", i), other
    for link in kb.chain:
        for need in link.needs:
            yield need.where.spot("entity"), need.entity
            for key in ("held_by", "domestic"):
                for i, other in enumerate(getattr(need, key)):
                    yield need.where.spot(key, i), other
    for comparison in kb.comparisons:
        yield from _comparison_references(comparison)
    for question in kb.questions:
        if question.chart:
            yield question.where.spot("chart"), question.chart
        for i, id_ in enumerate(question.see):
            yield question.where.spot("see", i), id_


def _comparison_references(comparison: Comparison) -> Iterator[tuple[Spot, str]]:
    for i, id_ in enumerate(comparison.entities):
        yield comparison.where.spot("entities", i), id_
    for column in comparison.columns:
        if isinstance(column, MetricColumn) and column.of:
            yield column.where.spot("of"), column.of
        elif isinstance(column, RelationColumn):
            for i, id_ in enumerate(column.only):
                yield column.where.spot("only", i), id_


def check_claim_references(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for place, ref, home in _claim_references(kb):
        entity = ref.split("/")[0] if "/" in ref else home
        if kb.claim(ref, home) is None and entity not in broken:
            yield Problem.at(place, "fact-dangling", nearest_claim(kb, ref, home), found=ref)


def _claim_references(kb: KnowledgeBase) -> Iterator[tuple[Spot, str, str | None]]:
    for placed in kb.all_claims():
        claim, home = placed.claim, placed.entity.id
        for i, ref in enumerate(claim.conflicts_with):
            yield claim.where.spot("conflicts_with", i), ref, home
        if claim.superseded_by:
            yield claim.where.spot("superseded_by"), claim.superseded_by, home
    for placed in kb.announced:
        outcome = placed.claim.outcome
        if outcome and outcome.claim:
            yield outcome.where.spot("claim"), outcome.claim, placed.entity.id
    for domain in kb.vocabulary.domains.values():
        for i, ref in enumerate(domain.featured):
            yield domain.where.spot("featured", i), ref, None
    for link in kb.chain:
        for need in link.needs:
            for i, ref in enumerate(need.figures):
                yield need.where.spot("figures", i), ref, None
            for key in ("foreign_share", "domestic_share"):
                if ref := getattr(need, key):
                    yield need.where.spot(key), ref, None
    for question in kb.questions:
        for i, ref in enumerate(question.facts):
            yield question.where.spot("facts", i), ref, None


def check_self_references(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """What leads back to where it stands says nothing; a relation to itself is told with the relations."""
    for entity in kb.entities.values():
        if entity.parent == entity.id:
            yield Problem.at(entity.where.spot("parent"), "ref-self", found=entity.id, key="parent")
        for i, domain in enumerate(entity.also_in):
            if domain == entity.home:
                details = {"found": domain, "key": "also_in"}
                yield Problem.at(entity.where.spot("also_in", i), "ref-self", **details)
        for fact in entity.facts:
            if isinstance(fact, Figure) and fact.of == entity.id:
                yield Problem.at(fact.where.spot("of"), "ref-self", found=entity.id, key="of")
    for term in kb.terms.values():
        for i, id_ in enumerate(term.see):
            if id_ == term.id:
                yield Problem.at(term.where.spot("see", i), "ref-self", found=id_, key="see")
