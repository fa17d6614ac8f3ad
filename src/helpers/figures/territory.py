"""Pictures of ground held and lost: sizes to scale, shares with their ranges, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.bounds import Bounds, about, exactly
from helpers.days import Window, as_window
from helpers.picture import Picture, drawing, show
from helpers.territory import by_last_day, share_of_oblast, square_side

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#767676"
EARLIER = {"facecolor": "white", "edgecolor": ORANGE, "hatch": "//", "lw": 2}
LATER = {"facecolor": BLUE, "edgecolor": "black", "lw": 1}
# How "about 800" may be read; 0 stands for the figure as it is printed.
ROUNDINGS = {
    "taken as printed": 0,
    "rounded to the nearest 10": 10,
    "rounded to the nearest 50": 50,
    "rounded to the nearest 100": 100,
}
SHARE_COLUMNS = ["nearest", "share_lost_low", "share_lost_high"]


def squares_to_scale(
    earlier: float, later: float, oblast: float, sources: list[str]
) -> Picture:
    """Two held areas and the whole oblast as squares of equal area, one in another."""
    table = _squares(earlier, later, oblast)
    with drawing(7.6, 4.9) as (figure, axes):
        for square, style in zip(table.itertuples(), _square_styles(), strict=True):
            side = square.side_km
            axes.fill([0, 0, side, side], [0, side, side, 0], **style)
        _label_squares(axes, table)
        _bare(axes, table["side_km"].max())
        first, second, whole = table.itertuples()
        return show(
            figure,
            alt=(
                f"Three squares to scale. Kursk Oblast is {whole.side_km:.0f} km wide; "
                f"the {first.km2:,.0f} km² held in August fill "
                f"{first.share_of_oblast:.2f} % of it, the {second.km2:,.0f} km² of "
                f"November {second.share_of_oblast:.2f} %."
            ),
            caption=(
                "Both areas as squares to scale, inside a square as large as Kursk "
                "Oblast. Squares show size only; no place is meant."
            ),
            sources=sources,
            numbers=table,
        )


def shares_lost(table: pd.DataFrame, sources: list[str]) -> Picture:
    """The share lost under each way of rounding, a bar from lowest to highest."""
    as_printed = table[["share_lost_low", "share_lost_high"]].iloc[0].mean()
    with drawing(7.6, 3.4) as (figure, axes):
        for place, row in enumerate(table.itertuples()):
            _range_bar(axes, place, row.share_lost_low, row.share_lost_high)
        _mark(axes, as_printed, f"taken as printed: {as_printed:.2f} %")
        axes.set_yticks(range(len(table)), [f"nearest {n}" for n in table["nearest"]])
        axes.set_ylim(len(table) - 0.4, -1.0)
        axes.set_xlim(28, 43)
        axes.set_xlabel("share of the August area that was lost, in percent")
        said = "; ".join(
            f"nearest {nearest}: {low:.2f} to {high:.2f}"
            for nearest, low, high in table[SHARE_COLUMNS].itertuples(index=False)
        )
        return show(
            figure,
            alt=(
                f"The share lost, in percent, if “about” means {said}. The coarser the "
                f"rounding, the wider the range."
            ),
            caption="What “about” does to the share lost: three ways of rounding.",
            sources=sources,
            numbers=table,
        )


def loss_a_day(
    start: float,
    held: float,
    since: Window | str,
    last: Window,
    rounding: int,
    day: int,
    sources: list[str],
) -> Picture:
    """Average loss a day for each possible last day; one rounding, one day marked.

    Rounding is one of the values of ROUNDINGS; day counts from 1.
    """
    area = about(held, nearest=rounding) if rounding else exactly(held)
    table = by_last_day(start, area, since, last)
    chosen = table.iloc[day - 1]
    rate = Bounds(chosen["km2_a_day_low"], chosen["km2_a_day_high"])
    with drawing(7.6, 4.2, margins=(0.09, 0.16, 0.98, 0.9)) as (figure, axes):
        _band(axes, table, rate, day)
        month = f"{last.earliest:%B}"
        axes.set_xlabel(f"the day of {month} on which the later figure was true")
        axes.set_ylabel("km² lost a day, on average")
        reading = {value: name for name, value in ROUNDINGS.items()}[rounding]
        axes.set_title(f"{day} {month}: {rate.words('km² a day')}", loc="left")
        whole = Bounds(table["km2_a_day_low"].min(), table["km2_a_day_high"].max())
        return show(
            figure,
            alt=(
                f"With {held:,.0f} km² {reading}, the average loss is "
                f"{rate.words('km² a day')} if the day was {day} {month}; over all "
                f"days of {month} it is {whole.words('km² a day')}. The later the day, "
                f"the slower the loss."
            ),
            caption=(
                f"Average loss a day since {as_window(since)}, for every day of "
                f"{month} on which the later figure may have been true."
            ),
            sources=sources,
            numbers=table,
        )


def _squares(earlier: float, later: float, oblast: float) -> pd.DataFrame:
    areas = {"end of August": earlier, "November": later, "Kursk Oblast": oblast}
    rows = [
        (name, km2, square_side(km2).low, share_of_oblast(km2, oblast).low)
        for name, km2 in areas.items()
    ]
    return pd.DataFrame(rows, columns=["area", "km2", "side_km", "share_of_oblast"])


def _square_styles() -> list[dict]:
    whole = {"facecolor": "none", "edgecolor": GREY, "lw": 2}
    return [EARLIER | {"zorder": 2}, LATER | {"zorder": 3}, whole]


def _label_squares(axes: Axes, table: pd.DataFrame) -> None:
    """Each square's name and numbers, written beside it with a line to its edge."""
    for row, height, edge in zip(
        table.itertuples(), (62, 14, 158), (0.97, 0.5, 0.91), strict=True
    ):
        axes.annotate(
            f"{row.area}: {row.km2:,.0f} km²\n{row.side_km:.1f} km a side"
            + (f", {row.share_of_oblast:.2f} %" if row.share_of_oblast < 100 else ""),
            xy=(row.side_km, row.side_km * edge),
            xytext=(table["side_km"].max() + 12, height),
            arrowprops={"arrowstyle": "-", "color": "0.3"},
            va="center",
        )


def _bare(axes: Axes, side: float) -> None:
    axes.set_aspect("equal")
    axes.set_xlim(-2, side * 2.05)
    axes.set_ylim(-2, side + 2)
    axes.axis("off")


def _range_bar(axes: Axes, place: int, low: float, high: float) -> None:
    axes.barh(place, high - low, left=low, height=0.5, **LATER)
    axes.text(low - 0.2, place, f"{low:.2f}", ha="right", va="center")
    axes.text(high + 0.2, place, f"{high:.2f}", ha="left", va="center")


def _mark(axes: Axes, value: float, words: str) -> None:
    axes.axvline(value, color="black", linestyle="--", linewidth=1.5)
    axes.text(value + 0.2, -0.65, words, ha="left", va="center")


def _band(axes: Axes, table: pd.DataFrame, rate: Bounds, day: int) -> None:
    days = range(1, len(table) + 1)
    low, high = table["km2_a_day_low"], table["km2_a_day_high"]
    axes.fill_between(days, low, high, color=BLUE, alpha=0.25, linewidth=0)
    for edge in (low, high):
        axes.plot(days, edge, color=BLUE)
    axes.plot([day, day], [rate.low, rate.high], color=ORANGE, marker="o", markersize=9)
    axes.set_xticks([1, 5, 10, 15, 20, 25, len(table)])
    axes.set_xlim(0, len(table) + 1)
    axes.set_ylim(0, 9)
    axes.grid(axis="y")
