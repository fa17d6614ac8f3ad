"""One table of a coded article: read as it was saved, then held to the dictionary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from helpers.article.cell import plain
from helpers.article.leftovers import leftovers
from helpers.article.letters import Unreadable
from helpers.article.spreadsheet import Sheet, read_sheet
from helpers.cells import table_of
from helpers.dictionary import Problem, TableError, data_folder, fields_of

EMPTY = "an empty cell"
TAKE = "Put {0}.csv back, from a copy or from a new folder; the rest can stay."
STRAIGHT = re.compile(r"^\"(.*)\"")  # as the tables of the course are quoted
OTHER_KINDS = (".xlsx", ".xls", ".ods", ".numbers", ".csv", ".tsv", ".txt", ".gsheet")


def form() -> Path:
    """The folder that holds the dictionary of a coded article, and the example."""
    return data_folder() / "article"


def form_fields(name: str) -> dict[str, dict]:
    """The fields of a table of the form by their name, in their order."""
    return fields_of(name, form())


@dataclass
class Reading:
    """A table as far as it could be read, and all that is wrong with it.

    Its index is the row in the spreadsheet; a cell at fault is missing in it, and
    stands in `faulty` as (row, column).
    """

    table: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)
    faulty: set[tuple[int, str]] = field(default_factory=set)


def read_form_table(folder: Path, name: str, needed: bool = False) -> Reading:
    """The table `name` of the article in this folder; empty where there is no file."""
    path, fields = folder / f"{name}.csv", form_fields(name)
    if not path.is_file():
        wrong = needed or path.exists() or _other_kind(path)
        return Reading(_empty(fields), [_not_there(folder, name)] if wrong else [])
    try:
        sheet = read_sheet(path, list(fields))
    except Unreadable as error:
        return Reading(_empty(fields), [error.problem])
    return _held_to(sheet, fields, path.name)


def _held_to(sheet: Sheet, fields: dict[str, dict], file: str) -> Reading:
    """The sheet with plain cells, and every problem of header, rows and cells."""
    columns = _columns(sheet, fields)
    missing = [name for name in fields if name not in sheet.header]
    found = list(sheet.problems)
    faulty = set()
    for name, cells in columns.items():
        for place, number in enumerate(sheet.numbers):
            cells[place], fault = plain(cells[place], fields[name])
            if fault:
                faulty.add((number, name))
                found.append(Problem(file, number, name, *fault))
    rows = dict(zip(sheet.numbers, _rows(columns), strict=True))
    left, halves = leftovers(sheet, rows, fields, file)
    found += left
    strict = _strict(file, fields, sheet.numbers, columns)
    strict = [
        replace(one, found=STRAIGHT.sub("“\\1”", one.found))
        for one in strict
        if one.column not in missing
        and (one.row, one.column) not in faulty
        and not (one.row in halves and one.found == EMPTY)
    ]
    faulty |= {(one.row, one.column) for one in strict}
    faulty |= {(row, name) for row in sheet.numbers for name in missing}
    table = _typed(file, fields, sheet.numbers, columns, faulty)
    order = list(fields)
    found = sorted(found + strict, key=lambda one: _place(one, order))
    return Reading(table, found, faulty)


def _columns(sheet: Sheet, fields: dict[str, dict]) -> dict[str, list[str]]:
    """The cells of each field; empty ones for a column that is not there."""
    columns = {}
    for name in fields:
        place = sheet.header.index(name) if name in sheet.header else None
        columns[name] = [row[place] if place is not None else "" for row in sheet.rows]
    return columns


def _strict(
    file: str, fields: dict[str, dict], numbers: list[int], columns: dict
) -> list[Problem]:
    try:
        table_of(file, fields, (list(fields), numbers, _rows(columns)))
    except TableError as error:
        return list(error.problems)
    return []


def _typed(
    file: str, fields: dict[str, dict], numbers: list[int], columns: dict, faulty: set
) -> pd.DataFrame:
    """The table without the cells at fault, so that the other rules can be tried."""
    loose = {name: {"type": field["type"]} for name, field in fields.items()}
    kept = {
        name: [
            "" if (number, name) in faulty else cell
            for number, cell in zip(numbers, cells, strict=True)
        ]
        for name, cells in columns.items()
    }
    table = table_of(file, loose, (list(fields), numbers, _rows(kept)))
    return table.set_axis(numbers, axis=0)


def _rows(columns: dict[str, list[str]]) -> list[list[str]]:
    return [list(row) for row in zip(*columns.values(), strict=True)]


def _empty(fields: dict[str, dict]) -> pd.DataFrame:
    loose = {name: {"type": field["type"]} for name, field in fields.items()}
    return table_of("", loose, (list(fields), [], []))


def _other_kind(path: Path) -> list[str]:
    """Files beside it whose names show that the table was saved as something else."""
    if not path.parent.is_dir():
        return []
    return sorted(
        one.name
        for one in path.parent.iterdir()
        if one.is_file()
        and one.name.casefold().startswith(path.stem)
        and one.suffix.casefold() in OTHER_KINDS
    )


def _not_there(folder: Path, name: str) -> Problem:
    others, expected = _other_kind(folder / f"{name}.csv"), f"a file {name}.csv"
    if not others:
        is_there = (folder / f"{name}.csv").exists()
        found = "a folder of this name" if is_there else "no such file"
        return Problem(f"{name}.csv", None, None, found, expected, TAKE.format(name))
    found = f"no such file, but {', '.join(others)}"
    fix = f"Rename it to {name}.csv."
    if not others[0].casefold().endswith((".csv", ".txt", ".tsv")):
        fix = f"Open it, choose Save as, “CSV UTF-8”, and name it {name}.csv."
    return Problem(f"{name}.csv", None, None, found, expected, fix)


def _place(problem: Problem, order: list[str]) -> tuple[int, int]:
    """Where a problem stands in a list: by row, then by column."""
    known = order.index(problem.column) if problem.column in order else -1
    return (problem.row or 0, known)
