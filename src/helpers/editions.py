"""A lesson with its model answers filled in: the answered edition, with its outputs.

The learners' notebook and its key are the only sources. `python -m helpers.editions`
writes `teaching/answered/` from them; `--check` only says which are out of date.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from helpers.exercises.key import Exercise, exercise
from helpers.tables import data_folder

# A chain builder and a grader are asked in their own way; extra settings may follow.
ASKING = ("ask", "build_chain", "grade")
GUESSING = (
    "predict",
    "four_forecasts",
    "sketch",
)  # the answered edition goes on without
CALL = re.compile(
    rf'^(?P<name>{"|".join(GUESSING + ASKING)})\("(?P<id>[\w.]+)"(?:, \w+=\w+)*\)$',
    re.MULTILINE,
)
STUB = re.compile(r"^answer_(?P<id>\w+) = \.\.\.", re.MULTILINE)
WIDGET = "application/vnd.jupyter.widget-view+json"
SECONDS_A_CELL = 120


def project() -> Path:
    """The folder that holds notebooks/, data/ and teaching/."""
    return data_folder().parent


def lessons() -> list[Path]:
    """The learners' notebooks, in order."""
    return sorted((project() / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def answered_path(lesson: Path) -> Path:
    """Where the answered edition of a lesson stands."""
    return project() / "teaching" / "answered" / lesson.name


def answered(lesson: Path) -> nbformat.NotebookNode:
    """The lesson with its model answers, not yet run."""
    notebook = nbformat.read(lesson, as_version=4)
    notebook.cells = [new for cell in notebook.cells for new in _with_answers(cell)]
    return notebook


def run(notebook: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs, run from top to bottom in an empty workplace."""
    with tempfile.TemporaryDirectory() as empty:
        places = {"READING_KURSK_WORK": empty, "PYTHONPATH": _import_path()}
        client = NotebookClient(notebook, timeout=SECONDS_A_CELL, kernel_name="python3")
        client.execute(cwd=str(folder), env=os.environ | places)
    return _without_machine_traces(notebook)


def is_current(lesson: Path) -> bool:
    """Whether the stored answered edition is what the lesson and its key make."""
    stored = answered_path(lesson)
    if not stored.exists():
        return False
    return _sources(nbformat.read(stored, as_version=4)) == _sources(answered(lesson))


def write(lesson: Path) -> Path:
    """Runs the answered edition of a lesson and stores it; gives its path."""
    target = answered_path(lesson)
    target.parent.mkdir(parents=True, exist_ok=True)
    notebook = run(answered(lesson), lesson.parent)
    unfinished = target.with_suffix(".part")
    nbformat.write(notebook, unfinished)
    unfinished.replace(target)
    return target


def _import_path() -> str:
    """What a kernel in another folder needs to import these helpers, not others."""
    ours = str(Path(__file__).resolve().parents[1])
    return os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")]))


def _with_answers(cell: nbformat.NotebookNode) -> Iterator[nbformat.NotebookNode]:
    """The cell with answers in place of questions, and a worked solution after each."""
    calls = list(CALL.finditer(cell.source)) if cell.cell_type == "code" else []
    if cell.cell_type == "code":
        cell.source = STUB.sub(_filled_stub, CALL.sub(_filled_call, cell.source))
    yield cell
    for call in calls:
        asked = exercise(call["id"])
        if call["name"] in ASKING and asked.kind != "text" and asked.judged != "later":
            yield _solution_cell(cell.id, call["id"])


def _solution_cell(after: str, exercise_id: str) -> nbformat.NotebookNode:
    source = f'solution("{exercise_id}", anyway=True)'
    return nbformat.v4.new_code_cell(source, id=f"{after[:54]}-solution")


def _filled_call(call: re.Match) -> str:
    asked = exercise(call["id"])
    if call["name"] in GUESSING:
        return f'{call["name"]}("{asked.id}", skip=True)'
    if asked.kind == "text":
        return f'solution("{asked.id}", anyway=True)'
    if asked.judged == "later":
        return call.group()
    return f'check("{asked.id}", {_literal(asked)})'


def _filled_stub(stub: re.Match) -> str:
    asked = exercise(stub["id"].replace("_", "."))
    return f"answer_{stub['id']} = {asked.code or _literal(asked)}"


def _literal(asked: Exercise) -> str:
    """The model answer as Python writes it; a range as a pair."""
    is_range = asked.kind == "interval"
    return repr(tuple(asked.answer) if is_range else asked.answer)


def _without_machine_traces(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Without widget models, which live in a kernel, and without times and paths."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return notebook


def _sources(notebook: nbformat.NotebookNode) -> list[tuple[str, str, str]]:
    return [(cell.id, cell.cell_type, cell.source) for cell in notebook.cells]


def _say(lesson: Path, check: bool) -> bool:
    """Checks or writes one lesson, says so, and gives whether it went well."""
    if check:
        state = "current" if is_current(lesson) else "out of date"
        print(f"{lesson.name}: {state}")
        return state == "current"
    try:
        print(f"{write(lesson).relative_to(project())}: written")
    except CellExecutionError as error:
        print(f"{lesson.name}: a cell failed, nothing was written.\n{error}")
        return False
    return True


def main(arguments: list[str] | None = None) -> int:
    """Writes or checks the answered editions; 1 if one is out of date or failed."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.editions", description=__doc__
    )
    parser.add_argument("lesson", nargs="*", help="numbers such as 02; all if none")
    parser.add_argument("--check", action="store_true", help="only say what is stale")
    given = parser.parse_args(arguments)
    chosen = [
        path for path in lessons() if not given.lesson or path.name[:2] in given.lesson
    ]
    results = [_say(lesson, given.check) for lesson in chosen]
    return 0 if all(results) and results else 1


if __name__ == "__main__":
    sys.exit(main())
