"""First guesses: locked once, then shown to whatever waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from helpers import record
from helpers.exercises.key import Exercise
from helpers.exercises.style import page, paragraph

# What waits for a guess in this kernel: reveal() adds to it, a locked guess calls it.
_waiting: dict[str, list[Callable[[], None]]] = {}
_shown_anyway: set[str] = set()  # worked answers of this kernel that are not recorded
KINDS = ("prediction", "skip")


@dataclass(frozen=True)
class Locked:
    """A guess, or a skip, in words."""

    exercise: str
    words: str

    def __repr__(self) -> str:
        return f"Exercise {self.exercise}: {self.words}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        shown = f'<div class="rk-reply">{paragraph(self.words)}</div>'
        return {"text/plain": repr(self), "text/html": page(shown)}


def lock(exercise: Exercise, guess: float | str | None) -> Locked:
    """Keep a guess (None: skipped) unless there is one, and show what waits for it."""
    warning = ""
    if first_guess(exercise) is None:
        kind = "skip" if guess is None else "prediction"
        warning = record.save(exercise.id, kind, "skipped" if guess is None else guess)
    show_what_waits(exercise)
    return Locked(exercise.id, f"{in_words(exercise)} {warning}".strip())


def first_guess(exercise: Exercise) -> dict | None:
    """The entry that counts: the first guess or skip, not the last."""
    for entry in record.entries_kept():
        if entry["exercise"] == exercise.id and entry["kind"] in KINDS:
            return entry
    return None


def is_open(exercise: Exercise) -> bool:
    """May the answer be seen? After a guess or a skip.

    An exercise without a guess opens when it is solved or its worked answer was seen:
    a wrong answer alone does not, as it would end the search.
    """
    if exercise.id in _shown_anyway or first_guess(exercise) is not None:
        return True
    ours = [one for one in record.entries_kept() if one["exercise"] == exercise.id]
    seen = any(one["kind"] == "solution" for one in ours)
    solved = any(one.get("state") == "right" for one in ours)
    return not exercise.predict and (seen or solved)


def when_open(exercise: Exercise, show: Callable[[], None]) -> None:
    """Call `show` as soon as this exercise is open."""
    _waiting.setdefault(exercise.id, []).append(show)


def open_anyway(exercise: Exercise) -> None:
    """Open what waits for this exercise until the kernel stops; nothing is recorded."""
    _shown_anyway.add(exercise.id)
    show_what_waits(exercise)


def show_what_waits(exercise: Exercise) -> None:
    """Call what waits for this exercise, if it is open by now."""
    if exercise.id in _waiting and is_open(exercise):
        for show in _waiting.pop(exercise.id):
            show()


def in_words(exercise: Exercise) -> str:
    """What was locked in, as a sentence."""
    entry = first_guess(exercise)
    if entry is None:
        return "No guess yet."
    if entry["kind"] == "skip":
        return "Guess skipped."
    return f"Your guess is locked in: {said(entry['value'], exercise)}."


def said(value: Any, exercise: Exercise) -> str:
    """A guess or an answer with its unit."""
    if isinstance(value, list):
        low, high = (f"{end:,.6g}" for end in value)
        return f"{low} to {high} {exercise.unit}".strip()
    if isinstance(value, int | float):
        return f"{value:,.6g} {exercise.unit}".strip()
    return f"“{value}”"
