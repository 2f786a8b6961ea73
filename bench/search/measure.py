"""From ranked results to the numbers that are judged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.search.cases import Case

DEPTH = 10


@dataclass(slots=True)
class Score:
    """Sums over the queries of one category."""

    asked: int = 0
    first: int = 0
    third: int = 0
    reciprocal: float = 0.0
    nothing: int = 0
    wrong_language: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, case: Case, pages: Sequence[str], foreign: bool) -> None:
        rank = next(
            (place for place, page in enumerate(pages[:DEPTH]) if _fits(page, case.expected)), None
        )
        self.asked += 1
        self.first += rank == 0
        self.third += rank is not None and rank < 3
        self.reciprocal += 0.0 if rank is None else 1 / (rank + 1)
        self.nothing += not pages
        self.wrong_language += foreign
        if rank != 0:
            self.failures.append(
                f"{case.lang} {case.category}: {case.query} → {', '.join(pages[:3]) or 'nothing'}; expected {'|'.join(case.expected)}"
            )

    def merge(self, other: "Score") -> None:
        for name in (
            "asked",
            "first",
            "third",
            "reciprocal",
            "nothing",
            "wrong_language",
            "failures",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def _fits(page: str, expected: Iterable[str]) -> bool:
    """A fact is right only with its anchor; a page is right with whatever anchor the answer added, but a
    glossary term is its anchor."""
    return any(
        page == right or ("#" not in right and page.split("#")[0] == right) for right in expected
    )


def by_category(outcomes: Iterable[tuple[Case, Sequence[str], bool]]) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for case, pages, foreign in outcomes:
        scores[case.category].add(case, pages, foreign)
    return dict(scores)


def table(title: str, scores: dict[str, Score]) -> str:
    """A table for people; the last line is all of it."""
    total = Score()
    lines = [
        f"{title:<24}{'n':>6}{'top-1':>8}{'top-3':>8}{'MRR@10':>8}{'zero':>8}{'wrong-lang':>12}"
    ]
    for category, score in scores.items():
        lines.append(_line(category, score))
        total.merge(score)
    return "\n".join([*lines, _line("all", total)])


def _line(name: str, score: Score) -> str:
    def share(count: float) -> str:
        return f"{100 * count / max(1, score.asked):.1f}"

    return (
        f"{name:<24}{score.asked:>6}{share(score.first):>8}{share(score.third):>8}"
        f"{score.reciprocal / max(1, score.asked):>8.3f}{share(score.nothing):>8}{share(score.wrong_language):>12}"
    )
