"""Pictures of a class: first guesses as dots, exercises as bars; nobody is in them."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import pandas as pd

from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MADE_UP = "A made-up class, for practice. "
BINS, MOST_DOTS = 40, 14
BLUE, ORANGE = "#0072B2", "#D55E00"
PARTS = {
    "right": {"facecolor": BLUE, "edgecolor": "black"},
    "not yet": {"facecolor": "white", "edgecolor": "black", "hatch": "///"},
    "not tried": {"facecolor": "white", "edgecolor": "0.6"},
}


def guesses(
    values: list[float],
    title: str,
    low: float,
    high: float,
    answer: float | None,
    unit: str = "",
    made_up: bool = False,
) -> Picture:
    """First guesses between low and high, a dot for each learner; the answer marked."""
    table = _stacked(values, low, high)
    each = -(-int(table["learners"].max()) // MOST_DOTS)
    unit = f" {unit}" if unit else ""
    middle = pd.Series(values).quantile([0.25, 0.5, 0.75]).tolist()
    with drawing(7.6, 3.4) as (figure, axes):
        for row in table.itertuples():
            heights = [n + 0.5 for n in range(-(-row.learners // each))]
            axes.plot(
                [row.guess] * len(heights), heights, "o", color=BLUE, markersize=8
            )
        _answer(axes, answer, unit)
        _bare(axes, low, high, unit)
        axes.set_ylim(0, max(6, -(-int(table["learners"].max()) // each)) + 0.6)
        return show(
            figure,
            alt=(
                f"{_lead(made_up)}First guesses of {len(values)} learners "
                f"for “{title}”: half of them lie from {middle[0]:g} to {middle[2]:g}"
                f"{unit}, the middle one is {middle[1]:g}{unit}."
                + (f" The answer is {answer:g}{unit}." if answer is not None else "")
            ),
            caption=(
                f"{_lead(made_up)}First guesses for “{title}”: {_dot(each)}, moved a "
                "little where many lie close together."
            ),
            sources=[],
            numbers=_listed(values),
        )


def choices(
    chosen: list[str],
    title: str,
    options: tuple[str, ...],
    answer: str,
    made_up: bool = False,
    where: str = "",
) -> Picture:
    """First guesses among options, a dot for each learner; the answer is marked.

    `where` says of what the answer holds, such as "in the made-up class".
    """
    counted = pd.Series(chosen).value_counts().reindex(list(options), fill_value=0)
    table = counted.rename_axis("guess").reset_index(name="learners")
    each = -(-int(counted.max()) // (2 * MOST_DOTS))
    with drawing(7.6, 1.0 + 0.62 * len(table)) as (figure, axes):
        for place, row in enumerate(table.itertuples()):
            dots = range(1, -(-row.learners // each) + 1)
            axes.plot(dots, [place] * len(dots), "o", color=BLUE, markersize=8)
        names = [f"→ {name}" if name == answer else name for name in options]
        axes.set_yticks(range(len(table)), [fill(name, 34) for name in names])
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlim(0, max(10, -(-int(counted.max()) // each)) + 1)
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        said = "; ".join(f"{row.guess}: {row.learners}" for row in table.itertuples())
        return show(
            figure,
            alt=f"{_lead(made_up)}First guesses for “{title}”. {said}.",
            caption=(
                f"{_lead(made_up)}First guesses for “{title}”: {_dot(each)}. An arrow "
                f"marks the answer{f' {where}' if where else ''}."
            ),
            sources=[],
            numbers=table,
        )


def by_exercise(table: pd.DataFrame, made_up: bool = False) -> Picture:
    """Exercises of a lesson as bars of shares: right, not yet, not tried.

    The table is that of `classroom.by_item`; exercises with few learners are left out.
    """
    known = table.dropna(subset="right")
    with drawing(7.6, 1.4 + 0.5 * len(known)) as (figure, axes):
        left = pd.Series(0.0, index=known.index)
        for name, style in PARTS.items():
            widths = known[name].astype(float)
            axes.barh(
                range(len(known)), widths, left=left, height=0.66, label=name, **style
            )
            left = left + widths
        axes.set_yticks(range(len(known)), known["exercise"])
        axes.set_ylim(len(known) - 0.4, -0.6)
        axes.set_xlim(0, 100)
        axes.set_xlabel("share of the files, in percent")
        figure.legend(loc="outside upper center", ncols=3)
        rows = zip(known["exercise"], known["right"], known["not yet"], strict=True)
        said = "; ".join(f"{id}: {a:.0f} right, {b:.0f} not yet" for id, a, b in rows)
        return show(
            figure,
            alt=f"{_lead(made_up)}By exercise, in percent: {said}.",
            caption=(f"{_lead(made_up)}How far the class is, exercise by exercise."),
            sources=[],
            numbers=known.round(0),
        )


def _lead(made_up: bool) -> str:
    return MADE_UP if made_up else ""


def _dot(each: int) -> str:
    stands = f"stands for up to {each} learners" if each > 1 else "is one learner"
    return f"one dot {stands}"


def _stacked(values: list[float], low: float, high: float) -> pd.DataFrame:
    """How many guesses lie at each of at most BINS places."""
    step = (high - low) / BINS
    places = [low + step * round((value - low) / step) for value in values]
    found = pd.Series(places).round(6).value_counts().sort_index()
    return found.rename_axis("guess").reset_index(name="learners")


def _listed(values: list[float]) -> pd.DataFrame:
    """Every guess as it was made, and how many made it."""
    counted = pd.Series(values).value_counts().sort_index()
    return counted.rename_axis("guess").reset_index(name="learners")


def _answer(axes: Axes, answer: float | None, unit: str) -> None:
    if answer is None:
        return
    axes.axvline(answer, color=ORANGE, linestyle="--", zorder=1)
    axes.annotate(
        f"answer: {answer:g}{unit}",
        xy=(answer, 1),
        xycoords=("data", "axes fraction"),
        xytext=(5, 0),
        textcoords="offset points",
        va="bottom",
    )


def _bare(axes: Axes, low: float, high: float, unit: str) -> None:
    room = (high - low) / 40
    axes.set_xlim(low - room, high + room)
    axes.set_yticks([])
    axes.locator_params(axis="x", integer=high - low > 5)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(f"first guess{unit and f' ({unit.strip()})'}")
