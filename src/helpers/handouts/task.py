"""An exercise on paper: the question, hints that open one by one, the answer, and for
a teacher the likely mistakes with what to say."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from helpers.days import as_day, said
from helpers.exercises import still
from helpers.exercises.key import Exercise
from helpers.exercises.result import Worked

DAY = re.compile(r"\d{4}-\d\d-\d\d")
PEOPLE = "Judged by people: compare it with the sample answers, by their reasons."


def for_learners(exercise: Exercise) -> str:
    """Hints one inside the other, each closed, and the answer last."""
    if exercise.judged == "later":
        return ""  # the lesson itself says when these are looked at again
    inner = folded(f"Answer to {exercise.id}", answer(exercise))
    number = len(exercise.hints)
    for rung in range(number, 0, -1):
        name = f"Hint {rung} of {number} for {exercise.id}"
        inner = folded(name, f"<p>{escape(exercise.hints[rung - 1])}</p>{inner}")
    return f'<div class="help">{inner}</div>'


def for_teachers(exercise: Exercise) -> str:
    """The question without lines, the answer, the hints, the likely mistakes."""
    parts = [
        still.question(exercise),
        _options(exercise),
        f'<div class="answer">{answer(exercise)}</div>',
    ]
    if exercise.hints:
        hints = "".join(f"<li>{escape(hint)}</li>" for hint in exercise.hints)
        parts.append(folded(f"Hints for {exercise.id}", f"<ol>{hints}</ol>", True))
    if exercise.mistakes:
        name = f"Likely mistakes in {exercise.id}, and what to say"
        parts.append(folded(name, _mistakes(exercise), True))
    return f'<div class="task">{"".join(parts)}</div>'


def guess_for_teachers(exercise: Exercise, with_answer: bool = False) -> str:
    """What is to be guessed; the answer too, where it is asked nowhere else."""
    asked = still.question(exercise, exercise.predict.get("ask", ""))
    note = "<p>A guess, written down before anything is shown. No reply to it yet.</p>"
    known = f'<div class="answer">{answer(exercise)}</div>' if with_answer else ""
    return f'<div class="task">{asked}{note}{known}</div>'


def answer(exercise: Exercise) -> str:
    """The answer, other answers that count, and how it is worked out."""
    lead = PEOPLE if exercise.kind == "text" else in_words(exercise.answer, exercise)
    parts = [f"<p><strong>Answer:</strong> {escape(lead)}</p>"]
    if exercise.kind == "mapping":
        parts = ["<p><strong>Answer</strong></p>", _pairs(exercise.answer)]
    parts += [_also(one.answer, one.why, exercise) for one in exercise.also]
    if exercise.solution or exercise.samples:
        worked = Worked(exercise.id, exercise.solution, exercise.samples).as_html()
        parts.append(worked)
    return "".join(parts)


def in_words(value: Any, exercise: Exercise) -> str:
    """An answer as people say it, with its unit."""
    if isinstance(value, dict):
        return "; ".join(f"{item}: {option}" for item, option in value.items())
    if isinstance(value, list | tuple):
        is_range = exercise.kind == "interval" and len(value) == 2
        words = (" to " if is_range else "; ").join(map(_one, value))
    else:
        words = _one(value)
    has_unit = exercise.unit and exercise.kind in ("number", "interval")
    return f"{words} {exercise.unit}" if has_unit else words


def any_answer(exercise: Exercise) -> str:
    """The answer, or whatever else counts as right, in one line."""
    others = [one.answer for one in exercise.also]
    return " or ".join(in_words(one, exercise) for one in (exercise.answer, *others))


def _one(value: Any) -> str:
    """A number, a day or a text as people write it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,.10g}"
    is_day = isinstance(value, str) and DAY.fullmatch(value)
    return said(as_day(value)) if is_day else str(value)


def _also(value: Any, why: str, exercise: Exercise) -> str:
    words = escape(in_words(value, exercise))
    return f"<p><strong>Right as well:</strong> {words}. {escape(why)}</p>"


def _options(exercise: Exercise) -> str:
    if not exercise.options:
        return ""
    return f"<p>Options: {escape('; '.join(exercise.options))}</p>"


def _pairs(answers: dict[str, str]) -> str:
    return table("What belongs where", ("Item", "Belongs to"), answers.items())


def _mistakes(exercise: Exercise) -> str:
    rows = [(_wrong(one, exercise), one.reply) for one in exercise.mistakes]
    heads = ("If the answer is", "say")
    return table(f"Likely mistakes in {exercise.id}", heads, rows)


def _wrong(mistake: Any, exercise: Exercise) -> str:
    if mistake.answer is not None:
        return in_words(mistake.answer, exercise)
    low, high = mistake.low, mistake.high
    if low is None or high is None:
        return f"up to {high:,g}" if low is None else f"{low:,g} or more"
    return f"{low:,g} to {high:,g}"


def table(caption: str, heads: tuple[str, str], rows: Any) -> str:
    """Two columns under their heads; whatever stands in a cell is text."""
    head = "".join(f'<th scope="col" class="keep">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(str(left))}</th>'
        f"<td>{escape(str(right))}</td></tr>"
        for left, right in rows
    )
    return (
        f'<table><caption class="unseen">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def folded(summary: str, content: str, is_open: bool = False, name: str = "") -> str:
    """A <details>: its summary, and what it opens."""
    mark = f' class="{name}"' if name else ""
    state = " open" if is_open else ""
    return (
        f"<details{mark}{state}><summary>{escape(summary)}</summary>{content}</details>"
    )
