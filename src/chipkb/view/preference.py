"""Which fact speaks when several could: the one place where facts are ranked."""

from collections.abc import Iterable
from datetime import date

from chipkb.model.fact import Assessment, Basis, Figure
from chipkb.model.kb import KnowledgeBase, Placed

_TRUST = {
    Assessment.SUPPORTED: 0,
    Assessment.UNVERIFIED: 1,
    Assessment.DISPUTED: 2,
    Assessment.SUPERSEDED: 3,
    Assessment.REFUTED: 4,
}
_FIRMNESS = {
    Basis.REPORTED: 0,
    Basis.CLAIMED: 1,
    Basis.ESTIMATE: 1,
    Basis.FORECAST: 2,
    Basis.TARGET: 2,
}


def holds(figure: Figure) -> bool:
    """Whether a figure may speak for its subject at all."""
    return figure.assessment not in (Assessment.REFUTED, Assessment.SUPERSEDED)


def best_first(kb: KnowledgeBase, figures: Iterable[Placed[Figure]]) -> list[Placed[Figure]]:
    """Most trusted first, then reported before forecast, then newest, then best source."""
    tiers = list(kb.vocabulary.tiers)

    def rank(placed: Placed[Figure]) -> tuple:
        figure = placed.claim
        newest = figure.as_of.last if figure.as_of else date.min
        sources = [kb.sources[c.source] for c in figure.source if c.source in kb.sources]
        tier = min((tiers.index(source.tier) for source in sources), default=len(tiers))
        return (_TRUST[figure.assessment], _FIRMNESS[figure.basis], -newest.toordinal(), tier)

    return sorted(figures, key=rank)


def best_per_metric(kb: KnowledgeBase, figures: Iterable[Placed[Figure]]) -> list[Placed[Figure]]:
    """The figure that speaks for each metric (and what it is relative to).

    Headline metrics come first, else the order is that of the file.
    """
    figures = [placed for placed in figures if holds(placed.claim)]
    chosen: dict[tuple, Placed[Figure]] = {}
    for placed in best_first(kb, figures):
        chosen.setdefault((placed.claim.metric, placed.claim.of), placed)
    speaking = [placed for placed in figures if placed in chosen.values()]
    return sorted(speaking, key=lambda p: not kb.vocabulary.metrics[p.claim.metric].headline)
