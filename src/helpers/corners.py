"""Arithmetic on the ends of ranges: where a sum, product or quotient begins and ends.

An end is a pair: its value, and whether that value itself is allowed. The extreme
values of a product lie at its corners, an end of one range times an end of the other
(Moore, Kearfott and Cloud, Introduction to Interval Analysis, 2009, chapter 2).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, isinf

End = tuple[float, bool]
Ends = tuple[End, End]


def hull(corners: Iterable[End]) -> Ends:
    """The lowest and the highest corner; allowed where any corner there is."""
    corners = list(corners)
    low, high = min(v for v, _ in corners), max(v for v, _ in corners)
    return (low, (low, True) in corners), (high, (high, True) in corners)


def total(a: Ends, b: Ends) -> Ends:
    """The ends of a sum."""
    low, high = zip(a, b, strict=True)
    return _plus(*low), _plus(*high)


def product(a: Ends, b: Ends) -> Ends:
    """The ends of a product.

    >>> product(((2, True), (3, True)), ((10, True), (inf, False)))
    ((20, True), (inf, False))
    """
    return hull(_times(end, other) for end in a for other in b)


def reciprocal(ends: Ends) -> Ends:
    """The ends of one divided by each value but zero; zero may lie only at an end."""
    (low, includes_low), (high, includes_high) = ends
    if low < 0 < high or low == high == 0:
        raise ZeroDivisionError
    if high <= 0:
        (a, includes_a), (b, includes_b) = reciprocal(
            ((-high, includes_high), (-low, includes_low))
        )
        return (-b, includes_b), (-a, includes_a)
    last = (inf, False) if low == 0 else (1 / low, includes_low)
    return (0.0 if isinf(high) else 1 / high, includes_high), last


def _plus(a: End, b: End) -> End:
    return a[0] + b[0], a[1] and b[1]


def _times(a: End, b: End) -> End:
    """Zero times an open end is zero, since no value is infinite."""
    if a[0] == 0 or b[0] == 0:
        return 0.0, (0, True) in (a, b) or (a[1] and b[1])
    return a[0] * b[0], a[1] and b[1]
