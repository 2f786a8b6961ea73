"""What became of each thing between two states."""

from datetime import date

import pytest
import yaml

from chipkb.diff.compare import compare
from chipkb.diff.record import change_record, history_record, read_change, read_history
from chipkb.diff.report import FORMATS
from chipkb.diff.state import only_common_fields, published, written
from chipkb.model.change import Change, Day, FieldChange, History, How

OLD = """\
kind: company
name: {zh: 星辰, en: Star}
facts:
  - {id: income, metric: revenue, value: 2 亿元, source: almanac}
  - {id: share, metric: market-share, value: 5%, source: [almanac]}
  - {id: told, topic: technology, statement: {zh: 全为自研。, en: All its own.}, source: almanac}
relations:
  - {kind: invested-by, target: moon, source: almanac}
  - {kind: customer, target: moon, source: almanac}
"""


def state(text: str, moves: str = "") -> dict:
    found = written("data/gpu/star.yml", yaml.safe_load(text))
    return found | (written("data/moved.yml", yaml.load(moves, yaml.BaseLoader)) if moves else {})


def changed(*replacements: tuple[str, str], moves: str = "") -> dict[str, Change]:
    """By id, what `compare` finds once these replacements are made in OLD."""
    text = OLD
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return {change.id: change for change in compare(state(OLD), state(text, moves))}


def test_the_same_is_the_same_however_it_is_written():
    assert changed(("source: [almanac]", "source: almanac"), ("value: 5%", "value: '5%'")) == {}


def test_a_changed_field_is_told_with_both_values():
    [found] = changed(("2 亿元", "3 亿元")).values()
    assert (found.how, found.id) == (How.CHANGED, "star/income")
    assert found.fields == (FieldChange("value", "2 亿元", "3 亿元"),)


def test_of_two_languages_the_one_that_changed_is_shown():
    [found] = changed(("All its own", "All of it its own")).values()
    assert found.fields[0].in_words("zh") == ("All its own.", "All of it its own.")


@pytest.mark.parametrize(
    ("assessment", "how"),
    [("superseded", How.SUPERSEDED), ("refuted", How.RETRACTED), ("disputed", How.CHANGED)],
)
def test_an_assessment_may_say_more_than_changed(assessment, how):
    [found] = changed(("id: income,", f"id: income, assessment: {assessment},")).values()
    assert found.how is how
    assert found.fields[0].before == "unverified"


def test_what_is_the_same_but_its_id_was_renamed():
    [found] = changed(("id: income", "id: revenue-2025")).values()
    assert (found.how, found.was, found.id) == (How.RENAMED, "star/income", "star/revenue-2025")


def test_a_move_tells_of_a_rename_that_changed_more():
    moves = "- {kind: claim, was: star/income, now: star/revenue, date: 2026-01-01}"
    [found] = changed(("id: income", "id: revenue"), ("2 亿元", "3 亿元"), moves=moves).values()
    assert found.how is How.RENAMED and found.fields[0].field == "value"


def test_what_is_lost_and_what_was_withdrawn():
    line = "  - {id: income, metric: revenue, value: 2 亿元, source: almanac}\n"
    assert changed((line, ""))["star/income"].how is How.REMOVED
    moves = "- {kind: claim, was: star/income, gone: {zh: 错, en: Wrong}, date: 2026-01-01}"
    found = changed((line, ""), moves=moves)["star/income"]
    assert found.how is How.RETRACTED and found.fields[0].after == {"zh": "错", "en": "Wrong"}


def test_a_relation_stays_the_same_when_its_kind_is_corrected():
    [found] = changed(("kind: invested-by", "kind: made-by")).values()
    assert (found.how, found.id) == (How.CHANGED, "star/to-moon")


def test_a_second_relation_to_the_same_target_has_an_id_too():
    found = changed(("kind: customer, target: moon", "kind: customer, target: sun"))
    assert {(one.how, one.id) for one in found.values()} == {
        (How.ADDED, "star/to-sun"),
        (How.REMOVED, "star/customer-moon"),
    }


def test_a_renamed_entity_takes_its_claims_along():
    moved = written("data/gpu/comet.yml", yaml.safe_load(OLD))
    found = compare(state(OLD), moved)
    assert {one.how for one in found} == {How.RENAMED} and len(found) == 6


def test_exports_of_two_formats_are_compared_in_what_both_have():
    row = {"ref": "star/income", "kind": "figure", "value": {"zh": "2 亿元"}, "url": {"zh": "x"}}
    old, new = only_common_fields(
        published({"facts": [row]}), published({"facts": [row | {"min": "2", "id": "star/income"}]})
    )
    assert compare(old, new) == ()


def test_records_are_read_back():
    for change in changed(("id: income", "id: revenue"), ("5%", "6%")).values():
        assert read_change(change_record(change)) == change
    history = History((Day(date(2026, 1, 2), "abc", ()),), None, True)
    assert read_history(history_record(history)).days == history.days


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_reports_name_the_fact_and_the_values(form, lang):
    old, new = state(OLD), state(OLD.replace("2 亿元", "3 亿元"))
    told = FORMATS[form](compare(old, new), old, new, lang)
    assert "star/income" in told and "2 亿元" in told and "3 亿元" in told


def test_what_strangers_write_is_no_markup_and_no_command():
    evil = "[x](http://evil) @all <img>\x1b[31m"
    old, new = state(OLD), state(OLD)
    new["claim", "star/income"] = {**new["claim", "star/income"], "scope": evil}
    told = FORMATS["markdown"](compare(old, new), old, new, "en")
    assert "[x](" not in told and "<img>" not in told and " @all" not in told
    assert "\x1b" not in FORMATS["text"](compare(old, new), old, new, "en")
