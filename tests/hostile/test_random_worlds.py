"""Worlds with random faults: the check answers every one of them, and what it lets through is shown
as text. `make fuzz` tries more of them."""

import copy
import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chipkb.check import check
from chipkb.export.json_api import tables_of
from chipkb.load.tree import load
from chipkb.render.pages import render_pages
from chipkb.view.search_record import search_records
from tests.conftest import FUZZ
from tests.hostile import corpus

_DOCUMENTS = corpus.documents()


def _paths(value: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    return [steps, *(p for key, inner in items for p in _paths(inner, (*steps, key)))]


_PLACES = [(name, steps) for name, data in _DOCUMENTS.items() for steps in _paths(data)]
_VALUES = [
    copy.deepcopy(inner)
    for data in _DOCUMENTS.values()
    if isinstance(data, dict)
    for inner in data.values()
]
_BITS = ("<script>alert(1)</script>", "</title>", "](javascript:x)", "{: onclick=x }", "\n\n# x\n",
         "{star-chip/valuation}", "[[moon-fund]]", "[[", "{", "|", "`", "&lt;", "\\", "%", "1e9", "8.0%",
         "2024-13", "https://a.example/'\">", "\u202e", "\x00", "\ud7ff", "𝕏", "=1+1", "../", "a/b#c/1")  # fmt: skip
_texts = st.one_of(st.sampled_from(_BITS), st.text(max_size=30)).map(str) | st.lists(
    st.sampled_from(_BITS) | st.text(max_size=5), max_size=4
).map("".join)
_others = st.one_of(
    _texts, st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(_VALUES),
    st.lists(_texts, max_size=3), st.dictionaries(st.sampled_from(["zh", "en", "id", "x"]), _texts),
)  # fmt: skip
_edits = st.lists(
    st.tuples(
        st.sampled_from(_PLACES), st.sampled_from(["put", "drop", "twice", "rename"]), _others
    ),
    min_size=1,
    max_size=4,
)
_wordings = st.lists(st.tuples(st.sampled_from(corpus.FIELDS), _texts), min_size=1, max_size=12)


def _edited(edits: list[tuple[tuple[str, tuple[Any, ...]], str, Any]]) -> dict[str, Any]:
    """The world's files with values put elsewhere, left out or doubled, and keys called otherwise."""
    documents = corpus.documents()
    for (name, steps), how, value in edits:
        here = documents[name]
        if not steps:
            documents[name] = copy.deepcopy(value)
            continue
        try:
            for step in steps[:-1]:
                here = here[step]
            if how == "put":
                here[steps[-1]] = copy.deepcopy(value)
            elif how == "drop":
                del here[steps[-1]]
            elif how == "rename" and isinstance(here, dict):
                here[value] = here.pop(steps[-1])
            elif isinstance(here, list):
                here.append(here[steps[-1]])
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier edit took the place away
    return documents


@settings(max_examples=2_000 if FUZZ else 25, deadline=None)
@given(_edits)
def test_every_world_is_answered_and_what_passes_can_be_shown(edits):
    with tempfile.TemporaryDirectory() as folder:
        _shown(corpus.write(_edited(edits), Path(folder) / "world"))


@settings(max_examples=2_000 if FUZZ else 15, deadline=None)
@given(_wordings)
def test_texts_that_pass_the_check_are_text_on_the_pages(wordings):
    documents = corpus.documents()
    for i, (field, text) in enumerate(wordings):
        corpus.put(documents, field, corpus.written(text, field, corpus.letters(i)))
    with tempfile.TemporaryDirectory() as folder:
        _shown(corpus.write(documents, Path(folder) / "world"))


# What no template of ours writes: it can only be a text that got out.
_ESCAPED = re.compile(r"<script>alert|<[^>]*\sonclick=|href=\"javascript:", re.IGNORECASE)


def _shown(root: Path) -> None:
    loaded = load(root)
    problems = check(loaded.kb, loaded.broken, loaded.problems)
    for problem in problems:
        assert problem.line("zh").isprintable() and problem.line("en").isprintable()
    if any(problem.is_error for problem in problems):
        return
    for page in render_pages(loaded.kb):
        assert not _ESCAPED.search(page.body), page.page.path
    assert tables_of(loaded.kb, "")
    assert list(search_records(loaded.kb))
