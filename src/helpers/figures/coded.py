"""Pictures of a coded article: its windows of days, and a sum with ranges."""

from __future__ import annotations

from datetime import date, timedelta
from math import isfinite

import pandas as pd
from matplotlib.axes import Axes

from helpers.bounds import Bounds
from helpers.days import Window, as_day, count_days, said
from helpers.figures import calendar
from helpers.picture import Picture, drawing, show

BASES = {"text": calendar.INFERRED, "outside": calendar.NARROWED}
NAMES = {"text": "from the text alone", "outside": "with a fact from outside"}
RANGE = {"facecolor": "#56B4E9", "edgecolor": "black", "hatch": "//"}
# The longest time shown, in days, and how far its marks stand apart.
STEPS = {45: "W-MON", 100: "SMS", 900: "MS", 3000: "QS", 9000: "YS", 10**9: "5YS"}


def windows(table: pd.DataFrame) -> Picture:
    """Each window as the days from its earliest to its latest; a day is a point.

    The table has what, earliest, latest, basis; a missing day is an open end.
    """
    shown = _all_days(table)
    with drawing(7.6, 0.72 * len(table) + 1.3) as (figure, axes):
        for place, row in enumerate(table.itertuples()):
            _window(axes, place, row, shown)
        _days_below(axes, shown, len(table))
        kinds = {NAMES[basis]: BASES[basis] for basis in table["basis"].unique()}
        calendar.key(axes, kinds, below=-0.75 / (0.72 * len(table) + 0.4))
        listed = "; ".join(f"{row.what}: {_span(row)}" for row in table.itertuples())
        return show(
            figure,
            alt=f"{len(table)} window{'s' * (len(table) > 1)} of days: {listed}.",
            caption=(
                "When it was, as the days that the words allow. A tip is an open end; "
                "a diamond is a single day."
            ),
            sources=[],
            numbers=table,
        )


def result(parts: dict[str, str], outcome: Bounds | None, unit: str = "") -> Picture:
    """What two ranges give: a bar from the lowest to the highest value.

    Parts are the two numbers and the sum in words; outcome is None where the sum has
    no result.
    """
    words = "no result: zero lies in the number below the line"
    if outcome is not None:
        words = outcome.words(unit)
    with drawing(7.6, 2.6) as (figure, axes):
        _result_bar(axes, outcome)
        lines = [f"{name}: {said}" for name, said in parts.items()]
        lines.append(f"Result: {words}")
        axes.set_title("\n".join(lines), loc="left", fontsize=13)
        return show(
            figure,
            alt=f"{'; '.join(lines)}.",
            caption="The result for every value that the wording of both allows.",
            sources=[],
            numbers=pd.DataFrame(
                {"what": [*parts, "Result"], "value": [*parts.values(), words]}
            ),
        )


def _window(axes: Axes, place: int, row: tuple, shown: Window) -> None:
    span = Window(as_day(row.earliest), as_day(row.latest))
    if span.earliest and span.earliest == span.latest:
        calendar.marks(axes, place, [span.earliest], calendar.POINT)
    else:
        calendar.bar(axes, place, span, shown, BASES[row.basis])
    calendar.name(axes, place, shown, row.what)


def _all_days(table: pd.DataFrame) -> Window:
    """From a little before the first day to a little after the last."""
    ends = [as_day(day) for column in ("earliest", "latest") for day in table[column]]
    days = [day for day in ends if day]
    first, last = min(days, default=date(2000, 1, 1)), max(days, default=date.max)
    margin = timedelta(days=max(7, (last - first).days // 12))
    return Window(first - margin, last + margin)


def _days_below(axes: Axes, shown: Window, rows: int) -> None:
    """Mondays, months or years along the bottom, as the time shown needs it."""
    calendar.months(axes, Window(shown.earliest, shown.earliest), rows)
    step = next(step for most, step in STEPS.items() if count_days(shown) <= most)
    days = [
        as_day(day) for day in pd.date_range(shown.earliest, shown.latest, freq=step)
    ]
    days = days[:: -(-len(days) // 8)]  # no more than fit beside each other
    axes.set_xticks([day.toordinal() for day in days])
    axes.set_xticklabels([f"{day.day} {day:%b}\n{day.year}" for day in days], ha="left")
    axes.set_xlim(shown.earliest.toordinal(), shown.latest.toordinal() + 1)


def _span(row: tuple) -> str:
    span = Window(as_day(row.earliest), as_day(row.latest))
    return said(span.earliest) if span.earliest == span.latest else str(span)


def _result_bar(axes: Axes, outcome: Bounds | None) -> None:
    axes.set_yticks([])
    axes.set_ylim(-0.6, 0.6)
    axes.spines["left"].set_visible(False)
    if outcome is None:
        axes.set_xticks([])
        return
    known = [end for end in (outcome.low, outcome.high) if isfinite(end)] or [0.0]
    room = max(known[-1] - known[0], abs(known[-1]) * 0.1, 0.1) * 0.25
    left = outcome.low if isfinite(outcome.low) else known[0] - 3 * room
    right = outcome.high if isfinite(outcome.high) else known[-1] + 3 * room
    axes.set_xlim(left - room, right + room)
    if left == right:
        axes.plot([left], [0], **calendar.POINT)
        return
    axes.barh(0, right - left, left=left, height=0.5, lw=1.5, **RANGE)
    for end, place, sign in ((outcome.low, left, "<"), (outcome.high, right, ">")):
        if not isfinite(end):
            axes.plot([place], [0], marker=sign, color="black", markersize=16)
