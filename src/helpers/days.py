"""A window of possible days: what a text lets us say about *when*.

A weekday without a date, "in November" or "since September" is not a point in time. A
`Window` keeps the earliest and the latest day that the words allow; an end that the
words leave open stays open. Both ends count: 3 to 5 May is three days.
"""

from __future__ import annotations

from calendar import day_name, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import inf

import pandas as pd

from helpers.bounds import Bounds
from helpers.plain import PlainError

WEEKDAYS = tuple(day_name)


class DaysError(PlainError):
    """A day or window that cannot be: the sentence says what is allowed."""


@dataclass(frozen=True)
class Window:
    """All days from the earliest to the latest; None is an open end."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise DaysError(
                f"The window ends on {said(self.latest)}, before it begins on "
                f"{said(self.earliest)}. Swap the two days."
            )

    def __contains__(self, day: date) -> bool:
        after = self.earliest is None or self.earliest <= day
        return after and (self.latest is None or day <= self.latest)

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return said(self.earliest) if self.earliest else "any day"
        first = said(self.earliest) if self.earliest else "start open"
        last = said(self.latest) if self.latest else "end open"
        return f"{first} to {last}"

    @property
    def is_open(self) -> bool:
        """Whether an end is left open, so that the days cannot be counted."""
        return self.earliest is None or self.latest is None


def said(day: date) -> str:
    """A day in words, the same in every country: '6 August 2024'."""
    return f"{day.day} {day:%B %Y}"


def in_full(day: date) -> str:
    """A day with its weekday.

    >>> in_full(date(2025, 1, 5))
    'Sunday 5 January 2025'
    """
    return f"{WEEKDAYS[day.weekday()]} {said(day)}"


def as_day(value: date | str | None) -> date | None:
    """A day from a date, a pandas timestamp or ISO text; None where it is missing.

    >>> as_day("2025-01-05")
    datetime.date(2025, 1, 5)
    """
    if value is None or value is pd.NaT or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise DaysError(
            f"{value!r} is not a day. Write it year-month-day, like 2025-01-05."
        ) from None


def window(earliest: date | str | None, latest: date | str | None) -> Window:
    """The window between two days, as dates or ISO text; None is an open end."""
    return Window(as_day(earliest), as_day(latest))


def days_after(day: date | str, least: int, most: int | None = None) -> Window:
    """The window that begins `least` days after a day, and ends `most` days after it.

    >>> str(days_after("2025-01-05", 5, 8))
    '10 January 2025 to 13 January 2025'
    """
    first, last = (
        n if n is None else as_day(day) + timedelta(days=n) for n in (least, most)
    )
    return Window(first, last)


def month(year: int, number: int) -> Window:
    """All days of one month.

    >>> str(month(2024, 11))
    '1 November 2024 to 30 November 2024'
    """
    return Window(
        date(year, number, 1), date(year, number, monthrange(year, number)[1])
    )


def as_window(value: Window | date | str) -> Window:
    """The window itself, or the window of that single day."""
    return value if isinstance(value, Window) else window(value, value)


def count_days(span: Window) -> int:
    """How many days the window holds, both ends counted.

    >>> count_days(window("2024-12-01", "2025-01-19"))
    50
    """
    if span.is_open:
        raise DaysError(f"{span}: days can be counted only where both ends are known.")
    return (span.latest - span.earliest).days + 1


def days_in(span: Window) -> list[date]:
    """Every day of the window, both ends counted."""
    return [span.earliest + timedelta(days=n) for n in range(count_days(span))]


def days_per_month(span: Window) -> pd.DataFrame:
    """How many days of the window fall into each month: the sum in steps."""
    days = pd.Series(pd.to_datetime(days_in(span)))
    counts = days.dt.strftime("%B %Y").value_counts(sort=False)
    return counts.rename_axis("month").reset_index(name="days")


def weekdays_in(span: Window, weekday: str) -> list[date]:
    """The days of the window that are, say, Tuesdays.

    >>> len(weekdays_in(window("2024-12-01", "2025-01-19"), "Tuesday"))
    7
    """
    if weekday not in WEEKDAYS:
        raise DaysError(
            f"{weekday!r} is no weekday. Write one of {', '.join(WEEKDAYS)}."
        )
    return [day for day in days_in(span) if WEEKDAYS[day.weekday()] == weekday]


def days_between(start: Window | date | str, end: Window | date | str) -> Bounds:
    """How many days pass from start to end; an unknown day gives a range.

    >>> days_between("2024-08-31", month(2024, 11))
    [62, 91]
    """
    start, end = as_window(start), as_window(end)
    low = _gap(start.latest, end.earliest, -inf)
    return Bounds(low, _gap(start.earliest, end.latest, inf))


def overlap(span: Window, other: Window) -> Window:
    """The days that lie in both windows: what a second fact leaves of the first."""
    firsts = [end for end in (span.earliest, other.earliest) if end]
    lasts = [end for end in (span.latest, other.latest) if end]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        raise DaysError(
            f"No day lies both in {span} and in {other}. One of the two facts is wrong."
        )
    return Window(first, last)


def within(days: Iterable[date], span: Window) -> list[date]:
    """The candidate days that lie in the window, in order."""
    return sorted(day for day in days if day in span)


def _gap(first: date | None, last: date | None, unknown: float) -> float:
    return unknown if first is None or last is None else (last - first).days
