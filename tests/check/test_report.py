"""Problems for a person, for GitHub and for programs, in both languages."""

import json

import pytest

from chipkb.check.report import as_github, as_json, as_text
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.wording import WORDING

PROBLEM = Problem.at(
    Place("data/gpu/x.yml", 3, 5), "key-unknown", "kind", key="knd", expected="kind, name"
)
WARNING = Problem.at(Place("data/sources/y.yml"), "source-unused")


def test_text_in_both_languages():
    assert as_text([PROBLEM, WARNING], "en").splitlines() == [
        "data/gpu/x.yml:3:5: error: unknown key 'knd'; expected one of kind, name; did you mean 'kind'? [key-unknown]",
        "data/sources/y.yml: warning: no fact rests on this source; propose it together with the first fact that cites it, or delete the file [source-unused]",
        "1 error, 1 warning",
    ]
    assert as_text([PROBLEM], "zh").splitlines() == [
        "data/gpu/x.yml:3:5: error: 不认识的键“knd”；可用的键：kind, name；是不是“kind”？ [key-unknown]",
        "1 个错误，0 个警告",
    ]
    assert as_text([], "en") == "no problems\n"


def test_github_shows_it_beside_the_line():
    assert as_github([WARNING], "en") == (
        "::warning file=data/sources/y.yml,line=1,col=1,title=source-unused::no fact rests on this source; propose it together with the first fact that cites it, or delete the file\n"
    )


def test_json_has_every_part():
    [row] = json.loads(as_json([PROBLEM], "en"))
    assert (row["file"], row["line"], row["col"]) == ("data/gpu/x.yml", 3, 5)
    assert (row["severity"], row["code"], row["suggestion"]) == ("error", "key-unknown", "kind")


def test_every_sentence_has_the_same_blanks_in_both_languages():
    import string

    def blanks(sentence: str) -> set[str]:
        names = (name for _, name, _, _ in string.Formatter().parse(sentence) if name)
        return {name.removesuffix("_zh") for name in names}  # a reason told in each language

    for code, wording in WORDING.items():
        assert blanks(wording.zh) <= blanks(wording.en) | {"found"}, code
        assert blanks(wording.en) <= blanks(wording.zh) | {"found"}, code


@pytest.mark.parametrize(
    "evil",
    ["x\n::error::evil", "x\r::set-output name=a::b", "x%0A::error::evil", "::error::x", "a,b:c"],
)
def test_no_name_or_value_becomes_a_command_to_github(evil):
    """A command begins a line, and its properties end at `,` and `::`."""
    problem = Problem.at(Place(f"data/{evil}.yml", 2, 3), "key-unknown", key=evil, expected=evil)
    [line] = as_github([problem], "en").splitlines()
    head, message = line.removeprefix("::error ").split("::", 1)
    names = [part.partition("=")[0] for part in head.split(",")]
    assert names == ["file", "line", "col", "title"]
    assert "%0A::" not in line.replace("%250A", "")
    assert message.startswith("unknown key")


@pytest.mark.parametrize("evil", ["\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "a\rb", "\u202ex", "\x00"])
def test_a_terminal_obeys_nothing_that_stands_in_a_message(evil):
    problem = Problem.at(
        Place(f"data/{evil}.yml", 2, 3), "key-unknown", evil, key=evil, expected=evil
    )
    for lang in ("zh", "en"):
        assert as_text([problem], lang).splitlines()[0].isprintable()
