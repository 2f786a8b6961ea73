"""YAML into values with places; everything unreadable is a problem, never an exception."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from chipkb.load.placed import PlacedDict
from chipkb.load.yaml_text import parse_yaml


def lines(text: str) -> list[str]:
    return [problem.line() for problem in parse_yaml("f.yml", text).problems]


def test_scalars_stay_text():
    data = parse_yaml("f.yml", "date: 2024-11\nnumber: 007\nyes: no\nempty:\nflag: true").data
    assert data == {"date": "2024-11", "number": "007", "yes": "no", "empty": None, "flag": True}


def test_every_key_and_value_knows_its_place():
    where = parse_yaml("f.yml", "a: 1\nlist:\n  - x: y\n  - z\n").data.where
    assert str(where.of("a")) == "f.yml:1:4"
    assert str(where.of_key("list", 0, "x")) == "f.yml:3:5"
    assert str(where.of("list", 1)) == "f.yml:4:5"


def test_the_nearest_place_is_given_for_what_is_not_there():
    where = parse_yaml("f.yml", "a:\n  b: 1\n").data.where
    assert str(where.of("a", "missing")) == "f.yml:2:3"


def test_equal_keys_are_told_with_both_lines():
    assert lines("a: 1\nb: 2\na: 3\n") == [
        "f.yml:3:1: error: key 'a' stands twice (first in line 1) [key-duplicate]"
    ]


def test_the_first_of_two_equal_keys_counts():
    assert parse_yaml("f.yml", "a: 1\na: 2\n").data == {"a": "1"}


def test_broken_yaml_says_where():
    [problem] = parse_yaml("f.yml", "a: 1\nb: [1, 2\nc: 3\n").problems
    assert (problem.code, problem.place.line) == ("yaml-bracket", 2)


def test_a_tab_says_where():
    [problem] = parse_yaml("f.yml", "a:\n\tb: 1\n").problems
    assert (problem.code, problem.place.line, problem.place.col) == ("yaml-tab", 2, 1)


def test_an_empty_file_and_a_lone_word():
    assert lines("") == [
        "f.yml:1:1: error: the file is empty; 'chipkb new' shows what belongs there [yaml-empty]"
    ]
    assert lines("word") == [
        "f.yml:1:1: error: expected 'key: value' lines, found 'word' [yaml-mapping]"
    ]


def test_merge_keys_are_refused():
    assert "yaml-feature" in lines("base: &b {x: 1}\nother:\n  <<: *b\n")[0]


def test_an_anchor_inside_itself_ends():
    assert "yaml-feature" in lines("a: &a\n  b: *a\n")[0]


def test_two_documents_in_one_file():
    assert "yaml-document" in lines("a: 1\n---\nb: 2\n")[0]


@given(st.text(max_size=200))
def test_no_text_raises(text):
    parse_yaml("f.yml", text)


_plain = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
_values = st.recursive(
    _plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_plain, inner, max_size=3)
)


@given(st.dictionaries(_plain, _values, min_size=1, max_size=4))
def test_what_is_written_is_read(data):
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    parsed = parse_yaml("f.yml", text)
    assert parsed.problems == ()
    assert isinstance(parsed.data, PlacedDict)
    assert parsed.data == data
