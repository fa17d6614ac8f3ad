"""A curve sketched before any point is seen: a number for each of five days.

`sketch("5.0")` draws what is typed at once and locks it on request. What waits for the
sketch stands in `reveal("5.0", ...)`; `sketched("5.0")` gives it to a picture.
"""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from helpers import record
from helpers.days import as_day, said
from helpers.entries import EntryError, read_amount
from helpers.exercises.fields import line
from helpers.exercises.guesses import first_guess, lock
from helpers.exercises.key import exercise
from helpers.exercises.style import page, paragraph
from helpers.figures.sketch import to_sketch_on
from helpers.picture import as_fine_as_the_screen

DAYS = ("2024-08-12", "2024-10-14", "2025-01-17", "2025-03-13", "2025-06-22")
LEAST, MOST = 0, 1500  # km2
ASKED = (
    "How many km² of Kursk Oblast did Ukraine hold on each of these days? Guess all "
    "five. The last three come after the digest: sketch how it may have gone on."
)
HOW = f"Write a number from {LEAST} to {MOST:,} for each day, then lock the curve in."
WRITE = f"Write one number from {LEAST} to {MOST:,}, like 950."
LOCKED = "Your sketch is locked in: {}."
SKIPPED = "You skipped the sketch, so no line of yours is drawn."


class Sketch(widgets.VBox):
    """Five fields, the curve as it grows, Lock in, Skip, and what is locked."""

    def __init__(self, id: str):
        self.exercise, self.warning = exercise(id), ""
        self.fields = {day: line(f"{said(as_day(day))} (km²)") for day in DAYS}
        self.picture = widgets.HTML()
        self.lock_in = widgets.Button(description="Lock in")
        self.skip = widgets.Button(description="Skip")
        self.buttons = widgets.HBox([self.lock_in, self.skip])
        self.said = widgets.HTML()
        head = widgets.HTML(page(f"<p><strong>{ASKED}</strong></p>{paragraph(HOW)}"))
        parts = [head, *self.fields.values(), self.buttons, self.said, self.picture]
        super().__init__(parts)
        self.add_class("rk-form")
        self.still = to_sketch_on({}, DAYS)
        self._restore()
        self.lock_in.on_click(self._lock)
        self.skip.on_click(self._skip)
        for field in self.fields.values():
            field.observe(self._keep_draft, "value")

    def _lock(self, _button: Any = None) -> None:
        values, problems = self._read()
        missing = [day for day in DAYS if day not in values]
        if problems or missing:
            empty = "Fill in all five days first; a rough guess is enough."
            self._say(["Nothing is locked in yet.", *(problems or [empty])], "alert")
        else:
            lock(self.exercise, values)
            self._show_locked("alert")

    def _skip(self, _button: Any = None) -> None:
        lock(self.exercise, None)
        self._show_locked("alert")

    def _read(self) -> tuple[dict[str, float], list[str]]:
        """The days that hold a number, and a sentence for each that holds none."""
        values, problems = {}, []
        for day, field in self.fields.items():
            if field.value.strip():
                try:
                    values[day] = area(field.value)
                except EntryError as error:
                    problems.append(f"{said(as_day(day))}: {error}")
        return values, problems

    def _keep_draft(self, _change: Any) -> None:
        """What is typed and not yet locked: a restart shall not lose it."""
        typed = {day: field.value for day, field in self.fields.items()}
        if first_guess(self.exercise) is None:
            record.save(self.exercise.id, "draft", typed)
            self._draw()

    def _restore(self) -> None:
        draft = record.last(self.exercise.id, "draft")
        if first_guess(self.exercise) is not None:
            self._show_locked("status")
        elif draft:
            self._fill(draft["value"])
        self._draw()

    def _fill(self, values: Any) -> None:
        for day in self.fields if isinstance(values, dict) else ():
            kept = values.get(day, "")
            self.fields[day].value = kept if isinstance(kept, str) else f"{kept:g}"

    def _draw(self) -> None:
        with as_fine_as_the_screen():
            self.picture.value = to_sketch_on(self._read()[0], DAYS).as_html()

    def _show_locked(self, role: str) -> None:
        own = sketched(self.exercise.id)
        self.buttons.layout.display = "none"
        self._fill(own)
        for field in self.fields.values():
            field.disabled = True
        line_by_line = ", ".join(
            f"{said(as_day(day))} {km2:,g} km²" for day, km2 in (own or {}).items()
        )
        self._say([LOCKED.format(line_by_line) if own else SKIPPED], role)

    def _say(self, sentences: list[str], role: str) -> None:
        words = "".join(paragraph(one) for one in sentences)
        reply = f'<div class="rk-reply" role="{role}">{words}</div>'
        self.said.value = f'<div class="rk">{reply}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        days = "; ".join(said(as_day(day)) for day in DAYS)
        words = f"{ASKED}\n{days}\n[Picture: {self.still.alt}]"
        asked = f"<p><strong>{ASKED}</strong></p>{paragraph(days)}"
        twin = page(f'<div class="rk-still">{asked}</div>') + self.still.as_html()
        return live | {"text/plain": words, "text/html": twin}


class Skipped:
    """The sketch of somebody who goes on without one."""

    def __repr__(self) -> str:
        return SKIPPED

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/plain": SKIPPED, "text/html": page(paragraph(SKIPPED))}


def sketch(id: str, skip: bool = False) -> Sketch | Skipped:
    """Five fields and the curve they make; `skip` goes on without a sketch."""
    if skip:
        lock(exercise(id), None)
        return Skipped()
    return Sketch(id)


def sketched(id: str) -> dict[str, float] | None:
    """The curve that was locked in, day by day; None where there is none."""
    entry = first_guess(exercise(id))
    value = entry["value"] if entry and entry["kind"] == "prediction" else None
    whole = isinstance(value, dict) and tuple(value) == DAYS
    return value if whole else None


def area(text: str) -> float:
    """The km2 that somebody typed; EntryError with a sentence where it is none.

    >>> area("1,240"), area("800 km²")
    (1240.0, 800.0)
    """
    try:
        reading = read_amount(text)
    except EntryError as error:
        raise EntryError(error.kind, f"{error} {WRITE}") from None
    if reading.unit not in ("", "km²"):
        raise EntryError("unit", f"“{text.strip()}” is no area in km². {WRITE}")
    fitting = [one[0] for one in reading.candidates if LEAST <= one[0] <= MOST]
    if reading.shape != "number" or not fitting:
        raise EntryError("out of range", f"“{text.strip()}” does not fit here. {WRITE}")
    return fitting[0]
