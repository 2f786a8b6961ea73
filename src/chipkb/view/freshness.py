"""How old things are."""

from dataclasses import dataclass
from datetime import date

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import Text
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.preference import holds


@dataclass(frozen=True)
class StaleFigure:
    """A figure older than its metric allows. `age` and `allowed` are in months."""

    view: ClaimView
    domain: Text
    stated: PartialDate
    age: int
    allowed: int


@dataclass(frozen=True)
class FreshnessView:
    """`state` is the day the data was last looked at; what is old or due is so on that day."""

    state: PartialDate
    stale: tuple[StaleFigure, ...]
    undated: tuple[ClaimView, ...]
    overdue: tuple[ClaimView, ...]
    fresh: int


def freshness_view(kb: KnowledgeBase) -> FreshnessView:
    """Figures that may be out of date, the oldest first, and those of which nobody can tell."""
    state = kb.state
    stale, undated, fresh = [], [], 0
    for placed in _ageing(kb):
        stated = _stated(kb, placed.claim)
        allowed = kb.vocabulary.metrics[placed.claim.metric].fresh_for
        if stated is None:
            undated.append(claim_view(kb, placed))
        elif (age := _months_between(stated.last, state)) > allowed:
            domain = kb.vocabulary.domains[placed.entity.home].name
            stale.append(StaleFigure(claim_view(kb, placed), domain, stated, age, allowed))
        else:
            fresh += 1
    stale.sort(key=lambda figure: (-figure.age, figure.view.link))
    day = PartialDate.parse(state.isoformat())
    overdue = tuple(claim_view(kb, placed) for placed in kb.overdue)
    return FreshnessView(day, tuple(stale), tuple(undated), overdue, fresh)


def _ageing(kb: KnowledgeBase) -> list[Placed[Figure]]:
    """The figures that stand, whose metric grows old, and that no newer one of the same follows."""
    newest: dict[tuple, Placed[Figure]] = {}
    undated = []
    for placed in kb.all_claims():
        figure = placed.claim
        if not isinstance(figure, Figure) or not holds(figure):
            continue
        if kb.vocabulary.metrics[figure.metric].fresh_for is None:
            continue
        stated = _stated(kb, figure)
        if stated is None:
            undated.append(placed)
            continue
        scope = figure.scope.zh if figure.scope else None
        same = (placed.entity.id, figure.metric, figure.of, scope)
        if same not in newest or _stated(kb, newest[same].claim) < stated:
            newest[same] = placed
    return [*newest.values(), *undated]


def _stated(kb: KnowledgeBase, figure: Figure) -> PartialDate | None:
    """The date of the figure, else of the newest source that states it."""
    if figure.as_of:
        return figure.as_of
    published = (kb.sources[citation.source].published for citation in figure.source)
    return max((date for date in published if date), default=None)


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
