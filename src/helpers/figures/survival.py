"""Which parts of a claim survived on their way through many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.changes import ABSENT, CHANGED, KEPT
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STATES = {
    KEPT: {"facecolor": "#0072B2"},
    CHANGED: {"facecolor": "white", "hatch": "///"},
    ABSENT: {"facecolor": "0.85"},
}
NARROW = 5  # below so many pages a number does not fit into its part of a bar


def survival(survived: pd.DataFrame, number: int) -> Picture:
    """For each part of a claim, on how many pages it was kept, changed, not printed.

    The table is that of `changes.survived`.
    """
    with drawing(7.6, 4.1) as (figure, axes):
        left = pd.Series(0, index=survived.index)
        for state, style in STATES.items():
            counts = survived[state]
            axes.barh(
                survived.index, counts, left=left, height=0.62, edgecolor="black",
                label=state, **style,
            )  # fmt: skip
            for place, (start, count) in enumerate(zip(left, counts, strict=True)):
                if count >= NARROW:
                    _count(axes, start + count / 2, place, count, state)
            left = left + counts
        axes.set_yticks(survived.index, survived["part"])
        axes.set_ylim(len(survived) - 0.5, -0.5)
        axes.set_xlim(0, number)
        axes.set_xlabel(f"pages, of {number}")
        figure.legend(loc="outside lower center", ncols=3)
        said = "; ".join(
            f"{one.part} kept on {one.kept}, changed on {one.changed}"
            for one in survived.itertuples()
        )
        return show(
            figure,
            alt=f"Of {number} pages: {said}.",
            caption="What survived of the claim, part by part.",
            sources=[],
            numbers=survived,
        )


def _count(axes: Axes, x: float, y: int, count: int, state: str) -> None:
    dark = state == KEPT
    box = None if dark else {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    colour = "white" if dark else "black"
    axes.text(x, y, f"{count}", ha="center", va="center", color=colour, bbox=box)
