"""Data held against an invented document."""

from pathlib import Path

import pytest

from chipkb.audit import Audit, audit
from chipkb.audit.report import as_text
from chipkb.load.tree import load

TEXT = (Path(__file__).parent / "almanac.txt").read_text("utf-8")


def held_against(kb, old: str = "", new: str = "") -> Audit:
    assert old in TEXT
    return audit(kb, kb.sources["almanac"], TEXT.replace(old, new, 1) if old else TEXT)


def missing(result: Audit) -> list[tuple[str, str]]:
    return [(row.paragraph.place, d.text) for row in result.paragraphs for d in row.missing]


def test_everything_is_said_but_a_paragraph_is_short(kb):
    result = held_against(kb)
    assert missing(result) == []
    assert [row.paragraph.place for row in result.paragraphs if row.is_uncited] == []
    [miscount] = result.miscounts
    assert (miscount.section, miscount.stated, miscount.found) == ("memory", 2, 1)
    assert not result.is_clean


def test_how_much_rests_on_each_paragraph(kb):
    counts = {row.paragraph.place: row.things for row in held_against(kb).paragraphs}
    assert counts == {"gpu/0": 1, "gpu/1": 3, "gpu/2": 5, "gpu/3": 1, "memory/0": 0, "memory/1": 2}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("240亿元", "240万元", ("gpu/1", "240万")),
        ("2022 年 12 月", "2022 年 11 月", ("gpu/1", "2022 年 11 月")),
        ("2024 年 10 月", "2024 年 10 月 5 日", ("gpu/2", "2024 年 10 月 5 日")),
        ("2024年第三季度", "2024年Q2", ("gpu/2", "2024年Q2")),
        ("S-1", "S-2", ("gpu/2", "S-2")),
        ("STAR100", "STAR10", ("gpu/2", "STAR10")),
        ("12nm", "13nm", ("gpu/2", "13")),
        ("5%", "6%", ("memory/1", "6")),
        ("月亮基金入了股", "月亮基金入了 3 股", ("gpu/3", "3")),
    ],
)
def test_what_is_not_said_is_missing(kb, old, new, found):
    assert missing(held_against(kb, old, new)) == ([found] if found else [])


def test_a_year_is_said_by_a_date_in_it(kb):
    assert missing(held_against(kb, "2022 年 12 月", "2022 年")) == []


def test_digits_count_only_where_they_stand(kb):
    """425 is said of the second paragraph, not of the third."""
    assert missing(held_against(kb, "月亮基金入了股", "425 项")) == [("gpu/3", "425")]


def test_a_paragraph_on_which_nothing_rests(kb):
    result = held_against(kb, "相关内容", "余下的全是星光。\n相关内容")
    assert [row.paragraph.place for row in result.paragraphs if row.is_uncited] == ["memory/2"]
    assert not result.miscounts


def test_words_that_are_the_documents_own(world):
    path = world / "data/gpu/star-chip.yml"
    own, copied = "星辰说指令集全为自研。", "星辰说它的指令集没有一条用过别人家的授权。"
    path.write_text(path.read_text("utf-8").replace(own, copied), "utf-8")
    document = "月亮基金听星辰说，它的指令集 没有一条用过别人家的授权，便入了股。"
    [run] = held_against(load(world).kb, "月亮基金入了股。", document).runs
    assert (run.place.file, run.paragraph) == ("data/gpu/star-chip.yml", "gpu/3")
    assert run.text == "星辰说它的指令集没有一条用过别人家的授权"


def test_names_are_nobodys_own_words(kb):
    """A run that is long only by the names in it is no copy."""
    names = "据说星辰估值240亿元，由月亮基金投资，其星一号有争议云云。"
    assert held_against(kb, "月亮基金入了股。", names).runs == ()


def test_the_report_in_both_languages(kb):
    result = held_against(kb, "12nm", "13nm")
    assert "gpu/2: '13' is said by nothing that cites the paragraph" in as_text(result, "en")
    assert "gpu/2：引用本段的条目都没有“13”" in as_text(result, "zh")
    assert as_text(result, "en").endswith("2 findings\n")
