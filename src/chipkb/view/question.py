"""A question with its answer, and the facts on which that rests."""

from dataclasses import dataclass

from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.question import Question
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.lines import LinesView, entity_lines


@dataclass(frozen=True)
class QuestionView:
    question: Question
    facts: tuple[ClaimView, ...]
    lines: LinesView | None
    see: tuple[Entity, ...]
    others: tuple[Question, ...]


@dataclass(frozen=True)
class QuestionsView:
    questions: tuple[Question, ...]


def question_view(kb: KnowledgeBase, question: Question) -> QuestionView:
    placed = (kb.claim(ref, None) for ref in question.facts)
    charts = entity_lines(kb, kb.entities[question.chart]) if question.chart else ()
    return QuestionView(
        question=question,
        facts=tuple(claim_view(kb, one) for one in placed if one),
        lines=_telling(charts, question),
        see=tuple(kb.entities[id_] for id_ in question.see),
        others=tuple(one for one in kb.questions if one.id != question.id),
    )


def _telling(charts: tuple[LinesView, ...], question: Question) -> LinesView | None:
    """The chart that has most of the answer's facts as its points."""

    def told(chart: LinesView) -> int:
        links = {
            f"{point.view.entity.id}/{point.view.anchor.removeprefix('fact-')}"
            for line in chart.lines
            for point in line.points
        }
        return len(links.intersection(question.facts))

    return max(charts, key=told) if charts else None


def questions_view(kb: KnowledgeBase) -> QuestionsView:
    return QuestionsView(kb.questions)
