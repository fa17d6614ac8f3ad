"""What went wrong, in one or two sentences that help."""

from __future__ import annotations

import re
from pathlib import Path

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from helpers.exercises.key import KeyFileError, UnknownExercise
from helpers.tables import TableError

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
LIMIT = 300


class Trouble(RuntimeError):
    """A lesson or a page that could not be made; its text says why, for a person."""


def with_file(path: Path, error: Exception) -> Trouble:
    """A notebook that cannot be read, or a file that a page needs."""
    where = f"{path.parent.name}/{path.name}"
    if isinstance(error, FileNotFoundError):
        return Trouble(f"{where} is missing. Download the course again.")
    if isinstance(error, PermissionError):
        return Trouble(f"{where} may not be read on this computer.")
    return Trouble(
        f"{where} is no sound notebook. Download it again, or mend it in JupyterLab."
    )


def in_run(path: Path, notebook: NotebookNode, error: Exception) -> Trouble:
    """A lesson that did not run to its end: the cell, and what it said."""
    where = f"{path.parent.name}/{path.name}"
    if isinstance(error, CellExecutionError):
        said = short(ANSI.sub("", f"{error.ename}: {error.evalue}"))
        return Trouble(f"{where}: {cell_that_failed(notebook)} stopped with {said}")
    if isinstance(error, CellTimeoutError):
        cell = cell_that_failed(notebook)
        return Trouble(f"{where}: {cell} took longer than two minutes and was ended.")
    if isinstance(error, DeadKernelError):
        return Trouble(f"{where}: its kernel died. Is the computer short of memory?")
    return Trouble(f"{where}: {short(str(error))}")


def cell_that_failed(notebook: NotebookNode) -> str:
    """The cell with an error, else the first that did not run, in words."""
    heading, stopped = "", ""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            heading = [heading, *HEADING.findall(cell.source)][-1]
            continue
        named = _named(number, cell.get("id", ""), heading)
        if any(one.output_type == "error" for one in cell.get("outputs", [])):
            return named
        if not cell.get("execution_count") and not stopped:
            stopped = named
    return stopped or "a cell"


def _named(number: int, name: str, heading: str) -> str:
    below = f", below “{heading}”" if heading else ""
    return f"cell {number} ({name}{below})"


def short(text: str) -> str:
    """One line, not too long, with a full stop."""
    line = " ".join(text.split())
    line = line if len(line) <= LIMIT else line[:LIMIT].rsplit(" ", 1)[0] + " ..."
    return line if line.endswith((".", "!", "?")) else line + "."


def in_words(error: Exception, page: str) -> str:
    """The sentence of a problem with one page."""
    if isinstance(error, Trouble | TableError | KeyFileError | UnknownExercise):
        return short(str(error))
    if isinstance(error, FileNotFoundError):
        missing = Path(error.filename or "a file")
        name = f"{missing.parent.name}/{missing.name}"
        return f"{name} is missing. Download the course again."
    said = short(f"{type(error).__name__}: {error}")
    return f"{page}: the helpers of the course failed with {said} Please report it."
