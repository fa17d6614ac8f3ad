"""Pictures of windows of days: an offensive, and when a text appeared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from helpers.days import Window, count_days, said
from helpers.figures import calendar
from helpers.picture import Picture, drawing, show
from helpers.timeline import NO_FACT, add_fact, facts_to_add, last_weekdays

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OFFENSIVE = Window(date(2024, 8, 1), date(2025, 2, 1))
PUBLICATION = Window(date(2024, 10, 20), date(2025, 2, 1))
KINDS = {
    "printed in full": calendar.POINT,
    "from the text": calendar.INFERRED,
    "one of these days": calendar.CANDIDATE,
    "from outside": calendar.OUTSIDE,
}
BASES = {
    "from the text alone": calendar.INFERRED,
    "with facts from outside": calendar.NARROWED,
    "outside fact": calendar.OUTSIDE,
}


def timeline(bars: pd.DataFrame, sources: list[str]) -> Picture:
    """Each event as the days on which the text lets it be; bars as `timeline.bars`."""
    with drawing(7.6, 0.78 * len(bars) + 1.2) as (figure, axes):
        for place, event in enumerate(bars.itertuples()):
            _event(axes, place, event)
        calendar.months(axes, OFFENSIVE, len(bars))
        calendar.key(axes, KINDS, below=-0.1)
        return show(
            figure,
            alt=_events_said(bars),
            caption=(
                "The events of paragraphs 7 to 9, each as the days that the words "
                "allow. An arrow has no printed end; it may begin later than its bar."
            ),
            sources=sources,
            numbers=_event_numbers(bars),
        )


def narrowing(steps: pd.DataFrame, sources: list[str]) -> Picture:
    """The window of publication after each step; steps as `publication_steps`."""
    with drawing(7.6, 0.85 * len(steps) + 1.3) as (figure, axes):
        for place, step in enumerate(steps.itertuples()):
            _step(axes, place, step)
        calendar.months(axes, PUBLICATION, len(steps))
        calendar.key(axes, BASES, below=-0.18)
        spans = [Window(one.earliest, one.latest) for one in steps.itertuples()]
        listed = "; ".join(
            f"{name}, {_length(span)}"
            for name, span in zip(steps["step"], spans, strict=True)
        )
        return show(
            figure,
            alt=(
                f"The days on which the digest can have appeared: {listed}. "
                f"The last window is {spans[-1]}."
            ),
            caption="The window of publication, step by step. Both ends count.",
            sources=sources,
            numbers=_step_numbers(steps),
        )


def with_one_fact(
    before: Window, events: pd.DataFrame, fact: str, sources: list[str]
) -> Picture:
    """What one outside fact leaves of a window, and of the Tuesdays it may mean.

    Fact is one of the ids in `timeline.facts_to_add`, or empty for none.
    """
    after = add_fact(before, events, fact)
    tuesdays = last_weekdays(after, "Tuesday")
    with drawing(7.6, 3.5) as (figure, axes):
        calendar.bar(axes, 0, before, PUBLICATION, calendar.INFERRED)
        calendar.bar(axes, 1, after, PUBLICATION, calendar.NARROWED)
        calendar.marks(axes, 2, tuesdays, calendar.TUESDAY)
        names = [
            f"usual window: {_length(before)}",
            f"{_fact_said(events, fact)}: {_length(after)}",
            f"“on Tuesday”: {_tuesdays_said(tuesdays)}",
        ]
        for place, words in enumerate(names):
            calendar.name(axes, place, PUBLICATION, words)
        calendar.months(axes, PUBLICATION, len(names))
        return show(
            figure,
            alt=(
                f"With {_fact_said(events, fact)}, {count_days(after)} of "
                f"{count_days(before)} days are left: {after}. “on Tuesday” is then "
                f"{_tuesdays_said(tuesdays)}."
            ),
            caption=(
                "The usual window, what one outside fact leaves of it, and the Tuesday "
                "last past on each day that is left."
            ),
            sources=sources,
            numbers=_choices(before, after, tuesdays),
        )


def _event(axes: Axes, place: int, event: tuple) -> None:
    """One row of the timeline: a point, single days or a bar; a star from outside."""
    if event.kind == "printed in full":
        calendar.marks(axes, place, [event.earliest], calendar.POINT)
    elif event.kind == "one of these days":
        line = {"linestyle": ":", "color": calendar.BLUE, "lw": 1}
        calendar.marks(axes, place, event.candidates, calendar.CANDIDATE, **line)
    else:
        span = Window(event.earliest, event.latest)
        calendar.bar(axes, place, span, OFFENSIVE, calendar.INFERRED)
    if event.outside:
        calendar.marks(axes, place, [event.outside], calendar.OUTSIDE)
    calendar.name(axes, place, OFFENSIVE, f"{event.when}: {event.what}")


def _step(axes: Axes, place: int, step: tuple) -> None:
    span = Window(step.earliest, step.latest)
    basis = calendar.INFERRED if step.from_text else calendar.NARROWED
    calendar.bar(axes, place, span, PUBLICATION, basis)
    calendar.marks(axes, place, step.outside, calendar.OUTSIDE)
    calendar.name(axes, place, PUBLICATION, f"{step.step}: {_length(span)}")


def _length(span: Window) -> str:
    if span.is_open:
        return str(span)
    days = count_days(span)
    return f"{days} day{'s' * (days > 1)}"


def _tuesdays_said(tuesdays: list[date]) -> str:
    if len(tuesdays) == 1:
        return said(tuesdays[0])
    return f"one of {len(tuesdays)} possible days"


def _fact_said(events: pd.DataFrame, fact: str) -> str:
    names = {id: words for words, id in facts_to_add(events).items()}
    return names.get(fact, NO_FACT)


def _events_said(bars: pd.DataFrame) -> str:
    """The finding, then the events in order."""
    points = (bars["kind"] == "printed in full").sum()
    listed = "; ".join(f"{one.when}, {_days_said(one)}" for one in bars.itertuples())
    return f"{len(bars)} events; {points} has a single certain day: {listed}."


def _days_said(event: tuple) -> str:
    if event.candidates:
        return f"one of {len(event.candidates)} days"
    return str(Window(event.earliest, event.latest))


def _event_numbers(bars: pd.DataFrame) -> pd.DataFrame:
    counts = pd.array([len(days) or None for days in bars["candidates"]], dtype="Int64")
    return bars.assign(candidates=counts).rename(columns={"candidates": "single days"})


def _step_numbers(steps: pd.DataFrame) -> pd.DataFrame:
    facts = ["; ".join(map(said, days)) for days in steps["outside"]]
    return steps.drop(columns="from_text").assign(outside=facts)


def _choices(before: Window, after: Window, tuesdays: list[date]) -> pd.DataFrame:
    rows = [
        (name, span.earliest, span.latest, count_days(span))
        for name, span in {"usual window": before, "with this fact": after}.items()
    ]
    rows += [("possible Tuesday", day, day, 1) for day in tuesdays]
    return pd.DataFrame(rows, columns=["what", "earliest", "latest", "days"])
