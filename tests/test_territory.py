"""Ground held and lost: every figure of lesson 02, and ranges that are exact."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.bounds import Bounds, BoundsError, about, at_least, between, less_than
from helpers.days import month, window
from helpers.territory import (
    base_beyond,
    by_last_day,
    by_rounding,
    growth_needed,
    held_below,
    hidden_base,
    loss_per_day,
    people_per_km2,
    per_day,
    share_kept,
    share_lost,
    share_of_oblast,
    shares,
    square_kilometres,
    square_miles,
    square_side,
)

NOVEMBER = month(2024, 11)
ENDS = st.tuples(st.floats(1, 1e5), st.floats(1, 1e5)).map(sorted)


@pytest.mark.parametrize(
    ("nearest", "low", "high"),
    [(10, 35.08, 35.89), (50, 33.47, 37.5), (100, 31.45, 39.52)],
)
def test_each_rounding_gives_its_own_range_of_the_share_lost(nearest, low, high):
    lost = share_lost(1240, about(800, nearest=nearest))
    assert (round(lost.low, 2), round(lost.high, 2)) == (low, high)


def test_a_rounded_start_widens_the_range_without_counting_it_twice():
    lost = share_lost(about(1240, nearest=10), about(800, nearest=100))
    assert lost.words("%") == "31.17 to 39.76 %"


@given(start=ENDS, held=ENDS, at=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_the_share_lost_of_any_allowed_pair_lies_in_the_range(start, held, at):
    first, second = (
        low + (high - low) * where
        for (low, high), where in zip((start, held), at, strict=True)
    )
    lost = share_lost(between(*start), between(*held))
    true = (first - second) / first * 100
    assert lost.low - 1e-6 <= true <= lost.high + 1e-6


@given(start=ENDS, held=ENDS)
def test_the_ends_of_the_share_lost_are_reached(start, held):
    pairs = [(first, second) for first in start for second in held]
    reached = [(first - second) / first * 100 for first, second in pairs]
    lost = share_lost(between(*start), between(*held))
    assert lost.low == pytest.approx(min(reached), abs=1e-6)
    assert lost.high == pytest.approx(max(reached), abs=1e-6)


def test_no_more_than_everything_can_be_lost():
    assert share_lost(1240, less_than(800)).high == 100
    assert share_lost(1240, at_least(800)).words("%") == "at most 35.48 %"


def test_lost_and_kept_add_up_to_the_whole():
    assert share_lost(1240, 800).low + share_kept(1240, 800).low == 100
    assert list(shares(1240, 800)["percent"].round(2)) == [35.48, 64.52]


def test_an_area_that_grew_was_lost_by_less_than_nothing():
    assert share_lost(800, 1240).low == pytest.approx(-55)


def test_the_way_back_is_longer_than_the_way_down():
    assert growth_needed(800, 1240).low == pytest.approx(55)


def test_a_third_is_lost_only_below_a_certain_area():
    assert held_below(1240, 100 / 3).low == pytest.approx(826.67, abs=0.005)


@pytest.mark.parametrize(
    ("held", "since", "low", "high"),
    [
        (800, window("2024-08-31", "2024-08-31"), 4.84, 7.10),
        (about(800), window("2024-08-31", "2024-08-31"), 4.29, 7.90),
        (800, month(2024, 9), 4.89, 13.75),
    ],
)
def test_an_unknown_day_turns_a_speed_into_a_range(held, since, low, high):
    loss = loss_per_day(1240, held, since, NOVEMBER)
    assert (round(loss.low, 2), round(loss.high, 2)) == (low, high)


def test_a_known_day_gives_one_speed():
    assert loss_per_day(1240, 800, "2024-08-31", "2024-11-23").words() == "5.24"


def test_the_loss_a_day_is_worked_out_for_every_last_day():
    table = by_last_day(1240, about(800), "2024-08-31", NOVEMBER)
    assert len(table) == 30
    whole = loss_per_day(1240, about(800), "2024-08-31", NOVEMBER)
    assert table["km2_a_day_low"].min() == whole.low
    assert table["km2_a_day_high"].max() == whole.high


def test_the_gain_a_day_was_many_times_the_loss_a_day():
    gain, loss = per_day(1240, 25), loss_per_day(1240, 800, "2024-08-31", NOVEMBER)
    assert gain.low == 49.6
    assert (gain / loss).words(decimals=1) == "7.0 to 10.3"
    assert per_day(1000, 6).words() == "166.67"


@pytest.mark.parametrize(
    ("area", "oblast", "percent"),
    [(1240, 29997, 4.13), (800, 29997, 2.67), (440, 29997, 1.47), (1240, 29800, 4.16)],
)
def test_the_share_of_the_oblast_hardly_depends_on_whose_area_is_used(
    area, oblast, percent
):
    assert round(share_of_oblast(area, oblast).low, 2) == percent


def test_square_miles_and_back():
    assert [round(square_miles(x).low, 1) for x in (1240, 800, 440)] == [
        478.8,
        308.9,
        169.9,
    ]
    assert square_kilometres(500).low == pytest.approx(1294.99, abs=0.01)


def test_a_side_shrinks_less_than_its_area():
    sides = square_side(1240).low, square_side(800).low
    assert sides == pytest.approx((sqrt(1240), sqrt(800)))
    assert (1 - sides[1] / sides[0]) * 100 == pytest.approx(19.68, abs=0.005)


def test_a_rounded_area_gives_a_range_of_soldiers_to_a_square_kilometre():
    assert people_per_km2(60_000, about(800)).words(decimals=1) == "70.6 to 80.0"


def test_a_base_is_recovered_from_a_part_and_its_share():
    assert hidden_base(801, 63.2).words(decimals=1) == "1,267.4"
    assert hidden_base(801, about(63.2, nearest=0.1)).words(decimals=1) == (
        "1,266.4 to 1,268.4"
    )


def test_the_table_of_roundings_holds_area_loss_and_share():
    row = by_rounding(1240, 800).iloc[2]
    assert (row.held_low, row.held_high, row.lost_low, row.lost_high) == (
        750,
        850,
        390,
        490,
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: share_lost(0, 800), "must be above 0"),
        (lambda: share_kept(at_least(0), 800), "must be above 0"),
        (lambda: per_day(440, 0), "at least one day"),
        (lambda: per_day(440, Bounds(-3, 5)), "at least one day"),
        (lambda: share_lost("1240", 800), "Write it like 800"),
    ],
)
def test_a_sum_that_cannot_be_says_what_to_do(wrong, sentence):
    with pytest.raises(BoundsError, match=sentence):
        wrong()


def test_over_forty_percent_is_true_of_bases_above_1333_only():
    bases = base_beyond(800, 40)
    assert 1376 in bases and 1333.4 in bases
    assert 1294 not in bases and 1300 not in bases
    assert bases.low == pytest.approx(1333.33, abs=0.01)


def test_a_rounded_area_needs_the_base_of_its_highest_value():
    assert base_beyond(about(800, nearest=100), 40).low == pytest.approx(850 / 0.6)
