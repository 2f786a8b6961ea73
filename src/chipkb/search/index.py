"""Page records to the files that the search worker reads.

search/search_index.json   what Material's script fetches on every page: our manifest, a few hundred bytes
search/names.<hash>.json   every page with its names, traditional to simplified, Taiwan wording, what may be
                           asked: enough to list what is called so
search/sounds.<hash>.json  how characters sound, and long words: enough to see through slips
search/shards.<hash>.json  names of the shards
search/terms.<hash>.json   words to pages, dealt by hash of the word
search/pages.<hash>.json   summaries and facts, neighbouring pages together
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from chipkb.search.files import by_hash, by_size, encode, hashed, names_of
from chipkb.search.phonetics import packed, readings
from chipkb.search.postings import LEVELS, Postings, Reader, build_postings
from chipkb.search.record import FactRecord, PageRecord
from chipkb.search.segment import Segmenter
from chipkb.search.terms import is_han, normalise, pieces
from chipkb.search.variants import fold_table, taiwan_words
from chipkb.values.artifact import Artifact
from chipkb.values.store import Store
from chipkb.values.text import Lang

_LONG_WORD = 3
_MOST_LONG_WORDS = 3000
_MOST_PROSE = 3000
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_WEIGHT = 9


def build_index(
    records: Sequence[PageRecord],
    lang: str,
    words: Sequence[str],
    *,
    root: str = "",
    other_roots: Mapping[Lang, str] | None = None,
    store: Store | None = None,
) -> tuple[Artifact, ...]:
    """The index of one language.

    `words` is the site's dictionary for jieba; `root` is where the language's pages stand ("" or "en/");
    `other_roots` says the same of the other languages, whose results are offered below. Records of other
    languages are left out; their names are in the names of ours. A `store` has what earlier ones took
    from dictionaries.
    """
    pages = [page for page in records if page.lang == lang]
    pages.sort(key=lambda page: (page.domain, page.id))
    names = [name for page in pages for name in (page.title, *page.names, *page.synonyms)]
    fold = fold_table(_simplified_characters(pages), store)
    translation = {ord(char): simplified for char, simplified in fold.items()}
    postings = build_postings(pages, Reader(Segmenter([*words, *names]), translation), store)
    folder = f"{root}search/"

    spellings = {
        "fold": "".join(char + simplified for char, simplified in sorted(fold.items())),
        "taiwan": [
            f"{taiwan} {word}"
            for taiwan, word in taiwan_words([*postings.pages, *_han_runs(names)], store)
        ],
        "asked": _asked(pages),
        "choices": _choices(pages),
    }
    sounds = {
        "readings": packed(readings((name.translate(translation) for name in names), store)),
        "words": " ".join(_long_words(postings)),
    }
    names_file = hashed(folder, "names", encode({**_names(pages), **spellings}))
    sounds_file = hashed(folder, "sounds", encode(sounds))
    term_files = [hashed(folder, "terms", encode(shard)) for shard in by_hash(_encoded(postings))]
    numbers = {page.id: n for n, page in enumerate(pages) if page.kind != "term"}
    page_shards = by_size([_details(page, numbers) for page in pages])
    page_files = [hashed(folder, "pages", encode(values)) for _, values in page_shards]
    shards_file = hashed(
        folder,
        "shards",
        encode(
            {
                "terms": names_of(term_files),
                "pages": names_of(page_files),
                "firsts": [first for first, _ in page_shards],
            }
        ),
    )
    manifest = {
        # Keys that Material's script and a theme feature may read; "docs" must be there, and empty.
        "config": {
            "lang": [lang],
            "separator": r"[\s\-]+",
            "root": root,
            "files": dict(
                zip(
                    ("names", "sounds", "shards"),
                    names_of((names_file, sounds_file, shards_file)),
                    strict=True,
                )
            ),
            "levels": LEVELS,
            "others": [
                {"lang": other, "root": place}
                for other, place in sorted((other_roots or {}).items())
            ],
        },
        "docs": [],
    }
    files = {
        file.path: file for file in (names_file, sounds_file, shards_file, *term_files, *page_files)
    }
    return (
        Artifact(f"{folder}search_index.json", encode(manifest)),
        *(files[path] for path in sorted(files)),
    )


def _asked(pages: Sequence[PageRecord]) -> dict[str, str]:
    """By the code of a claim what a question may call it."""
    facts = (fact for page in pages for fact in page.facts if fact.code)
    known = {fact.code: "\t".join(map(_one_line, fact.asked_as)) for fact in facts}
    return dict(sorted(known.items()))


def _choices(pages: Sequence[PageRecord]) -> dict[str, str]:
    """By the parameter of a filter what a question may call it. Of a word that two know, the parameter first by name counts."""
    return {
        choice.parameter: "\t".join(map(_one_line, choice.called))
        for page in pages
        for choice in page.choices
    }


def _names(pages: Sequence[PageRecord]) -> dict[str, object]:
    """Columns, not rows: neighbours of one sort compress best."""
    kinds = _labels((page.kind, page.kind_label) for page in pages)
    domains = _labels((page.domain, page.domain_label) for page in pages)
    assessments = _labels(
        (fact.assessment, fact.assessment_label) for page in pages for fact in page.facts
    )
    return {
        "urls": _lines(page.url for page in pages),
        "names": _lines(
            "\t".join(dict.fromkeys(map(_one_line, (page.title, *page.names)))) for page in pages
        ),
        "synonyms": _lines(
            "\t".join(dict.fromkeys(map(_one_line, page.synonyms))) for page in pages
        ),
        "kinds": kinds,
        "domains": domains,
        "assessments": assessments,
        "kind": "".join(_ALPHABET[_place(kinds, page.kind)] for page in pages),
        "domain": "".join(_ALPHABET[_place(domains, page.domain)] for page in pages),
        "assessed": "".join(_ALPHABET[_assessed(page, assessments)] for page in pages),
        "weight": "".join(str(_weight(page)) for page in pages),
    }


def _labels(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(pair) for pair in sorted(dict(pairs).items())]


def _place(labels: list[list[str]], identifier: str) -> int:
    return [known for known, _ in labels].index(identifier)


def _assessed(page: PageRecord, assessments: list[list[str]]) -> int:
    """Which assessments occur on the page, a bit each (five of them fit one character)."""
    return sum(1 << _place(assessments, one) for one in {fact.assessment for fact in page.facts})


def _weight(page: PageRecord) -> int:
    """Of two pages that fit a query equally, the one that says more comes first."""
    return min(_MOST_WEIGHT, round(1.5 * math.log2(1 + len(page.facts)) + bool(page.summary)))


def _lines(values: Iterable[str]) -> str:
    return "\n".join(_spaced(value) for value in values)


def _spaced(text: str) -> str:
    return "\t".join(" ".join(part.split()) for part in text.split("\t"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _details(page: PageRecord, numbers: Mapping[str, int]) -> dict[str, object]:
    """What a result shows, and what an answer is chosen from."""
    return {
        "summary": page.summary,
        "prose": page.prose[:_MOST_PROSE],
        "facts": [_row(fact, numbers) for fact in page.facts],
    }


def _row(fact: FactRecord, numbers: Mapping[str, int]) -> list[object]:
    """A claim as a row, its assessment by its label in the file of names; no empty ends."""
    row: list[object] = [
        fact.anchor,
        fact.code,
        fact.label,
        fact.text,
        fact.value,
        fact.date,
        fact.source,
        fact.assessment,
        [numbers[other] for other in fact.about if other in numbers],
        fact.first,
        fact.last,
        int(fact.announced),
        fact.part,
        int(fact.whole),
        fact.dissent,
        fact.page,
    ]
    while not row[-1]:
        row.pop()
    return row


def _encoded(postings: Postings) -> dict[str, list[int]]:
    """Per term: on how many pages, then per page the step from the one before and the strength, in one number."""
    encoded = {}
    for term, pages in postings.pages.items():
        row, before = [postings.spread[term]], 0
        for number, strength in pages:
            row.append((number - before) * (LEVELS + 1) + strength)
            before = number
        encoded[term] = row
    return encoded


def _long_words(postings: Postings) -> list[str]:
    """Words of three characters and more, which the worker cannot guess from a query; the commonest ones."""
    long = [word for word in postings.pages if len(word) >= _LONG_WORD and is_han(word[0])]
    return sorted(sorted(long, key=lambda word: (-postings.spread[word], word))[:_MOST_LONG_WORDS])


def _han_runs(texts: Sequence[str]) -> list[str]:
    return [piece for text in texts for piece, han in pieces(normalise(text)) if han]


def _simplified_characters(pages: Sequence[PageRecord]) -> set[str]:
    texts = (
        text
        for page in pages
        for text in (
            page.title,
            *page.names,
            *page.synonyms,
            page.summary,
            page.prose,
            *(text for fact in page.facts for text in (fact.label, fact.text, *fact.asked_as)),
        )
    )
    return {
        char for text in texts for piece, han in pieces(normalise(text)) if han for char in piece
    }
