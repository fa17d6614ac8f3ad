"""A text and outside facts along the calendar: every fact narrows, none invents."""

from datetime import date

import pandas as pd
import pytest

from helpers.days import DaysError, as_day, count_days, days_in, overlap, window
from helpers.tables import load_digest_claims, load_events, load_time_expressions, row
from helpers.timeline import (
    TIES,
    add_fact,
    bars,
    facts_to_add,
    last_weekdays,
    outside_events,
    public_window,
    publication_steps,
    sources_of,
    usual_window,
    weekday_counts,
)

times, events, claims = load_time_expressions(), load_events(), load_digest_claims()
STRICT, USUAL = public_window(events), usual_window(times, events)


def test_the_public_window_lies_between_the_two_public_days():
    assert window("2024-11-06", "2025-01-19") == STRICT
    assert window("2024-12-01", "2025-01-19") == USUAL


def test_the_window_narrows_from_step_to_step_and_begins_open():
    steps = publication_steps(times, events)
    assert list(steps["days"].dropna()) == [75, 50, 4]
    assert steps["latest"].isna().tolist() == [True, False, False, False]
    assert steps["earliest"].is_monotonic_increasing


def test_the_counterattack_leaves_what_the_table_of_expressions_says():
    kept = row(times, "TE01")
    found = add_fact(USUAL, events, "E13")
    assert found == window(kept["earliest_outside"], kept["latest_outside"])
    quoted = row(times, "TE05")
    assert as_day(quoted["earliest_outside"]) == found.earliest


@pytest.mark.parametrize("fact", TIES)
def test_a_fact_never_widens_the_window(fact):
    after = add_fact(USUAL, events, fact)
    assert overlap(after, USUAL) == after


def test_only_facts_tied_to_the_day_of_the_text_cut_both_ends():
    left = {fact: count_days(add_fact(USUAL, events, fact)) for fact in TIES}
    assert left == {"E05": 50, "E11": 50, "E13": 4, "E14": 7, "E15": 7}


def test_no_fact_leaves_the_window_as_it_was():
    assert add_fact(USUAL, events, "") == USUAL


def test_every_fact_that_can_be_added_is_an_event_of_the_digest():
    offered = facts_to_add(events)
    assert next(iter(offered.values())) == ""
    tied = set(times["event_id"].dropna())
    assert set(offered.values()) - {""} <= tied


def test_every_january_fact_leaves_one_tuesday_and_it_is_the_one_of_the_table():
    tuesday = as_day(row(times, "TE14")["earliest_outside"])
    for fact in ("E13", "E14", "E15"):
        assert last_weekdays(add_fact(USUAL, events, fact), "Tuesday") == [tuesday]


@pytest.mark.parametrize("weekday", ["Monday", "Tuesday", "Sunday"])
def test_each_last_weekday_is_last_past_on_some_day_of_the_window(weekday):
    found = last_weekdays(USUAL, weekday)
    needed = {max(day for day in found if day <= writing) for writing in days_in(USUAL)}
    assert needed == set(found)


def test_a_digest_of_the_first_of_december_may_mean_a_tuesday_before_the_window():
    assert last_weekdays(USUAL, "Tuesday")[0] == date(2024, 11, 26)


def test_both_windows_hold_as_many_mondays_as_tuesdays():
    counts = weekday_counts({"strict": STRICT, "usual": USUAL}, ["Tuesday", "Monday"])
    assert counts["Tuesday"].tolist() == counts["Monday"].tolist() == [10, 7]


def test_candidates_in_the_table_are_the_weekdays_of_the_usual_window():
    drawn = bars(times, claims, ["TE14", "TE15"])
    tuesdays, mondays = drawn["candidates"]
    assert tuesdays == last_weekdays(USUAL, "Tuesday")[1:]
    assert [(t - m).days for t, m in zip(tuesdays, mondays, strict=True)] == [1] * 7


def test_a_bar_without_a_printed_end_stays_open():
    drawn = bars(times, claims, ["TE08", "TE11"]).set_index("claim")
    assert drawn.loc["C20", "latest"] is None
    assert drawn.loc["C17", "kind"] == "printed in full"
    assert drawn.loc["C17", "earliest"] == drawn.loc["C17", "latest"]


def test_sources_that_disagree_about_a_day_stay_side_by_side():
    seoul = outside_events(events, ["E14", "E14b"])
    assert list(seoul["day"]) == ["Monday 6 January 2025", "Tuesday 7 January 2025"]
    assert seoul["printed by"].notna().all()


def test_the_pages_behind_outside_facts_are_named_once_and_the_digest_first():
    pages = sources_of(events, ["E13", "E13", "E14"])
    assert pages[:3] == ["dailywrap-digest", "mt-jan5", "dawn-jan5"]
    assert len(set(pages)) == len(pages)


def test_the_tables_are_not_changed():
    before = times.copy(), events.copy()
    publication_steps(times, events)
    bars(times, claims, ["TE08"])
    outside_events(events, ["E13"])
    pd.testing.assert_frame_equal(times, before[0])
    pd.testing.assert_frame_equal(events, before[1])


def test_a_fact_that_leaves_no_day_says_so():
    with pytest.raises(DaysError, match="One of the two facts is wrong"):
        add_fact(window("2024-12-01", "2024-12-31"), events, "E13")


def test_an_open_window_has_no_list_of_weekdays():
    with pytest.raises(DaysError, match="both ends are known"):
        last_weekdays(window("2024-12-01", None), "Tuesday")
