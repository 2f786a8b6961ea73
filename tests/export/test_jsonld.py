"""What search engines are told of a page."""

import pytest

from chipkb.export.jsonld import page_jsonld
from tests.export.conftest import BASE


def test_a_company(kb):
    thing, crumbs = page_jsonld(kb, "entity/star-chip", "en", BASE)["@graph"]
    assert (thing["@type"], thing["name"]) == ("Organization", "Star Chip")
    assert "星辰科技" in thing["alternateName"]
    assert thing["description"].startswith("Star Chip is valued at CNY 24 billion")
    assert thing["url"] == f"{BASE}en/entity/star-chip/"
    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "China chip industry knowledge base",
        "Graphics chips",
        "Star Chip",
    ]


def test_a_product_has_its_figures(kb):
    thing, _ = page_jsonld(kb, "entity/star-one", "zh", BASE)["@graph"]
    assert thing["@type"] == "Product"
    assert {"@type": "PropertyValue", "name": "工艺节点", "value": "12 nm"} in thing[
        "additionalProperty"
    ]


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
