"""Sums with two numbers of an article: their range, said so that it stays true."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from math import floor, isfinite, log10

from helpers.bounds import Bounds, BoundsError

SUMS = {
    "the first divided by the second": "divided by",
    "the first minus the second": "minus",
    "share lost from the first to the second": "share lost",
}
DIGITS = 4  # that count; those before the point always stay
NO_RESULT = "none, as the number below the line may be 0"
OPEN_BELOW = "; if it cannot be so small, write the least it can be in lower"
DIFFERENT = "the two are not counted in the same unit"


def worked_out(first: Bounds, second: Bounds, how: str) -> Bounds | None:
    """The range of a sum ("divided by", "minus", "share lost"); None without result.

    >>> from helpers.bounds import between, exactly
    >>> worked_out(exactly(200), between(100, 150), "share lost")
    [25, 50]
    """
    try:
        if how == "minus":
            return first - second
        return first / second if how == "divided by" else (1 - second / first) * 100
    except BoundsError:
        return None


def in_words(outcome: Bounds | None, below: Bounds, unit: str = "") -> str:
    """The range with its ends rounded outward, or why there is none.

    `below` is the number below the line.

    >>> from helpers.bounds import at_least, exactly
    >>> in_words(at_least(9) / exactly(1_310), exactly(1_310))
    'at least 0.00687'
    """
    if outcome is None:
        return NO_RESULT + OPEN_BELOW * (not isfinite(below.low))
    low, high = outcome.low, outcome.high
    if low == high:
        low = high = _rounded(low, ROUND_HALF_EVEN)
    else:
        low, high = _rounded(low, ROUND_FLOOR), _rounded(high, ROUND_CEILING)
    ends = Bounds(low, high, outcome.includes_low, outcome.includes_high)
    return without_empty_decimals(ends.words("", 10)) + f" {unit}".rstrip()


def without_empty_decimals(words: str) -> str:
    """The same words, numbers in them without zeros behind the point.

    >>> without_empty_decimals("25.50 to 30.00")
    '25.5 to 30'
    """
    parts = [
        part.rstrip("0").rstrip(".") if "." in part else part for part in words.split()
    ]
    return " ".join(parts)


def _rounded(end: float, how: str) -> float:
    if not isfinite(end) or end == 0:
        return end
    places = max(0, DIGITS - 1 - floor(log10(abs(end))))
    return float(Decimal(repr(float(end))).quantize(Decimal(1).scaleb(-places), how))
