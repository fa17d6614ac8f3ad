"""Rows as wholes: ends in order, a share with its base, ids that lead somewhere.

What a single cell may hold, `cells` knows. These rules tie the cells of a row to each
other and to other tables; all of them stand in the dictionary: `not_above` and `needs`
of a field, `foreignKeys` of a table.
"""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from helpers.cells import shown, value_of
from helpers.dictionary import Problem

Columns = dict[str, list[str]]
Fault = tuple[int, str, str, str, str]  # row, column, found, expected, fix


def row_check(
    file: str, schema: dict, known: dict[str, set[str]]
) -> Callable[[Columns, list[int]], list[Problem]]:
    """A function that gives every problem in the rows of one table.

    `known` holds, for each field that points to another table, the ids there are.
    """

    def check(columns: Columns, numbers: list[int]) -> list[Problem]:
        fields = schema["fields"]
        faults = [
            fault
            for kind in (_order, _company)
            for field in fields
            for fault in kind(field, columns, numbers)
        ]
        for link in schema.get("foreignKeys", []):
            faults += _dead_links(link, known, columns, numbers)
        return [Problem(file, *fault) for fault in faults]

    return check


def _order(field: dict, columns: Columns, numbers: list[int]) -> Iterator[Fault]:
    """Rows whose lower end lies above their upper one."""
    low, high = field["name"], field.get("not_above")
    if not {low, high} <= columns.keys():
        return
    kind = field["type"]
    for number, *pair in zip(numbers, columns[low], columns[high], strict=True):
        if all(pair):
            first, last = (value_of(cell, kind) for cell in pair)
            if first is not None and last is not None and first > last:
                expected = f"at most {pair[1]}, which stands in {high}"
                yield number, low, shown(pair[0]), expected, "Swap the two ends."


def _company(field: dict, columns: Columns, numbers: list[int]) -> Iterator[Fault]:
    """Rows that lack what one of their cells means nothing without."""
    name, needed = field["name"], field.get("needs")
    if not {name, needed} <= columns.keys():
        return
    for number, cell, beside in zip(
        numbers, columns[name], columns[needed], strict=True
    ):
        if cell and not beside:
            found, fix = f"an empty cell beside {name} {cell}", f"Fill {needed}."
            yield number, needed, found, f"a value, as {name} means little alone", fix


def _dead_links(
    link: dict, known: dict[str, set[str]], columns: Columns, numbers: list[int]
) -> Iterator[Fault]:
    """Rows that name an id which the other table does not have."""
    name, there = link["fields"], link["reference"]
    cells = columns.get(name, [])
    ids = known.get(name) if there["resource"] else {*columns[there["fields"]]}
    for number, cell in zip(numbers, cells, strict=bool(cells)):
        if cell and ids is not None and cell not in ids:
            near = get_close_matches(cell, ids, 1)
            fix = f"Did you mean {near[0]}?" if near else "Add it there first."
            where = there["resource"] or "this table"
            yield (
                number,
                name,
                shown(cell),
                f"an id that stands in {there['fields']} of {where}",
                fix,
            )
