"""A number as a hedged phrase licenses it: its lowest and highest value.

Arithmetic gives the true range where a formula names each quantity once: 1 - b / a.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite, isinf, isnan
from numbers import Real

from helpers import corners
from helpers.plain import PlainError


class BoundsError(PlainError):
    """A range that cannot be: the sentence says what was found and what is allowed."""


@dataclass(frozen=True, repr=False)
class Bounds:
    """The values from low to high; an open end is minus or plus infinity."""

    low: float
    high: float
    includes_low: bool = True
    includes_high: bool = True

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if isinstance(end, bool) or not isinstance(end, Real) or isnan(end):
                raise BoundsError(f"{end!r} is no number. Write it like 800 or 35.48.")
        # bool: a table's numbers compare to numpy's own True, which is no index.
        for end, holds in (("low", self.low > -inf), ("high", self.high < inf)):
            includes = bool(getattr(self, f"includes_{end}") and holds)
            object.__setattr__(self, f"includes_{end}", includes)
        if self.low > self.high:
            raise BoundsError(
                f"The lowest value ({self.low:,g}) is above the highest "
                f"({self.high:,g}). Swap the two."
            )
        if self.low == self.high and not (self.includes_low and self.includes_high):
            raise BoundsError(f"No value is left: both ends stand at {self.low:,g}.")

    def __contains__(self, value: float) -> bool:
        above = value > self.low or (self.includes_low and value == self.low)
        below = value < self.high or (self.includes_high and value == self.high)
        return above and below

    def __add__(self, other: Bounds | float) -> Bounds:
        return _from_ends(corners.total(self._ends, as_bounds(other)._ends))

    def __neg__(self) -> Bounds:
        return Bounds(-self.high, -self.low, self.includes_high, self.includes_low)

    def __sub__(self, other: Bounds | float) -> Bounds:
        return self + -as_bounds(other)

    def __mul__(self, other: Bounds | float) -> Bounds:
        return _from_ends(corners.product(self._ends, as_bounds(other)._ends))

    def __truediv__(self, other: Bounds | float) -> Bounds:
        """All quotients of a value here and a value there other than zero."""
        other = as_bounds(other)
        try:
            inverse = corners.reciprocal(other._ends)
        except ZeroDivisionError:
            raise BoundsError(
                f"Cannot divide by {other!r}: zero lies in it. Divide by a range that "
                "is wholly above or wholly below zero."
            ) from None
        return _from_ends(corners.product(self._ends, inverse))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Bounds:
        return as_bounds(other) - self

    def __rtruediv__(self, other: float) -> Bounds:
        return as_bounds(other) / self

    def __repr__(self) -> str:
        left, right = "(["[self.includes_low], ")]"[self.includes_high]
        low = "unbounded" if isinf(self.low) else f"{self.low:,.10g}"
        high = "unbounded" if isinf(self.high) else f"{self.high:,.10g}"
        return f"{left}{low}, {high}{right}"

    def lies_within(self, outer: Bounds) -> bool:
        """Whether every value allowed here is allowed there too: is a claim safe?

        >>> between(35.08, 35.89).lies_within(more_than(30))
        True
        """
        return _from_ends(corners.hull([*self._ends, *outer._ends])) == outer

    def capped(self, low: float = -inf, high: float = inf) -> Bounds:
        """The part from low to high, for a quantity that cannot lie outside them.

        >>> (at_least(1000) / more_than(10_000)).capped(high=1)
        (0, 1]
        """
        if self.high < low or self.low > high:
            raise BoundsError(
                f"{self.words()} lies wholly outside {low:,g} to {high:,g}, "
                "where such a quantity must be. Check the figures."
            )
        return Bounds(
            max(self.low, low),
            min(self.high, high),
            self.includes_low or self.low < low,
            self.includes_high or self.high > high,
        )

    def words(self, unit: str = "", decimals: int = 2) -> str:
        """The range as one would say it.

        >>> about(800, nearest=100).words("km²", 0)
        '750 to 850 km²'
        >>> more_than(10_000).words("soldiers", 0)
        'more than 10,000 soldiers'
        """
        low, high = (f"{end:,.{decimals}f}" for end in (self.low, self.high))
        if isinf(self.high) and self.low in (0, -inf):
            return "not bounded"
        if self.low == self.high:
            said = low
        elif self.includes_low and self.includes_high:
            said = f"{low} to {high}"
        else:
            bottom = f"{'at least' if self.includes_low else 'more than'} {low}"
            top = f"{'at most' if self.includes_high else 'less than'} {high}"
            known = [bottom] * isfinite(self.low) + [top] * isfinite(self.high)
            said = " and ".join(known)
        return f"{said} {unit}".rstrip()

    @property
    def _ends(self) -> corners.Ends:
        return (self.low, self.includes_low), (self.high, self.includes_high)


def as_bounds(value: Bounds | float) -> Bounds:
    """The value itself if it is a range already, else the range of that one number."""
    return value if isinstance(value, Bounds) else exactly(value)


def exactly(value: float) -> Bounds:
    """One number, taken as printed."""
    return Bounds(value, value)


def between(low: float, high: float) -> Bounds:
    """From low to high, both ends allowed."""
    return Bounds(low, high)


def about(value: float, nearest: float = 100) -> Bounds:
    """Every number that a writer could round to this value, both ends counted.

    >>> about(800, nearest=100)
    [750, 850]
    """
    middle, step = exactly(value).low, exactly(nearest).low
    if step <= 0:
        raise BoundsError(f"Rounding to the nearest {nearest}: write a number above 0.")
    return Bounds(middle - step / 2, middle + step / 2)


def at_least(value: float) -> Bounds:
    """The value or any above it; no highest value."""
    return Bounds(value, inf)


def more_than(value: float) -> Bounds:
    """Any number above the value; no highest value."""
    return Bounds(value, inf, includes_low=False)


def at_most(value: float) -> Bounds:
    """The value or any below it; no lowest value."""
    return Bounds(-inf, value)


def less_than(value: float) -> Bounds:
    """Any number below the value; no lowest value."""
    return Bounds(-inf, value, includes_high=False)


def share_of(part: Bounds | float, whole: Bounds | float) -> Bounds:
    """How many percent of a whole a part of it is: never below 0, never above 100.

    >>> share_of(at_least(1000), more_than(10_000)).words("%", 0)
    'more than 0 and at most 100 %'
    """
    return (as_bounds(part) / whole * 100).capped(0, 100)


def _from_ends(ends: corners.Ends) -> Bounds:
    (low, includes_low), (high, includes_high) = ends
    return Bounds(low, high, includes_low, includes_high)
