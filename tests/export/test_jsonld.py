"""What search engines are told of a page."""

import pytest

from chipkb.export.jsonld import page_jsonld
from tests.export.conftest import BASE


def test_a_company(kb):
    thing, crumbs, *figures = page_jsonld(kb, "entity/star-chip", "en", BASE)["@graph"]
    assert thing["@type"] == "Organization"
    assert thing["name"] == [
        {"@value": "星辰科技", "@language": "zh-Hans"},
        {"@value": "Star Chip", "@language": "en"},
    ]
    assert {"@value": "星辰智能股份有限公司", "@language": "zh"} in thing["alternateName"]
    assert thing["description"]["@value"].startswith("Star Chip is valued at CNY 24 billion")
    assert thing["url"] == f"{BASE}en/entity/star-chip/"
    assert thing["funder"] == [{"@id": f"{BASE}entity/moon-fund/#thing"}]
    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "China chip industry knowledge base",
        "Graphics chips",
        "Star Chip",
    ]
    assert {figure["@type"] for figure in figures} == {"Observation"}


def test_nothing_is_called_a_product_without_what_search_engines_require(real):
    for id_ in real.kb.entities:
        for thing in page_jsonld(real.kb, f"entity/{id_}", "zh", BASE)["@graph"]:
            assert thing["@type"] not in ("Product", "ProductModel")


def test_a_product_has_its_figures(kb):
    _, _, *figures = page_jsonld(kb, "entity/star-one", "zh", BASE)["@graph"]
    assert {"@value": "12 nm", "@language": "en"} in figures[0]["value"]


def test_the_dataset_is_what_search_engines_ask_for(kb, exports):
    found = page_jsonld(kb, "data", "zh", BASE)
    assert 50 <= len(found["description"]) <= 5000
    assert found["version"] == kb.release.version and found["identifier"] and found["keywords"]
    names = {one["contentUrl"].rsplit("/", 1)[-1] for one in found["distribution"]}
    assert names == {one.name for one in exports.downloads}


def test_a_thing_is_the_same_in_both_languages(kb):
    ids = {
        page_jsonld(kb, "entity/moon-fund", lang, BASE)["@graph"][0]["@id"] for lang in ("zh", "en")
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("page", "type_"), [("", "WebSite"), ("data", "Dataset"), ("glossary", "DefinedTermSet")]
)
def test_other_pages(kb, page, type_):
    assert page_jsonld(kb, page, "zh", BASE)["@type"] == type_


def test_the_dataset_leads_to_its_files(kb, contents):
    found = page_jsonld(kb, "data", "zh", BASE)["distribution"]
    names = [one["contentUrl"].removeprefix(f"{BASE}data/") for one in found]
    assert set(names) <= set(contents)


def test_pages_without_any(kb):
    assert page_jsonld(kb, "sources", "zh", BASE) is None


def test_every_entity_has_some(real):
    for id_ in real.kb.entities:
        assert page_jsonld(real.kb, f"entity/{id_}", "en", BASE)["@graph"][0]["name"]
