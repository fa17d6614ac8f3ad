"""One control, one question, one picture.

In JupyterLab the picture is redrawn in place when the control moves; a picture that was
drawn once is kept. Wherever no kernel runs, a still twin stands: the question and the
picture as it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import ipywidgets as widgets

from helpers.picture import Picture, as_fine_as_the_screen

LABEL = {"description_width": "initial"}
STILL = "In JupyterLab this picture has controls; here it stands still."


@dataclass(frozen=True)
class Choice:
    """A control that offers a few named values."""

    label: str
    options: dict[str, object]

    def widgets(self) -> list[widgets.Widget]:
        """Radio buttons: every option is visible, and each has a name."""
        options = list(self.options.items())
        radio = widgets.RadioButtons(options=options, description=self.label)
        radio.layout.width, radio.style = "auto", LABEL
        return [radio]


@dataclass(frozen=True)
class Steps:
    """A control that walks through whole numbers from low to high."""

    label: str
    low: int
    high: int
    start: int

    def widgets(self) -> list[widgets.Widget]:
        """A number field and a slider that move together.

        The slider's handle has no name for a screen reader, so the field carries it.
        """
        limits = {"min": self.low, "max": self.high, "value": self.start}
        number = widgets.BoundedIntText(description=self.label, style=LABEL, **limits)
        number.layout.width = "auto"
        slider = widgets.IntSlider(readout=False, **limits)
        widgets.link((number, "value"), (slider, "value"))
        return [number, slider]


@dataclass(frozen=True)
class Menu:
    """A control that offers many named values, one line high."""

    label: str
    options: dict[str, object]

    def widgets(self) -> list[widgets.Widget]:
        """A list that opens; it leaves the picture in sight."""
        options = list(self.options.items())
        menu = widgets.Dropdown(options=options, description=self.label, style=LABEL)
        menu.layout.width, menu.layout.max_width = "100%", "44em"
        return [menu]


def choose(label: str, options: dict[str, object]) -> Choice:
    """A control with a few named values; the first is chosen at the start."""
    return Choice(label, options)


def menu(label: str, options: dict[str, object]) -> Menu:
    """As choose, where the values are too many to see them all at once."""
    return Menu(label, options)


def walk(label: str, low: int, high: int, start: int | None = None) -> Steps:
    """A control that walks from low to high in steps of one."""
    return Steps(label, low, high, low if start is None else start)


class Explore(widgets.VBox):
    """The question, its controls and the picture that answers it."""

    def __init__(self, question: str, draw: Callable[..., Picture], **given):
        self.question, self._draw, self._drawn = question, draw, {}
        self.moved = False  # whether somebody has chosen anything yet
        controls = {k: v.widgets() for k, v in given.items() if hasattr(v, "widgets")}
        self._fixed = {k: v for k, v in given.items() if k not in controls}
        self.controls = {name: parts[0] for name, parts in controls.items()}
        self.shown = widgets.HTML()
        asked = widgets.HTML(f"<p><strong>{escape(question)}</strong></p>")
        boxes = [widgets.HBox(parts) for parts in controls.values()]
        super().__init__([asked, *boxes, self.shown])
        # The first picture is drawn in full: it is the one that goes on paper.
        self.still = draw(**self._values())
        self._drawn[self._key()] = self.still, self.still.as_html()
        self._redraw()
        for control in self.controls.values():
            control.observe(self._redraw, "value")

    def _key(self) -> tuple:
        return tuple(control.value for control in self.controls.values())

    def _values(self) -> dict[str, object]:
        moved = {name: control.value for name, control in self.controls.items()}
        return self._fixed | moved

    def _redraw(self, change: object = None) -> None:
        self.moved = self.moved or change is not None
        key = self._key()
        if key not in self._drawn:
            with as_fine_as_the_screen():
                picture = self._draw(**self._values())
            self._drawn[key] = picture, picture.as_html()
        self.picture, self.shown.value = self._drawn[key]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        still = f"{self.question}\n[Picture: {self.still.alt}]"
        page = f"<p><strong>{escape(self.question)}</strong></p>{self.still.as_html()}"
        return live | {"text/plain": still, "text/html": f"{page}<p>{STILL}</p>"}


def explore(question: str, draw: Callable[..., Picture], **given) -> Explore:
    """A picture with controls.

    Arguments made by `choose` or `walk` become controls; all others go to draw as
    they are. Draw takes them by name and gives a Picture.
    """
    return Explore(question, draw, **given)
