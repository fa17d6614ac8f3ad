"""What people type is read as they meant it, or not at all."""

# ruff: noqa: RUF001 - what people type is full of look-alike characters

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.bounds import at_least, between
from helpers.days import month
from helpers.entries import EntryError, read_amount, read_days, unit_of

THIN, NO_BREAK, NARROW = "\u2009", "\u00a0", "\u202f"

NUMBERS = [
    ("35.48", 35.48, ""),
    (" 35.48 ", 35.48, ""),
    ("35.48.", 35.48, ""),
    ("35.48!", 35.48, ""),
    ("35,48", 35.48, ""),
    ("35,48 %", 35.48, "%"),
    ("35 percent", 35, "%"),
    ("35 per cent", 35, "%"),
    ("35%", 35, "%"),
    ("35٪", 35, "%"),
    ("35.5 pp", 35.5, "points"),
    ("35.5 percentage points", 35.5, "points"),
    ("1 240", 1240, ""),
    (f"1{THIN}240", 1240, ""),
    (f"1{NO_BREAK}240", 1240, ""),
    (f"1{NARROW}240 km²", 1240, "km²"),
    ("1'240", 1240, ""),
    ("1’240", 1240, ""),
    ("1,240", 1240, ""),
    ("1,240,000", 1_240_000, ""),
    ("1.240.000", 1_240_000, ""),
    ("1.240,5", 1240.5, ""),
    ("1,240.5", 1240.5, ""),
    ("0,240", 0.24, ""),
    (".5", 0.5, ""),
    (",5", 0.5, ""),
    ("≈35.5", 35.5, ""),
    ("~35.5", 35.5, ""),
    ("about 35", 35, ""),
    ("approx. 35", 35, ""),
    ("roughly 35 %", 35, "%"),
    ("-35", -35, ""),
    ("−35", -35, ""),
    ("–35", -35, ""),
    ("﹣35", -35, ""),
    ("－35", -35, ""),
    ("minus 35", -35, ""),
    ("+35", 35, ""),
    ("１２４０", 1240, ""),
    ("٣٥", 35, ""),
    ("440 km2", 440, "km²"),
    ("440km²", 440, "km²"),
    ("440 km^2", 440, "km²"),
    ("440 sq km", 440, "km²"),
    ("440 square kilometres", 440, "km²"),
    ("440 square kilometers", 440, "km²"),
    ("5 km² per day", 5, "km² per day"),
    ("5 km2/day", 5, "km² per day"),
    ("5 km² a day", 5, "km² per day"),
    ("478.8 sq mi", 478.8, "mi²"),
    ("478.8 square miles", 478.8, "mi²"),
    ("35.2 km", 35.2, "km"),
    ("50 days", 50, "days"),
    ("75 soldiers per km2", 75, "people per km²"),
    ("440/1240", 440 / 1240, ""),
    ("440 / 1,240", 440 / 1240, ""),
    ("440÷1240", 440 / 1240, ""),
    ("1/3", 1 / 3, ""),
    ("⅓", 1 / 3, ""),
    ("35½", 35.5, ""),
    ("35 1/2", 35.5, ""),
    ("1 in 3", 1 / 3, ""),
    ("440 out of 1240", 440 / 1240, ""),
    ("(1240-800)/1240*100", 440 / 12.4, ""),
    ("(1240 − 800) ÷ 1240 × 100", 440 / 12.4, ""),
    ("440/1240 = 0.3548", 0.3548, ""),
    ("x = 35.48", 35.48, ""),
    ("sqrt(1240)", math.sqrt(1240), ""),
    ("√1240", math.sqrt(1240), ""),
    ("1.24e3", 1240, ""),
    ("1.24*10^3", 1240, ""),
    ("1.24×10³", 1240, ""),
    ("thirty-five", 35, ""),
    ("thirty five percent", 35, "%"),
    ("thirty-five point four eight", 35.48, ""),
    ("one thousand two hundred and forty", 1240, ""),
    ("a third", 1 / 3, ""),
    ("two thirds", 2 / 3, ""),
    ("half", 0.5, ""),
    ("thirty-five and a half", 35.5, ""),
    ("I think it is 35.48 because I divided", 35.48, ""),
    ("idk, 35?", 35, ""),
    ("35.48 👍", 35.48, ""),
    (35.48, 35.48, ""),
    (35, 35, ""),
    (np.float64(35.48), 35.48, ""),
    (np.float32(35.5), 35.5, ""),
    (np.int64(35), 35, ""),
    (np.array(35.5), 35.5, ""),
    (np.array([35.5]), 35.5, ""),
    (pd.Series([35.5]), 35.5, ""),
    (pd.array([35], dtype="Int64")[0], 35, ""),
    (Fraction(71, 2), 35.5, ""),
    (Decimal("35.48"), 35.48, ""),
    (["35,48 %"], 35.48, "%"),
    (between(35.5, 35.5), 35.5, ""),
]
RANGES = [
    ("4.84-7.10", ""),
    ("4.84–7.10", ""),
    ("4,84-7,10", ""),
    ("4.84 - 7.10", ""),
    ("4.84 to 7.1", ""),
    ("(4.84, 7.1)", ""),
    ("[4.84, 7.1]", ""),
    ("[4.84; 7.1]", ""),
    ("4.84; 7.1", ""),
    ("4.84, 7.1", ""),
    ("4.84,7.1", ""),
    ("4,84; 7,1", ""),
    ("4,84, 7,10", ""),
    ("4.84 7.1", ""),
    ("4.84 and 7.1", ""),
    ("between 4.84 and 7.1", ""),
    ("from 4.84 to 7.1", ""),
    ("from 4.84 up to 7.1 km²/day", "km² per day"),
    ("4.84 km2 per day to 7.10 km2 per day", "km² per day"),
    ("4.84..7.1", ""),
    ("4.84…7.1", ""),
    ("4.84 ≤ x ≤ 7.1", ""),
    ("4.84 < x < 7.1", ""),
    ("lowest 4.84, highest 7.10", ""),
    ("highest 7.10, lowest 4.84", ""),
    ("min: 4.84 max: 7.1", ""),
    ("≈4.84 to ≈7.1", ""),
    ((4.84, 7.1), ""),
    ([4.84, 7.1], ""),
    (["4,84", "7,10"], ""),
    (["4.84 km2/day", "7.1"], "km² per day"),
    (np.array([4.84, 7.1]), ""),
    (pd.Series([4.84, 7.1]), ""),
    (between(4.84, 7.1), ""),
    (pd.Interval(4.84, 7.1), ""),
]
UNREADABLE = [
    ("", "nothing"),
    ("   ", "nothing"),
    ("...", "nothing"),
    ("…", "nothing"),
    (None, "nothing"),
    (..., "nothing"),
    (pd.NA, "nothing"),
    (pd.NaT, "nothing"),
    ([], "nothing"),
    ((..., ...), "nothing"),
    ("?", "unsure"),
    ("???", "unsure"),
    ("idk", "unsure"),
    ("IDK!!", "unsure"),
    ("dunno", "unsure"),
    ("I don't know", "unsure"),
    ("i dont know", "unsure"),
    ("no idea", "unsure"),
    ("-", "unsure"),
    ("x", "unsure"),
    ("не знаю", "unsure"),
    ("🤷", "words"),
    ("Kursk", "words"),
    ("a lot", "words"),
    ("the other one", "words"),
    ("not 35", "denied"),
    ("it isn't 35", "denied"),
    (True, "yes or no"),
    (np.bool_(False), "yes or no"),
    (float("nan"), "not a number"),
    (np.nan, "not a number"),
    (Decimal("NaN"), "not a number"),
    (float("inf"), "infinite"),
    ("1e999", "infinite"),
    ("7 January 2025", "date"),
    ("2025-01-07", "date"),
    (datetime.date(2025, 1, 7), "date"),
    (pd.Timestamp("2025-01-07"), "date"),
    (pd.DataFrame({"a": [1]}), "table"),
    ({"a": 1}, "table"),
    ([[1, 2], [3, 4]], "table"),
    (np.eye(2), "table"),
    (print, "function"),
    ({1, 2}, "set"),
    (object(), "other"),
    (3 + 4j, "other"),
    (b"35", "other"),
    ("35 " * 500, "too long"),
]


