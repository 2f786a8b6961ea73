"""Dates against each other: nothing happened tomorrow, and nobody knew before it was written."""

from collections.abc import Iterator
from datetime import date, timedelta

from chipkb.model.entity import Event
from chipkb.model.fact import Evidence, Figure, Stretch
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.values.partial_date import PartialDate, Precision
from chipkb.values.problem import Edit, Problem

_MONTHS = {Stretch.QUARTER: 3, Stretch.HALF: 6, Stretch.NINE_MONTHS: 9, Stretch.YEAR: 12}
_YEAR = timedelta(days=366)
_STILL_THE_MONTH_BEFORE = 7  # business years that end on a week's day run some days over


def check_dates(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """`kb.state`, the last day on which anybody looked at a source, stands for today."""
    for placed in kb.all_claims():
        claim = placed.claim
        for evidence in claim.evidence:
            yield from _looked_at(evidence)
        if isinstance(claim, Figure) and (whole := _time_covered(claim)):
            place = claim.where.spot("as_of")
            details = {"found": str(claim.as_of), "period": claim.period}
            yield Problem.at(place, "date-period", whole, **details).mended_by(
                Edit(place.place, str(claim.as_of), whole)
            )
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
        elif isinstance(claim, Event) and not claim.is_announced and claim.date.first > kb.state:
            place = claim.where.spot("date")
            yield Problem.at(place, "date-future", found=claim.date, state=kb.state)
    for source in kb.sources.values():
        yield from _looked_at(source)
    yield from _ahead_of_all(kb)


def _ahead_of_all(kb: KnowledgeBase) -> Iterator[Problem]:
    """A day of looking that has not come yet and lies far behind all others: a year mistyped.

    The clock of the machine alone decides nothing, as it may be wrong.
    """
    looked: list[Source | Evidence] = [one for one in kb.sources.values() if one.accessed]
    looked += [e for placed in kb.all_claims() for e in placed.claim.evidence if e.accessed]
    days = sorted({one.accessed.first for one in looked if one.accessed})
    if len(days) < 2 or days[-1] - days[-2] <= _YEAR or days[-1] <= date.today():
        return
    for one in looked:
        if one.accessed and one.accessed.first == days[-1]:
            details = {"found": one.accessed, "state": days[-2]}
            yield Problem.at(one.where.spot("accessed"), "date-future", **details)


def _time_covered(figure: Figure) -> str | None:
    """The months of a quarter or year of business that is dated by its last day alone: whoever reads
    or asks for a year finds it by the time it covers."""
    date, months = figure.as_of, _MONTHS.get(figure.period) if figure.period else None
    if months is None or date is None or date.end is not None or date.by:
        return None
    if date.precision not in (Precision.DAY, Precision.MONTH):
        return None
    is_over = date.precision is Precision.DAY and date.last.day <= _STILL_THE_MONTH_BEFORE
    end = date.last.year * 12 + date.last.month - 1 - is_over
    start = end - months + 1
    written = f"{start // 12}-{start % 12 + 1:02}/{end // 12}-{end % 12 + 1:02}"
    return _in_the_calendar(start, months) or PartialDate.parse(written).iso


def _in_the_calendar(start: int, months: int) -> str | None:
    year, month = divmod(start, 12)
    if months == 12 and month == 0:
        return f"{year}"
    if months == 6 and month % 6 == 0:
        return f"{year}-H{month // 6 + 1}"
    return f"{year}-Q{month // 3 + 1}" if months == 3 and month % 3 == 0 else None


def is_ahead(claim: Figure) -> bool:
    """Whether a figure speaks of a time to come."""
    return claim.is_announced or bool(claim.as_of and claim.as_of.by)


def _looked_at(thing: Source | Evidence) -> Iterator[Problem]:
    published, accessed = thing.published, thing.accessed
    if published and accessed and accessed.last < published.first:
        place = thing.where.spot("accessed")
        yield Problem.at(place, "date-accessed", found=accessed, published=published)
