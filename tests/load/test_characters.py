"""Characters that look right and are wrong."""

import pytest

from chipkb.load.characters import suspicious_characters


@pytest.mark.parametrize(
    ("text", "char"),
    [
        ("估值２40", "U+FF12"),  # a full-width digit
        ("⼤模型", "U+2F24"),  # a radical that looks like 大
        ("摩尔\u200b线程", "U+200B"),  # zero width
        ("A\u202eB", "U+202E"),  # turns the reading direction
        ("a\u00a0b", "U+00A0"),
        ("a\u3000b", "U+3000"),
        ("\ufeffa", "U+FEFF"),
        ("5\uff05", "U+FF05"),
    ],
)
def test_it_is_found_at_its_column(text, char):
    [problem] = suspicious_characters("f.yml", "ok\n" + text)
    assert dict(problem.details)["char"] == char
    assert problem.place.line == 2
    assert text[problem.place.col - 1] == chr(int(char[2:], 16))


@pytest.mark.parametrize("text", ["“引号”，。；：（）《》", "µΩ·cm ±5 – — …", "Ω/µm 50%", "¥ €"])
def test_ordinary_punctuation_and_signs_are_fine(text):
    assert suspicious_characters("f.yml", text) == []
