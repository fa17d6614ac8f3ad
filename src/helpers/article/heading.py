"""The row with the names of the columns: where it stands, and what is wrong with it."""

from __future__ import annotations

import re
from difflib import get_close_matches

from helpers.dictionary import Problem

LOOKED_AT = 10  # rows among which the names of the columns are looked for
EXPECTED = "the columns that form.txt lists"
NAME_IT = "Give it a name of the form, or empty it. Take merged cells apart first."
COPY = "Copy row 1 from the example beside it."
KEEP = "Delete the column; a copy of the file can keep it."
ALIKE = 0.6  # bound is meant for bound_type, remarks for nothing


def fold(name: str) -> str:
    """A name as it is compared: small letters, one kind of line between words.

    >>> fold(" Bound-Type "), fold("Date fragment")
    ('bound_type', 'date_fragment')
    """
    return re.sub(r"[\s_-]+", "_", name.strip(" \t\ufeff\u200b\xa0").casefold())


def place(grid: list[list[str]], names: list[str]) -> int | None:
    """The row with the most names of columns, counted from 0; None where none has."""
    counts = [_names_in(row, names) for row in grid[:LOOKED_AT]]
    most = max(counts, default=0)
    return counts.index(most) if most > 1 else None


def most_names(grid: list[list[str]], names: list[str]) -> int:
    """How many names of columns stand together in one of the first rows."""
    return max((_names_in(row, names) for row in grid[:LOOKED_AT]), default=0)


def renamed(row: list[str], names: list[str]) -> list[str]:
    """The names of the row, one that is only misspelt as the form has it."""
    found = [fold(cell) for cell in row]
    meant = _meant(found, names)
    return [meant.get(name, name) for name in found]


def missing(grid: list[list[str]], file: str, names: list[str]) -> Problem:
    """Why there are no names of columns: an empty file, a whole row in one cell."""
    filled = [row for row in grid if any(cell.strip(" ,;|") for cell in row)]
    expected = f"the names {', '.join(names)}"
    if not filled:
        return Problem(file, None, None, "an empty file", expected, COPY)
    first = next(cell for cell in filled[0] if cell)
    if sum(name in first for name in names) > 2:
        fix = (
            "Open the file with Data, From text, and choose commas as the mark between "
            "the cells; then save it as CSV UTF-8."
        )
        found, expected = "a whole row in one cell", "one cell for each column"
        return Problem(file, 1, None, found, expected, fix)
    return Problem(file, 1, None, f"“{first[:40]}”", expected, COPY)


def above(grid: list[list[str]], place: int, file: str) -> list[Problem]:
    """What stands over the names, such as a title."""
    first = next((cell for row in grid[:place] for cell in row if cell), "")
    if not first:
        return []
    found = f"“{first[:40]}” on top, and the names of the columns in row {place + 1}"
    fix = "Delete the rows above the names."
    return [Problem(file, 1, None, found, "the names of the columns in row 1", fix)]


def problems(
    file: str, found: list[str], names: list[str], rows: list[list[str]]
) -> list[Problem]:
    """Columns that are missing, unknown, misspelt, there twice, or without a name."""
    meant = _meant(found, names)
    known = [meant.get(name, name) for name in found]
    faults = [
        *((n, f"“{n}”", f"Rename it to {meant[n]}.") for n in found if n in meant),
        *_of_names(known, names),
        *(
            (_letter(n), "a column without a name", NAME_IT)
            for n, name in enumerate(found)
            if not name and any(row[n] for row in rows)
        ),
    ]
    return [
        Problem(file, 1, column, what, EXPECTED, fix) for column, what, fix in faults
    ]


def _of_names(known: list[str], names: list[str]) -> list[tuple[str, str, str]]:
    once = [name for name in dict.fromkeys(known) if name]
    return [
        *(
            (name, "no such column", "Put its name back into row 1.")
            for name in names
            if name not in known
        ),
        *((n, "a column not described", KEEP) for n in once if n not in names),
        *(
            (name, "the same column twice", "Delete one of them.")
            for name in once
            if name in names and known.count(name) > 1
        ),
    ]


def _meant(found: list[str], names: list[str]) -> dict[str, str]:
    """Names that are none -> the missing ones that they are likely to stand for."""
    unknown = [name for name in found if name and name not in names]
    absent = [name for name in names if name not in found]
    near = {name: get_close_matches(name, absent, 1, ALIKE) for name in unknown}
    return {name: match[0] for name, match in near.items() if match}


def _names_in(row: list[str], names: list[str]) -> int:
    return len({fold(cell) for cell in row} & set(names))


def _letter(place: int) -> str:
    """The letter that a spreadsheet shows over a column: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
