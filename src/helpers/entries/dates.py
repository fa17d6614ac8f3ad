"""Days as people write them, each with every day that it may mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from helpers.entries.wording import (
    MONTH,
    EntryError,
    clean,
    refuse_what_says_nothing,
)

MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_MONTH = r"(?P<month{0}>" + MONTH + r")(?![a-z])\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?: ?, ?| ?and ?| ?& ?){_DAY}(?!\d))*"
_YEAR = r"(?:,? ?(?P<year{0}>(?:19|20)\d\d))?(?!\d)"
WRITTEN = re.compile(
    r"(?P<iso>(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d))"
    r"|(?P<slashed>(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})"
    r"(?:(?P=mark)(?P<year>\d{4}|\d\d))?\b)"
    rf"|(?P<before>(?P<days1>{_DAYS})(?: of)? ?{_MONTH.format(1)}{_YEAR.format(1)})"
    rf"|(?P<after>{_MONTH.format(2)} ?(?:the )?(?P<days2>{_DAYS}){_YEAR.format(2)})"
)
FILLER = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?s?|on|the|and|to"
    r"|until|from|between|of|or|[tz](?:00:00(?::00)?)?|00:00(?::00(?:\.0+)?)?)\b"
    r"|[\s,;.&\-()\[\]'\"]"
)


@dataclass(frozen=True)
class DaysReading:
    """The days typed: one tuple of possible days each, and what was left open.

    `unclear`: "" | "order" (07/01: which is the month?) | "year" (no year written).
    """

    typed: str
    days: tuple[tuple[datetime.date, ...], ...]
    unclear: str = ""


def read_days(entry: Any, years: Iterable[int] = ()) -> DaysReading:
    """Read one day or several; a day without a year may fall in any of `years`.

    Raises EntryError, and nothing else, where no day can be read.

    >>> read_days("7.1.2025").days
    ((datetime.date(2025, 1, 7),),)
    >>> len(read_days("3, 10 and 17 Dec", years=[2024]).days)
    3
    >>> read_days("07/01/2025").unclear
    'order'
    """
    try:
        return _days(entry, sorted(set(years)))
    except EntryError:
        raise
    except Exception as error:  # an object may fail in any way when it is looked at
        raise EntryError("other", "That cannot be read as a day.") from error


def _days(entry: Any, years: list[int]) -> DaysReading:
    if isinstance(entry, str):
        return _from_text(entry, years)
    if entry is None or entry is ... or type(entry).__name__ in ("NAType", "NaTType"):
        raise EntryError("nothing", "Nothing is written there yet.")
    if isinstance(entry, datetime.datetime):
        entry = entry.date()
    if isinstance(entry, datetime.date):
        return DaysReading(entry.isoformat(), ((entry,),))
    if type(entry).__name__ == "datetime64":
        return _from_text(str(entry)[:10], years)
    return _joined([_days(part, years) for part in _parts(entry)])


def _parts(entry: Any) -> list:
    if hasattr(entry, "earliest") and hasattr(entry, "latest"):
        return [entry.earliest, entry.latest]
    if hasattr(entry, "columns") or isinstance(entry, dict):
        raise EntryError("table", "That is a whole table.")
    if hasattr(entry, "isoformat"):
        return [entry.isoformat()[:10]]
    listed = list(entry) if isinstance(entry, list | tuple | set | frozenset) else []
    if hasattr(entry, "astype") and hasattr(entry, "tolist"):
        listed = [
            str(part)[:10] for part in entry.tolist() if not isinstance(part, int)
        ]
    if not listed or any(isinstance(part, list | tuple | dict) for part in listed):
        raise EntryError("other", "That cannot be read as a day.")
    return listed


def _joined(read: list[DaysReading]) -> DaysReading:
    days = tuple(day for one in read for day in one.days)
    unclear = next((one.unclear for one in read if one.unclear), "")
    return DaysReading(", ".join(one.typed for one in read), days, unclear)


def _from_text(typed: str, years: list[int]) -> DaysReading:
    text = clean(typed[:2000])
    refuse_what_says_nothing(text)
    found = list(WRITTEN.finditer(text))
    if not found or FILLER.sub("", WRITTEN.sub("", text)):
        raise EntryError("words", "There is no day in that which can be read for sure.")
    read = [_possible(match, years) for match in found]
    days = tuple(one for part, _ in read for one in part)
    unclear = next((why for _, why in read if why), "")
    return DaysReading(typed, days, unclear)


def _possible(match: re.Match, years: list[int]) -> tuple[list[tuple], str]:
    part = match.groupdict()
    if part["iso"]:
        return [_real([(int(part["y"]), int(part["m"]), int(part["d"]))])], ""
    if part["slashed"]:
        return _slashed(part, years)
    side = "1" if part["before"] else "2"
    month = MONTHS.index(part["month" + side][:3]) + 1
    year = part["year" + side]
    listed = [int(day) for day in re.findall(r"\d+", part["days" + side])]
    in_years = [int(year)] if year else years
    days = [_real([(y, month, day) for y in in_years]) for day in listed]
    return days, "" if year else "year"


def _slashed(part: dict, years: list[int]) -> tuple[list[tuple], str]:
    first, second = int(part["a"]), int(part["b"])
    year = int(part["year"]) if part["year"] else 0
    in_years = [year + 2000 if year < 100 else year] if year else years
    orders = [(first, second)]
    # 7.1.2025 puts the day first wherever it is written; 07/01/2025 differs by country
    if part["mark"] != "." and first != second:
        orders.append((second, first))
    days = _real([(y, m, d) for y in in_years for d, m in orders])
    both = len({(day.month, day.day) for day in days}) > 1
    return [days], "order" if both else "" if year else "year"


def _real(dates: list[tuple[int, int, int]]) -> tuple[datetime.date, ...]:
    """Those of the dates that exist; EntryError where none does."""
    days = []
    for year, month, day in dates:
        try:
            days.append(datetime.date(year, month, day))
        except ValueError:
            continue
    if dates and not days:
        raise EntryError("no such day", "The calendar has no such day.")
    return tuple(days)
