"""Sources for reference managers."""

import json
import re

import pytest

from chipkb.export.bibliography import biblatex, bibtex, citation_files, csl_item
from chipkb.load.tree import load


def test_a_source_as_csl_json(kb):
    assert csl_item(kb.sources["star-filing"]) == {
        "id": "star-filing",
        "type": "report",
        "title": "星辰招股书",
        "publisher": "星辰",
        "issued": {"date-parts": [[2025, 12, 5]]},
        "accessed": {"date-parts": [[2026, 1, 2]]},
        "URL": "https://example.org/filing",
        "language": "zh",
    }


def test_a_source_as_biblatex(kb):
    assert biblatex([kb.sources["star-filing"]]).strip() == (
        "@online{star-filing,\n"
        " title = {{星辰招股书}},\n"
        " date = {2025-12-05},\n"
        " langid = {chinese},\n"
        " organization = {星辰},\n"
        " url = {https://example.org/filing},\n"
        " urldate = {2026-01-02}\n"
        "}"
    )


def test_classic_bibtex_has_year_and_month(kb):
    filing = bibtex([kb.sources["star-filing"]])
    assert filing.startswith("@misc{star-filing,\n")
    assert " year = {2025}" in filing and " month = {12}" in filing and "date" not in filing
    assert " howpublished = {星辰}" in filing and " note = {2026-01-02 查阅}" in filing


def test_what_is_not_stated_is_left_out(kb):
    almanac = biblatex([kb.sources["almanac"]])
    assert almanac.startswith("@misc{almanac,\n")
    assert "url" not in almanac
    assert "2024-11" in almanac  # a month stays a month
    assert csl_item(kb.sources["almanac"])["issued"] == {"date-parts": [[2024, 11]]}


def changed(world, old: str, new: str):
    path = world / "data/sources/star-filing.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return load(world).kb.sources["star-filing"]


def test_a_work_is_cited_in_its_own_language(world):
    source = changed(world, "language: zh", "language: en")
    assert csl_item(source)["title"] == "Star prospectus"


def test_a_quarter_is_not_made_a_day(world):
    source = changed(world, "published: 2025-12-05", "published: 2025-Q3")
    assert csl_item(source)["issued"] == {"literal": "2025-Q3"}
    assert " date" not in biblatex([source])
    assert " year = {2025-Q3}" in bibtex([source])


def test_signs_that_bibtex_reads_are_written_as_words(world):
    source = changed(world, "zh: 星辰招股书", "zh: 'R&D_10% {x} ~\\'")
    for form in (bibtex, biblatex):
        assert r"{R\&D\_10\% \{x\} \textasciitilde{}\textbackslash{}}" in form([source])


def test_an_address_stays_as_it_is(world):
    address = "https://example.org/a_b?c=1&d=%20#e"
    source = changed(world, "https://example.org/filing", address)
    assert f"url = {{{address}}}" in bibtex([source])


def test_an_address_cannot_end_its_field(kb):
    source = kb.sources["star-filing"].model_copy(update={"url": "https://example.org/}}@evil{{"})
    assert "@evil{" not in bibtex([source])


@pytest.mark.parametrize("name", ["references.json", "references.bib", "references.biblatex.bib"])
def test_all_sources_in_one_file(contents, kb, name):
    text = contents[name].decode()
    if name.endswith("json"):
        assert [item["id"] for item in json.loads(text)] == list(kb.sources)
    else:
        assert re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE) == list(kb.sources)
        assert text.startswith("% chipkb ")


def test_each_source_has_files_of_its_own(kb):
    paths = {artifact.path for artifact in citation_files(kb)}
    assert paths == {f"source/{id_}/cite.{form}" for id_ in kb.sources for form in ("json", "bib")}
