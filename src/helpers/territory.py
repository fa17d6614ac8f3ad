"""Ground held and ground lost: shares, rates and sizes, each with its true range.

Every function takes numbers or `Bounds` and gives `Bounds`. Areas are in square
kilometres, shares in percent. The formulas name each quantity once, so that the range
is exact (see `bounds`).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

import pandas as pd

from helpers.bounds import (
    Bounds,
    BoundsError,
    about,
    as_bounds,
    at_least,
    exactly,
    more_than,
    share_of,
)
from helpers.days import Window, days_between, days_in

Area = Bounds | float

# The international mile is 1.609344 km exactly (1959), so its square is exact too.
KM2_PER_SQUARE_MILE = 1.609344**2
CONVENTIONS = (10, 50, 100)


def area_lost(start: Area, held: Area) -> Bounds:
    """Square kilometres given up between two dates.

    >>> area_lost(1240, 800)
    [440, 440]
    """
    return as_bounds(start) - held


def share_kept(start: Area, held: Area) -> Bounds:
    """Percent of the starting area that is still held; above 100 where it grew.

    >>> share_kept(1240, 800).words("%")
    '64.52 %'
    """
    return as_bounds(held).capped(low=0) / _area(start) * 100


def share_lost(start: Area, held: Area) -> Bounds:
    """Percent of the starting area that was lost; below 0 where it grew.

    >>> share_lost(1240, about(800, nearest=100)).words("%")
    '31.45 to 39.52 %'
    """
    return 100 - share_kept(start, held)


def growth_needed(held: Area, goal: Area) -> Bounds:
    """By how many percent the held area must grow to reach the goal.

    >>> growth_needed(800, 1240).words("%")
    '55.00 %'
    """
    return as_bounds(goal) / _area(held) * 100 - 100


def held_below(start: Area, share: float) -> Bounds:
    """Square kilometres that may be held at most if that share in percent was lost."""
    return _area(start) * (1 - share / 100)


def per_day(area: Area, days: Area) -> Bounds:
    """Square kilometres a day, on average; days may be a range of at least one."""
    days = as_bounds(days)
    if not days.lies_within(at_least(1)):
        raise BoundsError(f"{days.words('days', 0)}: count at least one day.")
    return as_bounds(area) / days


def loss_per_day(
    start: Area, held: Area, since: Window | str, last: Window | str
) -> Bounds:
    """Square kilometres lost a day, between two days of which either may be unknown.

    >>> loss_per_day(1240, 800, "2024-08-31", "2024-11-30").words("km² a day")
    '4.84 km² a day'
    """
    return per_day(area_lost(start, held), days_between(since, last))


def share_of_oblast(area: Area, oblast: Area) -> Bounds:
    """Percent of the whole region that an area in it is.

    >>> share_of_oblast(1240, 29997).words("%")
    '4.13 %'
    """
    return share_of(area, _area(oblast))


def square_side(area: Area) -> Bounds:
    """Kilometres along one side of a square of that area.

    >>> square_side(1240).words("km", 1)
    '35.2 km'
    """
    area = as_bounds(area).capped(low=0)
    ends = sqrt(area.low), sqrt(area.high)
    return Bounds(*ends, area.includes_low, area.includes_high)


def square_miles(area: Area) -> Bounds:
    """Square kilometres as square miles.

    >>> square_miles(1240).words("sq mi", 1)
    '478.8 sq mi'
    """
    return as_bounds(area) / KM2_PER_SQUARE_MILE


def square_kilometres(area: Area) -> Bounds:
    """Square miles as square kilometres."""
    return as_bounds(area) * KM2_PER_SQUARE_MILE


def people_per_km2(people: Area, area: Area) -> Bounds:
    """The quotient of a number of people and an area: a sum, not yet a density."""
    return as_bounds(people) / _area(area)


def hidden_base(part: Area, share: Area) -> Bounds:
    """The whole, recovered from a part and the percent that it is said to be.

    >>> hidden_base(801, 63.2).words("km²", 1)
    '1,267.4 km²'
    """
    return as_bounds(part) / (_area(share) / 100)


def base_beyond(held: Area, share: float) -> Bounds:
    """The starting areas from which more than that share in percent was lost.

    >>> base_beyond(800, 40).words("km²", 1)
    'more than 1,333.3 km²'
    """
    return more_than((as_bounds(held) / (1 - exactly(share) / 100)).high)


def shares(start: float, held: float) -> pd.DataFrame:
    """The sums behind the share lost and the share kept, one row each."""
    lost, kept = share_lost(start, held).low, share_kept(start, held).low
    rows = [
        ("lost", start - held, f"{start - held:,.0f} / {start:,.0f}", lost),
        ("kept", held, f"{held:,.0f} / {start:,.0f}", kept),
    ]
    return pd.DataFrame(rows, columns=["part", "km²", "sum", "percent"])


def by_rounding(
    start: Area, held: float, nearest: Iterable[int] = CONVENTIONS
) -> pd.DataFrame:
    """What "about" allows under each rounding convention, one row each."""
    return pd.DataFrame([_rounded_row(start, held, step) for step in nearest])


def by_last_day(
    start: Area, held: Area, since: Window | str, last: Window
) -> pd.DataFrame:
    """Loss a day for each possible last day; since is when the loss may have begun."""
    rates = {day: loss_per_day(start, held, since, day) for day in days_in(last)}
    rows = [(day, rate.low, rate.high) for day, rate in rates.items()]
    return pd.DataFrame(rows, columns=["last_day", "km2_a_day_low", "km2_a_day_high"])


def _rounded_row(start: Area, held: float, step: int) -> dict[str, float]:
    area = about(held, nearest=step)
    lost, share = area_lost(start, area), share_lost(start, area)
    return {
        "nearest": step,
        "held_low": area.low,
        "held_high": area.high,
        "lost_low": lost.low,
        "lost_high": lost.high,
        "share_lost_low": share.low,
        "share_lost_high": share.high,
    }


def _area(value: Area) -> Bounds:
    """A quantity to divide by: it must be above zero."""
    area = as_bounds(value)
    if not area.low > 0:
        raise BoundsError(
            f"{area.words()} is what the share is taken of, so it must be above 0. "
            "Which figure came first?"
        )
    return area
