"""Rows that are no claim: cut in two by a line break, or with hardly anything in them.

What is missing in such a row is said once, and not cell by cell.
"""

from __future__ import annotations

from helpers.article.spreadsheet import Sheet
from helpers.dictionary import Problem

FEW = 3  # filled cells: a row with so few is a leftover, not a claim with gaps


def leftovers(
    sheet: Sheet, rows: dict[int, list[str]], fields: dict[str, dict], file: str
) -> tuple[list[Problem], set[int]]:
    """A problem for each such row, and the numbers of these rows.

    `rows` are the cells of the form's columns by the number of the row.
    """
    needed = [name for name, field in fields.items() if _is_needed(field)]
    cut = _cut_short(sheet, set(needed))
    scraps = {
        number: [cell for cell in cells if cell]
        for number, cells in rows.items()
        if number not in cut
    }
    few = min(FEW, len(needed) - 3)
    scraps = {number: said for number, said in scraps.items() if len(said) <= few}
    problems = [
        *(_too_short(sheet, row, file) for row in sorted(cut)),
        *(_scrap(file, row, said) for row, said in scraps.items()),
    ]
    return problems, cut | set(scraps)


def _is_needed(field: dict) -> bool:
    return bool(field.get("constraints", {}).get("required"))


def _cut_short(sheet: Sheet, needed: set[str]) -> set[int]:
    """The rows that end before a column that has to be filled."""
    last = max((n for n, name in enumerate(sheet.header) if name in needed), default=-1)
    return {row for row, cells in sheet.short.items() if cells <= last}


def _too_short(sheet: Sheet, row: int, file: str) -> Problem:
    fix = "Has a line break or a mark split the row? Put it back into one row."
    width = f"{len(sheet.header)} cells"
    return Problem(file, row, None, f"{sheet.short[row]} cells", width, fix)


def _scrap(file: str, row: int, said: list[str]) -> Problem:
    found = f"hardly anything ({', '.join(f'“{one[:20]}”' for one in said)})"
    fix = "Fill the rest, or delete the row."
    return Problem(file, row, None, found, "a whole row of the form", fix)