@pytest.mark.parametrize(("typed", "value", "unit"), NUMBERS)
def test_number_is_read_as_it_was_meant(typed, value, unit):
    reading = read_amount(typed)
    assert reading.shape == "number"
    assert reading.candidates[0] == pytest.approx((value,))
    assert reading.unit == unit


@pytest.mark.parametrize(("typed", "unit"), RANGES)
def test_range_is_read_as_it_was_meant(typed, unit):
    reading = read_amount(typed)
    assert reading.shape == "range"
    assert reading.candidates[0] == pytest.approx((4.84, 7.1))
    assert reading.unit == unit


@pytest.mark.parametrize(("typed", "kind"), UNREADABLE)
def test_what_is_no_number_is_named_as_what_it_is(typed, kind):
    with pytest.raises(EntryError) as caught:
        read_amount(typed)
    assert caught.value.kind == kind
    assert str(caught.value)


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("35 or 36", "several"),
        ("35/36/37 or so, maybe 38", "several"),
        ("1240, 800 and 440", "several"),
        ("more than 30", "open"),
        ("at least 30 %", "open"),
        ("> 30", "open"),
        ("up to 40", "open"),
        (at_least(30), "open"),
        ((1, 2, 3), "several"),
    ],
)
def test_undecided_and_open_answers_are_not_taken_for_a_number(typed, shape):
    assert read_amount(typed).shape == shape


