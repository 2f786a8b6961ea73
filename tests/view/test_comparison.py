"""Comparison tables."""

from decimal import Decimal

import pytest

from chipkb.load.tree import load
from chipkb.model.comparison import MetricColumn
from chipkb.model.entity import EntityKind
from chipkb.model.fact import Stretch
from chipkb.view.comparison import comparison_view, comparisons_view


@pytest.fixture(scope="module")
def tables(kb):
    return {one.id: comparison_view(kb, one) for one in kb.comparisons}


def row_of(view, entity_id):
    return next(row for row in view.rows if row.entity.id == entity_id)


def test_a_cell_holds_the_figure_that_holds_and_not_the_superseded_one(tables):
    cell = row_of(tables["makers"], "star-chip").cells[0]
    assert [view.claim.id for view in cell.views] == ["valuation-2025"]
    assert cell.sort == Decimal(280_000_000_000)


def test_figures_that_disagree_stand_together_and_compare_across_units(tables):
    cell = row_of(tables["products"], "star-one").cells[0]
    assert {view.claim.id for view in cell.views} == {"node", "node-other"}
    assert cell.sort == cell.views[0].claim.value.base[0]


def test_where_nothing_is_known_the_cell_is_empty(tables):
    cells = row_of(tables["makers"], "moon-fund").cells
    assert [cell.is_empty for cell in cells] == [True, False, True, True, True]
    assert cells[0].sort is None


def test_a_stage_sorts_before_the_date_within_it(tables):
    stage = row_of(tables["makers"], "star-chip").cells[2]
    assert (stage.views[0].claim.id, stage.sort) == ("listed", "1:2025-12-05")


def test_relations_are_followed_both_ways(tables):
    made = row_of(tables["makers"], "star-chip").cells[3]
    maker = row_of(tables["products"], "star-one").cells[1]
    assert [other.entity.id for other in made.others] == ["star-one"]
    assert [other.entity.id for other in maker.others] == ["star-chip"]
    assert made.others[0].view.link == maker.others[0].view.link  # one claim says both


def test_what_a_scope_leaves_out_is_named_below_the_table(kb):
    makers = next(one for one in kb.comparisons if one.id == "makers")
    narrow = makers.columns[1].model_copy(update={"scope": ("白天",)})
    view = comparison_view(kb, makers.model_copy(update={"columns": (narrow,)}))
    assert [one.claim.id for row in view.left_out for one in row.views] == ["share"]
    assert all(row.cells[0].is_empty for row in view.rows)


def test_rows_of_a_kind_come_best_known_first_without_the_silent(kb):
    products = next(one for one in kb.comparisons if one.id == "products")
    companies = products.model_copy(update={"kind": EntityKind.COMPANY, "domain": "memory"})
    view = comparison_view(kb, companies)
    assert view.rows == ()
    assert [entity.id for entity in view.silent] == ["moon-fund"]


def test_a_column_of_which_nothing_is_known_is_folded(world):
    path = world / "data/comparisons/makers.yml"
    column = "columns:\n  - {metric: process-node, unit: nm}\n"
    path.write_text(path.read_text("utf-8").replace("columns:\n", column), "utf-8")
    kb = load(world).kb
    view = next(comparison_view(kb, one) for one in kb.comparisons if one.id == "makers")
    assert [head.key for head in view.empty] == ["process-node"]
    assert all(len(row.cells) == len(view.heads) for row in view.rows)


def test_a_loss_stands_below_zero_and_the_newest_full_year_speaks(real):
    table = next(one for one in real.kb.comparisons if one.id == "gpu-makers")
    view = comparison_view(real.kb, table)
    column = [head.key for head in view.heads].index("net-profit")
    cells = [row.cells[column] for row in view.rows if row.cells[column].views]
    for cell in cells:
        figure = cell.views[0].claim
        if cell.sort is None:
            assert figure.stretch is not Stretch.YEAR
        else:
            assert (cell.sort < 0) == (figure.metric == "net-loss")
    assert any(cell.sort and cell.sort < 0 for cell in cells)


def test_an_amount_is_in_the_unit_of_its_column_and_a_range_has_none(real):
    units = real.kb.vocabulary.units
    amounts = 0
    for comparison in real.kb.comparisons:
        view = comparison_view(real.kb, comparison)
        columns = {column.key: column for column in comparison.columns}
        for row in view.rows:
            for head, cell in zip(view.heads, row.cells, strict=True):
                if head.kind != "metric" or cell.is_empty:
                    assert cell.amount is None
                    continue
                low, high = cell.views[0].claim.value.base
                assert (cell.amount is None) == (low != high)
                if cell.amount is not None:
                    assert abs(cell.amount) * units[columns[head.key].unit].factor == low
                    amounts += 1
    assert amounts > 50


def test_a_chart_is_drawn_of_the_column_that_asks(tables):
    [chart] = tables["makers"].charts
    assert (chart.id, [lane.name.zh for lane in chart.lanes]) == ("valuation", ["星辰科技"])


def test_the_list_goes_by_domain(kb):
    [group] = comparisons_view(kb).groups
    assert (group.id, [card.comparison.id for card in group.cards]) == (
        "gpu",
        ["products", "makers"],
    )


def test_every_figure_of_a_compared_metric_is_shown_counted_or_left_out(real):
    """A unit or scope never makes a figure of the real data vanish."""
    for comparison in real.kb.comparisons:
        view = comparison_view(real.kb, comparison)
        metrics = {c.metric for c in comparison.columns if isinstance(c, MetricColumn)}
        left_out = {one.link for row in view.left_out for one in row.views}
        for row in view.rows:
            shown = {one.link for cell in row.cells for one in cell.views}
            counted = sum(cell.older for cell in row.cells)
            figures = {
                f"entity/{row.entity.id}#fact-{fact.id}"
                for fact in row.entity.facts
                if getattr(fact, "metric", None) in metrics
                and fact.assessment not in ("refuted", "superseded")
            }
            assert len(figures - shown - left_out) <= counted, (comparison.id, row.entity.id)


def test_every_real_comparison_knows_something_in_every_column(real):
    for comparison in real.kb.comparisons:
        view = comparison_view(real.kb, comparison)
        for i, head in enumerate(view.heads):
            known = any(not row.cells[i].is_empty for row in view.rows)
            assert known, f"{comparison.id}: nothing in column {head.key}"
