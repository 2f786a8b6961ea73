"""How old things are."""

from dataclasses import dataclass

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import Text
from chipkb.view.age import months_between, stated
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
        when = stated(kb, placed.claim)
        allowed = kb.vocabulary.metrics[placed.claim.metric].fresh_for
        if when is None or allowed is None:
            undated.append(claim_view(kb, placed))
        elif (age := months_between(when.last, state)) > allowed:
            domain = kb.vocabulary.domains[placed.entity.home].name
            stale.append(StaleFigure(claim_view(kb, placed), domain, when, age, allowed))
        else:
            fresh += 1
    stale.sort(key=lambda figure: (-figure.age, figure.view.link))
    day = PartialDate.parse(state.isoformat())
    overdue = tuple(claim_view(kb, placed) for placed in kb.overdue)
    return FreshnessView(day, tuple(stale), tuple(undated), overdue, fresh)


def _ageing(kb: KnowledgeBase) -> list[Placed[Figure]]:
    """The figures that stand, whose metric grows old, and that no newer one of the same follows."""
    newest: dict[tuple[object, ...], tuple[PartialDate, Placed[Figure]]] = {}
    undated = []
    for placed in kb.claims_of(Figure):
        figure = placed.claim
        if not holds(figure):
            continue
        if kb.vocabulary.metrics[figure.metric].fresh_for is None:
            continue
        when = stated(kb, figure)
        if when is None:
            undated.append(placed)
            continue
        scope = figure.scope.zh if figure.scope else None
        same = (placed.entity.id, figure.metric, figure.of, scope)
        if same not in newest or newest[same][0] < when:
            newest[same] = (when, placed)
    return [*(placed for _, placed in newest.values()), *undated]
