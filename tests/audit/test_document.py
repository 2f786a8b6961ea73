"""Documents cut into the paragraphs that citations number."""

from pathlib import Path

from chipkb.audit.document import read_document

TEXT = (Path(__file__).parent / "almanac.txt").read_text("utf-8")


def places(kb, text: str) -> list[str]:
    return [p.place for p in read_document(kb.sources["almanac"], text).paragraphs]


def test_sections_are_found_and_furniture_is_skipped(kb):
    assert places(kb, TEXT) == ["gpu/0", "gpu/1", "gpu/2", "gpu/3", "memory/0", "memory/1"]


def test_a_paragraph_knows_its_line(kb):
    document = read_document(kb.sources["almanac"], TEXT)
    assert TEXT.splitlines()[document.paragraphs[1].line - 1] == document.paragraphs[1].text


def test_without_its_end_the_rest_counts(kb):
    assert places(kb, TEXT.replace("相关内容", "还有"))[-2:] == ["memory/2", "memory/3"]


def test_a_heading_that_is_not_there_is_told(kb):
    document = read_document(kb.sources["almanac"], TEXT.replace("记忆：", "回忆："))
    assert document.lost == ("memory",)


def test_headings_are_looked_for_in_order(kb):
    """The words of a later heading in an earlier paragraph do not end its section."""
    text = TEXT.replace("月亮基金入了股。", "图形：又一次。")
    assert places(kb, text) == ["gpu/0", "gpu/1", "gpu/2", "gpu/3", "memory/0", "memory/1"]


def test_a_section_may_begin_with_a_paragraph(kb):
    almanac = kb.sources["almanac"]
    gpu, memory = almanac.sections
    begins = gpu.model_copy(update={"heading": None, "begins": "2022 年 12 月"})
    source = almanac.model_copy(update={"sections": (begins, memory)})
    assert read_document(source, TEXT).paragraphs[0].place == "gpu/1"


def test_the_first_section_may_begin_with_the_text(kb):
    almanac = kb.sources["almanac"]
    gpu, memory = almanac.sections
    silent = almanac.model_copy(
        update={"sections": (gpu.model_copy(update={"heading": None}), memory)}
    )
    assert read_document(silent, TEXT).paragraphs[0].text.startswith("星象年鉴")
