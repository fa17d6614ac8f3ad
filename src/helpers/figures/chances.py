"""Pictures of forecasts: a chain of conditions that shrinks, and Brier scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.forecasts import chain_steps
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLUE, ORANGE = "#0072B2", "#D55E00"
MARKERS = "osD^"
EDGE = 1.22  # right of the marks, so that none lies under a score
TIMES = " \N{MULTIPLICATION SIGN} "


def chains(first: Mapping[str, float], second: float, sources: list[str]) -> Picture:
    """A chain of conditions shrinking step by step, beside one of equal, surer steps.

    The first gives each step its probability; the second is one for all steps.
    """
    surer = chain_steps(dict.fromkeys(first, second))
    table = chain_steps(first).assign(surer=surer["all so far"].round(3))
    with drawing(7.6, 4.6) as (figure, axes):
        for place, row in enumerate(table.itertuples(index=False)):
            _chain_bar(axes, place - 0.2, row[2], BLUE, "")
            _chain_bar(axes, place + 0.2, row[3], "white", "//")
        axes.set_yticks(range(len(table)), [f"{n}" for n in table["step"]])
        axes.set_ylim(len(table) - 0.4, -0.6)
        axes.set_xlim(0, 1)
        axes.set_xlabel("probability that everything up to here comes true")
        ends = table.iloc[-1]
        values = TIMES.join(f"{value:g}" for value in first.values())
        return show(
            figure,
            alt=(
                f"Bars that shrink from step to step: {values} leaves "
                f"{ends['all so far']:.2f}. With {second:g} at every step "
                f"{ends['surer']:.3f} is left."
            ),
            caption=(
                f"A chain of {len(table)} steps. Filled: {values}. Hatched: "
                f"{second:g} at every step. Made-up numbers, not estimates."
            ),
            sources=sources,
            numbers=table.rename(columns={"surer": f"all so far, {second:g} each"}),
        )


def brier_dots(table: pd.DataFrame, sources: list[str]) -> Picture:
    """Squared errors of each forecaster as dots, their mean as a bar with its value.

    Takes what `forecasts.scores` gives.
    """
    questions = [name for name in table if name not in ("forecaster", "Brier")]
    with drawing(7.6, 1.9 + 0.75 * len(table)) as (figure, axes):
        for place, row in enumerate(table.itertuples(index=False)):
            _score_row(axes, place, row[1:-1], row[-1])
        for name, marker in zip(questions, MARKERS, strict=False):
            axes.plot([], [], marker, color=BLUE, markersize=9, label=name)
        axes.text(EDGE, -0.5, "Brier", ha="right", va="center")
        axes.set_yticks(range(len(table)), table["forecaster"])
        axes.set_ylim(len(table) - 0.4, -0.6)
        axes.set_xlim(-0.03, EDGE)
        axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
        axes.set_xlabel("squared error of a forecast: 0 is best, 1 is worst")
        axes.legend(loc="lower center", bbox_to_anchor=(0.45, 1.0), ncols=4)
        pairs = table[["forecaster", "Brier"]].itertuples(index=False)
        said = "; ".join(f"{name}: {score:.3f}" for name, score in pairs)
        return show(
            figure,
            alt=f"Brier scores, the mean of {len(questions)} squared errors: {said}.",
            caption="Each mark is one forecast; the upright line is the Brier score.",
            sources=sources,
            numbers=table.round(4),
        )


def _chain_bar(axes: Axes, place: float, value: float, fill: str, hatch: str) -> None:
    axes.barh(place, value, 0.36, color=fill, edgecolor="black", hatch=hatch)
    axes.text(value + 0.015, place, f"{value:.3g}", va="center")


def _score_row(axes: Axes, place: int, errors: tuple, mean: float) -> None:
    spread = np.linspace(-0.12, 0.12, len(errors))
    for marker, error, shift in zip(MARKERS, errors, spread, strict=False):
        axes.plot(error, place + shift, marker, color=BLUE, markersize=9)
    axes.plot([mean, mean], [place - 0.32, place + 0.32], color=ORANGE, lw=4)
    axes.text(EDGE, place, f"{mean:.3f}", ha="right", va="center")
