"""The answers of a lesson in one table, for the end of the teacher's guide."""

from __future__ import annotations

from helpers.exercises.key import Exercise, exercises_of
from helpers.handouts import task
from helpers.handouts.project import key, root

HEADING = "## Answers at a glance"
BELOW = "worked below, with what to say to mistakes"
LONGEST = 150  # letters: a longer answer is easier to read below


def answers(stem: str) -> str:
    """A heading and a table, an exercise a row; empty for a lesson without a key."""
    path = key(root() / "notebooks" / f"{stem}.ipynb")
    if not path.is_file():
        return ""
    rows = [(_name(one), _short(one)) for one in exercises_of(path).values()]
    table = task.table("Answers at a glance", ("Exercise", "Answer"), rows)
    return f"{HEADING}\n\n{table}"


def _name(exercise: Exercise) -> str:
    return f"{exercise.id} {exercise.title}"


def _short(exercise: Exercise) -> str:
    """The answer in one line, or what there is in its place."""
    if exercise.kind == "text":
        return "three samples below"
    words = task.any_answer(exercise)
    return words if len(words) <= LONGEST else BELOW
