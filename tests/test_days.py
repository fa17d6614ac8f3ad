"""Windows of days: counted with both ends, never shrunk to an invented point."""

from datetime import date, datetime
from math import inf

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.days import (
    DaysError,
    as_day,
    count_days,
    days_after,
    days_between,
    days_in,
    days_per_month,
    in_full,
    month,
    overlap,
    weekdays_in,
    window,
    within,
)

USUAL = window("2024-12-01", "2025-01-19")
STRICT = window("2024-11-06", "2025-01-19")


def test_both_ends_of_a_window_count():
    assert count_days(window("2025-05-03", "2025-05-05")) == 3
    assert (count_days(USUAL), count_days(STRICT)) == (50, 75)


def test_the_days_of_a_window_add_up_month_by_month():
    table = days_per_month(STRICT)
    assert list(table["days"]) == [25, 31, 19]
    assert list(table["month"]) == ["November 2024", "December 2024", "January 2025"]


def test_the_usual_window_holds_seven_tuesdays_and_seven_mondays():
    tuesdays = weekdays_in(USUAL, "Tuesday")
    assert (tuesdays[0], tuesdays[-1]) == (date(2024, 12, 3), date(2025, 1, 14))
    assert len(tuesdays) == len(weekdays_in(USUAL, "Monday")) == 7
    assert len(weekdays_in(STRICT, "Tuesday")) == len(weekdays_in(STRICT, "Monday"))
    assert len(weekdays_in(STRICT, "Monday")) == 10


def test_an_unknown_day_of_november_gives_a_range_of_days():
    passed = days_between("2024-08-31", month(2024, 11))
    assert (passed.low, passed.high) == (62, 91)


def test_an_open_end_gives_an_open_range_of_days():
    passed = days_between("2024-09-01", window("2024-11-01", None))
    assert (passed.low, passed.high) == (61, inf)


@given(st.dates(), st.dates(), st.dates())
def test_days_between_holds_for_every_day_of_the_window(start, one, other):
    earliest, latest = sorted((one, other))
    passed = days_between(start, window(earliest, latest))
    assert (
        passed.low == (earliest - start).days and passed.high == (latest - start).days
    )
    assert count_days(window(earliest, latest)) == passed.high - passed.low + 1


def test_a_second_fact_narrows_the_window():
    january = overlap(USUAL, window("2025-01-05", None))
    assert january == window("2025-01-05", "2025-01-19")
    tuesdays = within(weekdays_in(USUAL, "Tuesday"), window("2025-01-05", "2025-01-13"))
    assert tuesdays == [date(2025, 1, 7)]


def test_a_week_after_a_day_is_a_window_and_may_stay_open():
    assert days_after("2025-01-05", 5, 8) == window("2025-01-10", "2025-01-13")
    assert days_after("2025-01-05", 0) == window("2025-01-05", None)
    with pytest.raises(DaysError, match="before it begins"):
        days_after("2025-01-05", 8, 5)


def test_a_day_in_full_has_its_weekday():
    assert in_full(date(2024, 8, 6)) == "Tuesday 6 August 2024"


def test_a_window_is_said_with_its_open_end():
    assert str(window("2024-09-01", None)) == "1 September 2024 to end open"
    assert str(window("2024-08-06", "2024-08-06")) == "6 August 2024"


@pytest.mark.parametrize(
    "value",
    [
        "2025-01-05",
        date(2025, 1, 5),
        datetime(2025, 1, 5, 9),
        pd.Timestamp("2025-01-05"),
    ],
)
def test_a_day_is_read_from_what_tables_hold(value):
    assert as_day(value) == date(2025, 1, 5)
    assert type(as_day(value)) is date


def test_a_missing_day_is_an_open_end():
    assert window(pd.NaT, None).is_open


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: window("2025-01-19", "2024-12-01"), "before it begins"),
        (lambda: window("5 January", None), "Write it year-month-day"),
        (lambda: as_day(20250105), "Write it year-month-day"),
        (lambda: weekdays_in(USUAL, "Dienstag"), "Write one of Monday"),
        (lambda: days_in(window("2024-09-01", None)), "both ends are known"),
        (lambda: overlap(month(2024, 11), month(2025, 1)), "One of the two facts"),
    ],
)
def test_a_window_that_cannot_be_says_what_to_do(wrong, sentence):
    with pytest.raises(DaysError, match=sentence):
        wrong()
