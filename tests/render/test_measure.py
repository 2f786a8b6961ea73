"""Where lines break, and what size fits."""

import time

import pytest

from chipkb.render.measure import BOLD, PLAIN

STEPS = ((80, 1), (60, 2))


def test_the_largest_size_that_holds_the_whole_is_taken():
    assert BOLD.fitted("摩尔线程", 400, STEPS) == (80, ["摩尔线程"])
    size, lines = BOLD.fitted("摩尔线程摩尔线程", 400, STEPS)
    assert (size, lines) == (60, ["摩尔线程", "摩尔线程"])  # and lines are alike


@pytest.mark.parametrize(
    "text", ["新时期促进集成电路产业" * 5, "integrated circuits " * 20, "x" * 400]
)
def test_what_does_not_fit_at_all_ends_in_dots(text):
    size, lines = BOLD.fitted(text, 400, STEPS)
    assert len(lines) == 2 and lines[-1].endswith("…")
    assert all(BOLD.width(line) * size / 2 <= 400 for line in lines)


def test_words_stay_whole_and_punctuation_stays_where_it_belongs():
    assert PLAIN.wrapped("Optical chips", 10) == ["Optical", "chips"]
    for most in range(6, 30):
        for line in PLAIN.wrapped("产业（2018 年），芯片“标准”：完。", most):
            assert line[0] not in "，。：）”" and line[-1] not in "（“"


def test_a_paragraph_ends_with_a_sentence_where_one_fits():
    assert PLAIN.filled("One is short. " + "Two is long " * 20, 200, 20, 2) == ["One is short."]
    assert PLAIN.filled("第一句。" + "第二句很长" * 20, 200, 20, 1) == ["第一句。"]
    assert PLAIN.filled("很长的一句" * 20, 200, 20, 2)[-1].endswith("…")


def test_nothing_is_lost_where_lines_break():
    text = "新时期促进 integrated-circuit 产业（2018—2022 年）"
    assert "".join(BOLD.wrapped(text, 12)).replace(" ", "") == text.replace(" ", "")


def test_a_text_of_many_sentences_takes_no_longer_than_what_fits():
    began = time.process_time()
    lines = PLAIN.filled("长。" * 2_000, room=900, size=30, count=3)
    assert len(lines) == 3
    assert time.process_time() - began < 0.5
