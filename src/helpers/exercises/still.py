"""The still twin of a form: the question on paper, with lines to write on."""

from __future__ import annotations

from html import escape

from helpers.exercises.key import Exercise
from helpers.exercises.style import listed, page, paragraph

LINES = {"text": 4, "days": 2}


def question(exercise: Exercise, wording: str = "") -> str:
    """The question with its number, as HTML."""
    asked = escape(wording or exercise.ask)
    return f"<p><strong>Exercise {escape(exercise.id)}</strong>&ensp;{asked}</p>"


def how_to_write(exercise: Exercise) -> str:
    """The sentence that says how to write the answer."""
    return (
        f"Write {exercise.how_to_write}."
        if _is_written(exercise)
        else (f"Choose {exercise.how_to_write}.")
    )


def as_text(exercise: Exercise) -> str:
    """The question in plain text; the same before and after an answer."""
    parts = [f"Exercise {exercise.id}: {exercise.ask}", how_to_write(exercise)]
    return "\n".join(parts + [f"- {option}" for option in exercise.options])


def as_paper(exercise: Exercise) -> str:
    """The question in HTML with boxes or lines; no answer, nothing that was saved."""
    shown = f"{question(exercise)}{_space(exercise)}"
    how = paragraph(how_to_write(exercise), "rk-how")
    return page(f'<div class="rk-still">{shown}{how}</div>')


def _is_written(exercise: Exercise) -> bool:
    return exercise.kind in ("number", "interval", "days", "text")


def _space(exercise: Exercise) -> str:
    if exercise.kind in ("choice", "choices"):
        return listed(exercise.options, "rk-box")
    if exercise.kind == "mapping":
        return listed([f"{item}:" for item in exercise.items]) + paragraph(
            "Options: " + "; ".join(exercise.options)
        )
    return '<div class="rk-line"></div>' * LINES.get(exercise.kind, 1)
