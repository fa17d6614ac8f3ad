"""A picture that can be seen, heard and checked.

It is an image with alt text that states the finding, a caption with its sources, and
its numbers as a table. In plain text it is its alt text, so that a test of a notebook's
outputs compares words instead of pixels.
"""

from __future__ import annotations

import base64
import io
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np
import pandas as pd

from helpers.listing import listing
from helpers.pages import page_of
from helpers.plain import PlainError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STYLE = Path(__file__).with_name("course.mplstyle")
PIXELS_PER_INCH = 100
# Drawn twice as fine as shown, so that it stays sharp on paper and on a projector.
_sharpness = ContextVar("sharpness", default=2)
# An HTML widget has a wide line height of its own; these say theirs.
FIGURE = "margin:.6em 0;max-width:100%;line-height:1.5"
IMAGE = "max-width:100%;height:auto;background:white;border-radius:4px"


class PictureError(PlainError):
    """A picture that lacks what a reader needs: alt text, caption or numbers."""


@dataclass(frozen=True)
class Picture:
    """An image with the words and numbers that belong to it."""

    png: bytes
    width: int
    alt: str
    caption: str
    sources: tuple[str, ...]
    numbers: pd.DataFrame

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": f"[Picture: {self.alt}]", "text/html": self.as_html()}

    def as_html(self) -> str:
        """The figure: image, caption with sources, then its numbers, closed."""
        # No role="img" around it all: it would hide the table from a screen reader.
        return (
            f'<figure class="course-picture" style="{FIGURE}">{self.image()}'
            f'<figcaption style="max-width:44em">{escape(self.caption)} '
            f"{escape(cited(self.sources))}</figcaption>"
            f"<details><summary>The numbers in this picture</summary>"
            f"{listing(self.numbers, self.caption).as_html()}</details></figure>"
        )

    def image(self) -> str:
        """The image alone, with its alt text."""
        data = base64.b64encode(self.png).decode()
        return (
            f'<img alt="{escape(self.alt, quote=True)}" width="{self.width}" '
            f'style="{IMAGE}" src="data:image/png;base64,{data}">'
        )


@contextmanager
def drawing(
    width: float = 7.6,
    height: float = 4.2,
    margins: tuple[float, float, float, float] | None = None,
):
    """An empty figure and its axes in the course's style; sizes in inches.

    Margins (left, bottom, right, top, as parts of the figure) are found by matplotlib,
    which takes half of the time of a drawing: name them where a control redraws.
    """
    # Without pyplot, so nothing global is left open; imported with the first picture,
    # so that the first cell of a lesson does not wait for it.
    from matplotlib.figure import Figure

    with mpl.rc_context(fname=STYLE):
        layout = "none" if margins else "constrained"
        figure = Figure(figsize=(width, height), layout=layout)
        if margins:
            figure.subplots_adjust(*margins)
        yield figure, figure.subplots()


@contextmanager
def as_fine_as_the_screen():
    """Pictures drawn in here have the screen's own pixels: quicker, for a control."""
    token = _sharpness.set(1)
    try:
        yield
    finally:
        _sharpness.reset(token)


def show(
    figure: Figure,
    *,
    alt: str,
    caption: str,
    sources: list[str],
    numbers: pd.DataFrame,
) -> Picture:
    """The finished picture; PictureError if alt, caption or numbers are empty."""
    for name, text in {"alt": alt, "caption": caption}.items():
        if not text.strip():
            raise PictureError(f"{name} is empty: write what the picture shows.")
    if numbers.empty:
        raise PictureError("numbers is empty: give the table that the picture shows.")
    width = round(figure.get_figwidth() * PIXELS_PER_INCH)
    return Picture(_png(figure), width, alt, caption, tuple(sources), numbers)


def _png(figure: Figure) -> bytes:
    """The figure as PNG, with no version or date in it, so always the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    # savefig would draw everything twice where the layout is constrained.
    figure.set_dpi(PIXELS_PER_INCH * _sharpness.get())
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    png = io.BytesIO()
    Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB").save(png, "PNG")
    return png.getvalue()


def cited(sources: tuple[str, ...]) -> str:
    """The sources as a reader sees them: publisher, date, what to be wary of."""
    if not sources:
        return ""
    return "Sources: " + "; ".join(page_of(name) for name in sources) + "."


def as_html(shown: object) -> str:
    """The HTML of anything a notebook can show; plain text where it has none."""
    if hasattr(shown, "_repr_mimebundle_"):
        bundle = shown._repr_mimebundle_()
        bundle = bundle[0] if isinstance(bundle, tuple) else bundle
        return bundle.get("text/html") or escape(bundle.get("text/plain", ""))
    if hasattr(shown, "_repr_html_"):
        return shown._repr_html_()
    return f"<p>{escape(str(shown))}</p>"
