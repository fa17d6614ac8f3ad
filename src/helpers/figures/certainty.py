"""Pictures of how sure a wording is: scales of words, and shares of open figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.bounds import Bounds, at_least, more_than, share_of
from helpers.figures import artists
from helpers.forecasts import gaps
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLUE, ORANGE = "#0072B2", "#D55E00"
PALE = "#cfe3f1"
CHOSEN = {"color": ORANGE, "markeredgecolor": "black", "markersize": 12}
# Where a figure may stand in the control: its lowest value, then some beyond.
CASUALTIES = {f"{n:,}": n for n in (1_000, 2_000, 5_000, 10_001)}
DEPLOYED = {f"{n:,}": n for n in (10_001, 20_000, 50_000, 100_000)}


def scales(words: pd.DataFrame, sources: list[str]) -> Picture:
    """The scales of probability words side by side, least likely at the bottom.

    An edge that was not read on a page is drawn as a dashed line.
    """
    names = list(dict.fromkeys(words["scale"]))
    with drawing(7.6, 7.2) as (figure, axes):
        for place, name in enumerate(names):
            for band in _bands(words, name).itertuples():
                _band(axes, place, band)
        axes.set_xticks(range(len(names)), names)
        axes.set_xlim(-0.5, len(names) - 0.5)
        axes.set_ylim(-4, 104)
        axes.set_yticks(range(0, 101, 10))
        axes.set_ylabel("probability in percent")
        axes.grid(axis="y")
        said = "; ".join(f"{name}: {_said_gaps(words, name)}" for name in names)
        return show(
            figure,
            alt=(
                f"Three scales from 0 to 100 percent, side by side: "
                f"{', '.join(names)}. Each ties words to ranges. Stretches without a "
                f"word: {said}."
            ),
            caption=(
                "Three scales of probability words. White stretches have no word. "
                "Dashed edges are commonly given, but were not read on the page itself."
            ),
            sources=sources,
            numbers=words[["scale", "word", "low", "high"]],
        )


def two_lower_bounds(casualties: int, deployed: int, sources: list[str]) -> Picture:
    """The share that two figures give, within all that their two wordings allow.

    Casualties are one of CASUALTIES, deployed one of DEPLOYED.
    """
    part, whole = min(CASUALTIES.values()), min(DEPLOYED.values())
    share = share_of(casualties, deployed).words("%", 1)
    possible = share_of(at_least(part), more_than(whole - 1)).words("%", 0)
    with drawing(7.6, 3.9) as (figure, axes):
        _allowed(axes, part, whole)
        axes.plot([deployed], [100 * casualties / deployed], "D", **CHOSEN)
        axes.set_title(f"{casualties:,} of {deployed:,}: {share}", loc="left")
        return show(
            figure,
            alt=(
                f"{casualties:,} of {deployed:,} is {share}. The two wordings allow "
                f"every share that is {possible}: a shaded area, up to 100 and down to "
                f"a curve that falls towards 0 the more soldiers were deployed."
            ),
            caption=(
                f"Shaded: what “more than {whole - 1:,}” deployed and “at least "
                f"{part:,}” killed or wounded allow. Diamond: the two figures chosen."
            ),
            sources=sources,
            numbers=_shares_of_all_choices(),
        )


def share_ranges(ranges: Mapping[str, Bounds], sources: list[str]) -> Picture:
    """Ranges of one share under each other; an end that is left out is hollow."""
    rows = [(name, one.low, one.high) for name, one in ranges.items()]
    table = pd.DataFrame(rows, columns=["what is known", "lowest", "highest"])
    with drawing(7.6, 1.3 + 0.65 * len(ranges)) as (figure, axes):
        for place, one in enumerate(ranges.values()):
            _range(axes, place, one)
        axes.set_yticks(range(len(ranges)), list(ranges))
        axes.set_ylim(len(ranges) - 0.4, -0.7)
        axes.set_xlim(-3, 103)
        axes.set_xlabel("share killed or wounded, in percent")
        said = "; ".join(f"{n}: {one.words('%', 1)}" for n, one in ranges.items())
        return show(
            figure,
            alt=f"What share the figures allow. {said[0].upper()}{said[1:]}.",
            caption="The same share, three times. A hollow end is itself left out.",
            sources=sources,
            numbers=table.round(2),
        )


def _bands(words: pd.DataFrame, scale: str) -> pd.DataFrame:
    """One row for each band of a scale, with the first of its words."""
    return words[words["scale"] == scale].drop_duplicates("band")


def _band(axes: Axes, place: int, band: tuple) -> None:
    left, width, tall = place - 0.46, 0.92, band.high - band.low
    low, high = band.low - (tall == 0) / 2, band.high + (tall == 0) / 2
    axes.add_patch(
        artists.Rectangle((left, low), width, high - low, facecolor=PALE, lw=0)
    )
    unseen = {"both": (), "upper": (low,), "neither": (low, high)}[band.ends_seen]
    for edge in (low, high):
        style = "--" if edge in unseen else "-"
        axes.plot([left, left + width], [edge, edge], style, color=BLUE, lw=1.4)
    # A point at either end of the scale has no room for a word inside.
    outside = {0.0: -2.6, 100.0: 102.4}
    middle = (low + high) / 2 if tall else outside[band.low]
    axes.text(place, middle, band.word, ha="center", va="center")


def _said_gaps(words: pd.DataFrame, scale: str) -> str:
    return ", ".join(f"{low:g} to {high:g}" for low, high in gaps(words, scale))


def _allowed(axes: Axes, part: int, whole: int) -> None:
    deployed = np.linspace(whole, 104_000, 200)
    lowest = 100 * part / deployed
    axes.fill_between(deployed, lowest, 100, color=BLUE, alpha=0.22, lw=0)
    axes.plot(deployed, lowest, color=BLUE)
    axes.text(101_000, 50, "no end\non this side", ha="right", va="center")
    axes.set_xlim(6_000, 104_000)
    axes.set_ylim(-3, 104)
    ticks = (10_000, 40_000, 70_000, 100_000)
    axes.set_xticks(ticks, [f"{tick:,}" for tick in ticks])
    axes.set_xlabel("soldiers deployed")
    axes.set_ylabel("share killed or wounded, in percent")


def _shares_of_all_choices() -> pd.DataFrame:
    rows = [
        (part, whole, 100 * part / whole)
        for whole in DEPLOYED.values()
        for part in CASUALTIES.values()
    ]
    return pd.DataFrame(rows, columns=["killed or wounded", "deployed", "percent"])


def _range(axes: Axes, place: int, one: Bounds) -> None:
    axes.plot([one.low, one.high], [place, place], color=BLUE, lw=5)
    ends = [(one.low, one.includes_low), (one.high, one.includes_high)]
    for value, included in ends:
        fill = BLUE if included else "white"
        axes.plot(value, place, "o", ms=11, mfc=fill, mec=BLUE, mew=2, clip_on=False)
    axes.text(one.low, place - 0.25, one.words("%", 1), ha="left", va="bottom")
