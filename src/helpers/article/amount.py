"""A cell that should hold a number: read where it can be read in one way only."""

from __future__ import annotations

import re

from helpers.article.worded import in_digits, is_range, what_to_do
from helpers.entries import EntryError, clean, read_amount, read_days
from helpers.entries.wording import MONTH

Fault = tuple[str, str, str]  # what was found, what is expected, what to do
DIGITS = "a number in digits"
PURE = re.compile(r"[+-]?[\d .,]*\d[.,]?")
ROUNDED = re.compile(r"\d([.,]\d+)?e[+-]?\d+")
PART_OF_A_DATE = re.compile(
    rf"\d{{0,4}}[. -]*(?:{MONTH})\.?[. -]*\d{{0,4}}"
    r"|\d\d?\. ?[^\W\d]{3,4}\.?|\d{4}-\d\d"
)  # the second as 05. Okt, in whatever language
FRACTION = re.compile(r"\d+ ?/ ?\d+")


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
    readings = [in_digits(numbers[0]) for numbers in reading.candidates]
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
        fix = "The spreadsheet has cut the number off. Set the cells to “Text”, and "
        return shown, DIGITS, f"{fix}write all digits."
    if text.startswith("="):
        return shown, DIGITS, "Write the result itself; formulas are not worked out."
    if FRACTION.fullmatch(text):
        fix = "Write a fraction with decimals, 0.25 for 1/4. If it was 1.4 when you "
        fix += "typed it, set the cells to “Text” and type it again."
        return f"{shown}, a fraction or a date", DIGITS, fix
    if not is_range(text) and (PART_OF_A_DATE.fullmatch(text) or _is_day(text)):
        fix = "Spreadsheets turn 1.2 or 3-4 into dates. Set the cells to “Text”, and "
        return f"{shown}, a date", DIGITS, f"{fix}write the number again."
    return shown, DIGITS, what_to_do(text)


def _is_day(text: str) -> bool:
    try:
        return bool(read_days(text).days)
    except EntryError:
        return False


def _unlike_thousands(number: str) -> str:
    """The number with a zero more where three decimals look like thousands."""
    whole, point, decimals = number.partition(".")
    return f"{whole}{point}{decimals}0" if len(decimals) == 3 else number
