"""Links that lead nowhere are found, with the line of the claim they stand in."""

import pytest

from chipkb.engine.links import LostLink, lost_links, resolved

ANCHORS = {"": {"top"}, "gpu/": {"x"}, "entity/smic/": {"fact-a"}}
FILES = {"assets/logo.svg", "gpu/table.csv"}


def lost(address: str, *links: str) -> list[LostLink]:
    content = "".join(f'<a href="{link}">x</a>' for link in links)
    return list(lost_links(address, content, ANCHORS, FILES))


def test_what_leads_somewhere_is_no_matter():
    assert not lost("entity/smic/", "#fact-a", "../../gpu/#x", "../../", "./", "https://x.org/#y")
    assert not lost("entity/smic/", "../../assets/logo.svg", "../../gpu/?domain=gpu#x")
    assert not lost("gpu/", "table.csv", "../#top", "mailto:a@b.org", "//x.org/a")


@pytest.mark.parametrize("link", ["../gpu/", "../../../", "/gpu/", "../../gpu", "nothing.csv"])
def test_a_page_that_is_not_there(link):
    assert lost("entity/smic/", link) == [LostLink(link, 0, lacks_anchor=False)]


def test_an_anchor_that_is_not_there():
    assert lost("gpu/", "#y", "../entity/smic/#fact-b") == [
        LostLink("#y", 0, lacks_anchor=True),
        LostLink("../entity/smic/#fact-b", 0, lacks_anchor=True),
    ]


def test_the_line_is_that_of_the_claim_around_it():
    content = '<p data-line="3"></p><p data-line="7"><a href="../away/">x</a></p>'
    (found,) = lost_links("gpu/", content, ANCHORS, FILES)
    assert found.line == 7
    assert found.message("data/gpu/smic.yml", "gpu/").startswith("data/gpu/smic.yml:7: ")


def test_addresses_are_resolved_as_a_browser_does():
    assert resolved("entity/smic/", "../../gpu/") == "gpu/"
    assert resolved("", "./") == ""
    assert resolved("gpu/", ".") == "gpu/"
    assert resolved("gpu/", "%E8%8A%AF/") == "gpu/芯/"
