"""Citations as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.model.base import is_id
from chipkb.model.fields import Citation

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True).filter(is_id)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("doc-000#gpu/2", Citation("doc-000", "gpu", 2)),
        ("doc-003#design/0", Citation("doc-003", "design", 0)),
        ("reuters-2025-12", Citation("reuters-2025-12")),
    ],
)
def test_the_two_forms(text, citation):
    assert Citation.parse(text) == citation


@pytest.mark.parametrize(
    "text", ["", "a#", "a#b", "a#b/", "a#b/c", "a b", "A", "a#b/1/2", "a#b/１", "a#b/-1", "#b/1"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        Citation.parse(text)


@given(ids, st.none() | st.tuples(ids, st.integers(0, 999)))
def test_writing_and_reading_again(source, place):
    citation = Citation(source, *place) if place else Citation(source)
    assert Citation.parse(str(citation)) == citation
