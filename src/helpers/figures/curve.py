"""Every dated figure on a calendar: marks by side, ranges, grey zones, gaps left open.

Nothing joins two marks: between two days nothing was printed. Only a learner's own
sketch is a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from helpers.areas import dated, without_mark
from helpers.claims import known_on
from helpers.days import as_day, said
from helpers.figures import artists
from helpers.pages import page_of
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Shape and colour together, so that either alone is enough.
MARKS = {
    "the Ukrainian side": {"marker": "o", "color": "#0072B2"},
    "Ukrainian mappers": {"marker": "s", "color": "#009E73"},
    "the Russian side": {"marker": "v", "color": "#D55E00"},
    "allied officials": {"marker": "D", "color": "#B0568A"},
    "agencies, analysts, media": {"marker": "X", "color": "#000000"},
}
GREY = {"facecolor": "white", "hatch": "////", "lw": 1}
SKETCH = {"color": "0.25", "linestyle": ":", "marker": "P", "markersize": 9}
FIRST, LAST, TOP = "2024-08-01", "2025-07-01", 1500
REACH = 28  # points: how long the arrow of an open end is
MONTHS = pd.date_range(FIRST, LAST, freq="MS")
CAPTION = (
    "Filled: a number with both ends. Hollow with an arrow: an end left open. Nothing "
    "joins the marks, as nothing was printed in between. {} more rows have no mark: "
    "shares, villages, fighting zones, peaks without a day.{} In the table each row "
    "has its id: trace(id) leads to its page."
)


def claimed(
    claims: pd.DataFrame,
    mapped: pd.DataFrame,
    day: date | str | None = None,
    sketch: Mapping[str, float] | None = None,
) -> Picture:
    """Every dated area in Kursk Oblast: held above, retaken below; a row for each mark.

    With a day: only what had been said or printed by then. A sketch (days and km2) is
    drawn over it as a dotted line.
    """
    areas = dated(claims, mapped)
    if day:
        areas = known_on(areas.rename(columns={"known": "claim_date"}), day)
    with drawing(7.6, 6.4, margins=(0.1, 0.05, 0.98, 0.95)) as (figure, held):
        retaken = _two_panels(figure, held)
        for panel, measure in ((held, "held"), (retaken, "retaken")):
            for one in areas[areas["measure"] == measure].itertuples():
                _mark(panel, one)
        _legend(held, sketch)
        if sketch:
            held.plot([pd.Timestamp(one) for one in sketch], sketch.values(), **SKETCH)
        if day:
            _until(held, retaken, day)
        return show(
            figure,
            alt=_said(areas, day, sketch),
            caption=CAPTION.format(without_mark(claims), " Shaded: later." * bool(day)),
            sources=[],
            numbers=_numbers(areas),
        )


def _two_panels(figure: Figure, held: Axes) -> Axes:
    """The lower panel; held ground and retaken ground must not share one scale."""
    held.set_position((0.1, 0.42, 0.87, 0.53))
    retaken = figure.add_axes((0.1, 0.06, 0.87, 0.24))
    for panel, words in ((held, "held"), (retaken, "retaken")):
        month_axes(panel)
        panel.set_title(f"km² said to be {words}", loc="left")
    retaken.set_yticks([0, 500, 1000, 1500])
    return retaken


def month_axes(axes: Axes) -> None:
    """Months from August 2024 to June 2025, and 0 to 1,500 km2."""
    axes.set_xlim(pd.Timestamp(FIRST), pd.Timestamp(LAST))
    axes.set_xticks(MONTHS[::2], [f"{one:%b %Y}" for one in MONTHS[::2]])
    axes.set_ylim(-0.03 * TOP, TOP)
    axes.set_yticks(range(0, 1501, 250), [f"{n:,}" for n in range(0, 1501, 250)])
    axes.grid(axis="y")


def _mark(axes: Axes, one: tuple) -> None:
    """A mark, its range as a line, an open end as an arrow, a grey zone on top."""
    color, marker = MARKS[one.side]["color"], MARKS[one.side]["marker"]
    if pd.notna(one.grey):
        step = {"bottom": one.km2, "width": pd.Timedelta(days=5), "edgecolor": color}
        axes.bar(one.day, one.grey, zorder=1, **step, **GREY)
    closed = pd.notna(one.low) and pd.notna(one.high)
    if closed:
        axes.plot([one.day, one.day], [one.low, one.high], color=color, lw=3)
    else:
        _arrow(
            axes, one, REACH if pd.isna(one.high) else -min(REACH, one.km2 / 7), color
        )
    fill = {"mfc": color if closed else "white", "mec": color, "mew": 2, "ms": 9}
    axes.plot(one.day, one.km2, marker, zorder=3, **fill)


def _arrow(axes: Axes, one: tuple, reach: float, color: str) -> None:
    """An end left open: away from the number, to no other, and never below zero."""
    arrow = {"arrowstyle": "<-", "color": color, "lw": 2, "shrinkA": 0, "shrinkB": 0}
    away = {"xytext": (0, reach), "textcoords": "offset points"}
    axes.annotate("", (one.day, one.km2), arrowprops=arrow, **away)


def _legend(axes: Axes, sketch: Mapping[str, float] | None) -> None:
    handles = [
        axes.plot([], [], ls="", ms=9, mew=2, label=side, **style)[0]
        for side, style in MARKS.items()
    ]
    handles.append(
        artists.Patch(edgecolor="0.3", label="grey zone on the same map", **GREY)
    )
    if sketch:
        handles += axes.plot([], [], label="your sketch", **SKETCH)
    placed = {"loc": "upper right", "borderaxespad": 0, "labelspacing": 0.35}
    axes.legend(handles=handles, handletextpad=0.4, **placed)


def _until(held: Axes, retaken: Axes, day: date | str) -> None:
    """What lies after the day is shaded: nobody could know it."""
    for panel in (held, retaken):
        panel.axvspan(pd.Timestamp(day), pd.Timestamp(LAST), color="0.93", zorder=0)
        panel.axvline(pd.Timestamp(day), color="0.3", lw=1.5)


def _said(
    areas: pd.DataFrame, day: date | str | None, sketch: Mapping[str, float] | None
) -> str:
    """The finding in words: how many marks, whose, from what to what."""
    known = f"known on {said(as_day(day))}" if day else "from August 2024 to June 2025"
    held = areas[areas["measure"] == "held"]
    parts = [f"{len(areas)} figures {known}."]
    for side, some in held.groupby("side", sort=False):
        first, last = some.iloc[0], some.iloc[-1]
        parts.append(f"{side}: {_on(first)}" + f", then {_on(last)}" * (len(some) > 1))
    silent = [side for side in MARKS if side not in set(areas["side"])]
    parts += [f"No area by then from {' and '.join(silent)}"] * bool(silent)
    back = areas[areas["measure"] == "retaken"]
    parts += [f"Said to be retaken: {_on(one)}" for _, one in back.tail(1).iterrows()]
    mine = "; ".join(f"{said(as_day(d))}: {n:,.0f}" for d, n in (sketch or {}).items())
    return " ".join(f"{part[0].upper()}{part[1:].rstrip('.')}." for part in parts) + (
        f" Your sketch: {mine}." if mine else ""
    )


def _on(one: pd.Series) -> str:
    return f"{one['printed']} on {said(as_day(one['day']))}"


def _numbers(areas: pd.DataFrame) -> pd.DataFrame:
    table = areas.assign(page=areas["source_id"].map(page_of))
    table = table[["id", "day", "measure", "printed", "grey", "who", "page"]]
    return table.rename(
        columns={"who": "said by", "page": "seen on", "grey": "grey km²"}
    )
