"""A text recalled is the same as one parsed: values, problems, and every place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipkb.check import check
from chipkb.load.assemble import TextFile, assemble
from chipkb.load.memory import Memory
from chipkb.load.placed import Parsed, PlacedDict
from chipkb.load.recall import packed, recalled
from chipkb.load.yaml_text import parse_yaml
from chipkb.values.place import Place, Where
from chipkb.values.problem import Problem
from tests.check.mistakes.test_mistakes import MISTAKES, WORLD_TEXTS, Mistake

YAML_TEXTS = [text for name, text in WORLD_TEXTS.items() if name.endswith(".yml")]


class Shelf:
    """A store that lives as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, ...], bytes] = {}
        self.asked = self.found = 0

    def get(self, *made_from: str) -> bytes | None:
        self.asked += 1
        self.found += made_from in self.kept
        return self.kept.get(made_from)

    def put(self, content: bytes, *made_from: str) -> None:
        self.kept[made_from] = content


def told(place: Any) -> Any:
    """All that is known of a place, or of all places in a mapping."""
    if isinstance(place, Where):
        keys = {key: told(one) for key, one in place.keys.items()}
        return told(place.place), keys, {key: told(one) for key, one in place.values.items()}
    if isinstance(place, tuple):
        return [told(one) for one in place]
    assert isinstance(place, Place)
    return place.file, place.line, place.col, place.written


def whole(data: Any) -> Any:
    """`data` with the places of each mapping in it."""
    if isinstance(data, PlacedDict):
        return {key: whole(value) for key, value in data.items()}, told(data.where)
    return [whole(value) for value in data] if isinstance(data, list) else data


def everything(problems: tuple[Problem, ...]) -> list[Any]:
    return [
        (
            told(one.place),
            one.code,
            one.details,
            one.suggestion,
            one.edit and (told(one.edit.place), one.edit.old, one.edit.new),
        )
        for one in problems
    ]


def assert_recalled(text: str) -> Parsed | None:
    parsed = parse_yaml("f.yml", text)
    content = packed(text, parsed)
    if content is None:
        return None
    again = recalled("f.yml", text, content)
    assert whole(again.data) == whole(parsed.data)
    assert everything(again.problems) == everything(parsed.problems)
    return again


@pytest.mark.parametrize("name", [name for name in WORLD_TEXTS if name.endswith(".yml")])
def test_every_file_of_the_world_is_recalled_as_it_was_parsed(name):
    assert assert_recalled(WORLD_TEXTS[name]) is not None


@given(
    st.sampled_from(YAML_TEXTS),
    st.integers(0, 5_000),
    st.integers(0, 6),
    st.text(st.sampled_from("a:：-[]{}\"'#\n\t ，、&*|>\\甲\u2028\x85\r"), max_size=4),
)
def test_whatever_is_done_to_a_text_it_is_recalled_as_it_was_parsed(text, at, length, new):
    assert_recalled(text[:at] + new + text[at + length :])


@pytest.mark.parametrize("part", range(4))
def test_a_mistake_is_told_from_what_was_kept_as_without(part):
    shelf = Shelf()
    for mistake in MISTAKES[part::12]:
        expected = everything(tuple(mistake.problems()))
        for _ in range(2):  # first what is new is kept, then all is there
            assert everything(problems_with(shelf, mistake)) == expected, mistake.title
    assert shelf.found > shelf.asked / 2


def problems_with(shelf: Shelf, mistake: Mistake) -> tuple[Problem, ...]:
    changed = WORLD_TEXTS[mistake.file].replace(mistake.old, mistake.new.replace("‸", ""), 1)
    texts = {**WORLD_TEXTS, mistake.file: changed}
    files = [TextFile(name, text) for name, text in texts.items()]
    return check(*assemble(files, Memory(shelf)))
