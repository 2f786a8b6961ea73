"""What there is to ask about, what it is called, and what answers to it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.search.wordings import Wordings

from chipkb.model import permalink
from chipkb.model.entity import Entity, Event
from chipkb.model.fact import Claim, Figure, Stretch
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import LANGS, Lang
from chipkb.view.preference import RESULTS, is_full_year
from chipkb.view.scope import is_of_whole

_NOT_TYPED = re.compile(
    r"[{}\[\]，,、；(（：:。]|公司|销售额|比较|对照|company|sales|compar", re.IGNORECASE
)
"""Scopes that nobody would type, or that a figure may have without saying so: of the whole company."""
_MOST_OF_A_SCOPE = 14  # characters that a person would still type


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and what answers it."""

    kind: str
    query: str
    lang: Lang
    expected: frozenset[str]
    """Addresses of the claims that answer; empty where we hold nothing and must say so."""
    fresh: bool
    """Asked in a wording that the parser was not worked on with."""


def of_wordings(
    kind: str, wordings: Wordings, lang: Lang, expected: Iterable[str], **words: str
) -> Iterator[Question]:
    """One question in each wording of the language that can be told apart from a name."""
    found = frozenset(expected)
    for fresh, patterns in enumerate(wordings[lang]):
        for pattern in patterns:
            # Nobody can tell the number of a model from a year or a code glued to it.
            glued = "{subject}{year}" in pattern or "{subject}{part}" in pattern
            if not (glued and words["subject"][-1].isascii()):
                yield Question(kind, _tidy(pattern.format(**words)), lang, found, bool(fresh))


def of_metric(
    kb: KnowledgeBase,
    about: tuple[Entity, str],
    kind: str,
    wordings: Wordings,
    lang: Lang,
    expected: Iterable[str],
    **more: str,
) -> Iterator[Question]:
    """Of an entity and a metric, by their names."""
    entity, metric = about
    names = {"subject": called(entity, lang), "metric": metric_name(kb, metric, lang)}
    return of_wordings(kind, wordings, lang, expected, **names, **more)


def _tidy(query: str) -> str:
    return " ".join(query.split())


def called(entity: Entity, lang: Lang) -> str:
    """Its name in the language."""
    return entity.name.in_lang(lang)


def metric_name(kb: KnowledgeBase, metric: str, lang: Lang) -> str:
    """The metric's label as it stands within a sentence."""
    label = kb.vocabulary.metrics[metric].label.in_lang(lang)
    return label if lang == "zh" or label.isupper() else label[0].lower() + label[1:]


def address(placed: Placed[Claim]) -> str:
    """Where on the site the claim stands, relative to its root."""
    return f"{permalink.entity_page(placed.entity.id)}/#{permalink.claim_anchor(placed.claim)}"


def figures_of(kb: KnowledgeBase, entity: Entity) -> dict[str, list[Placed[Figure]]]:
    """The entity's own figures by metric, those that no longer hold among them."""
    by_metric: dict[str, list[Placed[Figure]]] = defaultdict(list)
    for fact in entity.facts:
        if isinstance(fact, Figure):
            by_metric[fact.metric].append(Placed(entity, fact))
    return by_metric


def metrics_about(kb: KnowledgeBase, entity: Entity) -> set[str]:
    """Every metric that is held of the entity, on its own page or on another's."""
    return {one.metric for one in entity.facts if isinstance(one, Figure)} | {
        fact.metric
        for other in kb.entities.values()
        for fact in other.facts
        if isinstance(fact, Figure) and fact.of == entity.id
    }


def kin(metric: str) -> set[str]:
    """Metrics that one question asks for alike."""
    for family in (
        {"net-profit", "net-loss"},
        {"market-share", "global-share", "domestic-share", "combined-share", "customer-share"},
        {"market-value", "valuation"},
        {"capacity", "equivalent-capacity", "production-volume"},
        {"shipments", "sales-volume"},
        {"revenue", "revenue-target"},
        {"financing-total", "financing-amount"},
        {"voltage", "half-wave-voltage-length"},
    ):
        if metric in family:
            return family
    return {metric}


def scopes(
    kb: KnowledgeBase, lang: Lang
) -> Iterator[tuple[Entity, str, str, list[Placed[Figure]]]]:
    """(entity, metric, scope, its figures) for scopes that somebody might type.

    One part may be worded in two ways: figures with the same scope in any language are of the same.
    """
    for entity in kb.entities.values():
        for metric, figures in figures_of(kb, entity).items():
            of_part = [(one, one.claim.scope) for one in figures if one.claim.scope]
            for scope in dict.fromkeys(scope.in_lang(lang) for _, scope in of_part):
                named = {
                    other.in_lang(each)
                    for _, other in of_part
                    if other.in_lang(lang) == scope
                    for each in LANGS
                }
                alike = [
                    (one, other)
                    for one, other in of_part
                    if named & {other.in_lang(each) for each in LANGS}
                ]
                if _is_typed(scope, lang) and not any(is_of_whole(other) for _, other in alike):
                    yield entity, metric, scope, [one for one, _ in alike]


def _is_typed(scope: str, lang: Lang) -> bool:
    most = _MOST_OF_A_SCOPE if lang == "zh" else 2 * _MOST_OF_A_SCOPE
    return 2 <= len(scope) <= most and not _NOT_TYPED.search(scope)


def kin_events(kind: str) -> tuple[str, ...]:
    """Kinds that answer when this one is asked for: a plan to launch says when it will be launched."""
    return {
        "launch": ("launch", "plan", "announcement"),
        "mass-production": ("mass-production", "plan", "forecast"),
        "listing": ("listing", "listing-application", "listing-tutoring", "plan"),
    }.get(kind, (kind,))


def says_so(kind: str, event: Event) -> bool:
    """An event of another kind that tells of this one too: a spin-off that founded a company."""
    words = {"founded": ("成立", "创立", "组建"), "listing": ("上市", "挂牌")}[kind]
    return any(word in event.text.zh for word in words)


def years(figure: Figure) -> set[int]:
    """The calendar years that it is of: a business year is of each that it shares half with."""
    when = figure.as_of
    if when is None:
        return set()
    first, last = when.first, when.last
    if first.year == last.year:
        return {first.year}
    if figure.stretch is not Stretch.YEAR:
        return set()
    months = {first.year: 13 - first.month, last.year: last.month}
    return {year for year, count in months.items() if count >= 6}


def of_whole_year(
    figures: Iterable[Placed[Figure]], metric: str, year: int
) -> list[Placed[Figure]]:
    """What else is right for a year: the result of all of it, though with the other sign, and what is
    foreseen for all of it."""
    return [
        one
        for one in figures
        if one.claim.as_of
        and years(one.claim) == {year}
        and one.claim.stretch is Stretch.YEAR
        and (
            (one.claim.metric in RESULTS and metric in RESULTS and is_full_year(one.claim))
            or (one.claim.metric == metric and one.claim.is_announced)
        )
    ]


def business_year(figure: Figure) -> int | None:
    """The year that a whole year is called after: the one in which it ends, in Japan begins."""
    when = figure.as_of
    if when is None or figure.stretch is not Stretch.YEAR:
        return None
    return when.first.year if figure.value.unit.id.startswith("jpy") else when.last.year
