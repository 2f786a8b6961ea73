"""A question with its answer, and the facts on which that rests."""

from collections.abc import Sequence
from dataclasses import dataclass

from chipkb.model.entity import Entity
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.question import Question
from chipkb.view.chart import ChartView, chart
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.lines import LinesView, entity_lines


@dataclass(frozen=True)
class QuestionView:
    """At most one of `lines` and `bars` is there: what changed over time, else the numbers of the
    answer beside each other."""

    question: Question
    facts: tuple[ClaimView, ...]
    lines: LinesView | None
    bars: ChartView | None
    see: tuple[Entity, ...]
    others: tuple[Question, ...]


@dataclass(frozen=True)
class QuestionsView:
    questions: tuple[Question, ...]


def question_view(kb: KnowledgeBase, question: Question) -> QuestionView:
    placed = [one for ref in question.facts if (one := kb.claim(ref, None))]
    charts = entity_lines(kb, kb.entities[question.chart]) if question.chart else ()
    lines = _telling(charts, question)
    return QuestionView(
        question=question,
        facts=tuple(claim_view(kb, one) for one in placed),
        lines=lines,
        bars=None if lines else _bars(kb, placed),
        see=tuple(kb.entities[id_] for id_ in question.see),
        others=tuple(one for one in kb.questions if one.id != question.id),
    )


def _telling(charts: tuple[LinesView, ...], question: Question) -> LinesView | None:
    """The chart that has most of the answer's facts as its points, if it has any."""

    def told(chart: LinesView) -> int:
        links = {
            f"{point.view.entity.id}/{point.view.anchor.removeprefix('fact-')}"
            for line in chart.lines
            for point in line.points
        }
        return len(links.intersection(question.facts))

    best = max(charts, key=told, default=None)
    return best if best and told(best) else None


def _bars(kb: KnowledgeBase, facts: Sequence[Placed]) -> ChartView | None:
    """The numbers of an answer that can be set beside each other: most of one metric and unit."""
    alike: dict[tuple[str, str], list[ClaimView[Figure]]] = {}
    for one in facts:
        if isinstance(one.claim, Figure):
            key = (one.claim.metric, one.claim.value.unit.dimension)
            view = claim_view(kb, Placed(one.entity, one.claim))
            alike.setdefault(key, []).append(view)
    most = max(alike.values(), key=len, default=[])
    if len(most) < 2:
        return None
    most.sort(key=lambda view: view.sort_date)
    unit = most[0].claim.value.unit
    return chart("answer", most[0].label, [(view.entity.name, view) for view in most], unit)


def questions_view(kb: KnowledgeBase) -> QuestionsView:
    return QuestionsView(kb.questions)
