"""predict("2.1"): a first guess, locked before the answer is shown."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from helpers.exercises import key
from helpers.exercises.fields import LABELLED, NARROW, WIDE
from helpers.exercises.guesses import Locked, first_guess, in_words, lock
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Sorry
from helpers.exercises.still import question
from helpers.exercises.style import listed, page, paragraph


def predict(id: str, guess: Any = None, skip: bool = False) -> Any:
    """A slider or a choice for the first guess; `guess` or `skip` lock it from code.

    A locked guess stays until "start afresh". A guess that cannot be read is answered
    with a sentence and locks nothing.
    """
    try:
        exercise = key.exercise(id)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))
    if not exercise.predict and exercise.kind != "choice":
        return Sorry(
            f"Exercise {exercise.id} asks for no guess. Go on to the next cell."
        )
    if skip:
        return lock(exercise, None)
    if guess is None or guess is ...:
        return Prediction(exercise)
    return _locked_from_code(exercise, guess)


def _locked_from_code(exercise: Exercise, guess: Any) -> Locked:
    from helpers.entries import EntryError

    try:
        return lock(exercise, _read(exercise, guess))
    except EntryError as error:
        return Locked(exercise.id, f"Nothing is locked in yet. {error}")


def _read(exercise: Exercise, guess: Any) -> float | str:
    from helpers.entries import EntryError, read_amount
    from helpers.exercises.chosen import option_meant

    if "low" not in exercise.predict:
        return option_meant(guess, exercise.options)
    reading = read_amount(guess)
    value = reading.candidates[0][0]
    low, high = exercise.predict["low"], exercise.predict["high"]
    if reading.shape != "number" or not low <= value <= high:
        raise EntryError("words", f"Guess one number from {low:g} to {high:g}.")
    return value


class Prediction(widgets.VBox):
    """Slider and number field (or options), Lock in, Skip, and what was locked."""

    def __init__(self, exercise: Exercise):
        self.exercise = exercise
        slides = "low" in exercise.predict
        self.inputs = _slider(exercise) if slides else [_options(exercise)]
        self.field = self.inputs[-1]
        self.lock_in = widgets.Button(description="Lock in")
        self.skip = widgets.Button(description="Skip")
        self.said = widgets.HTML()
        self.buttons = widgets.HBox([self.lock_in, self.skip])
        asked = widgets.HTML(page(_asked(exercise)))
        super().__init__([asked, *self.inputs, self.buttons, self.said])
        self.add_class("rk-form")
        self.lock_in.on_click(self._lock_in)
        self.skip.on_click(self._skip)
        self._show_locked("status")

    def _lock_in(self, _button: Any = None) -> None:
        if self.field.value is None:
            self._say("Choose one first, then lock it in.", "alert")
            return
        lock(self.exercise, self.field.value)
        self._show_locked("alert")

    def _skip(self, _button: Any = None) -> None:
        lock(self.exercise, None)
        self._show_locked("alert")

    def _show_locked(self, role: str) -> None:
        entry = first_guess(self.exercise)
        if entry is None:
            return
        if entry["kind"] == "prediction":
            self._put_back(entry["value"])
        for one in self.inputs:
            one.disabled = True
        self.buttons.layout.display = "none"
        self._say(in_words(self.exercise), role)

    def _put_back(self, guess: Any) -> None:
        number = isinstance(guess, int | float) and "low" in self.exercise.predict
        if number or guess in self.exercise.options:
            self.field.value = guess

    def _say(self, words: str, role: str) -> None:
        reply = f'<div class="rk-reply" role="{role}">{paragraph(words)}</div>'
        self.said.value = f'<div class="rk">{reply}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        slides = "low" in self.exercise.predict
        line, boxes = '<div class="rk-line"></div>', self.exercise.options
        space = line if slides else listed(boxes, "rk-box")
        shown = f"{_asked(self.exercise)}{space}"
        words = f"Exercise {self.exercise.id}, guess first: {_wording(self.exercise)}"
        twin = page(f'<div class="rk-still">{shown}</div>')
        return live | {"text/plain": words, "text/html": twin}


def _wording(exercise: Exercise) -> str:
    return exercise.predict.get("ask", exercise.ask)


def _asked(exercise: Exercise) -> str:
    advice = "Guess before you calculate. A rough guess is all it takes."
    asked = paragraph(advice if exercise.predict else "Guess first; nobody sees it.")
    return question(exercise, _wording(exercise)) + asked


def _slider(exercise: Exercise) -> list[widgets.Widget]:
    low, high, step = (exercise.predict[name] for name in ("low", "high", "step"))
    limits = {"min": low, "max": high, "step": step, "value": (low + high) / 2}
    slider = widgets.FloatSlider(readout=False, layout=WIDE, **limits)
    unit = f" ({exercise.unit})" if exercise.unit else ""
    # The number field carries the name: a slider's handle has none for a screen reader.
    number = widgets.BoundedFloatText(
        description=f"Your guess{unit}", style=LABELLED, layout=NARROW, **limits
    )
    _tie(slider, number)
    return [slider, number]


def _tie(slider: widgets.FloatSlider, number: widgets.BoundedFloatText) -> None:
    """Both show the same guess; a typed one stays as typed between two steps."""

    def on_a_step(value: float) -> float:
        # A browser counts steps in binary: 5.000000000000001 is nobody's guess.
        return round(slider.min + round((value - slider.min) / step) * step, 10)

    def follow(change: dict) -> None:
        if change["owner"] is number:
            slider.value = on_a_step(number.value)
        elif on_a_step(slider.value) != on_a_step(number.value):
            number.value = on_a_step(slider.value)

    step = slider.step
    for one in (slider, number):
        one.observe(follow, "value")


def _options(exercise: Exercise) -> widgets.RadioButtons:
    return widgets.RadioButtons(
        options=exercise.options,
        index=None,
        description="Your guess",
        style=LABELLED,
        layout=WIDE,
    )
