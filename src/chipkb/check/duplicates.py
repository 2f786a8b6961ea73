"""Two of a kind that readers could not tell apart: labels, signs of units, places in an order, pages."""

import re
from collections.abc import Iterable, Iterator

from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Spot
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, same_name

_OWN_FACT = re.compile(r"\{[^/}]*\}")  # which says another thing on every page


def check_duplicates(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    words = kb.vocabulary
    labelled = {
        "metric": [(id_, m.label, m.where.spot("label", "zh")) for id_, m in words.metrics.items()],
        "relation": [
            (id_, r.label, r.where.spot("label", "zh")) for id_, r in words.relations.items()
        ],
        "domain": [(id_, d.name, d.where.spot("name", "zh")) for id_, d in words.domains.items()],
    }
    for what, entries in labelled.items():
        named = ((same_name(label.zh), id_, place, label.zh) for id_, label, place in entries)
        for place, found, other in _twice(named):
            yield Problem.at(place, "label-duplicate", found=found, what=what, other=other)
    orders = (
        (f"{c.domain} {c.order}", c.id, c.where.spot("order"), str(c.order)) for c in kb.comparisons
    )
    for place, found, other in _twice(orders):
        yield Problem.at(place, "order-duplicate", found=found, other=other)
    links = (
        (str(link.order), link.id, link.where.spot("order"), str(link.order)) for link in kb.chain
    )
    for place, found, other in _twice(links):
        yield Problem.at(place, "order-duplicate", found=found, other=other)
    for lang in LANGS:
        summaries = (
            (" ".join(text.split()), entity.id, entity.where.spot("summary", lang), text)
            for entity in kb.entities.values()
            if entity.summary
            and (text := getattr(entity.summary, lang))
            and not _OWN_FACT.search(text)
        )
        for place, _, other in _twice(summaries):
            yield Problem.at(place, "summary-duplicate", other=other)
    for metric in words.metrics.values():
        for i, alias in enumerate(metric.aliases):
            if same_name(alias) in (same_name(metric.label.zh), same_name(metric.label.en)):
                yield Problem.at(metric.where.spot("aliases", i), "alias-duplicate", name=alias)


def check_source_addresses(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    """One page, one source."""
    pages = (
        (source.url.rstrip("/").partition("#")[0], id_, source.where.spot("url"), source.url)
        for id_, source in kb.sources.items()
        if source.url and not source.sections
    )
    for place, found, other in _twice(pages):
        yield Problem.at(place, "source-duplicate", found=found, other=other)


def _twice(entries: Iterable[tuple[str, str, Spot, str]]) -> Iterator[tuple[Spot, str, str]]:
    """From (what must differ, id, place, as written): each that another before it has, with its id."""
    first: dict[str, str] = {}
    for key, id_, place, written in entries:
        if key in first:
            yield place, written, first[key]
        first.setdefault(key, id_)
