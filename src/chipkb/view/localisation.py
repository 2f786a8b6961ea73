"""How much is made at home: every localisation and share figure, by domain and by subject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chipkb.model.entity import Entity, EntityKind
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.view.chart import DOMESTIC, ChartView, chart
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import Folded
from chipkb.view.lines import LinesView, entity_lines
from chipkb.view.preference import holds, speaking_first

# How much is made at home, and then who holds how much of what.
SHARES = (*DOMESTIC, "combined-share", "global-share", "market-share", "customer-share")
CHARTS = 1  # subjects of one domain, before the charts of the rest are folded


@dataclass(frozen=True)
class ShareView:
    """A figure, and whose it is of what: of two entities the company is the holder."""

    subject: Entity
    holder: Entity | None
    view: ClaimView[Figure]


@dataclass(frozen=True)
class SubjectShares:
    """All that is said about one market, technology or product.

    `chart` has what speaks for each holder today, `lines` what changed over time, `shares` all.
    """

    subject: Entity
    chart: ChartView
    lines: tuple[LinesView, ...]
    shares: tuple[ShareView, ...]


@dataclass(frozen=True)
class DomainShares:
    """`others`: the subjects of which there is one figure, in one chart."""

    id: str
    domain: Domain
    subjects: tuple[SubjectShares, ...]
    others: ChartView | None

    @property
    def charted(self) -> tuple[SubjectShares, ...]:
        """Those with a chart of their own."""
        if not self.others:
            return self.subjects
        return tuple(one for one in self.subjects if not _is_short(one))

    @property
    def folded(self) -> Folded[SubjectShares]:
        """Those with a chart of their own: the ones of which most is known are seen at once."""
        return Folded.after(CHARTS, self.charted)

    @property
    def shares(self) -> tuple[ShareView, ...]:
        return tuple(share for subject in self.subjects for share in subject.shares)


@dataclass(frozen=True)
class LocalisationView:
    """`ladder` sets the subjects beside each other by the one figure that speaks for each."""

    ladder: ChartView | None
    domains: tuple[DomainShares, ...]
    figures: int
    questioned: int

    @property
    def charts(self) -> tuple[ChartView, ...]:
        """Also those of which the page shows the figure in another: each can be downloaded."""
        charts = [one.chart for domain in self.domains for one in domain.subjects]
        charts += [domain.others for domain in self.domains if domain.others]
        return (self.ladder, *charts) if self.ladder else tuple(charts)


def localisation_view(kb: KnowledgeBase) -> LocalisationView:
    figures = [placed for placed in kb.claims_of(Figure) if placed.claim.metric in SHARES]
    subjects = _by_subject(kb, [_share(kb, placed) for placed in figures])
    return LocalisationView(
        ladder=_ladder(kb, figures),
        domains=tuple(_domains(kb, subjects)),
        figures=len(figures),
        questioned=sum(placed.claim.assessment.needs_reason for placed in figures),
    )


def _share(kb: KnowledgeBase, placed: Placed[Figure]) -> ShareView:
    """`of` may name the market of a company's share, or the company whose share of a market it is."""
    view = claim_view(kb, placed)
    if view.of and view.of.kind is EntityKind.COMPANY:
        return ShareView(placed.entity, view.of, view)
    if view.of:
        return ShareView(view.of, placed.entity, view)
    return ShareView(placed.entity, None, view)


def _by_subject(kb: KnowledgeBase, shares: Iterable[ShareView]) -> list[SubjectShares]:
    groups: dict[str, list[ShareView]] = {}
    for share in shares:
        groups.setdefault(share.subject.id, []).append(share)
    return [_subject(kb, group) for group in groups.values()]


def _subject(kb: KnowledgeBase, shares: list[ShareView]) -> SubjectShares:
    """Home-made first, then the largest holder; of one holder the oldest figure first."""
    largest: dict[str | None, Decimal] = {}
    for share in shares:
        key = share.holder.id if share.holder else None
        largest[key] = max(largest.get(key, Decimal(0)), share.view.claim.value.base[1])

    def rank(share: ShareView) -> tuple[bool, bool, Decimal, date]:
        holder = share.holder.id if share.holder else None
        is_domestic = share.view.claim.metric in DOMESTIC
        return (not is_domestic, holder is not None, -largest[holder], share.view.sort_date)

    shares = sorted(shares, key=rank)
    subject = shares[0].subject
    shown = _speaking(kb, shares)
    lanes = [(share.holder.name if share.holder else None, share.view) for share in shown]
    return SubjectShares(
        subject=subject,
        chart=_chart(kb, subject.id, subject.name, lanes),
        lines=tuple(one for one in entity_lines(kb, subject) if one.metric in SHARES),
        shares=tuple(shares),
    )


