"""Findings that we live with, each for a reason; one that silences nothing is itself a problem."""

from collections.abc import Iterable

from chipkb.model.content import Acceptance
from chipkb.values.problem import Problem

# Errors that an editor may know better. Any other makes the site wrong, or there would be none.
_JUDGEMENTS = frozenset(
    {
        "char-suspicious",
        "number-naked",
        "alias-duplicate",
        "alias-clash",
        "relation-mirrored",
        "superseded-alone",
        "supported-unmet",
        "disputed-alone",
        "refuted-alone",
        "assessment-twins",
    }
)


def without_accepted(
    problems: Iterable[Problem], acceptances: Iterable[Acceptance]
) -> list[Problem]:
    """`problems` less what is accepted, plus the acceptances that have gone stale."""
    left = list(problems)
    for acceptance in acceptances:
        silenced = [problem for problem in left if _silences(acceptance, problem)]
        left = [problem for problem in left if problem not in silenced]
        if any(not _may_be_accepted(problem) for problem in silenced):
            left += [
                *silenced,
                Problem.at(acceptance.place, "accepted-never", code=acceptance.code),
            ]
        elif not silenced:
            left.append(Problem.at(acceptance.place, "accepted-stale", code=acceptance.code))
    return left


def _may_be_accepted(problem: Problem) -> bool:
    return not problem.is_error or problem.code in _JUDGEMENTS


def _silences(acceptance: Acceptance, problem: Problem) -> bool:
    return (
        problem.code == acceptance.code
        and problem.place.file == acceptance.file
        and (acceptance.about is None or acceptance.about in dict(problem.details).values())
    )
