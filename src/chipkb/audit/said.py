"""What the data says on the ground of one paragraph: numbers, dates and names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from chipkb.audit.numbers import DateParts, DigitString, numbers_in
from chipkb.model.chain import ChainLink, Need
from chipkb.model.entity import Event, Relation
from chipkb.model.fact import Claim, Figure, Statement
from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.prose import FactMention, Link, Prose
from chipkb.model.term import Term
from chipkb.values.partial_date import PartialDate, Period, Precision
from chipkb.values.text import LANGS, Text


@dataclass
class Said:
    """Everything that things citing one paragraph say; `things` counts them."""

    things: int = 0
    numbers: set[Decimal] = field(default_factory=set)
    dates: set[PartialDate] = field(default_factory=set)
    words: str = ""

    def covers(self, digits: DigitString) -> bool:
        """Whether the same date, code or number is said; signs do not count (低 20% is -20%)."""
        if digits.date:
            return any(_same_date(digits.date, date) for date in self.dates)
        if digits.decade is not None:
            return any(_in_decade(digits.decade, date) for date in self.dates)
        if digits.code:
            return re.search(rf"{re.escape(_folded(digits.code))}(?!\.?\d)", self.words) is not None
        return any(value in self.numbers or self._is_year(value) for value in digits.values)

    def _is_year(self, value: Decimal) -> bool:
        return any(value in (date.first.year, date.last.year) for date in self.dates)


def said_of(kb: KnowledgeBase, source_id: str) -> dict[str, Said]:
    """By place in the source, what rests on it."""
    collectors: dict[str, _Collector] = defaultdict(lambda: _Collector(kb))
    for placed in kb.all_claims():
        for place in _places(placed.claim.source, source_id):
            collectors[place].claim(placed)
    for thing in _other_things(kb):
        for place in _places(thing.source, source_id):
            collectors[place].thing(thing)
    return {place: collector.said for place, collector in collectors.items()}


def _places(citations: Iterable[Citation], source_id: str) -> list[str]:
    return [c.place for c in citations if c.source == source_id and c.place]


def _other_things(kb: KnowledgeBase) -> list[Term | ChainLink | Need]:
    return [*kb.terms.values(), *kb.chain, *(need for link in kb.chain for need in link.needs)]


class _Collector:
    """Takes in what one thing after the other says."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self.said = Said()

    def claim(self, placed: Placed[Claim]) -> None:
        claim, home = placed.claim, placed.entity.id
        self.said.things += 1
        self._names(home)
        self._text(claim.attributed_to)
        match claim:
            case Figure():
                self._value(claim)
                self._names(claim.of)
                self._text(self._kb.vocabulary.metrics[claim.metric].label)
                self._prose(claim.scope, home)
            case Statement():
                self._date(claim.as_of)
                self._prose(claim.statement, home)
            case Relation():
                self._date(claim.as_of)
                self._names(claim.target)
            case Event():
                self._date(claim.date)
                self._names(*claim.with_)
                self._prose(claim.text, home)

    def thing(self, thing: Term | ChainLink | Need) -> None:
        self.said.things += 1
        match thing:
            case Term():
                self._names(thing.id)
                self._prose(thing.definition, None)
            case ChainLink():
                self._text(thing.name)
                self._prose(thing.summary, None)
            case Need():
                self._names(thing.entity, *thing.held_by, *thing.domestic)
                for prose in (thing.why, thing.domestic_state, thing.path):
                    self._prose(prose, None)
                for ref in thing.figures:
                    self._mention(self._kb.claim(ref, None))

    def _names(self, *ids: str | None) -> None:
        for id_ in ids:
            if id_ is not None:
                for name in self._kb.named[id_].names:
                    self._words(name)

    def _text(self, text: Text | None) -> None:
        if text is not None:
            for lang in LANGS:
                self._words(text.in_lang(lang))

    def _prose(self, prose: Prose | None, home: str | None) -> None:
        for segment in (s for lang in LANGS if prose for s in prose.segments(lang)):
            if isinstance(segment, FactMention):
                self._mention(self._kb.claim(str(segment), home))
            elif isinstance(segment, Link):
                self._names(segment.id)
                self._words(segment.text or "")
            else:
                self._words(segment.text)

    def _mention(self, placed: Placed[Claim] | None) -> None:
        """A value or date that a sentence takes from another claim."""
        if placed and isinstance(placed.claim, Figure):
            self._value(placed.claim)
        elif placed:
            self._date(placed.claim.when)

    def _value(self, figure: Figure) -> None:
        ends = (figure.value.low, figure.value.high)
        self.said.numbers |= {abs(end) for end in ends if end is not None}
        self._date(figure.as_of)

    def _date(self, date: PartialDate | None) -> None:
        if date is not None:
            self.said.dates.add(date)

    def _words(self, text: str) -> None:
        self.said.numbers |= set(numbers_in(text))
        self.said.words += f"\n{_folded(text)}"


def _same_date(said: DateParts, date: PartialDate) -> bool:
    """Whether `date` begins or ends in the period that the text names, and is as precise."""
    return any(_within(said, period) for period in (date.start, date.end) if period)


def _within(said: DateParts, period: Period) -> bool:
    day = period.first
    return (
        said.year in (None, day.year)
        and (said.quarter is None or _quarter(period) == said.quarter)
        and (said.month is None or (_at_least(period, Precision.MONTH) and day.month == said.month))
        and (said.day is None or (_at_least(period, Precision.DAY) and day.day == said.day))
    )


def _at_least(period: Period, precision: Precision) -> bool:
    return period.precision.months <= precision.months


def _quarter(period: Period) -> int | None:
    return (period.first.month + 2) // 3 if _at_least(period, Precision.QUARTER) else None


def _in_decade(decade: int, date: PartialDate) -> bool:
    first, last = date.first.year, date.last.year
    return first // 10 == last // 10 and first % 100 // 10 * 10 == decade


def _folded(text: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum() or c == "."
    )
