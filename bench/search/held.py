"""Questions that the data answers."""

import random
from collections import defaultdict
from collections.abc import Iterator

from bench.search.subjects import (
    Question,
    address,
    business_year,
    called,
    figures_of,
    kin_events,
    of_metric,
    of_whole_year,
    of_wordings,
    scopes,
    years,
)
from bench.search.wordings import (
    BUSINESS_YEAR_WORDINGS,
    EVENT_WORDINGS,
    METRIC_WORDINGS,
    PART_WORDINGS,
    RELATION_WORDINGS,
    YEAR_WORDINGS,
)

from chipkb.model.entity import Event
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.values.text import Lang
from chipkb.view.preference import holds, speaking_first


def held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Each metric of each entity, with no time or part in the question."""
    for entity in kb.entities.values():
        for metric, figures in figures_of(kb, entity).items():
            good = [one for one in figures if holds(one.claim)]
            if not good:
                continue
            whole = [one for one in good if not one.claim.scope and not one.claim.of] or good
            whole = [
                *whole,
                speaking_first(kb, [one for one in good if not one.claim.of] or good)[0],
            ]
            yield from of_metric(
                kb, (entity, metric), "held", METRIC_WORDINGS, lang, map(address, whole)
            )


def year_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Each calendar year of which a metric is held."""
    for entity in kb.entities.values():
        by_metric = figures_of(kb, entity)
        for metric, figures in by_metric.items():
            good = [one for one in figures if holds(one.claim)]
            for year in sorted({year for one in good for year in years(one.claim)}):
                right = [one for one in good if year in years(one.claim)]
                # Without a part in the question the whole answers, and the one that speaks on its page.
                plain = [one for one in right if not one.claim.scope] or right
                right = [*plain, speaking_first(kb, right)[0]]
                others = [one for ones in by_metric.values() for one in ones if holds(one.claim)]
                right += of_whole_year(others, metric, year)
                yield from of_metric(
                    kb,
                    (entity, metric),
                    "year held",
                    YEAR_WORDINGS,
                    lang,
                    map(address, right),
                    year=str(year),
                )


def business_year_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Quarters of a year do not answer for it."""
    for entity in kb.entities.values():
        for metric, figures in figures_of(kb, entity).items():
            by_year = defaultdict(list)
            for one in figures:
                if holds(one.claim) and (year := business_year(one.claim)):
                    by_year[year].append(one)
            for year, good in by_year.items():
                plain = [one for one in good if not one.claim.scope] or good
                yield from of_metric(
                    kb,
                    (entity, metric),
                    "business year held",
                    BUSINESS_YEAR_WORDINGS,
                    lang,
                    map(address, [*plain, speaking_first(kb, good)[0]]),
                    year=str(year),
                )


def of_another(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """A figure that is a share of, or relative to, another thing."""
    by_name = {entity.name.zh: entity.id for entity in kb.entities.values()}
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity in kb.entities.values():
        for metric, figures in figures_of(kb, entity).items():
            for one in figures:
                if one.claim.of and holds(one.claim):
                    # The maker's share of the market is also the market's figure of the maker.
                    alike[metric, entity.id, one.claim.of].append(address(one))
                    alike[metric, one.claim.of, entity.id].append(address(one))
                # And so is the market's figure of the part that has the maker's name.
                scope = one.claim.scope
                other = by_name.get(scope.zh) if scope and holds(one.claim) else None
                if other:
                    alike[metric, entity.id, other].append(address(one))
                    alike[metric, other, entity.id].append(address(one))
    for (metric, id_, of), right in alike.items():
        yield from of_metric(
            kb,
            (kb.entities[id_], metric),
            "of another",
            PART_WORDINGS,
            lang,
            right,
            part=called(kb.entities[of], lang),
        )


def part_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Each scope that somebody might type."""
    for entity, metric, scope, figures in scopes(kb, lang):
        if good := [one for one in figures if holds(one.claim)]:
            yield from of_metric(
                kb,
                (entity, metric),
                "part held",
                PART_WORDINGS,
                lang,
                map(address, good),
                part=scope,
            )


def event_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """When something happened; kinds of events that answer for each other are all right."""
    for entity in kb.entities.values():
        kinds: dict[str, list[Placed[Event]]] = defaultdict(list)
        for event in entity.events:
            kinds[event.kind].append(Placed(entity, event))
        for kind, wordings in EVENT_WORDINGS.items():
            near = [one for other in kin_events(kind) for one in kinds.get(other, ())]
            if kinds.get(kind):
                good = [one for one in near if holds(one.claim)] or near
                yield from of_wordings(
                    "event held", wordings, lang, map(address, good), subject=called(entity, lang)
                )


def relation_held(kb: KnowledgeBase, lang: Lang, chance: random.Random) -> Iterator[Question]:
    """Asked from either end; each relation of the kind with that end is right."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entity in kb.entities.values():
        for relation in entity.relations:
            if holds(relation):
                where = address(Placed(entity, relation))
                found[relation.kind, "out", entity.id].append(where)
                found[relation.kind, "in", relation.target].append(where)
    for kind, way, id_ in list(found):
        if wordings := RELATION_WORDINGS.get((kind, way)):
            kin = next((kin for kin in _KIN_RELATIONS if (kind, way) in kin), {(kind, way)})
            right = [address for other, end in kin for address in found.get((other, end, id_), ())]
            yield from of_wordings(
                "relation held", wordings, lang, right, subject=called(kb.entities[id_], lang)
            )


# Who makes, produces or developed a thing is one question; so is what somebody makes.
_KIN_RELATIONS = (
    {("made-by", "out"), ("produces", "in"), ("developed-by", "out")},
    {("made-by", "in"), ("produces", "out"), ("developed-by", "in")},
)
