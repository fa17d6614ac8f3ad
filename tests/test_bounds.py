"""Ranges are exact: nothing allowed falls outside, and both ends are reached."""

from math import inf, isfinite, isinf, nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.bounds import (
    Bounds,
    BoundsError,
    about,
    at_least,
    at_most,
    between,
    exactly,
    less_than,
    more_than,
    share_of,
)

number = st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-3)
positive = st.floats(1e-3, 1e6)


@st.composite
def ranges(draw, ends=number):
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return exactly(low)
    low = draw(st.sampled_from([low, low, -inf if ends is number else low]))
    high = draw(st.sampled_from([high, high, inf]))
    return Bounds(low, high, draw(st.booleans()), draw(st.booleans()))


def some_value(data, bounds):
    """A value inside the bounds, at or near an end as often as in the middle."""
    low = bounds.low if isfinite(bounds.low) else min(bounds.high, 0) - 1e7
    high = bounds.high if isfinite(bounds.high) else max(bounds.low, 0) + 1e7
    value = low + (high - low) * data.draw(st.sampled_from([0, 1e-6, 0.3, 1 - 1e-6, 1]))
    assume(value in bounds)
    return value


def holds(value, bounds):
    """In the bounds, up to the rounding of floating point."""
    slack = 1e-9 * max(1, abs(value))
    return bounds.low - slack <= value <= bounds.high + slack


OPERATIONS = {
    "sum": lambda a, b: a + b,
    "difference": lambda a, b: a - b,
    "product": lambda a, b: a * b,
    "quotient": lambda a, b: a / b,
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.data())
def test_no_value_that_the_ranges_allow_leaves_the_result(name, data):
    operation = OPERATIONS[name]
    a = data.draw(ranges())
    b = data.draw(ranges(positive) if name == "quotient" else ranges())
    x, y = some_value(data, a), some_value(data, b)
    assert holds(operation(x, y), operation(a, b))


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.data())
def test_both_ends_of_the_result_are_reached_by_values_at_the_ends(name, data):
    operation = OPERATIONS[name]
    a, b = (between(*sorted((data.draw(positive), data.draw(positive)))) for _ in "ab")
    reached = [operation(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    result = operation(a, b)
    assert result.low == pytest.approx(min(reached), rel=1e-9, abs=1e-9)
    assert result.high == pytest.approx(max(reached), rel=1e-9, abs=1e-9)


@given(data=st.data())
def test_an_end_that_is_not_allowed_is_approached_but_not_included(data):
    low, high = sorted((data.draw(positive), data.draw(positive)))
    assume(high - low > 1e-3)
    doubled = Bounds(low, high, False, False) * 2
    assert doubled.low not in doubled and doubled.high not in doubled
    assert (doubled.low + doubled.high) / 2 in doubled


def test_two_lower_bounds_give_a_quotient_that_is_not_bounded():
    quotient = at_least(1000) / more_than(10_000)
    assert (quotient.low, quotient.high) == (0, inf)
    assert not quotient.includes_low
    assert quotient.words() == "not bounded"


def test_a_share_is_capped_at_the_whole_and_a_quotient_is_not():
    assert repr(share_of(at_least(1000), more_than(10_000))) == "(0, 100]"
    assert isinf((at_least(1000) / more_than(10_000) * 100).high)


def test_outside_caps_bound_the_share_again():
    share = share_of(between(1000, 3000), between(10_001, 12_000))
    assert share.words("%", 1) == "8.3 to 30.0 %"


def test_about_allows_half_a_step_on_either_side():
    assert [about(800, n) for n in (10, 50, 100)] == [
        between(795, 805),
        between(775, 825),
        between(750, 850),
    ]


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (exactly(1240), "1,240 km²"),
        (between(750, 850), "750 to 850 km²"),
        (at_least(1000), "at least 1,000 km²"),
        (more_than(1250), "more than 1,250 km²"),
        (at_most(1376), "at most 1,376 km²"),
        (less_than(500), "less than 500 km²"),
        (Bounds(0, 100, False, True), "more than 0 and at most 100 km²"),
        (Bounds(-inf, inf), "not bounded"),
        (at_least(0), "not bounded"),
    ],
)
def test_a_range_is_said_with_its_open_ends(bounds, words):
    assert bounds.words("km²", 0) == words


def test_a_claim_is_safe_only_where_every_allowed_value_keeps_it():
    third = at_least(100 / 3)
    assert between(33.47, 37.5).lies_within(third)
    assert not between(31.45, 39.52).lies_within(third)
    assert not at_least(10).lies_within(more_than(10))
    assert more_than(10).lies_within(at_least(10))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: Bounds(850, 750), "Swap the two"),
        (lambda: Bounds(5, 5, False, True), "No value is left"),
        (lambda: Bounds(nan, 5), "is no number"),
        (lambda: Bounds("800", 900), "Write it like 800"),
        (lambda: exactly(True), "is no number"),
        (lambda: about(800, nearest=0), "a number above 0"),
        (lambda: exactly(1) / between(-1, 1), "zero lies in it"),
        (lambda: exactly(1) / 0, "zero lies in it"),
        (lambda: share_of(between(5, 6), between(1, 2)), "wholly outside"),
    ],
)
def test_a_range_that_cannot_be_says_what_to_do(wrong, sentence):
    with pytest.raises(BoundsError, match=sentence):
        wrong()


def test_a_number_from_a_table_makes_a_range_like_any_other():
    assert repr(between(np.float64(1.5), np.float64(2))) == "[1.5, 2]"
    assert repr(about(np.float64(800), nearest=100)) == repr(about(800, nearest=100))
    assert more_than(np.float64(7)).words("km²", 0) == more_than(7).words("km²", 0)


@pytest.mark.parametrize("typed", ["800", "about 800", ..., None, [800]])
def test_what_is_no_number_is_named_in_a_sentence(typed):
    for wrong in (lambda: about(typed), lambda: about(800, nearest=typed)):
        with pytest.raises(BoundsError, match="is no number"):
            wrong()
