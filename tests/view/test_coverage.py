"""What is expected of each kind of thing, and what is missing."""

from chipkb.view.coverage import CoverageRow, CoverageTable, coverage_view


def table(kb, number: int) -> CoverageTable:
    return coverage_view(kb).tables[number]


def shown(row: CoverageRow) -> list[str | None]:
    return [cell.claim and cell.claim.link.partition("#")[2] for cell in row.cells]


def test_only_those_it_is_meant_for(kb):
    """Moon Fund makes nothing; Star Chip is the maker in a relation of another's file."""
    assert [row.entity.id for row in table(kb, 0).rows] == ["star-chip"]


def test_cells_lead_to_the_claim_that_speaks(kb):
    [row] = table(kb, 0).rows
    assert shown(row) == [
        "fact-valuation-2025",  # newer and supported, before the superseded one
        "fact-patents",  # one of two alternatives is enough
        None,
        "event-listed",
        "relation-to-star-chip",
    ]
    assert (row.known, row.gaps) == (4, 1)
    assert row.cells[0].more == 1


def test_totals(kb):
    view = coverage_view(kb)
    assert (view.known, view.expected, view.percent) == (6, 7, 85)


def test_relations_read_from_the_side_of_the_entities(kb):
    assert table(kb, 0).columns[-1].labels[0].en == "Products"


def test_most_gaps_first(real):
    for one in coverage_view(real.kb).tables:
        gaps = [row.gaps for row in one.rows]
        assert gaps == sorted(gaps, reverse=True)


def test_every_expectation_of_ours_is_meant_for_something(real):
    assert len(coverage_view(real.kb).tables) == len(real.kb.expectations) > 0
