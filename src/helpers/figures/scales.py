"""Pictures of grades on two scales: a grid for each claim, and the diagonal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.figures import artists
from helpers.grades import (
    COLUMNS,
    SCALES,
    share_by_chance,
    share_on_diagonal,
    with_diagonal,
)
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#767676"
DIAGONAL = {"facecolor": "0.88", "edgecolor": "none"}
KEY = {"facecolor": "none", "edgecolor": ORANGE, "hatch": "////", "linewidth": 2}
OWN = {"color": BLUE, "marker": "o", "markersize": 12, "markeredgecolor": "black"}
BARS = {
    "army": {"facecolor": GREY},
    "your": {"facecolor": BLUE},
    "by chance": {"facecolor": "white", "hatch": "..."},
}
ENDS = ("from", "to")
SIZE = 6  # grades on each scale


def two_scales(
    grades: pd.DataFrame, ranges: pd.DataFrame, sources: list[str]
) -> Picture:
    """The learner's grades and the key's ranges, a small grid for each claim.

    Grades may be empty: then the ranges stand alone.
    """
    table = ranges.drop(columns=["named", "reason"]).merge(
        grades[COLUMNS], on="claim_id", how="left"
    )
    across = min(3, len(table))
    down = -(-len(table) // across)
    with drawing(7.6, 0.8 + 2.55 * down) as (figure, axes):
        axes.remove()
        panels = figure.subplots(down, across, squeeze=False).flat
        for panel, claim in zip(panels, table.itertuples(), strict=False):
            _grid(panel, claim)
        for panel in list(panels)[len(table) :]:
            panel.axis("off")
        _legend(figure)
        return show(
            figure,
            alt=_alt_of_grid(table),
            caption=(
                "Source from A to F downward, information from 1 to 6 to the right. "
                "F and 6, behind the lines, mean “no basis”."
            ),
            sources=sources,
            numbers=table[[*COLUMNS, *_ends()]],
        )


def on_diagonal(grades: pd.DataFrame, army: float, sources: list[str]) -> Picture:
    """The share of grades on the diagonal: army reports, one's own, by chance."""
    table = _shares(grades, army)
    with drawing(7.6, 3.2) as (figure, axes):
        for place, (name, share) in enumerate(table.itertuples(index=False)):
            style = next(
                style for start, style in BARS.items() if name.startswith(start)
            )
            axes.barh(place, share, height=0.6, edgecolor="black", **style)
            axes.text(share + 1, place, f"{share:.1f} %", va="center")
        axes.set_yticks(range(len(table)), table["grades"])
        axes.set_ylim(len(table) - 0.4, -0.6)
        axes.set_xlim(0, 112)
        axes.set_xticks([0, 20, 40, 60, 80, 100])
        axes.set_xlabel("on A1, B2, C3, D4 or E5, in percent")
        said = "; ".join(
            f"{name} {share:.1f}" for name, share in table.itertuples(index=False)
        )
        return show(
            figure,
            alt=f"Share of grades on the diagonal, in percent: {said}.",
            caption="How often the letter and the number stand at the same height.",
            sources=sources,
            numbers=table,
        )


def _shares(grades: pd.DataFrame, army: float) -> pd.DataFrame:
    marked = with_diagonal(grades)
    on_it, number = marked["on_diagonal"].sum(), len(marked)
    rows = [("army field reports", army)]
    if number:
        own = share_on_diagonal(grades)
        rows.append((f"your grades ({on_it} of {number})", own))
    rows.append(("by chance, 25 cells", share_by_chance(with_basis=True)))
    rows.append(("by chance, 36 cells", share_by_chance()))
    return pd.DataFrame(rows, columns=["grades", "percent"])


def _ends() -> list[str]:
    return [f"{scale}_{end}" for scale in ("source", "information") for end in ENDS]


def _grid(axes: Axes, claim: tuple) -> None:
    for place in range(SIZE - 1):
        axes.add_patch(artists.Rectangle((place, place), 1, 1, **DIAGONAL))
    left, right = _span("information", claim)
    top, bottom = _span("source", claim)
    axes.add_patch(artists.Rectangle((left, top), right - left, bottom - top, **KEY))
    if not pd.isna(claim.source):
        across = SCALES["information"].index(claim.information) + 0.5
        axes.plot(across, SCALES["source"].index(claim.source) + 0.5, **OWN)
    axes.set_title(f"{claim.claim_id}: {_said(claim)}", loc="left", fontsize=13)
    _frame(axes)


def _frame(axes: Axes) -> None:
    axes.set_xlim(0, SIZE)
    axes.set_ylim(SIZE, 0)
    axes.set_aspect("equal")
    middles = [place + 0.5 for place in range(SIZE)]
    axes.set_xticks(middles, SCALES["information"])
    axes.set_yticks(middles, SCALES["source"])
    axes.tick_params(length=0)
    for place in range(SIZE + 1):
        thick = 2 if place == SIZE - 1 else 0.5
        axes.axhline(place, color="0.3", linewidth=thick)
        axes.axvline(place, color="0.3", linewidth=thick)


def _span(scale: str, claim: tuple) -> tuple[int, int]:
    low, high = (getattr(claim, f"{scale}_{end}") for end in ENDS)
    return SCALES[scale].index(low), SCALES[scale].index(high) + 1


def _said(claim: tuple) -> str:
    return "not graded" if pd.isna(claim.source) else claim.source + claim.information


def _in_key(claim: tuple) -> str:
    spans = [
        (getattr(claim, f"{scale}_from"), getattr(claim, f"{scale}_to"))
        for scale in ("source", "information")
    ]
    return "/".join(low if low == high else f"{low} to {high}" for low, high in spans)


def _alt_of_grid(table: pd.DataFrame) -> str:
    parts = [
        f"{claim.claim_id}: {_said(claim)}, key {_in_key(claim)}"
        for claim in table.itertuples()
    ]
    return (
        f"Grades on a grid of source A to F by information 1 to 6. {'; '.join(parts)}."
    )


def _legend(figure: Figure) -> None:
    handles = [
        artists.Line2D([], [], linestyle="none", label="your grade", **OWN),
        artists.Patch(label="key", **KEY),
        artists.Patch(label="diagonal", **DIAGONAL),
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=3)
