"""All events, the newest first."""

from chipkb.view.timeline import events_newest_first, timeline_view


def test_years_and_choices(kb):
    view = timeline_view(kb)
    assert [(group.year, len(group.moments)) for group in view.years] == [(2025, 1), (2024, 1)]
    assert [(one.id, one.count) for one in view.kinds] == [("listing", 1), ("launch", 1)]
    # Star One is at home in one domain and belongs to the other too.
    assert [(one.id, one.count) for one in view.domains] == [("gpu", 2), ("memory", 1)]
    assert view.count == 2


def test_the_order_is_that_of_partial_dates(real):
    dates = [moment.view.date for moment in events_newest_first(real.kb)]
    assert dates == sorted(dates, reverse=True)


def test_each_year_comes_once(real):
    years = [group.year for group in timeline_view(real.kb).years]
    assert years == sorted(set(years), reverse=True)


def test_what_is_ahead_ends_after_the_data(real):
    moments = events_newest_first(real.kb)
    assert any(moment.is_ahead for moment in moments)
    assert not any(moment.is_ahead for moment in moments if moment.view.date.last.year < 2026)
