"""Findings that we live with, each for a reason; one that silences nothing is itself a problem."""

from collections.abc import Iterable

from chipkb.model.content import Acceptance
from chipkb.values.problem import Problem


def without_accepted(
    problems: Iterable[Problem], acceptances: Iterable[Acceptance]
) -> list[Problem]:
    """`problems` less what is accepted, plus the acceptances that have gone stale."""
    left = list(problems)
    for acceptance in acceptances:
        silenced = [problem for problem in left if _silences(acceptance, problem)]
        left = [problem for problem in left if problem not in silenced]
        if not silenced:
            left.append(Problem.at(acceptance.place, "accepted-stale", code=acceptance.code))
    return left


def _silences(acceptance: Acceptance, problem: Problem) -> bool:
    return (
        problem.code == acceptance.code
        and problem.place.file == acceptance.file
        and (acceptance.about is None or acceptance.about in dict(problem.details).values())
    )
