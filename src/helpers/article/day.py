"""A cell that should hold a day: read where the calendar leaves one day only."""

from __future__ import annotations

import re
from datetime import date, timedelta

from helpers.days import said
from helpers.entries import EntryError, clean, read_days

Fault = tuple[str, str, str]
EXPECTED = "a day as YYYY-MM-DD"
YEARS = range(1700, 2201)
SERIAL = re.compile(r"([3-6]\d{4})(?:[.,]\d+)?")
SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}")
LONGER = re.compile(r"(?:[a-z]+\.? )?\d{4}|\d{4}-\d\d|\d\d?/\d{4}")
OPEN_END = re.compile(r"open(?: end)?|[-?.…]+|none|unknown|not known|n/?a|now|today")
# Spreadsheets count days from the end of 1899; old ones on a Mac from 1904.
DAY_ZERO, DAY_ZERO_ON_A_MAC = date(1899, 12, 30), date(1904, 1, 1)


def plain_day(cell: str) -> tuple[str, Fault | None]:
    """The day of a cell as YYYY-MM-DD, or why there is not one single day in it.

    >>> plain_day("6 August 2024"), plain_day("6.8.2024")
    (('2024-08-06', None), ('2024-08-06', None))
    >>> plain_day("06/08/2024")[1][0]
    '“06/08/2024”, which can mean 8 June 2024 or 6 August 2024'
    """
    shown, text = f"“{cell[:40]}”", clean(cell)
    serial = as_serial(text)
    if serial:
        return "", _counted(shown, serial)
    if SHORT_YEAR.fullmatch(text):
        return "", (shown, EXPECTED, "Write the year with four digits, 2024-08-06.")
    if OPEN_END.fullmatch(text):
        return "", (shown, EXPECTED, "Where an end is open, leave the cell empty.")
    if LONGER.fullmatch(text):
        fix = "For a whole month or year, write its first day in earliest and its last "
        return "", (shown, EXPECTED, f"{fix}day in latest.")
    try:
        reading = read_days(cell)
    except EntryError as error:
        is_none = "That day is in no calendar. " * (error.kind == "no such day")
        return "", (shown, EXPECTED, f"{is_none}Write it like 2024-08-06.")
    return _one_day(reading, shown)


def as_serial(text: str) -> date | None:
    """The day that a bare number of five digits stands for in a spreadsheet.

    >>> as_serial("45510")
    datetime.date(2024, 8, 6)
    """
    match = SERIAL.fullmatch(text)
    return DAY_ZERO + timedelta(days=int(match[1])) if match else None


def _counted(shown: str, day: date) -> Fault:
    on_a_mac = DAY_ZERO_ON_A_MAC + (day - DAY_ZERO)
    fix = (
        f"Write {day.isoformat()} if you mean {said(day)}. (In tables from an old Mac "
        f"it can be {said(on_a_mac)}.)"
    )
    return f"{shown}, a day as a spreadsheet counts it", EXPECTED, fix


def _one_day(reading: object, shown: str) -> tuple[str, Fault | None]:
    days = sorted({day for one in reading.days for day in one})
    if len(reading.days) != 1 or not days:
        fix = "Write one day in this cell, like 2024-08-06."
        if reading.unclear == "year":
            fix = "Write the year too, like 2024-08-06."
        return "", (shown, EXPECTED, fix)
    if not all(day.year in YEARS for day in days):
        return "", (shown, f"a year from {YEARS[0]} to {YEARS[-1]}", "Check the year.")
    if len(days) == 1:
        return days[0].isoformat(), None
    both = " or ".join(said(day) for day in days)
    fix = f"Write {' or '.join(day.isoformat() for day in days)}."
    return "", (f"{shown}, which can mean {both}", EXPECTED, fix)
