"""Dates against each other: nothing happened tomorrow, and nobody knew before it was written."""

from collections.abc import Iterator

from chipkb.model.entity import Event
from chipkb.model.fact import Basis, Evidence, Figure, Report
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.values.problem import Problem

_AHEAD = (Basis.FORECAST, Basis.TARGET)
_EVENTS_AHEAD = ("plan", "forecast")


def check_dates(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """`kb.state`, the last day on which anybody looked at a source, stands for today."""
    for placed in kb.all_claims():
        claim = placed.claim
        for evidence in claim.evidence:
            yield from _looked_at(evidence)
        if isinstance(claim, Figure) and claim.as_of and not is_ahead(claim):
            place = claim.where.spot("as_of")
            if claim.as_of.first > kb.state:
                yield Problem.at(place, "date-future", found=claim.as_of, state=kb.state)
                continue
            published = [
                source.published if (source := kb.sources.get(cited.source)) else None
                for cited in claim.source
            ]
            dates = [date for date in published if date]
            if len(dates) == len(published) and claim.as_of.first > max(d.last for d in dates):
                newest = max(dates, key=lambda date: date.last)
                yield Problem.at(place, "date-after-source", found=claim.as_of, published=newest)
        elif (
            isinstance(claim, Event)
            and claim.kind not in _EVENTS_AHEAD
            and claim.date.first > kb.state
        ):
            place = claim.where.spot("date")
            yield Problem.at(place, "date-future", found=claim.date, state=kb.state)
    for source in kb.sources.values():
        yield from _looked_at(source)


def is_ahead(claim: Figure) -> bool:
    """Whether a figure speaks of a time to come."""
    return (
        claim.basis in _AHEAD
        or claim.report is Report.GUIDANCE
        or bool(claim.as_of and claim.as_of.by)
    )


def _looked_at(thing: Source | Evidence) -> Iterator[Problem]:
    published, accessed = thing.published, thing.accessed
    if published and accessed and accessed.last < published.first:
        place = thing.where.spot("accessed")
        yield Problem.at(place, "date-accessed", found=accessed, published=published)
