"""Questions made from the facts, and what a right answer to each would be.

What is held must be answered, what is not held must be said, and never another thing's number. Each kind
is asked in several wordings; some wordings are kept apart (`fresh`) and never looked at while the parser
is worked on. All is chosen by a seed, so that a run repeats.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.search.wordings import (
    ABSENT_METRICS,
    EVENT_WORDINGS,
    METRIC_WORDINGS,
    PART_WORDINGS,
    RELATION_WORDINGS,
    YEAR_WORDINGS,
    Wordings,
)

from chipkb.model import permalink
from chipkb.model.entity import Entity, Event
from chipkb.model.fact import Claim, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.search.terms import normalise
from chipkb.values.text import LANGS, Lang
from chipkb.view.preference import holds

OUTSIDERS = Path(__file__).with_name("outsiders.tsv")
_COMMON_METRICS = ("revenue", "gross-margin", "market-value", "capacity", "net-profit", "shipments")
_ASKED_OF_OUTSIDERS = ("revenue", "gross-margin", "market-share", "net-profit", "capacity", "yield")
_NOT_TYPED = re.compile(
    r"[{}\[\]，,、；(（：:。]|公司|销售额|比较|company|sales|comparison", re.IGNORECASE
)
"""Scopes that nobody would type, or that a figure may have without saying so: of the whole company."""
_MOST_OF_A_SCOPE = 14  # characters that a person would still type


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    query: str
    lang: Lang
    expected: frozenset[str]
    """Addresses of the claims that answer; empty where we hold nothing and must say so."""
    fresh: bool
    """Asked in a wording that the parser was not worked on with."""


@dataclass(frozen=True, slots=True)
class Outsider:
    zh: str
    en: str
    kind: str

    def in_lang(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def outsiders(kb: KnowledgeBase) -> list[Outsider]:
    """Those of the list that the data does not hold under any name, nor mentions anywhere."""
    known = {_key(name) for thing in kb.named.values() for name in thing.names}
    with OUTSIDERS.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        listed = [Outsider(*row) for row in rows]
    return [one for one in listed if not {_key(one.zh), _key(one.en)} & known]


def _key(text: str) -> str:
    return "".join(normalise(text).split())


def questions(kb: KnowledgeBase, most: int, seed: int = 1) -> list[Question]:
    """At most `most` of each kind and language."""
    asked = []
    for kind, make in _KINDS.items():
        for lang in LANGS:
            chance = random.Random(f"{seed} {kind} {lang}")
            made = list(dict.fromkeys(make(kb, lang, chance)))
            asked += chance.sample(made, most) if len(made) > most else made
    return asked


def _of_wordings(
    kind: str, wordings: Wordings, lang: Lang, expected: Iterable[str], **words: str
) -> Iterator[Question]:
    found = frozenset(expected)
    for fresh, patterns in enumerate(wordings[lang]):
        for pattern in patterns:
            # Nobody can tell the number of a model from a year or a code glued to it.
            glued = "{subject}{year}" in pattern or "{subject}{part}" in pattern
            if not (glued and words["subject"][-1].isascii()):
                yield Question(kind, _tidy(pattern.format(**words)), lang, found, bool(fresh))


def _tidy(query: str) -> str:
    return " ".join(query.split())


# What there is to ask about


def _asked(entity: Entity, lang: Lang) -> str:
    return entity.name.in_lang(lang)


def _metric(kb: KnowledgeBase, metric: str, lang: Lang) -> str:
    label = kb.vocabulary.metrics[metric].label.in_lang(lang)
    return label if lang == "zh" or label.isupper() else label[0].lower() + label[1:]


def _address(placed: Placed[Claim]) -> str:
    return f"{permalink.entity_page(placed.entity.id)}/#{permalink.claim_anchor(placed.claim)}"


def _figures(kb: KnowledgeBase, entity: Entity) -> dict[str, list[Placed[Figure]]]:
    by_metric: dict[str, list[Placed[Figure]]] = defaultdict(list)
    for fact in entity.facts:
        if isinstance(fact, Figure):
            by_metric[fact.metric].append(Placed(entity, fact))
    return by_metric


def _about(kb: KnowledgeBase, entity: Entity) -> set[str]:
    """Every metric that is held of the entity, on its own page or on another's."""
    return {one.metric for one in entity.facts if isinstance(one, Figure)} | {
        fact.metric
        for other in kb.entities.values()
        for fact in other.facts
        if isinstance(fact, Figure) and fact.of == entity.id
    }


