"""The cells of a table: read as text, turned into values, checked by the dictionary.

Plain lists and one pass over them: for tables of this size that takes a fraction of
the time of column arithmetic, and each problem knows its row.
"""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.dictionary import Problem, TableError, file_error

SAVE = "Save it again as CSV UTF-8, with commas between the cells."
EXPECTED = {
    "integer": ("a whole number", "Write digits only, like 1240."),
    "number": ("a number", "Write digits only, a point for decimals: 1240 or 35.5."),
    "boolean": ("true or false", "Write true or false."),
    "date": (
        "a day as YYYY-MM-DD",
        "Write it like 2024-08-06; spreadsheets often rewrite dates.",
    ),
}
SHAPES = {
    "integer": re.compile(r"[+-]?\d+"),
    "number": re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?"),
    "boolean": re.compile(r"true|false", re.IGNORECASE),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
CONVERT = {
    "integer": int,
    "number": float,
    "boolean": lambda cell: cell.lower() == "true",
    "date": date.fromisoformat,
}


def read_text(path: Path) -> str:
    """The text of a CSV file; TableError where it is missing or not in UTF-8."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise file_error(f"data/{path.name}", "no such file", "a table") from None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise file_error(path.name, "text saved as UTF-16", "UTF-8", SAVE)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"letters that are not UTF-8 in line {line}"
        raise file_error(path.name, found, "UTF-8", SAVE) from None


def read_rows(path: Path) -> tuple[list[str], list[int], list[list[str]]]:
    """The first row, then the number (as a spreadsheet counts) and cells of each other.

    Rows that are empty from end to end are left out.
    """
    reader = csv.reader(StringIO(read_text(path), newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        found = f"a quotation mark out of place, after line {reader.line_num} ({error})"
        fix = 'Inside a cell write "" for each quotation mark.'
        raise file_error(path.name, found, "cells that end", fix) from None
    if not rows:
        raise file_error(path.name, "an empty file", "a table")
    numbers = [number for number, cells in enumerate(rows[1:], 2) if any(cells)]
    return rows[0], numbers, [rows[number - 1] for number in numbers]


def header_problems(file: str, found: list[str], expected: list[str]) -> list[Problem]:
    """What is wrong with the first row: columns missing, unknown or there twice."""
    if (
        len(found) == 1
        and len(expected) > 1
        and any(mark in found[0] for mark in ";\t")
    ):
        mark = "semicolons" if ";" in found[0] else "tabs"
        return [Problem(file, 1, None, f"{mark} between the cells", "commas", SAVE)]

    def problem(column: str, what: str, fix: str) -> Problem:
        return Problem(file, 1, column, what, "the columns of the dictionary", fix)

    missing = [n for n in expected if n not in found]
    unknown = [n for n in dict.fromkeys(found) if n not in expected]
    twice = [n for n in dict.fromkeys(found) if n in expected and found.count(n) > 1]
    return (
        [problem(n, "no such column", "Put its name back into row 1.") for n in missing]
        + [problem(n, "a column not described", "Remove it.") for n in unknown]
        + [problem(n, "the same column twice", "Remove one of them.") for n in twice]
    )


def length_problems(
    file: str, width: int, numbers: list[int], rows: list[list[str]]
) -> list[Problem]:
    """The rows that have more or fewer cells than the first row."""
    fix = "A cell that holds a comma needs quotation marks around it."
    return [
        Problem(file, number, None, f"{len(cells)} cells", f"{width} cells", fix)
        for number, cells in zip(numbers, rows, strict=True)
        if len(cells) != width
    ]


def value_of(cell: str, kind: str) -> object:
    """The value that a filled cell stands for; None where it stands for none."""
    if kind == "string":
        return cell
    try:
        return CONVERT[kind](cell) if SHAPES[kind].fullmatch(cell) else None
    except ValueError:
        return None


def _broken_rule(cell: str, value: object, field: dict) -> tuple[str, str] | None:
    """What is expected and what to do, where a value breaks a rule of its field."""
    rules, mark = field.get("constraints", {}), field.get("separator")
    if mark and not set(cell.split(mark)) <= set(field["meanings"]):
        several = ", ".join(field["meanings"])
        return f"one or more of {several}", f'Join several with "{mark}".'
    if "enum" in rules and cell not in rules["enum"]:
        return "one of " + ", ".join(rules["enum"]), "Write one of these exactly."
    if "minimum" in rules and value < rules["minimum"]:
        return f"at least {rules['minimum']}", "Check the number."
    if "maximum" in rules and value > rules["maximum"]:
        return f"at most {rules['maximum']}", "Check the number."
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        return f"something like {field['example']}", "Write it in this way."
    return None


def _faults(
    numbers: list[int], cells: list[str], values: list, field: dict
) -> Iterator[tuple[int, str, str, str]]:
    """(row, what was found, what is expected, what to do) for each cell at fault."""
    rules, seen = field.get("constraints", {}), {}
    ruled = bool(rules) or "separator" in field
    for number, cell, value in zip(numbers, cells, values, strict=True):
        if not cell:
            if rules.get("required"):
                yield number, "an empty cell", "a value", "Fill it, or remove the row."
        elif value is None:
            yield number, shown(cell), *EXPECTED[field["type"]]
        elif ruled and (broken := _broken_rule(cell, value, field)):
            yield number, shown(cell), *broken
        elif rules.get("unique") and seen.setdefault(cell, number) != number:
            there = f"{shown(cell)}, as in row {seen[cell]}"
            yield number, there, "each value once", "Give this row its own."


def shown(cell: str, longest: int = 40) -> str:
    """A cell as an error shows it."""
    return f'"{cell if len(cell) <= longest else cell[:longest] + "..."}"'


def _column(values: list, kind: str) -> object:
    """The values of a column as pandas keeps them."""
    if kind == "number":
        return np.array([np.nan if value is None else value for value in values], float)
    if kind == "date":
        days = ["NaT" if value is None else value for value in values]
        return np.array(days, dtype="datetime64[s]")
    types = {"string": "str", "integer": "Int64", "boolean": "boolean"}
    return pd.array(values, dtype=types[kind])


def table_of(
    file: str,
    fields: dict[str, dict],
    rows: tuple[list[str], list[int], list],
    row_check: Callable[[dict, list[int]], list[Problem]] = lambda *_: [],
) -> pd.DataFrame:
    """The rows as a typed table; TableError, with every problem, where any is wrong."""
    header, numbers, cells = rows
    problems = header_problems(file, header, list(fields))
    problems = problems or length_problems(file, len(header), numbers, cells)
    if problems:
        raise TableError(problems)
    columns = dict(zip(header, zip(*cells, strict=True), strict=True)) if cells else {}
    table = {}
    for name, field in fields.items():
        texts, kind = list(columns.get(name, [])), field["type"]
        values = [value_of(text, kind) if text else None for text in texts]
        found = _faults(numbers, texts, values, field)
        problems += [Problem(file, row, name, *fault) for row, *fault in found]
        table[name] = _column(values, kind)
    problems += row_check(columns, numbers)
    if problems:
        raise TableError(sorted(problems, key=lambda problem: problem.row))
    return pd.DataFrame(table)
