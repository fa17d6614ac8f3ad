"""What the rows of a coded article have to agree on, beyond what each cell may hold."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.article.day import as_serial
from helpers.article.table import Reading
from helpers.article.text import Text
from helpers.chains import as_link, complaint
from helpers.dictionary import Problem
from helpers.entries import EntryError, clean, read_days

TEXT_IN_HAND = "this article"
CHAIN = "speakers joined by “ -> ”, the origin first and “this article” last"
# For each kind of bound: how lower and upper lie to value, and what to write.
ENDS = {
    "exact": ("=", "=", "value, lower and upper all the same"),
    "about": ("<=", ">=", "the lowest and the highest number that is rounded to it"),
    "at_least": ("=", "open up", "lower the same as value, upper empty"),
    "more_than": (">", "open up", "lower just above value, 10001 for 10000"),
    "at_most": ("open down", "=", "upper the same as value, lower empty"),
    "less_than": ("open down", "<", "upper just below value, 9999 for 10000"),
    "between": ("any", "any", "the two numbers in lower and upper, value empty"),
    "none": ("", "", "value, lower and upper empty"),
}
SAYS = {
    "=": "the same as value",
    "<=": "not above value",
    ">=": "not below value",
    ">": "above value",
    "<": "below value",
    "open up": "an empty cell, or a number that is not below value",
    "open down": "an empty cell, or a number that is not above value",
    "any": "a number",
    "": "an empty cell",
}


def claim_problems(reading: Reading, text: Text) -> list[Problem]:
    """What does not fit together within a row of the claims, or with the text."""
    problems = []
    for row, claim in reading.table.iterrows():
        for column, *fault in _of_claim(claim, text):
            if (row, column) not in reading.faulty:
                problems.append(Problem("claims.csv", row, column, *fault))
    return problems


def window_problems(windows: Reading) -> list[Problem]:
    """Windows that end before they begin, or that hold no day at all."""
    problems = []
    for row, one in windows.table.iterrows():
        if windows.faulty & {(row, "earliest"), (row, "latest")}:
            continue
        if pd.isna(one.earliest) and pd.isna(one.latest):
            fix = "Write at least one of the two days, or delete the row."
            fault = ("two empty cells", "earliest, latest or both", fix)
            problems.append(Problem("windows.csv", row, "earliest", *fault))
        elif one.earliest > one.latest:
            found = f"{one.latest:%Y-%m-%d}, before earliest ({one.earliest:%Y-%m-%d})"
            fault = (found, "a day that is not before earliest", "Swap the two days.")
            problems.append(Problem("windows.csv", row, "latest", *fault))
    return problems


def link_problems(reading: Reading, file: str, claims: Reading) -> list[Problem]:
    """Rows beside the claims that name a claim which is not there.

    Nothing is said while the claims' own names are not in order.
    """
    known = set(claims.table["claim_id"].dropna())
    unsure = any(one.column in (None, "claim_id") for one in claims.problems)
    if unsure or not known:
        return []
    fix = "Write the name of a claim as it stands in claims.csv."
    return [
        Problem(file, row, "claim_id", f"“{name}”", "a claim of claims.csv", fix)
        for row, name in reading.table["claim_id"].dropna().items()
        if name not in known
    ]


def _of_claim(claim: pd.Series, text: Text) -> Iterator[tuple[str, str, str, str]]:
    """(column, found, expected, fix) for everything wrong within one claim."""
    yield from _bounds(claim)
    if not pd.isna(claim.chain):
        links = [as_link(part) for part in claim.chain.split("->")]
        wrong = complaint(links, TEXT_IN_HAND)
        if wrong:
            yield "chain", f"“{claim.chain[:60]}”", CHAIN, wrong
    yield from _time(claim, text)
    if not pd.isna(claim.para) and text and claim.para not in text.paragraphs:
        known = f"one of {', '.join(text.paragraphs)}"
        fix = "Count the paragraphs of article.txt: an empty line stands between two."
        yield "para", claim.para, known, fix


def _bounds(claim: pd.Series) -> Iterator[tuple[str, str, str, str]]:
    kind = claim.bound_type
    if pd.isna(kind):
        return
    *ends, rule = ENDS[kind]
    fix = f"For {kind}: {rule}."
    printed = kind not in ("none", "between")
    if pd.isna(claim.value) == printed:
        found = "an empty cell" if printed else _number(claim.value)
        expected = "the number printed" if printed else "an empty cell"
        yield "value", f"{found} with bound_type {kind}", expected, fix
    elif printed and pd.isna(claim.unit):
        say = "Write what is counted or measured, such as people or euros."
        yield "unit", "an empty cell", "the unit of the number", say
    wrong = False
    for column, relation in zip(("lower", "upper"), ends, strict=True):
        if not _fits(claim[column], relation, claim.value):
            wrong = True
            beside = "" if pd.isna(claim.value) else f", value {_number(claim.value)}"
            found = f"{_number(claim[column])} with bound_type {kind}{beside}"
            yield column, found, SAYS[relation], fix
    if claim.lower > claim.upper and not wrong:
        found = f"{_number(claim.lower)}, above upper ({_number(claim.upper)})"
        yield "lower", found, "not above upper", "Swap the two."


def _fits(end: float, relation: str, value: float) -> bool:
    if relation == "":
        return pd.isna(end)
    if pd.isna(end):
        return relation.startswith("open")
    if relation == "any" or pd.isna(value):
        return True
    return {
        "=": end == value,
        "<=": end <= value,
        "open down": end <= value,
        ">=": end >= value,
        "open up": end >= value,
        ">": end > value,
        "<": end < value,
    }[relation]


def _time(claim: pd.Series, text: Text) -> Iterator[tuple[str, str, str, str]]:
    words, kind = claim.date_fragment, claim.time_type
    if pd.isna(words):
        if not pd.isna(kind) and kind != "none":
            fix = "Copy the words about time, or write none in time_type."
            yield "date_fragment", "an empty cell", "the words about time", fix
        return
    if kind == "none":
        fix = "Choose absolute, deictic or vague, or empty date_fragment."
        yield "time_type", f"none beside “{words[:40]}”", "the kind of time", fix
    if text and text.prints(words):
        return
    day = as_serial(clean(words))
    if day or _rewritten(words):
        meant = f" ({day.isoformat()} as a number of days)" if day else ""
        fix = (
            "A spreadsheet may have rewritten it. Set the column to “Text” and copy "
            "the words again; with the article in article.txt they can be compared."
        )
        yield "date_fragment", f"“{words[:40]}”{meant}", "the words of the text", fix
    elif text:
        fix = "Copy them exactly, or correct article.txt."
        yield "date_fragment", f"“{words[:40]}”", "words that stand in article.txt", fix


def _rewritten(words: str) -> bool:
    """Whether the words are a day in figures, as a spreadsheet writes it."""
    try:
        figures = not any(letter.isalpha() for letter in words)
        return figures and bool(read_days(words).days)
    except EntryError:
        return False


def _number(value: float) -> str:
    return "an empty cell" if pd.isna(value) else f"{value:.15g}"
