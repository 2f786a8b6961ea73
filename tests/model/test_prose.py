"""Prose and the references in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.model.prose import FactMention, Link, Plain, ProseSyntaxError, parse_prose


def test_every_kind_of_reference():
    assert parse_prose("A {x-1} b {e/f}、{f.as_of}[[g]] [[g|词]]。") == (
        Plain("A "),
        FactMention(None, "x-1", False),
        Plain(" b "),
        FactMention("e", "f", False),
        Plain("、"),
        FactMention(None, "f", True),
        Link("g", None),
        Plain(" "),
        Link("g", "词"),
        Plain("。"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {X} b", "{X}"),
        ("a {x", "{x"),
        ("a x} b", "}"),
        ("[[a b]]", "[[a b]]"),
        ("[[a", "[[a"),
        ("a]]", "]]"),
        ("{a/b/c}", "{a/b/c}"),
        ("{a.date}", "{a.date}"),
    ],
)
def test_what_is_neither_words_nor_reference(text, found):
    with pytest.raises(ProseSyntaxError) as error:
        parse_prose(text)
    assert error.value.found == found


@given(st.text(st.characters(exclude_characters="{}[]", exclude_categories=("Cs",))))
def test_plain_words_stay_as_they_are(text):
    assert parse_prose(text) == ((Plain(text),) if text else ())
