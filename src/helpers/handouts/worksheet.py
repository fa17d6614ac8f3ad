"""One sheet of questions with space to write, for a class without computers.

The teacher's guide names the questions. The teachers' sheet has the answers instead of
lines; a question whose lesson is not in this version of the course is left out.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from helpers.exercises import key, still
from helpers.exercises.key import Exercise, UnknownExercise
from helpers.handouts import guide, task

LINES = {"text": 5}
SURE = '<p>How sure are you, from 0 to 100 %? <span class="blank"></span></p>'
NAME = '<p class="name">Name or number <span class="blank"></span></p>'


def sheet(path: Path, edition: str) -> str:
    """The questions of a guide as HTML, with lines or with answers."""
    asked = [one for one in map(_known, guide.questions(path)) if one]
    if edition == "teachers":
        return "".join(map(_answered, asked))
    return NAME + "".join(map(_asked, asked))


def _known(name: str) -> Exercise | None:
    try:
        return key.exercise(name)
    except UnknownExercise:
        return None


def _asked(exercise: Exercise) -> str:
    if exercise.kind == "mapping":
        space = _items(exercise)
    elif exercise.options:
        boxes = "".join(f"<li>{escape(one)}</li>" for one in exercise.options)
        space = f'<ul class="boxes">{boxes}</ul>'
    else:
        space = '<div class="rk-line"></div>' * LINES.get(exercise.kind, 2)
    sure = SURE if exercise.confidence else ""
    return f'<div class="question">{still.question(exercise)}{space}{sure}</div>'


def _items(exercise: Exercise) -> str:
    items = "".join(
        f'<li>{escape(one)} <span class="blank"></span></li>' for one in exercise.items
    )
    options = escape("; ".join(exercise.options))
    return f'<p>Choose from: {options}</p><ul class="items">{items}</ul>'


def _answered(exercise: Exercise) -> str:
    lead, words = "Answer:", task.any_answer(exercise)
    if exercise.kind == "text":
        lead, words = "One that holds:", exercise.samples[-1]["text"]
    answer = f"<p><strong>{lead}</strong> {escape(words)}</p>"
    return f'<div class="question">{still.question(exercise)}{answer}</div>'
