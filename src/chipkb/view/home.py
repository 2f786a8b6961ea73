"""The home page: the domains with the figures they put forward, and the size of it all."""

from dataclasses import dataclass

from chipkb.model.entity import Event
from chipkb.model.kb import KnowledgeBase
from chipkb.model.question import Question
from chipkb.model.vocabulary import Domain
from chipkb.values.partial_date import PartialDate
from chipkb.view.changes import EntityChanges, latest_changes
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.domain import featured_figures
from chipkb.view.entity import in_order_of_date
from chipkb.view.localisation import localisation_view

LATEST = 6


@dataclass(frozen=True)
class DomainCard:
    id: str
    domain: Domain
    entities: int
    facts: int
    figures: tuple[ClaimView, ...]


@dataclass(frozen=True)
class Totals:
    entities: int
    claims: int
    sources: int
    terms: int


@dataclass(frozen=True)
class HomeView:
    domains: tuple[DomainCard, ...]
    totals: Totals
    latest: tuple[ClaimView, ...]
    questions: tuple[Question, ...]
    questioned: int
    changed: tuple[tuple[PartialDate, EntityChanges], ...]
    has_chain: bool
    has_comparisons: bool
    has_localisation: bool


def home_view(kb: KnowledgeBase) -> HomeView:
    claims = list(kb.all_claims())
    return HomeView(
        domains=tuple(_card(kb, id_) for id_ in kb.vocabulary.domains),
        totals=Totals(len(kb.entities), len(claims), len(kb.sources), len(kb.terms)),
        latest=_latest(kb),
        questions=kb.questions,
        questioned=sum(placed.claim.assessment.needs_reason for placed in claims),
        changed=latest_changes(kb),
        has_chain=bool(kb.chain),
        has_comparisons=bool(kb.comparisons),
        has_localisation=bool(localisation_view(kb).figures),
    )


def _card(kb: KnowledgeBase, id_: str) -> DomainCard:
    entities = kb.at_home.get(id_, [])
    facts = sum(len(e.facts) + len(e.relations) + len(e.events) for e in entities)
    figures = featured_figures(kb, id_)[:2]
    return DomainCard(id_, kb.vocabulary.domains[id_], len(entities), facts, figures)


def _latest(kb: KnowledgeBase) -> tuple[ClaimView, ...]:
    """The newest dated events, newest first; what is planned or still to come is no news."""
    today = kb.state
    events = [
        placed
        for placed in kb.all_claims()
        if isinstance(placed.claim, Event)
        and placed.claim.date.last <= today
        and not placed.claim.is_announced
    ]
    views = in_order_of_date(claim_view(kb, placed) for placed in events)
    return tuple(reversed(views))[:LATEST]
