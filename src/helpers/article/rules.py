"""What the rows of a coded article have to agree on, beyond what each cell may hold."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers.article.day import as_serial
from helpers.article.ends import bound_faults
from helpers.article.table import Reading
from helpers.article.text import Text
from helpers.chains import as_link, complaint
from helpers.dictionary import Problem
from helpers.entries import EntryError, clean, read_days

TEXT_IN_HAND = "this article"
NAMES_SOMEBODY = ("named_person", "named_institution", "anonymous")
CHAIN = "speakers joined by “ -> ”, the origin first and “this article” last"


def claim_problems(reading: Reading, text: Text) -> list[Problem]:
    """What does not fit together within a row of the claims, or with the text."""
    problems = []
    for row, claim in reading.table.iterrows():
        unread = {column for number, column in reading.faulty if number == row}
        for column, *fault in _of_claim(claim, text, unread):
            if column not in unread:
                problems.append(Problem("claims.csv", row, column, *fault))
    return problems


def window_problems(windows: Reading) -> list[Problem]:
    """Windows that end before they begin, hold no day at all, or come twice."""
    problems = _second_of_the_article(windows)
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


def _second_of_the_article(windows: Reading) -> list[Problem]:
    table, file = windows.table, "windows.csv"
    own = [row for row in table.index if pd.isna(table["claim_id"][row])]
    own = [row for row in own if (row, "claim_id") not in windows.faulty]
    found = f"no claim, as in row {own[0]}" if own else ""
    fix = "Write the claim, or keep one row for the day of the article."
    expected = "one row without a claim"
    return [Problem(file, row, "claim_id", found, expected, fix) for row in own[1:]]


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


def _of_claim(
    claim: pd.Series, text: Text, unread: set[str]
) -> Iterator[tuple[str, str, str, str]]:
    """(column, found, expected, fix) for everything wrong within one claim.

    Nothing is said of a number whose parts could not be read yet.
    """
    if not unread & {"value", "lower", "upper"}:
        yield from bound_faults(claim)
    if not pd.isna(claim.chain):
        links = [as_link(part) for part in claim.chain.split("->")]
        wrong = complaint(links, TEXT_IN_HAND)
        if wrong:
            yield "chain", f"“{claim.chain[:60]}”", CHAIN, wrong
        elif len(links) == 1 and claim.named in NAMES_SOMEBODY:
            fix = "Write who says it before “this article”, or unattributed in named."
            yield "chain", f"nobody, with {claim.named} in named", CHAIN, fix
    yield from _time(claim, text)
    if not pd.isna(claim.para) and text and claim.para not in text.paragraphs:
        known = f"one of {', '.join(text.paragraphs)}"
        fix = "Count the paragraphs of article.txt: an empty line stands between two."
        yield "para", claim.para, known, fix


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
