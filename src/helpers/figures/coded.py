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
DAYS = {
    "text": {**calendar.POINT, "mfc": "white", "mec": calendar.BLUE, "mew": 1.8},
    "outside": {**calendar.POINT, "mfc": calendar.BLUE, "mec": "black"},
}
FAR = 0.6  # a first or last day further off than this part of all the time is cut off
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
                "When it was, as the days that the words allow. A tip is an open end, "
                "a diamond a single day. What lies too far off is cut, and its name "
                "says the day."
            ),
            sources=[],
            numbers=table,
        )


def result(parts: dict[str, str], outcome: Bounds | None) -> Picture:
    """What two ranges give: a bar from the lowest to the highest value.

    Parts are the two numbers, the sum and its result in words; outcome is None where
    the sum has no result.
    """
    lines = [f"{name}: {said}" for name, said in parts.items()]
    with drawing(7.6, (1.3 if outcome else 0.3) + 0.26 * len(lines)) as (figure, axes):
        _result_bar(axes, outcome)
        axes.set_title("\n".join(lines), loc="left", fontsize=13)
        return show(
            figure,
            alt=f"{'; '.join(lines)}.",
            caption="The result for every value that the wording of both allows.",
            sources=[],
            numbers=pd.DataFrame({"what": [*parts], "value": [*parts.values()]}),
        )


def _window(axes: Axes, place: int, row: tuple, shown: Window) -> None:
    span = Window(as_day(row.earliest), as_day(row.latest))
    ends = [day for day in (span.earliest, span.latest) if day]
    is_off = any(day < shown.earliest or day > shown.latest for day in ends)
    if not _overlaps(span, shown):
        is_before = max(ends) < shown.earliest
        edge = shown.earliest if is_before else shown.latest
        sign = {**DAYS[row.basis], "marker": "<" if is_before else ">"}
        calendar.marks(axes, place, [edge], sign, clip_on=False)
    elif span.earliest and span.earliest == span.latest:
        calendar.marks(axes, place, [span.earliest], DAYS[row.basis])
    else:
        calendar.bar(axes, place, span, shown, BASES[row.basis])
    words = f"{row.what}, {_span(row)}" if is_off else row.what
    calendar.name(axes, place, shown, words)


def _overlaps(span: Window, shown: Window) -> bool:
    starts = span.earliest is None or span.earliest <= shown.latest
    return starts and (span.latest is None or span.latest >= shown.earliest)


def _all_days(table: pd.DataFrame) -> Window:
    """From a little before the first day to a little after the last.

    One day far from all others would press them together: it is left out.
    """
    ends = [as_day(day) for column in ("earliest", "latest") for day in table[column]]
    days = sorted({day for day in ends if day}) or [date(2000, 1, 1)]
    while len(days) > 3 and days[1] - days[0] > FAR * (days[-1] - days[0]):
        del days[0]
    while len(days) > 3 and days[-1] - days[-2] > FAR * (days[-1] - days[0]):
        del days[-1]
    first, last = days[0], days[-1]
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
        axes.axis("off")
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
