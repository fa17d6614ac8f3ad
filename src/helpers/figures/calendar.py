"""The calendar under a picture: months along the bottom, a row for each bar of days.

What is certain, inferred, one of several days, or known from outside has a marker or a
hatch of its own, so that the picture can be read without its colours.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from helpers.days import Window, as_day, count_days
from helpers.figures import artists

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLUE, ORANGE = "#0072B2", "#D55E00"
INFERRED = {"facecolor": "white", "edgecolor": BLUE, "hatch": "////", "lw": 1.5}
NARROWED = {"facecolor": BLUE, "edgecolor": "black", "lw": 1}
POINT = {"marker": "D", "color": "black", "markersize": 10}
CANDIDATE = {"marker": "s", "mfc": "white", "mec": BLUE, "mew": 1.8, "markersize": 8}
OUTSIDE = {"marker": "*", "mfc": ORANGE, "mec": "black", "mew": 0.8, "markersize": 15}
TUESDAY = {"marker": "v", "mfc": ORANGE, "mec": "black", "mew": 0.8, "markersize": 10}
NO_LINE = {"linestyle": "none"}
HALF = 0.17  # half the height of a bar
TIP = 0.028  # of the time shown: how long the tip of an open end is


def bar(axes: Axes, place: int, span: Window, shown: Window, style: dict) -> None:
    """All days of the window, the last one included; an open end becomes an arrow."""
    first = max(span.earliest or shown.earliest, shown.earliest).toordinal()
    last = min(span.latest or shown.latest, shown.latest).toordinal() + 1
    tip = min(TIP * count_days(shown), (last - first) / 2)
    low, high = place - HALF, place + HALF
    left, right = [(first, high), (first, low)], [(last, low), (last, high)]
    if span.earliest is None:
        left = [(first + tip, high), (first, place), (first + tip, low)]
    if span.latest is None:
        right = [(last - tip, low), (last, place), (last - tip, high)]
    axes.add_patch(artists.Polygon([*left, *right], closed=True, **style))


def marks(axes: Axes, place: int, days: list[date], style: dict, **line) -> None:
    """A marker in the middle of each of these days."""
    middles = [day.toordinal() + 0.5 for day in days]
    axes.plot(middles, [place] * len(days), **{**NO_LINE, **style, **line})


def name(axes: Axes, place: int, shown: Window, words: str) -> None:
    """What a row is, written above it; its ground covers the lines of the months."""
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    start = shown.earliest.toordinal() + 1
    axes.text(start, place - 0.28, words, va="bottom", bbox=ground)


def months(axes: Axes, shown: Window, rows: int) -> None:
    """The first of each month along the bottom; the first row stands on top."""
    firsts = pd.date_range(shown.earliest, shown.latest, freq="MS")
    axes.set_xticks([as_day(day).toordinal() for day in firsts])
    axes.set_xticklabels([f"1 {day:%b}\n{day:%Y}" for day in firsts], ha="left")
    axes.set_xlim(shown.earliest.toordinal(), shown.latest.toordinal() + 1)
    axes.set_ylim(rows - 0.6, -0.85)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")


def key(axes: Axes, styles: dict[str, dict], below: float) -> None:
    """What each hatch and marker means, under the months."""
    handles = [
        artists.Line2D([], [], **{**NO_LINE, **style})
        if "marker" in style
        else artists.Patch(**style)
        for style in styles.values()
    ]
    axes.legend(
        handles,
        list(styles),
        loc="upper center",
        bbox_to_anchor=(0.5, below),
        ncols=2,
    )