def _speaking(kb: KnowledgeBase, shares: list[ShareView]) -> list[ShareView]:
    """Of each holder the figure that speaks today, what is foreseen of a time to come, and what is at
    odds with these; where nothing holds, what there is. Time is for lines, a bar is for one date."""
    answers: dict[tuple[object, ...], list[ShareView]] = {}
    for share in shares:
        figure = share.view.claim
        if holds(figure):
            holder = share.holder.id if share.holder else None
            # Of whom it is, where no holder is named: two groups of makers are two holders.
            who = holder or (figure.scope.zh if figure.scope else None)
            key = (who, figure.metric, figure.by, figure.is_announced)
            answers.setdefault(key, []).append(share)
    speaking: set[str] = set()
    for (*_, is_foreseen), found in answers.items():
        best = speaking_first(kb, (_placed(share) for share in found))[0]
        when = best.claim.as_of
        if is_foreseen and when and when.last <= kb.state and len(answers) > 1:
            continue
        speaking |= {best.ref, *(rival.ref for rival in kb.conflicts.get(best.ref, ()))}
    return [one for one in shares if _placed(one).ref in speaking] or shares


def _placed(share: ShareView) -> Placed[Figure]:
    return Placed(share.view.entity, share.view.claim)


def _is_short(subject: SubjectShares) -> bool:
    return len(subject.chart.lanes) == 1 and not subject.lines


def _joined(name: Text, whose: Text | None) -> Text:
    """How much is made at home needs no further word: its colour says so."""
    if not whose:
        return name
    return Text(zh=f"{name.zh} · {whose.zh}", en=f"{name.in_lang('en')} · {whose.in_lang('en')}")


def _others(kb: KnowledgeBase, id_: str, subjects: list[SubjectShares]) -> ChartView | None:
    """Subjects of which there is one figure, together: a chart each would be mostly axes."""
    short = [one for one in subjects if _is_short(one)]
    if len(short) < 2:
        return None
    lanes = []
    for one in short:
        (lane,) = one.chart.lanes
        whose = lane.name or (None if lane.is_domestic else lane.view.label)
        lanes.append((_joined(one.subject.name, whose), lane.view))
    title = Text(zh="只有一个数字的", en="With one figure each")
    return _chart(kb, f"others-{id_}", title, lanes)


def _chart(
    kb: KnowledgeBase,
    id_: str,
    title: Text,
    lanes: Sequence[tuple[Text | None, ClaimView[Figure]]],
) -> ChartView:
    unit = kb.vocabulary.units["percent"]
    return chart(id_, title, lanes, unit)


def _ladder(kb: KnowledgeBase, figures: Iterable[Placed[Figure]]) -> ChartView | None:
    """The subjects from the most to the least home-made."""
    asked = [one for one in figures if one.claim.metric in DOMESTIC and holds(one.claim)]
    speaking: dict[str, Placed[Figure]] = {}
    for placed in speaking_first(kb, asked):
        speaking.setdefault(placed.entity.id, placed)
    ranked = sorted(speaking.values(), key=lambda one: -one.claim.value.base[1])
    if not ranked:
        return None
    lanes = [(placed.entity.name, claim_view(kb, placed)) for placed in ranked]
    return _chart(kb, "overview", Text(zh="国产化程度一览", en="How much is made in China"), lanes)


def _domains(kb: KnowledgeBase, subjects: list[SubjectShares]) -> Iterable[DomainShares]:
    """Subjects under the domain where they are at home, home-made figures before others."""
    for id_, domain in kb.vocabulary.domains.items():
        here = [one for one in subjects if one.subject.home == id_]
        here.sort(key=lambda one: (not one.chart.lanes[0].is_domestic, -len(one.shares)))
        if here:
            yield DomainShares(id_, domain, tuple(here), _others(kb, id_, here))
