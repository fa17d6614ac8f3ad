"""One table of a coded article: read as it was saved, then held to the dictionary."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from helpers.article.cell import plain
from helpers.article.letters import Unreadable
from helpers.article.spreadsheet import Sheet, read_sheet
from helpers.cells import table_of
from helpers.dictionary import Problem, TableError, data_folder, fields_of

EMPTY = "an empty cell"
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
        missing = [_not_there(folder, name)] if needed or _other_kind(path) else []
        return Reading(_empty(fields), missing)
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
    cut = _cut_short(sheet, fields)
    found += _too_short(sheet, cut, file)
    strict = _strict(file, fields, sheet.numbers, columns)
    strict = [
        one
        for one in strict
        if one.column not in missing
        and (one.row, one.column) not in faulty
        and not (one.row in cut and one.found == EMPTY)
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


def _cut_short(sheet: Sheet, fields: dict[str, dict]) -> set[int]:
    """The rows that end before a column that has to be filled."""
    needed = [
        place
        for place, name in enumerate(sheet.header)
        if fields.get(name, {}).get("constraints", {}).get("required")
    ]
    last = max(needed, default=-1)
    return {row for row, cells in sheet.short.items() if cells <= last}


def _too_short(sheet: Sheet, cut: set[int], file: str) -> list[Problem]:
    fix = "Has a line break or a mark split the row? Put it back into one row."
    width = f"{len(sheet.header)} cells"
    return [
        Problem(file, row, None, f"{sheet.short[row]} cells", width, fix)
        for row in sorted(cut)
    ]


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
        if one.name.casefold().startswith(path.stem)
        and one.suffix.casefold() in OTHER_KINDS
    )


def _not_there(folder: Path, name: str) -> Problem:
    others, expected = _other_kind(folder / f"{name}.csv"), f"a file {name}.csv"
    if not others:
        fix = "Make a new folder with: python -m helpers.article new FOLDER"
        return Problem(f"{name}.csv", None, None, "no such file", expected, fix)
    found = f"no such file, but {', '.join(others)}"
    fix = f"Rename it to {name}.csv."
    if not others[0].casefold().endswith((".csv", ".txt", ".tsv")):
        fix = f"Open it, choose Save as, “CSV UTF-8”, and name it {name}.csv."
    return Problem(f"{name}.csv", None, None, found, expected, fix)


def _place(problem: Problem, order: list[str]) -> tuple[int, int]:
    """Where a problem stands in a list: by row, then by column."""
    known = order.index(problem.column) if problem.column in order else -1
    return (problem.row or 0, known)
