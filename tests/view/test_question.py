"""Questions: found in the order of their files, each on facts that stand."""

from chipkb.view.question import question_view
from chipkb.view.search_record import search_records


def test_a_question_shows_the_facts_it_rests_on(kb):
    (question,) = kb.questions
    view = question_view(kb, question)
    assert [fact.anchor for fact in view.facts] == ["fact-valuation-2025", "fact-valuation"]
    assert [entity.id for entity in view.see] == ["star-chip"]


def test_a_question_is_found_under_its_other_wordings(kb):
    (record,) = [
        one for one in search_records(kb) if one.lang == "en" and one.id == "questions/how-dear"
    ]
    assert "星辰估值" in record.synonyms
    assert record.summary.startswith("nearly CNY 280 billion")


def test_a_question_on_a_fact_that_is_not_there_is_told(problems_after):
    problems = problems_after(
        "data/questions/how-dear.yml", "facts: [star-chip/valuation-2025", "facts: [star-chip/lost"
    )
    assert [(one.code, one.place.line) for one in problems] == [("fact-dangling", 5)]


def test_a_chart_shows_the_numbers_of_the_answer_or_there_is_none(real):
    """Not some other change of the thing that the question is about."""
    kb = real.kb
    charted = 0
    for question in kb.questions:
        view = question_view(kb, question)
        points = (
            [point.view for line in view.lines.lines for point in line.points] if view.lines else []
        )
        lanes = [lane.view for lane in view.bars.lanes] if view.bars else []
        shown = {f"{one.entity.id}/{one.claim.id}" for one in points + lanes}
        charted += bool(shown)
        assert not (points and lanes)
        assert not shown or shown & set(question.facts)
        assert {f"{one.entity.id}/{one.claim.id}" for one in lanes} <= set(question.facts)
    assert charted > len(kb.questions) / 2
