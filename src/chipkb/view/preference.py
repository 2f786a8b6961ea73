"""Which fact speaks when several could: the one place where facts are ranked."""

from collections.abc import Iterable
from datetime import date

from chipkb.model.entity import EntityKind
from chipkb.model.fact import Assessment, Basis, Claim, Figure, Stretch
from chipkb.model.kb import K, KnowledgeBase
from chipkb.model.placed import Placed

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


def holds(claim: Claim) -> bool:
    """Whether a claim may speak for its subject at all."""
    return claim.assessment not in (Assessment.REFUTED, Assessment.SUPERSEDED)


def best_first(kb: KnowledgeBase, claims: Iterable[Placed[K]]) -> list[Placed[K]]:
    """Most trusted first, then reported before forecast, then newest, then best source.

    Of figures that end on one day the one without a scope of its own comes first, as it is of the
    whole, and then the one of the shorter period: nine months before all the years until then.
    """
    tiers = list(kb.vocabulary.tiers)

    def rank(placed: Placed[K]) -> tuple[int | bool, ...]:
        claim = placed.claim
        firmness = _FIRMNESS[claim.basis] if isinstance(claim, Figure) else 0
        when = claim.when
        newest = when.last if when else date.min
        length = (when.last - when.first).days if when else 0
        is_part = isinstance(claim, Figure) and claim.scope is not None
        sources = [kb.sources[c.source] for c in claim.source if c.source in kb.sources]
        tier = min((tiers.index(source.tier) for source in sources), default=len(tiers))
        trust = _TRUST[claim.assessment]
        return (trust, firmness, -newest.toordinal(), is_part, length, tier)

    return sorted(claims, key=rank)


_STANDING = {Assessment.SUPERSEDED: 1, Assessment.REFUTED: 2}
_YEAR = 366  # days


def as_read(figures: Iterable[Placed[Figure]]) -> list[Placed[Figure]]:
    """In the order in which one reads the figures of one metric: what stands first, the newest
    first, sums over years behind single years, then what was superseded, last what was refuted."""

    def rank(placed: Placed[Figure]) -> tuple[int, bool, int, int]:
        figure, when = placed.claim, placed.claim.as_of
        newest = when.last.toordinal() if when else 0
        length = (when.last - when.first).days if when else 0
        standing = _STANDING.get(figure.assessment, 0)
        return standing, is_cumulative(figure), -newest, length

    return sorted(figures, key=rank)


def is_cumulative(figure: Figure) -> bool:
    """Whether it is a sum since the beginning, or over more than a year."""
    if figure.period:
        return figure.period is Stretch.CUMULATIVE
    when = figure.as_of
    return when is not None and (when.last - when.first).days > _YEAR


RESULTS = ("net-profit", "net-loss")  # one question with two signs
# What grows with the time it covers, as revenue does and a share does not.
_SUMS = ("revenue", *RESULTS, "market-size")


def is_sum(figure: Figure) -> bool:
    return figure.metric in _SUMS


def is_full_year(figure: Figure) -> bool:
    """Whether it is the sum of a whole year, and not foreseen."""
    return (
        is_sum(figure)
        and figure.stretch is Stretch.YEAR
        and figure.as_of is not None
        and not figure.is_announced
    )


def question(figure: Figure) -> tuple[str, str | None]:
    """What it answers: two figures with one question are answers to choose from."""
    metric = figure.metric
    return ("net-result" if metric in RESULTS else metric), figure.of


def speaking_first(kb: KnowledgeBase, figures: Iterable[Placed[Figure]]) -> list[Placed[Figure]]:
    """Answers to one question, the one that speaks for all of them first: the same on every page.

    Of sums that is the newest full year, as shorter times cannot be compared with it. What ages is
    answered by the newest that is not in question, even if an older one is better supported.
    """

    def rank(placed: Placed[Figure]) -> tuple[int | bool, ...]:
        figure = placed.claim
        doubt = max(0, _TRUST[figure.assessment] - 1)
        shorter = is_sum(figure) and not is_full_year(figure)
        if kb.vocabulary.metrics[figure.metric].fresh_for is None:
            return doubt, shorter, 0, 0, 0
        newest = figure.as_of.last.toordinal() if figure.as_of else 0
        is_part = is_sum(figure) and figure.scope is not None
        return doubt, shorter, figure.is_announced, -newest, is_part

    return sorted(best_first(kb, figures), key=rank)


def best_per_metric(kb: KnowledgeBase, figures: Iterable[Placed[Figure]]) -> list[Placed[Figure]]:
    """The figure that speaks for each metric (and what it is relative to).

    What its readers ask comes first, then headlines, else the order is that of the file.
    """
    figures = [placed for placed in figures if holds(placed.claim)]
    answers: dict[tuple[str, str | None], list[Placed[Figure]]] = {}
    for placed in figures:
        answers.setdefault(question(placed.claim), []).append(placed)
    chosen_ids = {id(speaking_first(kb, found)[0]) for found in answers.values()}
    speaking = [placed for placed in figures if id(placed) in chosen_ids]
    return sorted(speaking, key=lambda placed: importance(kb, placed))


# What the readers of a kind of thing ask first, in this order.
_ASKED: dict[EntityKind, tuple[str, ...]] = {
    EntityKind.COMPANY: (
        "revenue",
        "net-profit",
        "net-loss",
        "global-share",
        "market-share",
        "capacity",
        "shipments",
        "market-value",
        "valuation",
    ),
    EntityKind.PRODUCT: (
        "process-node",
        "yield",
        "peak-compute",
        "memory-capacity",
        "nand-layers",
        "interconnect-bandwidth",
        "rack-power",
        "shipments",
    ),
    EntityKind.TECHNOLOGY: (
        "localisation-rate",
        "domestic-share",
        "combined-share",
        "global-share",
        "market-share",
        "market-size",
        "yield",
        "stack-layers",
        "data-rate",
    ),
    EntityKind.MARKET: (
        "market-size",
        "market-growth",
        "domestic-share",
        "localisation-rate",
        "combined-share",
        "global-share",
        "market-share",
    ),
}


def importance(kb: KnowledgeBase, placed: Placed[Figure]) -> tuple[int, bool]:
    """How early a metric is asked for: by the readers of that kind of thing, then headlines."""
    asked = _ASKED.get(placed.entity.kind, ())
    metric = placed.claim.metric
    place = asked.index(metric) if metric in asked else len(asked)
    return place, not kb.vocabulary.metrics[metric].headline
