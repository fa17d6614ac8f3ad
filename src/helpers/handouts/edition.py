"""What a page shows: the cells of a lesson, made ready for learners or for teachers.

Learners get the outputs of the lesson as it runs unanswered. What waits for a guess is
taken from the answered edition and stands closed. Teachers get the answered outputs.
"""

from __future__ import annotations

import re

import nbformat
from nbformat import NotebookNode

from helpers.exercises import key
from helpers.handouts import task
from helpers.handouts.calls import Call, calls_in, is_stub

FORM = 'class="rk-still"'
MACHINE = "nbval-ignore-output"  # the output differs from computer to computer
HERE = "<p>In JupyterLab this cell describes the computer that it runs on.</p>"
ON_PAPER = '<p class="paper">Your teacher has {}.</p>'
# What a reveal says first about a guess: here nobody has made one.
NO_GUESS = re.compile(
    r'<div class="rk-reply"><p>(No guess was|You skipped the)[^<]*</p></div>'
)


def for_learners(executed: NotebookNode, answered: NotebookNode) -> NotebookNode:
    """The lesson as it ran, with help and answers folded away."""
    shown = _by_id(answered)
    cells = [
        _learners_cell(cell, shown.get(cell.id, cell), call)
        for cell, call in zip(executed.cells, _calls(executed), strict=True)
    ]
    return nbformat.v4.new_notebook(cells=cells)


def for_teachers(
    lesson: NotebookNode, answered: NotebookNode, guide: str = ""
) -> NotebookNode:
    """The guide, then the lesson with its answers and what to say to each mistake."""
    shown, calls = _by_id(answered), _calls(lesson)
    asked = {call.exercise for call in calls if call and call.verb == "ask"}
    cells = [
        _teachers_cell(cell, shown.get(cell.id, cell), call, asked)
        for cell, call in zip(lesson.cells, calls, strict=True)
    ]
    above = [nbformat.v4.new_markdown_cell(guide)] if guide else []
    return nbformat.v4.new_notebook(cells=[*above, *cells])


def page_of(*parts: str) -> NotebookNode:
    """A page without a lesson: each part is Markdown, or HTML where it begins so."""
    return nbformat.v4.new_notebook(cells=[_part(part) for part in parts])


def _part(part: str) -> NotebookNode:
    if part.startswith("<"):
        return _with(nbformat.v4.new_code_cell(""), part)
    return nbformat.v4.new_markdown_cell(part)


def _learners_cell(
    cell: NotebookNode, answered: NotebookNode, call: Call | None
) -> NotebookNode:
    if call is None:
        waits = _text(cell) != _text(answered) and FORM not in html_of(cell)
        closed = _with(cell, _closed(html_of(answered)), "revealed")
        return closed if waits and not _is_of_machine(cell) else _shown(cell)
    if is_stub(cell.source):
        return _with(cell, "", "stub")
    if call.verb == "ask":
        help_below = task.for_learners(key.exercise(call.exercise))
        return _with(cell, html_of(cell) + help_below, "asked")
    if call.verb == "reveal":
        return _with(cell, _closed(html_of(answered), call.exercise), "revealed")
    return _with(cell, html_of(cell), "asked")


def _teachers_cell(
    cell: NotebookNode, answered: NotebookNode, call: Call | None, asked: set[str]
) -> NotebookNode:
    if call is None:
        return _shown(answered)
    if is_stub(cell.source):
        return _with(answered, "", "stub")
    exercise = key.exercise(call.exercise)
    if call.verb == "ask":
        return _with(cell, task.for_teachers(exercise), "asked")
    if call.verb == "predict":
        only_guessed = call.exercise not in asked
        return _with(cell, task.guess_for_teachers(exercise, only_guessed), "asked")
    return _with(answered, _without_guess(html_of(answered)), "open")


def _calls(lesson: NotebookNode) -> list[Call | None]:
    is_code = [cell.cell_type == "code" for cell in lesson.cells]
    return calls_in(
        [cell.source * code for cell, code in zip(lesson.cells, is_code, strict=True)]
    )


def _closed(html: str, exercise: str = "") -> str:
    """What waits for a guess or an answer, folded; a sentence on paper."""
    what = "picture" if "<img" in html else "table" if "<table" in html else "text"
    about = (
        f"the {what} for {exercise}" if exercise else f"the {what} that belongs here"
    )
    content = _without_guess(html)
    folded = task.folded(f"After your own try: {about}", content, name="reveal")
    return folded + ON_PAPER.format(about)


def _without_guess(html: str) -> str:
    return NO_GUESS.sub("", html)


def _is_of_machine(cell: NotebookNode) -> bool:
    return MACHINE in cell.metadata.get("tags", [])


def _shown(cell: NotebookNode) -> NotebookNode:
    """The cell as it is, without what it says of the computer that ran it."""
    return _with(cell, HERE) if _is_of_machine(cell) else cell


def _with(cell: NotebookNode, html: str, role: str = "") -> NotebookNode:
    """The cell with this HTML as its only output."""
    new = NotebookNode(cell | {"metadata": NotebookNode(cell.metadata, role=role)})
    data = {"text/html": html, "text/plain": ""}
    shown = [nbformat.v4.new_output("display_data", data)] if html else []
    return NotebookNode(new | {"outputs": shown})


def html_of(cell: NotebookNode) -> str:
    """The HTML of a cell's outputs, one after the other."""
    return "".join(_data(cell, "text/html"))


def _text(cell: NotebookNode) -> list[str]:
    """What a cell shows in plain words; a picture is its alt text there."""
    return _data(cell, "text/plain")


def _data(cell: NotebookNode, kind: str) -> list[str]:
    return [one.get("data", {}).get(kind, "") for one in cell.get("outputs", [])]


def _by_id(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.id: cell for cell in notebook.cells}
