"""Asks what questions.py makes of today's data, in node: python -m bench.search.asked

right: the card shows what was asked · wrong: it shows anything else, or something where nothing is held ·
silent: no card where one was due · said: what is not held is said to be not held.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.search.node_engine import NodeEngine
from bench.search.questions import Question, questions

from chipkb.load.tree import load
from chipkb.model.kb import KnowledgeBase
from chipkb.search.index import build_index
from chipkb.view.search_record import search_records, search_words

REPOSITORY = Path(__file__).parents[2]
PLACES = (("zh", "", {"en": "en/"}), ("en", "en/", {"zh": ""}))


@dataclass(slots=True)
class Tally:
    """Sums over the questions of one kind."""

    asked: int = 0
    right: int = 0
    wrong: int = 0
    said: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def silent(self) -> int:
        return self.asked - self.right - self.wrong - self.said


def write_index(kb: KnowledgeBase, folder: Path) -> None:
    """The search index of both languages, as a built site has it."""
    records, words = search_records(kb), search_words(kb)
    for lang, root, others in PLACES:
        for artifact in build_index(records, lang, words, root=root, other_roots=others):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)


def judged(asked: Iterable[Question], folder: Path) -> dict[tuple[str, str], Tally]:
    """Tallies by (kind, "worked on" or "fresh")."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    waiting = list(asked)
    for lang, root, _ in PLACES:
        with NodeEngine(folder, root) as engine:
            for question in waiting:
                if question.lang == lang:
                    key = (question.kind, "fresh" if question.fresh else "worked on")
                    _judge(tallies[key], question, engine.ask(question.query))
    return tallies


def _judge(tally: Tally, question: Question, answer: Mapping[str, Any]) -> None:
    shown = answer["answered"]
    tally.asked += 1
    if shown and shown[0] in question.expected:
        tally.right += 1
        return
    if shown:
        tally.wrong += 1
    elif not question.expected and answer["said"]:
        tally.said += 1
        return
    told = ", ".join(shown) or answer["said"] or "silent"
    tally.failures.append(f"{question.lang} {question.kind}: {question.query} → {told}")


def report(tallies: Mapping[tuple[str, str], Tally]) -> str:
    rows = [f"{'':<32}{'asked':>7}{'right':>8}{'wrong':>8}{'said':>8}{'silent':>8}"]
    for (kind, wording), one in sorted(tallies.items()):
        rows.append(_row(f"{kind}, {wording}", one))
    for wording in ("worked on", "fresh"):
        for title, is_held in (("all held", True), ("all not held", False)):
            chosen = (
                one
                for (kind, which), one in tallies.items()
                if which == wording and ("not held" not in kind) == is_held
            )
            rows.append(_row(f"{title}, {wording}", merged(chosen)))
    return "\n".join(rows)


def merged(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.asked += one.asked
        total.right += one.right
        total.wrong += one.wrong
        total.said += one.said
        total.failures += one.failures
    return total


def _row(title: str, one: Tally) -> str:
    def share(count: int) -> str:
        return f"{100 * count / one.asked:.1f}" if one.asked else "–"

    counts = (one.right, one.wrong, one.said, one.silent)
    return f"{title:<32}{one.asked:>7}" + "".join(f"{share(count):>8}" for count in counts)


@contextmanager
def todays_index() -> Iterator[tuple[KnowledgeBase, Path]]:
    kb = load(REPOSITORY).kb
    with tempfile.TemporaryDirectory() as folder:
        write_index(kb, Path(folder))
        yield kb, Path(folder)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.search.asked", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--most", type=int, default=200, help="questions of a kind and language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--failures", nargs="*", help="print the failures of these kinds, or of all"
    )
    parser.add_argument("--fresh", action="store_true", help="print failures of fresh wordings too")
    options = parser.parse_args()
    with todays_index() as (kb, folder):
        tallies = judged(questions(kb, options.most, options.seed), folder)
    print(report(tallies))
    for (kind, wording), tally in sorted(tallies.items()):
        wanted = options.failures is not None and (not options.failures or kind in options.failures)
        if wanted and (wording != "fresh" or options.fresh):
            print("\n".join(tally.failures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
