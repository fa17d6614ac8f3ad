"""A table as a spreadsheet saves it: which mark stands between the cells, which row
holds the names of the columns, which rows and columns are only leftovers.

What can be read in one way only is read; everything else becomes a problem in words.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from helpers.article.letters import letters
from helpers.cells import header_problems, length_problems
from helpers.dictionary import Problem

BETWEEN = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
HINT = re.compile(r"\ufeff?\"?sep=.\"?\r?\n", re.IGNORECASE)  # a line only Excel reads
LOOKED_AT = 10  # rows among which the names of the columns are looked for
NAME_IT = "Give it a name of the form, or empty it. Take merged cells apart first."
COPY = "Copy row 1 from the example beside it."


@dataclass
class Sheet:
    """Names of columns, then rows with the numbers that a spreadsheet shows."""

    header: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    short: dict[int, int] = field(default_factory=dict)  # row: cells that it has
    problems: list[Problem] = field(default_factory=list)


def read_sheet(path: Path, names: list[str]) -> Sheet:
    """The sheet in a CSV file whose columns should have these names.

    Raises letters.Unreadable where there is no text to read.
    """
    text, problems = letters(path)
    text = HINT.sub("", text, count=1) if HINT.match(text) else text
    grid, broken = _grid(text.replace("\x00", ""), path.name, names)
    if broken:
        return Sheet(problems=[*problems, broken])
    sheet = _with_header(grid, path.name, names)
    sheet.problems[:0] = problems
    return sheet


def fold(name: str) -> str:
    """A name as it is compared: small letters, one kind of line between words.

    >>> fold(" Bound-Type "), fold("Date fragment")
    ('bound_type', 'date_fragment')
    """
    return re.sub(r"[\s_-]+", "_", name.strip(" \t\ufeff\u200b\xa0").casefold())


def _grid(
    text: str, file: str, names: list[str]
) -> tuple[list[list[str]], Problem | None]:
    """All cells, split at the mark that yields the most names of columns."""
    top = "".join(text.splitlines(keepends=True)[: 2 * LOOKED_AT])
    known = {mark: _most_names(_split(top, mark, False), names) for mark in BETWEEN}
    mark = max(known, key=known.get)
    try:
        return _split(text, mark), None
    except csv.Error as error:
        line = re.search(r"^line \d+", str(error))
        where = f" ({line[0]})" if line else ""
        found = f"a quotation mark that is not closed, or out of place{where}"
        fix = 'Write "" for a quotation mark inside a cell, or use “ and ”.'
        return [], Problem(file, None, None, found, "cells that end", fix)


def _split(text: str, mark: str, strict: bool = True) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=strict)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append([cell.strip(" \t\r\n\ufeff\xa0") for cell in row])
    except csv.Error as error:
        if strict:
            raise csv.Error(f"line {reader.line_num}: {error}") from None
    return rows


def _most_names(grid: list[list[str]], names: list[str]) -> int:
    return max((_names_in(row, names) for row in grid[:LOOKED_AT]), default=0)


def _names_in(row: list[str], names: list[str]) -> int:
    return len({fold(cell) for cell in row} & set(names))


def _with_header(grid: list[list[str]], file: str, names: list[str]) -> Sheet:
    counts = [_names_in(row, names) for row in grid[:LOOKED_AT]]
    most = max(counts, default=0)
    if most < 2:
        return Sheet(problems=[_no_header(grid, file, names)])
    place = counts.index(most)
    sheet = Sheet([fold(cell) for cell in grid[place]])
    if any(any(row) for row in grid[:place]):
        first = next(cell for row in grid[:place] for cell in row if cell)
        found = (
            f"“{first[:40]}” on top, and the names of the columns in row {place + 1}"
        )
        fix = "Delete the rows above the names."
        sheet.problems.append(
            Problem(file, 1, None, found, "the names of the columns in row 1", fix)
        )
    _take_rows(sheet, grid, place + 1, file)
    sheet.problems += _named_columns(sheet, file, names)
    return sheet


def _no_header(grid: list[list[str]], file: str, names: list[str]) -> Problem:
    filled = [row for row in grid if any(cell.strip(" ,;|") for cell in row)]
    expected = f"the names {', '.join(names)}"
    if not filled:
        return Problem(file, None, None, "an empty file", expected, COPY)
    first = next(cell for cell in filled[0] if cell)
    if sum(name in first for name in names) > 2:
        found = "a whole row in one cell"
        fix = (
            "Open the file with Data, From text, and choose commas as the mark between "
            "the cells; then save it as CSV UTF-8."
        )
        return Problem(file, 1, None, found, "one cell for each column", fix)
    return Problem(file, 1, None, f"“{first[:40]}”", expected, COPY)


def _take_rows(sheet: Sheet, grid: list[list[str]], start: int, file: str) -> None:
    """The rows below the names, without those that are empty from end to end."""
    width = len(sheet.header)
    for number, cells in enumerate(grid[start:], start + 1):
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        if not any(cells):
            continue
        if len(cells) > width:
            sheet.problems += length_problems(file, width, [number], [cells])
            continue
        if len(cells) < width:
            sheet.short[number] = len(cells)
        sheet.numbers.append(number)
        sheet.rows.append(cells + [""] * (width - len(cells)))


def _named_columns(sheet: Sheet, file: str, names: list[str]) -> list[Problem]:
    """Drop columns without a name; say which are missing, unknown or there twice."""
    places = [n for n, name in enumerate(sheet.header) if name]
    problems = [
        Problem(file, 1, _letter(n), "a column without a name", "its name", NAME_IT)
        for n, name in enumerate(sheet.header)
        if not name and any(row[n] for row in sheet.rows)
    ]
    sheet.header = [sheet.header[n] for n in places]
    sheet.rows = [[row[n] for n in places] for row in sheet.rows]
    return problems + header_problems(file, sheet.header, names)


def _letter(place: int) -> str:
    """The letter that a spreadsheet shows over a column: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
