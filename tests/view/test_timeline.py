"""All events, the newest first."""

from chipkb.view.timeline import events_newest_first, timeline_view


def test_years_and_choices(kb):
    view = timeline_view(kb)
    assert [(group.year, len(group.moments)) for group in view.past] == [(2025, 1), (2024, 1)]
    assert view.ahead == ()
    assert [(one.id, one.count) for one in view.kinds] == [("listing", 1), ("launch", 1)]
    # Star One is at home in one domain and belongs to the other too.
    assert [(one.id, one.count) for one in view.domains] == [("gpu", 2), ("memory", 1)]
    assert view.count == 2


def test_the_order_is_that_of_partial_dates(real):
    dates = [moment.view.date for moment in events_newest_first(real.kb)]
    assert dates == sorted(dates, reverse=True)


def test_each_year_comes_once(real):
    view = timeline_view(real.kb)
    past, ahead = ([group.year for group in groups] for groups in (view.past, view.ahead))
    assert past == sorted(set(past), reverse=True)
    assert ahead == sorted(set(ahead)) != []


def test_a_plan_whose_day_has_come_is_no_event(real):
    view = timeline_view(real.kb)
    past = [one for group in view.past for one in group.moments]
    assert not any(one.is_plan for one in past)
    assert view.overdue
    assert all(one.is_plan and one.view.date.last <= real.kb.state for one in view.overdue)
    ahead = [one for group in view.ahead for one in group.moments]
    assert view.count == len(past) + len(ahead) + len(view.overdue)
    assert view.count == len(events_newest_first(real.kb))


def test_a_long_year_and_the_early_years_are_folded_and_none_is_lost(real):
    view = timeline_view(real.kb)
    assert (*view.years.shown, *view.years.rest) == view.past
    for year in view.past:
        assert (*year.folded.shown, *year.folded.rest) == year.moments


def test_what_is_ahead_ends_after_the_data(real):
    moments = events_newest_first(real.kb)
    assert any(moment.is_ahead for moment in moments)
    assert not any(moment.is_ahead for moment in moments if moment.view.date.last.year < 2026)
