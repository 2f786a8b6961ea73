"""The text tier: which page says which word, and how strongly (BM25)."""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chipkb.search.record import PageRecord
from chipkb.search.segment import Segmenter
from chipkb.search.terms import bigrams, normalise, pieces, word_terms
from chipkb.values.store import Store, kept

_K1 = 1.2
_B = 0.5
LEVELS = 15
"""Strength is stored in four bits."""
_MOST_PAGES = 2500
"""A term on more pages says little; its strongest pages are enough, and shards stay small."""
_ACROSS_WORDS = 0.4
"""A pair of characters from two words is kept for recall, but weighs less than a word."""

_WEIGHTS = {
    "names": 4.0,
    "synonyms": 2.5,
    "metrics": 1.5,
    "summary": 1.5,
    "facts": 1.0,
    "prose": 0.8,
}


@dataclass(slots=True)
class Postings:
    """Per term the pages that have it, as (page number, strength 1..LEVELS), and on how many pages it is."""

    pages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    spread: dict[str, int] = field(default_factory=dict)


class Reader:
    """Turns text into weighted terms."""

    def __init__(self, segmenter: Segmenter, fold: Mapping[int, str]):
        self._segmenter = segmenter
        self._fold = fold
        words = "\n".join(segmenter.own_words)
        self._words = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()

    def state_for(self, text: str) -> str:
        """Another one where the same text may be read as other terms."""
        characters = set(normalise("".join(sorted(set(text)))))
        folded = (char for char in sorted(characters) if ord(char) in self._fold)
        return f"{self._words} {' '.join(char + self._fold[ord(char)] for char in folded)}"

    def terms(self, text: str) -> Iterator[tuple[str, float]]:
        words: list[str] = []
        for piece, han in pieces(normalise(text).translate(self._fold)):
            if not han:
                words.append(piece)
                continue
            yield from ((term, 1.0) for term in word_terms(words))
            words = []
            yield from self._han_terms(piece)
        yield from ((term, 1.0) for term in word_terms(words))

    def _han_terms(self, run: str) -> Iterator[tuple[str, float]]:
        words = Counter(self._segmenter.words(run))
        yield from ((word, float(count)) for word, count in words.items())
        for pair in bigrams(run):
            if pair not in words:
                yield pair, _ACROSS_WORDS


def build_postings(
    records: Sequence[PageRecord], reader: Reader, store: Store | None = None
) -> Postings:
    """BM25 strengths of every term on every page; page numbers follow the order of the records. The
    terms of a page are kept: an edit has one page read again."""
    counted = [_kept_terms(record, reader, store) for record in records]
    lengths = [sum(terms.values()) for terms in counted]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (terms, length) in enumerate(zip(counted, lengths, strict=True)):
        for term, weight in terms.items():
            found[term].append((number, _strength(weight, length / mean)))
    return Postings(
        {term: _strongest(pages) for term, pages in found.items()},
        {term: len(pages) for term, pages in found.items()},
    )


def _kept_terms(record: PageRecord, reader: Reader, store: Store | None) -> dict[str, float]:
    fields = list(_fields(record))
    if store is None:
        return _weighted_terms(fields, reader)
    state = reader.state_for("".join(text for _, text in fields))
    return kept(store, lambda: _weighted_terms(fields, reader), "terms", state, repr(fields))


def _weighted_terms(fields: Sequence[tuple[str, str]], reader: Reader) -> dict[str, float]:
    terms: dict[str, float] = defaultdict(float)
    for name, text in fields:
        for term, weight in reader.terms(text):
            terms[term] += weight * _WEIGHTS[name]
    return terms


def _fields(record: PageRecord) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys((record.title, *record.names)):
        yield "names", name
    for synonym in record.synonyms:
        yield "synonyms", synonym
    for label in dict.fromkeys(name for fact in record.facts for name in fact.asked_as[:2]):
        yield "metrics", label
    yield "summary", f"{record.summary} {record.kind_label} {record.domain_label}"
    for fact in record.facts:
        yield "facts", " ".join(filter(None, (fact.text, fact.value, fact.date)))
    yield "prose", record.prose


def _strength(weight: float, relative_length: float) -> int:
    saturated = weight / (weight + _K1 * (1 - _B + _B * relative_length))
    return max(1, math.floor(saturated * LEVELS + 0.5))


def _strongest(pages: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(pages) <= _MOST_PAGES:
        return pages
    return sorted(sorted(pages, key=lambda page: (-page[1], page[0]))[:_MOST_PAGES])