def test_comma_before_three_digits_has_two_readings():
    assert read_amount("1,240").candidates == ((1240.0,), (1.24,))
    assert read_amount("1.240").candidates == ((1.24,), (1240.0,))


def test_subtraction_and_range_downwards_are_both_kept():
    assert read_amount("1240-800").candidates == ((1240.0, 800.0), (440.0,))


def test_unit_is_recognised_in_a_name():
    assert unit_of("square miles") == "mi²"
    assert unit_of("dates") == ""


JANUARY_7 = datetime.date(2025, 1, 7)


@pytest.mark.parametrize(
    "typed",
    [
        "7 January 2025",
        "7 january 2025",
        "7th of January 2025",
        "January 7, 2025",
        "Jan 7 2025",
        "Tuesday, 7 January 2025",
        "on Tuesday 7 Jan. 2025",
        "7.1.2025",
        "07.01.2025",
        "7.1.25",
        "2025-01-07",
        "2025/01/07",
        "2025-01-07 00:00:00",
        JANUARY_7,
        datetime.datetime(2025, 1, 7, 12),
        pd.Timestamp("2025-01-07"),
        np.datetime64("2025-01-07"),
        ["7 January 2025"],
        pd.Series(pd.to_datetime(["2025-01-07"])),
        pd.DatetimeIndex(["2025-01-07"]),
    ],
)
def test_day_is_read_as_it_was_meant(typed):
    reading = read_days(typed, [2024, 2025])
    assert reading.days == ((JANUARY_7,),)
    assert reading.unclear == ""


def test_day_without_a_year_may_fall_in_any_of_the_years():
    reading = read_days("7 Jan", [2024, 2025])
    assert reading.days == ((datetime.date(2024, 1, 7), JANUARY_7),)
    assert reading.unclear == "year"


@pytest.mark.parametrize("typed", ["07/01/2025", "7-1-2025", "7/1"])
def test_order_of_day_and_month_is_asked_about(typed):
    assert read_days(typed, [2025]).unclear == "order"


def test_order_is_clear_where_there_is_no_thirteenth_month():
    assert read_days("14/01/2025").days == ((datetime.date(2025, 1, 14),),)
    assert read_days("14/01/2025").unclear == ""


def test_list_of_days_may_share_a_month():
    reading = read_days("3, 10, 17, 24, 31 Dec, 7 and 14 Jan", [2024, 2025])
    assert len(reading.days) == 7


def test_window_is_read_as_its_two_ends():
    assert len(read_days(month(2024, 11)).days) == 2


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("31 February 2025", "no such day"),
        ("Tuesday", "words"),
        ("7", "words"),
        ("maybe the 7th", "words"),
        ("7 January or so", "words"),
        ("", "nothing"),
        (None, "nothing"),
        (pd.NaT, "nothing"),
        ("?", "unsure"),
        (7, "other"),
        ({"day": 7}, "table"),
        (print, "other"),
    ],
)
def test_what_is_no_day_is_named_as_what_it_is(typed, kind):
    with pytest.raises(EntryError) as caught:
        read_days(typed, [2025])
    assert caught.value.kind == kind


ODD = st.sampled_from("0123456789.,-–−+*/^()[]<>=%≈~½²  xe'kmorto\u202f√")


@given(st.one_of(st.text(), st.text(ODD, max_size=25)))
def test_no_text_makes_reading_fail(text):
    for read in (read_amount, read_days):
        try:
            read(text)
        except EntryError as error:
            assert error.kind
            assert str(error)


@given(st.floats(-1e9, 1e9).map(lambda x: round(x, 4)))
def test_number_survives_being_written_and_read(value):
    written = f"{value:.4f}"
    assert read_amount(written).candidates[0] == pytest.approx((value,))
    assert read_amount(written.replace("-", "−")).candidates[0][0] == value


@given(st.integers(1000, 10**9))
def test_thousands_may_be_set_apart_in_any_usual_way(value):
    for mark in (" ", NARROW, "'", ","):
        written = f"{value:,}".replace(",", mark)
        assert read_amount(written).candidates[0] == (value,)
