"""What a reader may want next."""

from chipkb.view.related import MOST, related_entities


def test_by_what_is_shared(kb):
    """Moon Fund knows Star One only through Star Chip."""
    found = related_entities(kb, kb.entities["moon-fund"])
    assert [entity.id for entity in found] == ["star-one"]


def test_neighbours_stand_on_the_page_already(real):
    for entity in real.kb.entities.values():
        direct = {relation.target for relation in entity.relations} | {entity.id}
        found = [other.id for other in related_entities(real.kb, entity)]
        assert not direct & set(found)
        assert len(found) == len(set(found)) <= MOST