def _kin(metric: str) -> set[str]:
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


def _years(figure: Figure) -> set[int]:
    when = figure.as_of
    return {when.first.year} if when and when.first.year == when.last.year else set()


# Kinds of question


def _held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        for metric, figures in _figures(kb, entity).items():
            good = [one for one in figures if holds(one.claim)]
            if not good:
                continue
            whole = [one for one in good if not one.claim.scope and not one.claim.of] or good
            yield from _of_wordings(
                "held",
                METRIC_WORDINGS,
                lang,
                map(_address, whole),
                subject=_asked(entity, lang),
                metric=_metric(kb, metric, lang),
            )


def _year_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        for metric, figures in _figures(kb, entity).items():
            good = [one for one in figures if holds(one.claim)]
            for year in sorted({year for one in good for year in _years(one.claim)}):
                right = [one for one in good if year in _years(one.claim)]
                right = [one for one in right if not one.claim.scope] or right
                yield from _of_wordings(
                    "year held",
                    YEAR_WORDINGS,
                    lang,
                    map(_address, right),
                    subject=_asked(entity, lang),
                    metric=_metric(kb, metric, lang),
                    year=str(year),
                )


def _year_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        by_metric = _figures(kb, entity)
        for metric in by_metric:
            held = {
                year
                for kin in _kin(metric)
                for one in by_metric.get(kin, ())
                if (when := one.claim.as_of)
                for year in range(when.first.year, when.last.year + 1)
            }
            if not held:
                continue
            year = chance.choice([y for y in range(2012, 2031) if y not in held])
            yield from _of_wordings(
                "year not held",
                YEAR_WORDINGS,
                lang,
                (),
                subject=_asked(entity, lang),
                metric=_metric(kb, metric, lang),
                year=str(year),
            )


def _metric_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        if entity.kind.value not in ("company", "product"):
            continue
        about = _about(kb, entity)
        for metric in _COMMON_METRICS:
            if not _kin(metric) & about:
                yield from _of_wordings(
                    "metric not held",
                    METRIC_WORDINGS,
                    lang,
                    (),
                    subject=_asked(entity, lang),
                    metric=_metric(kb, metric, lang),
                )
        for word in chance.sample(ABSENT_METRICS[lang], 2):
            yield from _of_wordings(
                "metric not held",
                METRIC_WORDINGS,
                lang,
                (),
                subject=_asked(entity, lang),
                metric=word,
            )


def _subject_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for outsider in outsiders(kb):
        for metric in chance.sample(_ASKED_OF_OUTSIDERS, 2):
            words = {"subject": outsider.in_lang(lang), "metric": _metric(kb, metric, lang)}
            yield from _of_wordings("subject not held", METRIC_WORDINGS, lang, (), **words)
            year = str(chance.randint(2019, 2026))
            yield from _of_wordings("subject not held", YEAR_WORDINGS, lang, (), year=year, **words)


