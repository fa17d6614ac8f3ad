"""Words and marks around a number in a cell: what to write there, and what elsewhere.

Each part of "more than 10,000 people" has a column of its own.
"""

from __future__ import annotations

import re

from helpers.entries import EntryError, clean, read_amount

NUMBER = r"[\d., ]*\d"
RANGE = re.compile(
    rf"(?:between |from )?({NUMBER}) ?(?:-|to|and|\.\.|bis) ?({NUMBER})\b.*"
)
HEDGES = {
    "at_most": r"at most|up to|no more than|not more than|maximum|max|<=|≤",
    "at_least": r"at least|no fewer than|no less than|minimum|min|>=|≥",
    "more_than": r"more than|over|above|exceeding|>",
    "less_than": r"less than|fewer than|under|below|almost|nearly|close to|<",
    "about": r"about|around|some|roughly|approx\w*\.?|circa|ca?\.?|~|≈",
}
TIMES = {
    1_000: r"k|tsd\.?|thousand|тыс\.?",
    1_000_000: r"mio\.?|mln\.?|mn|millions?|млн\.?",
    1_000_000_000: r"mrd\.?|bn|billions?|млрд\.?",
}
# A minus that an old encoding spoilt, or one behind the number, or brackets for it.
BELOW_ZERO = re.compile(rf"[?\ufffd¿] ?({NUMBER})|({NUMBER}) ?-|\(({NUMBER})\)")
DIGITS_ONLY = "Write digits, such as 1240; the words belong elsewhere."


def bound_said(words: str) -> str:
    """The kind of bound that words set; empty where they set none.

    >>> bound_said("up to"), bound_said("Roughly"), bound_said("many")
    ('at_most', 'about', '')
    """
    text = clean(words)
    said = (bound for bound, known in HEDGES.items() if re.fullmatch(known, text))
    return next(said, "")


def is_range(text: str) -> bool:
    """Whether this is two short numbers with a line between them, such as 5-10."""
    return bool(re.fullmatch(r"\d{1,3} ?- ?\d{1,3}", text))


def what_to_do(text: str) -> str:
    """How to take words and number apart, as one sentence.

    >>> what_to_do("more than 900"), what_to_do("10 k")
    ('Write 900 here, and more_than in bound_type.', 'Write all digits: 10000.')
    """
    tries = (_below_zero, _with_hedge, _two_numbers, _times, _with_unit)
    return next((fix for fix in (one(text) for one in tries) if fix), DIGITS_ONLY)


def _below_zero(text: str) -> str:
    minus = re.fullmatch(rf"minus ({NUMBER})", text)
    if minus:
        return f"Write -{_number(minus[1])} here."
    match = BELOW_ZERO.fullmatch(text)
    if not match:
        return ""
    number = _number(next(part for part in match.groups() if part))
    return f"Write -{number} here if it is below zero, else {number}."


def _with_hedge(text: str) -> str:
    for bound, words in HEDGES.items():
        match = re.match(rf"(?:{words})(?![a-z]) ?(?P<rest>.*)", text)
        if match and re.search(r"\d", match["rest"]):
            return f"Write {_number(match['rest'])} here, and {bound} in bound_type."
    return ""


def _two_numbers(text: str) -> str:
    match = RANGE.fullmatch(text)
    if not match:
        return ""
    low, high = map(_number, match.groups())
    return (
        f"For two numbers leave value empty, write {low} in lower, {high} in upper, "
        "and between in bound_type."
    )


def _times(text: str) -> str:
    for factor, words in TIMES.items():
        match = re.fullmatch(rf"({NUMBER}) ?(?:{words})(?![^\W\d])(.*)", text)
        if match:
            read = _readings(match[1])
            digits = f": {in_digits(read[0] * factor)}" if len(read) == 1 else ""
            unit = (
                f", and “{match[2].strip()[:20]}” in unit" if match[2].strip() else ""
            )
            return f"Write all digits{digits}{unit}."
    return ""


def _with_unit(text: str) -> str:
    match = re.fullmatch(rf"({NUMBER}) ?(\D+)", text)
    before = re.fullmatch(rf"(\D+?) ?({NUMBER})", text)
    if not match and not before:
        return ""
    number, unit = match.groups() if match else before.groups()[::-1]
    unit = unit.strip()[:20]
    if re.search(r"[^\W_]|[%°€$£¥₴₽‰]", unit):
        return f"Write {_number(number)} here, and “{unit}” in unit."
    return f"Write {_number(number)} here, without other marks."


def _number(text: str) -> str:
    """The first number of a text; with its other reading where it has two."""
    read = [in_digits(one) for one in _readings(re.search(r"\d[\d., ]*\d|\d", text)[0])]
    if not read:
        return "the number"
    return read[0] if len(read) == 1 else f"{read[0]} (or {read[1]})"


def _readings(text: str) -> list[float]:
    """What digits can mean, the larger number first."""
    try:
        found = {one[0] for one in read_amount(text).candidates if len(one) == 1}
    except EntryError:
        return []
    return sorted(found, reverse=True)


def in_digits(number: float) -> str:
    """The number as it is to be written: 1240, 35.5."""
    return str(int(number)) if number == int(number) else f"{number:.15g}"
