"""The fields an answer is typed or chosen in, one set for each kind of exercise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets

from helpers.exercises.key import Exercise

OPEN = "choose"
WIDE = widgets.Layout(width="100%", max_width="44em")
NARROW = widgets.Layout(width="auto", max_width="26em")
LABELLED = {"description_width": "initial"}


@dataclass(frozen=True)
class Field:
    """Widgets, how to read what is in them, how to put a saved answer back."""

    widgets: list[widgets.Widget]
    read: Callable[[], Any]
    write: Callable[[Any], None]

    @property
    def typed_in(self) -> list[widgets.Text]:
        """Those fields in which Enter means Check."""
        return [one for one in self.widgets if type(one) is widgets.Text]


def field_for(exercise: Exercise) -> Field:
    """The field of an exercise, empty."""
    return FIELDS[exercise.kind](exercise)


def line(name: str) -> widgets.Text:
    """A named one-line field."""
    # Its value comes when the field is left or Enter is pressed, in one piece: a value
    # that came key by key could still be on its way when Check is pressed.
    return widgets.Text(
        description=name, style=LABELLED, layout=NARROW, continuous_update=False
    )


def _with_unit(name: str, exercise: Exercise) -> str:
    return f"{name} ({exercise.unit})" if exercise.unit else name


def _one_line(exercise: Exercise) -> Field:
    field = line(_with_unit(exercise.title, exercise))

    def write(saved: Any) -> None:
        several = isinstance(saved, list)
        field.value = ", ".join(map(str, saved)) if several else str(saved)

    return Field([field], lambda: field.value, write)


def _two_lines(exercise: Exercise) -> Field:
    low, high = (line(_with_unit(n, exercise)) for n in ("Lowest", "Highest"))

    def read() -> Any:
        filled = [one.value for one in (low, high) if one.value.strip()]
        return filled[0] if len(filled) == 1 else filled

    def write(saved: Any) -> None:
        parts = saved if isinstance(saved, list) else [saved]
        for field, part in zip((low, high), parts, strict=False):
            field.value = str(part)

    return Field([low, high], read, write)


def _radio(exercise: Exercise) -> Field:
    field = widgets.RadioButtons(
        options=exercise.options,
        index=None,
        description=exercise.title,
        style=LABELLED,
        layout=WIDE,
    )

    def write(saved: Any) -> None:
        if saved in exercise.options:
            field.value = saved

    return Field([field], lambda: field.value, write)


def _boxes(exercise: Exercise) -> Field:
    boxes = [
        widgets.Checkbox(description=option, indent=False, style=LABELLED, layout=WIDE)
        for option in exercise.options
    ]

    def read() -> list[str]:
        return [box.description for box in boxes if box.value]

    def write(saved: Any) -> None:
        for box in boxes:
            box.value = isinstance(saved, list) and box.description in saved

    return Field(boxes, read, write)


def _dropdowns(exercise: Exercise) -> Field:
    fields = {
        item: widgets.Dropdown(
            options=[(OPEN, ""), *((option, option) for option in exercise.options)],
            description=item,
            style=LABELLED,
            layout=WIDE,
        )
        for item in exercise.items
    }

    def write(saved: Any) -> None:
        for item, option in saved.items() if isinstance(saved, dict) else ():
            if item in fields and option in exercise.options:
                fields[item].value = option

    return Field(
        list(fields.values()),
        lambda: {item: field.value for item, field in fields.items()},
        write,
    )


def _sheet(exercise: Exercise) -> Field:
    field = widgets.Textarea(
        description=exercise.title,
        rows=4,
        style=LABELLED,
        layout=WIDE,
        continuous_update=False,
    )

    def write(saved: Any) -> None:
        field.value = str(saved)

    return Field([field], lambda: field.value, write)


FIELDS = {
    "number": _one_line,
    "days": _one_line,
    "interval": _two_lines,
    "choice": _radio,
    "choices": _boxes,
    "mapping": _dropdowns,
    "text": _sheet,
}
