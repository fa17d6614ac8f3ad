"""reveal("2.1", picture): shown only after a guess, with the gap in words."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from helpers.exercises import key
from helpers.exercises.guesses import first_guess, is_open, lock, said, when_open
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Sorry
from helpers.exercises.style import page, paragraph
from helpers.picture import as_html

FOR_A_GUESS = (
    "This waits for your guess: lock one in above, or skip it, and it appears here."
)
FOR_A_CHOICE = (
    "This waits for exercise {id}: lock in a guess or solve it, and it appears here."
)
FOR_AN_ANSWER = (
    "This waits until you have solved exercise {id}, or looked at its worked answer."
)


def reveal(id: str, x: Any) -> Any:
    """`x` once there is a guess or a skip; until then a sentence in its place.

    Where an exercise asks for no guess, `x` waits until it is solved.
    `x` is anything a notebook can show, a widget, or a function that makes one. With
    a guess locked later in the same kernel, the cell fills by itself.
    """
    try:
        exercise = key.exercise(id)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))
    if not is_open(exercise):
        return Curtain(exercise, x)
    shown = _made(x)
    if isinstance(shown, widgets.Widget):
        return Unveiled(exercise, shown)
    return Shown(exercise, shown)


def gap(exercise: Exercise) -> str:
    """The guess beside the answer, in words; "" where no guess was asked."""
    entry = first_guess(exercise)
    if entry is None or entry["kind"] == "skip" or exercise.answer is None:
        return "No guess was locked in." if exercise.predict else ""
    guess, answer = entry["value"], exercise.answer
    if isinstance(guess, dict):  # several numbers at once: what is shown draws them
        return ""
    if isinstance(guess, int | float) and isinstance(answer, str):
        return f"Your number was {said(guess, exercise)}."  # there is none to compare
    where = exercise.predict.get("where", "")  # of what the answer holds, if of a part
    found = f"{where} it is {said(answer, exercise)}".strip()
    both = f"You guessed {said(guess, exercise)}; {found}."
    return f"{both} {_distance(guess, answer, exercise)}".strip()


def _distance(guess: Any, answer: Any, exercise: Exercise) -> str:
    if not isinstance(guess, int | float) or isinstance(answer, str):
        return "That fits." if guess == answer else "What made the difference?"
    low, high = answer if isinstance(answer, list) else (answer, answer)
    if low - exercise.tolerance <= guess <= high + exercise.tolerance:
        return "Your guess fits."
    apart, side = (low - guess, "low") if guess < low else (guess - high, "high")
    unit = "percentage points" if exercise.unit == "%" else exercise.unit
    return f"Your guess was {f'{apart:,.3g} {unit}'.strip()} too {side}."


def _made(x: Any) -> Any:
    """What is to be shown: `x`, or what it makes where it is a function."""
    displayable = any(hasattr(x, f"_repr_{kind}_") for kind in ("mimebundle", "html"))
    return x() if callable(x) and not displayable else x


def _gap_html(exercise: Exercise, role: str = "") -> str:
    if not gap(exercise):
        return ""
    said_as = f' role="{role}"' if role else ""
    return f'<div class="rk-reply"{said_as}>{paragraph(gap(exercise))}</div>'


def _plain(shown: Any) -> str:
    bundle = getattr(shown, "_repr_mimebundle_", dict)()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    return bundle.get("text/plain") or (
        shown if isinstance(shown, str) else repr(shown)
    )


class Shown:
    """The gap in words, and below it what was waited for; no widget."""

    def __init__(self, exercise: Exercise, shown: Any):
        self.exercise, self.shown = exercise, shown

    def __repr__(self) -> str:
        return f"{gap(self.exercise)}\n{_plain(self.shown)}".strip()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        html = page(_gap_html(self.exercise)) + as_html(self.shown)
        return {"text/plain": repr(self), "text/html": html}


class Unveiled(widgets.VBox):
    """The gap in words, and below it a widget that was waited for."""

    def __init__(self, exercise: Exercise, shown: widgets.Widget):
        self.still = Shown(exercise, shown)
        super().__init__([widgets.HTML(page(_gap_html(exercise))), shown])

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | self.still._repr_mimebundle_()


class Curtain(widgets.VBox):
    """Nothing of `x`, in no form, until there is a guess; then all of it."""

    def __init__(self, exercise: Exercise, x: Any):
        self.exercise, self._x = exercise, x
        otherwise = FOR_A_CHOICE if exercise.kind == "choice" else FOR_AN_ANSWER
        waits = FOR_A_GUESS if exercise.predict else otherwise
        self.words = waits.format(id=exercise.id)
        self.now = widgets.Button(
            description="Show it now",
            layout=widgets.Layout(width="auto", align_self="flex-start"),
        )
        self.now.on_click(lambda _button: lock(exercise, None))
        said_now = widgets.HTML(page(paragraph(self.words, "rk-reply")))
        # Where there is a guess, its own form has the button to skip it.
        super().__init__([said_now] if exercise.predict else [said_now, self.now])
        when_open(exercise, self.draw_back)

    def draw_back(self) -> None:
        """Show what was waited for, in place."""
        gap_said = widgets.HTML(page(_gap_html(self.exercise, "status")))
        try:
            shown = _made(self._x)
            part = shown if isinstance(shown, widgets.Widget) else _as_widget(shown)
        except Exception as error:  # raised in a callback, it would be lost
            words = f"This could not be shown ({error}). Run this cell again."
            part = widgets.HTML(page(paragraph(words)))
        self.children = [gap_said, part]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {
            "text/plain": self.words,
            "text/html": page(paragraph(self.words)),
        }


def _as_widget(shown: Any) -> widgets.HTML:
    return widgets.HTML(as_html(shown))
