"""How old a figure is, and whether its metric allows that."""

from datetime import date

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.partial_date import PartialDate


def stated(kb: KnowledgeBase, figure: Figure) -> PartialDate | None:
    """The date of the figure, else of the newest source that states it."""
    if figure.as_of:
        return figure.as_of
    published = (kb.sources[citation.source].published for citation in figure.source)
    return max((found for found in published if found), default=None)


def months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def is_stale(kb: KnowledgeBase, figure: Figure) -> bool:
    """Whether it is older than its metric allows, on the day of the data."""
    allowed = kb.vocabulary.metrics[figure.metric].fresh_for
    when = stated(kb, figure)
    return (
        allowed is not None and when is not None and months_between(when.last, kb.state) > allowed
    )
