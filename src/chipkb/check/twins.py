"""One thing said twice: a fact that was pasted, and two figures of one thing at one time."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from chipkb.model.entity import Entity, Event
from chipkb.model.fact import Assessment, Fact, Figure, Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem

_PAST = (Assessment.SUPERSEDED, Assessment.REFUTED)


def check_twins(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for entity in kb.entities.values():
        yield from _pasted(entity)
        yield from _rivals(entity)


def _pasted(entity: Entity) -> Iterator[Problem]:
    """What says the same as something before it in the file."""
    first: dict[Hashable, Fact | Event] = {}
    for claim in (*entity.facts, *entity.events):
        if isinstance(claim, Figure):
            said: Hashable = (*_subject(claim), claim.value)
        elif isinstance(claim, Statement):
            said = (claim.topic, claim.statement.zh, str(claim.as_of or ""))
        else:
            said = (claim.kind, str(claim.date), claim.text.zh)
        other = first.setdefault(said, claim)
        if other is not claim and not _linked(entity, other, claim):
            place, details = claim.where.spot("id"), {"id": claim.id, "other": other.id}
            yield Problem.at(place, "fact-twin", **details)


def _rivals(entity: Entity) -> Iterator[Problem]:
    """Figures of one time that differ, of which nothing says how they stand to each other."""
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for fact in entity.facts:
        if isinstance(fact, Figure) and fact.as_of and fact.assessment not in _PAST:
            groups[(*_subject(fact), fact.value.unit.id)].append(fact)
    for figures in groups.values():
        first, *others = figures
        for figure in others:
            if figure.value != first.value and not _linked(entity, first, figure):
                place, other = figure.where.spot("id"), first.id
                details = {"id": figure.id, "other": other, "metric": figure.metric}
                yield Problem.at(place, "fact-rival", as_of=figure.as_of, **details)


def _subject(figure: Figure) -> tuple[Hashable, ...]:
    """What a figure is of, when, and as what: figures that agree in all this say one thing."""
    scope = figure.scope.zh if figure.scope else ""
    return (figure.metric, figure.of, scope, str(figure.as_of or ""), figure.basis, figure.by,
            figure.report, figure.period)  # fmt: skip


def _linked(entity: Entity, one: Fact | Event, other: Fact | Event) -> bool:
    def names(claim: Fact | Event) -> set[str]:
        return {claim.id, f"{entity.id}/{claim.id}"}

    return bool(names(one) & set(other.conflicts_with) or names(other) & set(one.conflicts_with))
