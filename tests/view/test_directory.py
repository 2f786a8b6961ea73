"""The directory: who is in it, in which order, and by what it is filtered."""

from chipkb.load.tree import load
from chipkb.view.directory import UNKNOWN, directory_view


def test_companies_come_first_and_all_are_there(kb):
    rows = directory_view(kb).rows
    assert [row.entity.kind.value for row in rows] == ["company", "company", "product"]
    assert {row.entity.id for row in rows} == set(kb.entities)


def test_an_event_tells_the_stage_where_no_field_does(kb):
    rows = {row.entity.id: row for row in directory_view(kb).rows}
    assert rows["star-chip"].stage == "listed"
    assert rows["star-chip"].on_event.anchor == "event-listed"
    assert rows["moon-fund"].stage == UNKNOWN
    assert rows["star-one"].stage == ""  # a product is not listed


def test_a_city_is_offered_with_its_count(world):
    path = world / "data/gpu/star-chip.yml"
    city = "headquarters: {city: {zh: 北京, en: Beijing}, source: star-filing}\n"
    path.write_text(city + path.read_text("utf-8"), "utf-8")
    cities = directory_view(load(world).kb).cities
    assert [(one.id, one.count) for one in cities] == [("北京", 1), (UNKNOWN, 1)]
