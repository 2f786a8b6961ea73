"""Questions that the data does not answer: it has to be said, and nothing else shown."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.search.subjects import (
    Question,
    called,
    figures_of,
    kin,
    kin_events,
    metric_name,
    metrics_about,
    of_metric,
    of_wordings,
    says_so,
    scopes,
)
from bench.search.wordings import (
    ABSENT_METRICS,
    EVENT_WORDINGS,
    METRIC_WORDINGS,
    PART_WORDINGS,
    YEAR_WORDINGS,
)

from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.search.terms import normalise
from chipkb.values.text import Lang

OUTSIDERS = Path(__file__).with_name("outsiders.tsv")
_COMMON_METRICS = ("revenue", "gross-margin", "market-value", "capacity", "net-profit", "shipments")
_ASKED_OF_OUTSIDERS = ("revenue", "gross-margin", "market-share", "net-profit", "capacity", "yield")


@dataclass(frozen=True, slots=True)
class Outsider:
    """A row of outsiders.tsv: a company or product by its names in both languages."""

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


def metric_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Common metrics that are held neither of a company or product nor of its kin, and metrics that nobody holds here."""
    known = {_key(name) for id_ in kb.vocabulary.metrics for name in _metric_names(kb, id_)}
    absent = [word for word in ABSENT_METRICS[lang] if _key(word) not in known]
    for entity in kb.entities.values():
        if entity.kind.value not in ("company", "product"):
            continue
        about = metrics_about(kb, entity)
        for metric in _COMMON_METRICS:
            if not kin(metric) & about:
                yield from of_metric(
                    kb, (entity, metric), "metric not held", METRIC_WORDINGS, lang, ()
                )
        for word in chance.sample(absent, 2):
            yield from of_wordings(
                "metric not held",
                METRIC_WORDINGS,
                lang,
                (),
                subject=called(entity, lang),
                metric=word,
            )


def subject_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Real names that stand outside the data, with and without a year."""
    for outsider in outsiders(kb):
        for metric in chance.sample(_ASKED_OF_OUTSIDERS, 2):
            words = {"subject": outsider.in_lang(lang), "metric": metric_name(kb, metric, lang)}
            yield from of_wordings("subject not held", METRIC_WORDINGS, lang, (), **words)
            year = str(chance.randint(2019, 2026))
            yield from of_wordings("subject not held", YEAR_WORDINGS, lang, (), year=year, **words)


def year_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A year that no figure of the metric touches."""
    for entity in kb.entities.values():
        by_metric = figures_of(kb, entity)
        for metric in by_metric:
            held = {
                year
                for alike in kin(metric)
                for one in by_metric.get(alike, ())
                if (when := one.claim.as_of)
                for year in range(when.first.year, when.last.year + 1)
            }
            if not held:
                continue
            year = chance.choice([y for y in range(2012, 2031) if y not in held])
            yield from of_metric(
                kb, (entity, metric), "year not held", YEAR_WORDINGS, lang, (), year=str(year)
            )


def part_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A part that a figure of another thing and metric is of."""
    parts = [(entity, metric, scope) for entity, metric, scope, _ in scopes(kb, lang)]
    metrics = {_key(name) for id_ in kb.vocabulary.metrics for name in _metric_names(kb, id_)}
    typed = [one for one in parts if _key(one[2]) not in metrics]
    for entity, metric in dict.fromkeys((entity, metric) for entity, metric, _ in parts):
        other, of, scope = chance.choice(typed)
        if other is entity or of == metric or _is_said_already(kb, entity, metric, scope):
            continue
        yield from of_metric(
            kb, (entity, metric), "part not held", PART_WORDINGS, lang, (), part=scope
        )


def _is_said_already(kb: KnowledgeBase, entity: Entity, metric: str, scope: str) -> bool:
    """Whether the words say nothing beyond what the thing, its kin or the metric is called."""
    kin = (kb.named[one.target] for one in entity.relations if one.target in kb.named)
    if any(_key(scope) in map(_key, one.names) for one in kin):
        return True
    told = _key(" ".join([*entity.names, *_metric_names(kb, metric)]))
    return _key(scope) in told


def _metric_names(kb: KnowledgeBase, metric: str) -> tuple[str, ...]:
    known = kb.vocabulary.metrics[metric]
    return (known.label.zh, known.label.in_lang("en"), *known.aliases)


def variant_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A product's name with another number or ending, which is another product."""
    known = {_key(name) for thing in kb.named.values() for name in thing.names}
    for entity in kb.entities.values():
        name = called(entity, lang)
        figures = figures_of(kb, entity)
        if entity.kind.value != "product" or not figures or not name[-1].isdigit():
            continue
        for strange in (f"{name}X", f"{name[:-1]}{(int(name[-1]) + 3) % 10}"):
            if _key(strange) in known or any(_key(strange) in one for one in known):
                continue
            yield from of_wordings(
                "variant not held",
                METRIC_WORDINGS,
                lang,
                (),
                subject=strange,
                metric=metric_name(kb, chance.choice(sorted(figures)), lang),
            )


def event_not_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Founding and listing of companies of which no event tells either."""
    for entity in kb.entities.values():
        if entity.kind.value != "company":
            continue
        kinds = {event.kind for event in entity.events}
        for kind in ("founded", "listing"):
            told = any(says_so(kind, event) for event in entity.events)
            if not set(kin_events(kind)) & kinds and not entity.listing and not told:
                yield from of_wordings(
                    "event not held", EVENT_WORDINGS[kind], lang, (), subject=called(entity, lang)
                )
