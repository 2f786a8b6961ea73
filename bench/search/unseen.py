"""Questions that people wrote, asked in node: python -m bench.search.unseen

Each says what it asks for; the data says whether that is held, so that the files stay right as it grows.
right: a card with what was asked, the word that it is not held, the directory or the comparison · wrong:
a card with anything else · silent: nothing of these.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from bench.search.asked import PLACES, Tally, todays_index
from bench.search.node_engine import NodeEngine

from chipkb.model import permalink
from chipkb.model.fact import Assessment, Claim, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.view.preference import holds

FILES = {
    name: Path(__file__).with_name(f"unseen_{name}.tsv")
    for name in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
}
"""Written one after the other, each when all that those before it showed was mended."""
LEAST_OF_A_YEAR = 350  # days: business years may have 52 weeks
HELD, NOT_HELD, LIST, COMPARE = "held", "not held", "list", "compare"


@dataclass(frozen=True, slots=True)
class Unseen:
    lang: str
    query: str
    kind: str
    expected: frozenset[str]
    """Addresses of the claims that answer, or the address of the page that does."""


def unseen(kb: KnowledgeBase, path: Path) -> Iterator[Unseen]:
    """Raises KeyError for an entity that is not there: moved ids are to be mended in the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for lang, query, meant in rows:
            kind, expected = _expected(kb, meant)
            yield Unseen(lang, query, kind, expected)


def _expected(kb: KnowledgeBase, meant: str) -> tuple[str, frozenset[str]]:
    first, *rest = meant.split()
    if first == LIST:
        return LIST, frozenset({_in_order(f"directory/?{'&'.join(rest)}")})
    if first == COMPARE:
        return COMPARE, frozenset({_in_order(f"compare/?a={rest[0]}&b={rest[1]}")})
    if first == "-":
        return NOT_HELD, frozenset()
    found = frozenset(
        address for one in meant.split("|") for address in _addresses(kb, one.split())
    )
    return (HELD if found else NOT_HELD), found


def _in_order(address: str) -> str:
    """An address with its parameters sorted, as two that mean the same are equal."""
    page, _, search = address.partition("?")
    return f"{page}?{urlencode(sorted(parse_qsl(search)))}"


def _addresses(kb: KnowledgeBase, words: list[str]) -> Iterator[str]:
    """`ENTITY METRIC[@PART] [[FY]YEAR|PERIOD]` or `ENTITY event KIND`: the claims that hold, else those superseded."""
    entity = kb.entities[words[0]]
    if words[1] == "event":
        claims: list[Claim] = [one for one in entity.events if one.kind.startswith(words[2])]
    else:
        metric, _, part = words[1].partition("@")
        figures = [
            one
            for one in entity.facts
            if isinstance(one, Figure) and one.metric == metric and _is_of(one, part)
        ]
        claims = list(figures if len(words) < 3 else _of_year(figures, words[2]))
    for claim in list(filter(holds, claims)) or list(filter(_was_right, claims)):
        yield f"{permalink.entity_page(entity.id)}/#{permalink.claim_anchor(claim)}"


def _is_of(figure: Figure, part: str) -> bool:
    return part in (figure.scope.zh if figure.scope else "") or part == figure.of


def _was_right(claim: Claim) -> bool:
    """An older figure that a newer one follows is still that of its own time."""
    return claim.assessment is Assessment.SUPERSEDED


def _of_year(figures: list[Figure], asked: str) -> list[Figure]:
    """FY2025: those of the business year that ends in it. 2025: those of the whole year, where there are such; of business years the one with most of it in the year. 2025-Q3: as written in the data."""
    if "-" in asked:
        return [one for one in figures if str(one.as_of) == asked]
    year = int(asked.removeprefix("FY"))
    if asked.startswith("FY"):
        return [one for one in figures if _is_business_year(one, year)]
    within = [
        one for one in figures if one.as_of and year in (one.as_of.first.year, one.as_of.last.year)
    ]
    whole = [one for one in within if _is_whole_year(one)]
    most = max((_days_in(one, year) for one in whole), default=0)
    whole = [one for one in whole if _days_in(one, year) == most]
    return [one for one in whole if not one.scope] or whole or within


def _days_in(figure: Figure, year: int) -> int:
    when = figure.as_of
    if when is None:
        return 0
    return (min(when.last, date(year, 12, 31)) - max(when.first, date(year, 1, 1))).days


def _is_business_year(figure: Figure, year: int) -> bool:
    """Ends in that year; some are dated by their last day and say in words that they are of the year."""
    named = figure.scope is not None and "财年" in figure.scope.zh
    return (
        figure.as_of is not None
        and figure.as_of.last.year == year
        and (named or _is_whole_year(figure))
    )


def _is_whole_year(figure: Figure) -> bool:
    when = figure.as_of
    return when is not None and (when.last - when.first).days > LEAST_OF_A_YEAR


def judged(asked: Iterable[Unseen], folder: Path) -> dict[str, Tally]:
    tallies = {kind: Tally() for kind in (HELD, NOT_HELD, LIST, COMPARE)}
    waiting = list(asked)
    for lang, root, _ in PLACES:
        with NodeEngine(folder, root) as engine:
            for one in waiting:
                if one.lang == lang:
                    _judge(tallies[one.kind], one, engine.ask(one.query))
    return tallies


def _judge(tally: Tally, asked: Unseen, answer: Mapping[str, Any]) -> None:
    tally.asked += 1
    offered = answer["listed"] if asked.kind == LIST else answer["compared"]
    if asked.kind in (LIST, COMPARE):
        shown = [_in_order(offered["url"])] if offered else []
    else:
        shown = answer["answered"][:1]
    if (shown and shown[0] in asked.expected) or (
        asked.kind == NOT_HELD and not shown and answer["said"]
    ):
        tally.right += 1
        return
    if shown or (asked.kind in (LIST, COMPARE) and answer["answered"]):
        tally.wrong += 1
    told = ", ".join(shown) or answer["said"] or "silent"
    tally.failures.append(f"{asked.lang} {asked.kind}: {asked.query} → {told}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.search.unseen")
    parser.add_argument("files", nargs="*", default=list(FILES), help=", ".join(FILES))
    parser.add_argument("--failures", action="store_true", help="print what failed")
    options = parser.parse_args()
    with todays_index() as (kb, folder):
        for name in options.files:
            for kind, tally in judged(unseen(kb, FILES[name]), folder).items():
                silent = tally.asked - tally.right - tally.wrong
                print(
                    f"{name:<8}{kind:<10}{tally.asked:>5} asked {tally.right:>5} right "
                    f"{tally.wrong:>4} wrong {silent:>4} silent"
                )
                if options.failures:
                    print("\n".join(tally.failures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
