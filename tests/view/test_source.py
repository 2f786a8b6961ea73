"""What a source's page says of its sections, and of a text that cannot be read anywhere."""

from dataclasses import replace

from chipkb.load.tree import load
from chipkb.view.source import SOURCES, source_view, sources_view, tier_view


def test_claims_stand_under_the_section_and_paragraph_they_are_cited_by(world):
    kb = load(world).kb
    view = source_view(kb, kb.sources["almanac"])
    assert view.claims > 3
    for group in view.groups:
        assert group.claims == sum(len(place.views) for place in group.places)
        for place in group.places:
            cited = {cite.place for one in place.views for cite in one.claim.source}
            assert place.place in cited
            assert place.place.startswith(f"{group.section.id}/")


def test_a_section_is_found_by_its_first_words(world):
    kb = load(world).kb
    view = source_view(kb, kb.sources["almanac"])
    sections = {section.id: section for section in kb.sources["almanac"].sections}
    for group in view.groups:
        section = sections[group.section.id]
        assert group.begins in (section.begins, section.heading)


def test_a_text_is_out_of_reach_where_it_has_sections_and_no_address(world):
    kb = load(world).kb
    source = kb.sources["almanac"]
    view = source_view(kb, source)
    nowhere = source.model_copy(update={"url": None, "archived": None, "doi": None})
    somewhere = source.model_copy(update={"url": "https://example.org/almanac"})
    assert replace(view, source=nowhere).is_out_of_reach
    assert not replace(view, source=somewhere).is_out_of_reach
    assert not replace(view, source=nowhere.model_copy(update={"sections": ()})).is_out_of_reach


def test_the_pages_of_the_tiers_leave_no_source_out(real):
    views = [tier_view(real.kb, tier) for tier in real.kb.tiers]
    groups = [group for view in views for group in view.groups]
    listed = [row.source.id for group in groups for row in group.rows.shown + group.rows.rest]
    assert sorted(listed) == sorted(real.kb.sources)
    assert any(group.rows.rest for group in groups)


def test_the_page_of_all_sources_shows_the_first_of_each_tier(real):
    groups = sources_view(real.kb).groups
    assert [group.id for group in groups] == list(real.kb.tiers)
    for group in groups:
        rows = tier_view(real.kb, group.id).groups[0].rows
        assert group.count == len(rows.shown + rows.rest)
        assert group.rows.shown[:SOURCES] == (rows.shown + rows.rest)[:SOURCES]
