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

from helpers.article import heading
from helpers.article.heading import fold
from helpers.article.letters import letters
from helpers.dictionary import Problem

BETWEEN = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
ONE = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "an upright line"}
HINT = re.compile(r"\ufeff?\"?sep=.\"?\r?\n", re.IGNORECASE)  # a line only Excel reads


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
    text = text.replace("\x00", "")
    mark = _mark(text, names)
    try:
        grid = _split(text, mark)
    except csv.Error as error:
        return Sheet(problems=[*problems, _not_closed(path.name, error)])
    sheet = _with_header(grid, path.name, names, mark)
    sheet.problems[:0] = problems
    return sheet


def _mark(text: str, names: list[str]) -> str:
    """The mark between the cells: the one that yields the most names of columns."""
    top = "".join(text.splitlines(keepends=True)[: 2 * heading.LOOKED_AT])
    known = {
        mark: heading.most_names(_split(top, mark, False), names) for mark in BETWEEN
    }
    return max(known, key=known.get)


def _not_closed(file: str, error: csv.Error) -> Problem:
    found = f"a quotation mark that is not closed, or out of place ({error})"
    fix = 'Write "" for a quotation mark inside a cell, or use “ and ”.'
    return Problem(file, None, None, found, "cells that end", fix)


def _split(text: str, mark: str, strict: bool = True) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=strict)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append([cell.strip(" \t\r\n\ufeff\xa0") for cell in row])
    except csv.Error as error:
        if strict:
            raise csv.Error(f"row {len(rows) + 1}: {error}") from None
    return rows


def _with_header(
    grid: list[list[str]], file: str, names: list[str], mark: str
) -> Sheet:
    place = heading.place(grid, names)
    if place is None:
        return Sheet(problems=[heading.missing(grid, file, names)])
    sheet = Sheet(heading.renamed(grid[place], names))
    sheet.problems += heading.above(grid, place, file)
    other = _other_mark(grid[place + 1 :], mark, len(sheet.header))
    if other:
        sheet.problems.append(_two_marks(file, mark, other))
        return sheet
    _take_rows(sheet, grid, place + 1, file, mark)
    found = [fold(cell) for cell in grid[place]]
    sheet.problems += heading.problems(file, found, names, sheet.rows)
    _drop_columns_without_name(sheet)
    return sheet


def _other_mark(rows: list[list[str]], mark: str, width: int) -> str:
    """The mark that stands between the cells below, where it is not that of row 1."""
    alone = [row[0] for row in rows if any(row) and not any(row[1:])]
    filled = [row for row in rows if any(row)]
    for other in BETWEEN if len(alone) > len(filled) / 2 else []:
        cells = [len(_split(line, other, False)[0]) for line in alone]
        if other != mark and min(cells) > max(2, width / 2):
            return other
    return ""


def _two_marks(file: str, mark: str, other: str) -> Problem:
    found = f"{BETWEEN[mark]} between the names in row 1, {BETWEEN[other]} below"
    fix = "Open it with Data, From text, set the mark, and save it as CSV UTF-8 again."
    return Problem(file, 1, None, found, "the same mark everywhere", fix)


def _drop_columns_without_name(sheet: Sheet) -> None:
    places = [n for n, name in enumerate(sheet.header) if name]
    sheet.header = [sheet.header[n] for n in places]
    sheet.rows = [[row[n] for n in places] for row in sheet.rows]


def _take_rows(
    sheet: Sheet, grid: list[list[str]], start: int, file: str, mark: str
) -> None:
    """The rows below the names, without those that are empty from end to end."""
    width = len(sheet.header)
    for number, cells in enumerate(grid[start:], start + 1):
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        if not any(cells):
            continue
        if len(cells) > width:
            sheet.problems.append(_too_long(file, number, len(cells), width, mark))
            continue
        if len(cells) < width:
            sheet.short[number] = len(cells)
        sheet.numbers.append(number)
        sheet.rows.append(cells + [""] * (width - len(cells)))


def _too_long(file: str, row: int, cells: int, width: int, mark: str) -> Problem:
    fix = f"A cell with {ONE[mark]} in it needs quotation marks around it."
    return Problem(file, row, None, f"{cells} cells", f"{width} cells", fix)