def _of_another(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A figure that is a share of, or relative to, another thing."""
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity in kb.entities.values():
        for metric, figures in _figures(kb, entity).items():
            for one in figures:
                if one.claim.of and holds(one.claim):
                    # The maker's share of the market is also the market's figure of the maker.
                    alike[metric, entity.id, one.claim.of].append(_address(one))
                    alike[metric, one.claim.of, entity.id].append(_address(one))
    for (metric, id_, of), right in alike.items():
        yield from _of_wordings(
            "of another",
            PART_WORDINGS,
            lang,
            right,
            subject=_asked(kb.entities[id_], lang),
            part=_asked(kb.entities[of], lang),
            metric=_metric(kb, metric, lang),
        )


def _scopes(
    kb: KnowledgeBase, lang: Lang
) -> Iterator[tuple[Entity, str, str, list[Placed[Figure]]]]:
    for entity in kb.entities.values():
        for metric, figures in _figures(kb, entity).items():
            by_scope: dict[str, list[Placed[Figure]]] = defaultdict(list)
            for one in figures:
                scope = one.claim.scope.in_lang(lang) if one.claim.scope else ""
                most = _MOST_OF_A_SCOPE if lang == "zh" else 2 * _MOST_OF_A_SCOPE
                if 2 <= len(scope) <= most and not _NOT_TYPED.search(scope):
                    by_scope[scope].append(one)
            for scope, ones in by_scope.items():
                yield entity, metric, scope, ones


def _scope_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity, metric, scope, figures in _scopes(kb, lang):
        if good := [one for one in figures if holds(one.claim)]:
            yield from _of_wordings(
                "part held",
                PART_WORDINGS,
                lang,
                map(_address, good),
                subject=_asked(entity, lang),
                part=scope,
                metric=_metric(kb, metric, lang),
            )


def _part_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A part that another figure of the metric is of, and none of this thing."""
    parts = [(entity, metric, scope) for entity, metric, scope, _ in _scopes(kb, lang)]
    for entity, metric, _ in dict.fromkeys((e, m, "") for e, m, _ in parts):
        strange = [scope for other, m, scope in parts if other is not entity and m != metric]
        yield from _of_wordings(
            "part not held",
            PART_WORDINGS,
            lang,
            (),
            subject=_asked(entity, lang),
            part=chance.choice(strange),
            metric=_metric(kb, metric, lang),
        )


def _variant_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A product's name with another number or ending, which is another product."""
    known = {_key(name) for thing in kb.named.values() for name in thing.names}
    for entity in kb.entities.values():
        name = _asked(entity, lang)
        figures = _figures(kb, entity)
        if entity.kind.value != "product" or not figures or not name[-1].isdigit():
            continue
        for strange in (f"{name}X", f"{name[:-1]}{(int(name[-1]) + 3) % 10}"):
            if _key(strange) in known or any(_key(strange) in one for one in known):
                continue
            yield from _of_wordings(
                "variant not held",
                METRIC_WORDINGS,
                lang,
                (),
                subject=strange,
                metric=_metric(kb, chance.choice(sorted(figures)), lang),
            )


def _events(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        kinds: dict[str, list[Placed[Event]]] = defaultdict(list)
        for event in entity.events:
            kinds[event.kind].append(Placed(entity, event))
        for kind, wordings in EVENT_WORDINGS.items():
            near = [one for other in _kin_events(kind) for one in kinds.get(other, ())]
            if kinds.get(kind):
                good = [one for one in near if holds(one.claim)] or near
                yield from _of_wordings(
                    "event held", wordings, lang, map(_address, good), subject=_asked(entity, lang)
                )


def _event_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    for entity in kb.entities.values():
        if entity.kind.value != "company":
            continue
        kinds = {event.kind for event in entity.events}
        for kind in ("founded", "listing"):
            told = any(_says_so(kind, event) for event in entity.events)
            if not set(_kin_events(kind)) & kinds and not entity.listing and not told:
                yield from _of_wordings(
                    "event not held", EVENT_WORDINGS[kind], lang, (), subject=_asked(entity, lang)
                )


def _says_so(kind: str, event: Event) -> bool:
    """An event of another kind that tells of this one too: a spin-off that founded a company."""
    words = {"founded": ("成立", "创立", "组建"), "listing": ("上市", "挂牌")}[kind]
    return any(word in event.text.zh for word in words)


def _kin_events(kind: str) -> tuple[str, ...]:
    """Kinds that answer when this one is asked for: a plan to launch says when it will be launched."""
    return {
        "launch": ("launch", "plan", "announcement"),
        "mass-production": ("mass-production", "plan", "forecast"),
        "listing": ("listing", "listing-application", "listing-tutoring", "plan"),
    }.get(kind, (kind,))


def _relations(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Asked from either end; each relation of the kind with that end is right."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity in kb.entities.values():
        for relation in entity.relations:
            if holds(relation):
                address = _address(Placed(entity, relation))
                found[relation.kind, "out", entity.id].append(address)
                found[relation.kind, "in", relation.target].append(address)
    for kind, way, id_ in list(found):
        if wordings := RELATION_WORDINGS.get((kind, way)):
            kin = next((kin for kin in _KIN_RELATIONS if (kind, way) in kin), {(kind, way)})
            right = [address for other, end in kin for address in found.get((other, end, id_), ())]
            yield from _of_wordings(
                "relation held", wordings, lang, right, subject=_asked(kb.entities[id_], lang)
            )


# Who makes, produces or developed a thing is one question; so is what somebody makes.
_KIN_RELATIONS = (
    {("made-by", "out"), ("produces", "in"), ("developed-by", "out")},
    {("made-by", "in"), ("produces", "out"), ("developed-by", "in")},
)

_KINDS = {
    "held": _held,
    "year held": _year_held,
    "of another": _of_another,
    "part held": _scope_held,
    "event held": _events,
    "relation held": _relations,
    "year not held": _year_not_held,
    "metric not held": _metric_not_held,
    "subject not held": _subject_not_held,
    "part not held": _part_not_held,
    "variant not held": _variant_not_held,
    "event not held": _event_not_held,
}
