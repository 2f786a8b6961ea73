"""Counts of the data."""

from dataclasses import astuple

from chipkb.view.statistics import statistics


def test_the_tiny_world(kb):
    found = statistics(kb)
    assert (found.entities, found.sources, found.terms) == (3, 2, 1)
    assert astuple(found.claims) == (6, 2, 2, 2)
    assert {row.id: row.entities for row in found.by_domain} == {"gpu": 2, "memory": 1}
    assert {row.assessment.value: row.claims for row in found.by_assessment} == {
        "supported": 3,
        "unverified": 7,
        "disputed": 1,
        "refuted": 0,
        "superseded": 1,
    }
    assert [(row.source.id, row.claims) for row in found.by_source] == [
        ("almanac", 9),
        ("star-filing", 4),
    ]
    assert found.language.lacking_english == 0


def test_every_count_sums_to_the_whole(real):
    found = statistics(real.kb)
    assert sum(row.entities for row in found.by_domain) == found.entities
    assert sum(row.entities for row in found.by_kind) == found.entities
    assert sum(row.claims.claims for row in found.by_domain) == found.claims.claims
    assert sum(row.claims.claims for row in found.by_kind) == found.claims.claims
    assert sum(row.claims for row in found.by_assessment) == found.claims.claims
    assert sum(row.sources for row in found.by_tier) == found.sources
