"""A cell that should hold a number: read where it can be read in one way only."""

from __future__ import annotations

import re

from helpers.entries import EntryError, clean, read_amount, read_days
from helpers.entries.wording import MONTH

Fault = tuple[str, str, str]  # what was found, what is expected, what to do
DIGITS = "a number in digits"
PURE = re.compile(r"[+-]?[\d .,]*\d[.,]?")
ROUNDED = re.compile(r"\d([.,]\d+)?e[+-]?\d+")
PART_OF_A_DATE = re.compile(rf"\d{{0,4}}[. -]*(?:{MONTH})\.?[. -]*\d{{0,4}}")
RANGE = re.compile(
    r"(?:between |from )?([\d., ]*\d) ?(?:-|to|and|\.\.|bis) ?([\d., ]*\d)\b.*"
)
HEDGES = {
    "at_most": r"at most|up to|no more than|not more than|maximum|max|<=|≤",
    "at_least": r"at least|no fewer than|no less than|minimum|min|>=|≥",
    "more_than": r"more than|over|above|exceeding|>",
    "less_than": r"less than|fewer than|under|below|almost|nearly|close to|<",
    "about": r"about|around|some|roughly|approx\w*\.?|circa|ca?\.?|~|≈",
}


def plain_number(cell: str) -> tuple[str, Fault | None]:
    """The digits of a cell as a computer reads them, or why it is no single number.

    >>> plain_number("1 240"), plain_number("35,5")
    (('1240', None), ('35.5', None))
    >>> plain_number("1,240")[1][0]
    '“1,240”, which can mean 1240 or 1.24'
    """
    text = clean(cell)
    shown = f"“{cell[:40]}”"
    if not PURE.fullmatch(text):
        return "", _why_not(text, shown)
    try:
        reading = read_amount(text)
    except EntryError:
        return "", (shown, DIGITS, "Write digits, and a point for decimals.")
    readings = [_written(numbers[0]) for numbers in reading.candidates]
    if reading.shape != "number":
        return "", (shown, "one number", "Write one number, without other marks.")
    if len(readings) == 1:
        return readings[0], None
    whole, small = sorted(readings, key=float, reverse=True)
    fix = f"Write {whole}, or {_unlike_thousands(small)} if you mean the small number."
    found = f"{shown}, which can mean {whole} or {small}"
    return "", (found, "a number that can be read in one way", fix)


def _why_not(text: str, shown: str) -> Fault:
    if ROUNDED.fullmatch(text):
        return (
            shown,
            DIGITS,
            (
                "The spreadsheet has cut the number off. Set the cells to “Number”, "
                "and write all digits."
            ),
        )
    if text.startswith("="):
        return shown, DIGITS, "Write the result itself; formulas are not worked out."
    if PART_OF_A_DATE.fullmatch(text) or _is_day(text):
        return (
            f"{shown}, a date",
            DIGITS,
            (
                "Spreadsheets turn 1.2 or 3-4 into dates. Set the cells to “Text”, and "
                "write the number again."
            ),
        )
    return _worded(text, shown)


def _worded(text: str, shown: str) -> Fault:
    """Words around a number: each part has a column of its own."""
    for bound, words in HEDGES.items():
        match = re.match(rf"(?:{words})(?![a-z]) ?(?P<rest>.*)", text)
        if match and re.search(r"\d", match["rest"]):
            number = _first_number(match["rest"])
            return shown, DIGITS, f"Write {number} here, and {bound} in bound_type."
    match = RANGE.fullmatch(text)
    if match:
        low, high = map(_first_number, match.groups())
        return (
            shown,
            DIGITS,
            (
                f"For two numbers leave value empty, write {low} in lower, {high} in "
                "upper, and between in bound_type."
            ),
        )
    match = re.fullmatch(r"([^\w]?[\d., ]*\d) ?(\D+)", text)
    if match:
        number = _first_number(match[1])
        unit = match[2].strip()[:20]
        return shown, DIGITS, f"Write {number} here, and “{unit}” in unit."
    return shown, DIGITS, "Write digits, such as 1240; the words belong elsewhere."


def _first_number(text: str) -> str:
    found = re.search(r"\d[\d., ]*\d|\d", text)
    try:
        return _written(read_amount(found[0]).candidates[0][0])
    except EntryError:
        return "the number"


def _is_day(text: str) -> bool:
    try:
        return bool(read_days(text).days)
    except EntryError:
        return False


def _written(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _unlike_thousands(number: str) -> str:
    """The number with a zero more where three decimals look like thousands."""
    whole, point, decimals = number.partition(".")
    return f"{whole}{point}{decimals}0" if len(decimals) == 3 else number
