"""Findings that we live with, and those that are no longer found."""

from chipkb.check import check
from chipkb.load.tree import load

UNUSED = """\
title: {zh: 无人引用, en: Nobody cites it}
kind: article
tier: press
language: zh
"""
ACCEPTED = """\
- code: source-unused
  file: data/sources/lonely.yml
  reason: {zh: 以后要用, en: Will be used}
"""


def lines(root) -> list[str]:
    loaded = load(root)
    return [p.line() for p in check(loaded.kb, loaded.broken, loaded.problems)]


def test_a_finding_is_silenced_with_a_reason(world):
    (world / "data/sources/lonely.yml").write_text(UNUSED, "utf-8")
    assert lines(world) == [
        "data/sources/lonely.yml:1:1: warning: no fact rests on this source; propose it together with the first fact that cites it, or delete the file [source-unused]"
    ]
    (world / "data/accepted.yml").write_text(ACCEPTED, "utf-8")
    assert lines(world) == []


def test_an_acceptance_that_silences_nothing_is_an_error(world):
    (world / "data/accepted.yml").write_text(ACCEPTED, "utf-8")
    assert lines(world) == [
        "data/accepted.yml:1:3: error: nothing is found any more that this acceptance of "
        "'source-unused' would silence; remove it [accepted-stale]"
    ]


def test_it_silences_only_what_it_is_about(world):
    path = world / "data/gpu/star-chip.yml"
    path.write_text(path.read_text("utf-8").replace("星辰上市。", "星辰 7 8 上市。"), "utf-8")
    accepted = "- {code: number-naked, file: data/gpu/star-chip.yml, about: '7', reason: {zh: 好, en: ok}}\n"
    (world / "data/accepted.yml").write_text(accepted, "utf-8")
    assert [line.split("'")[1] for line in lines(world)] == ["8"]


def test_a_reason_is_required(world):
    (world / "data/accepted.yml").write_text("- {code: x, file: y}\n", "utf-8")
    assert lines(world) == ["data/accepted.yml:1:3: error: key 'reason' is missing [key-missing]"]
