"""Links that lead nowhere are found, with the line of the claim they stand in."""

import pytest

from chipkb.engine.links import Linking, linking, lost_links, resolved

OTHERS = [
    Linking("", "data/site.yml", frozenset({"top"}), ()),
    Linking("gpu/", "data/gpu.yml", frozenset({"x"}), ()),
    Linking("entity/smic/", "data/smic.yml", frozenset({"fact-a"}), ()),
]
FILES = {"assets/logo.svg", "gpu/table.csv"}


def lost(address: str, *links: str, ids: str = "") -> list[str]:
    content = "".join(f'<a href="{link}">x</a>' for link in links) + ids
    page = linking(address, "data/page.yml", content)
    others = [one for one in OTHERS if one.address != address]
    return list(lost_links([page, *others], FILES))


def test_what_leads_somewhere_is_no_matter():
    own = '<p id="fact-b">'
    assert not lost(
        "entity/smic/", "#fact-b", "../../gpu/#x", "../../", "./", "https://x.org/#y", ids=own
    )
    assert not lost("entity/smic/", "../../assets/logo.svg", "../../gpu/?domain=gpu#x")
    assert not lost("gpu/", "table.csv", "../#top", "mailto:a@b.org", "//x.org/a")


@pytest.mark.parametrize("link", ["../gpu/", "../../../", "/gpu/", "../../gpu", "nothing.csv"])
def test_a_page_that_is_not_there(link):
    assert lost("entity/smic/", link) == [
        f"data/page.yml: the page /entity/smic/ has a link '{link}', "
        "but there is no such page or file"
    ]


def test_an_anchor_that_is_not_there():
    found = lost("gpu/", "#y", "../entity/smic/#fact-b")
    assert len(found) == 2
    assert all(one.endswith("but there is no such anchor there") for one in found)
    assert "'#y'" in found[0] and "'../entity/smic/#fact-b'" in found[1]


def test_the_line_is_that_of_the_claim_around_it():
    content = (
        '<a href="../early/">x</a><p data-line="3"></p>'
        '<p data-line="7"><a href="../away/">x</a></p><p data-line="9"><a href="../away/"></a>'
    )
    page = linking("gpu/", "data/gpu/smic.yml", content)
    assert page.links == (("../early/", 0), ("../away/", 7))
    early, away = lost_links([page], FILES)
    assert early.startswith("data/gpu/smic.yml: ")
    assert away.startswith("data/gpu/smic.yml:7: ")


def test_addresses_are_resolved_as_a_browser_does():
    assert resolved("entity/smic/", "../../gpu/") == "gpu/"
    assert resolved("", "./") == ""
    assert resolved("gpu/", ".") == "gpu/"
    assert resolved("gpu/", "%E8%8A%AF/") == "gpu/芯/"
