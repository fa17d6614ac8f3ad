"""A text and a few outside facts laid along the calendar: windows, never points.

The text under study prints no date of its own. What it reports, and what it says of its
own day ("a week ago", "on Tuesday"), leaves a window of days on which it can have
appeared; every further fact narrows that window or leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

from helpers.claims import pick
from helpers.days import (
    Window,
    as_day,
    count_days,
    days_after,
    days_in,
    in_full,
    overlap,
    said,
    weekdays_in,
)
from helpers.tables import load_sources, row

# From an outside fact to the day of the digest: at least so many days, at most so many;
# None where the digest does not tie the fact to its own day.
# E13: "almost a week", read as 5 or 6 days, on the newspaper's clock, which the digest
# quotes; "a week ago", read as 7 days or one more at most, on the digest's own.
# E14, E15: the Monday before a Tuesday, and that Tuesday, both of the week then past.
TIES = {
    "E05": (0, None),
    "E11": (0, None),
    "E13": (5, 8),
    "E14": (1, 7),
    "E15": (0, 6),
}
IN_SHORT = {
    "E05": "the commander's speech",
    "E11": "an agency on the 800 km²",
    "E13": "the counterattack begins",
    "E14": "the Secretary of State in Seoul",
    "E15": "the report about 13 soldiers",
}
DIGEST = "dailywrap-digest"
NO_FACT = "no fact yet"
STEPS = ["step", "earliest", "latest", "days", "from_text", "outside"]
BARS = ["claim", "when", "what", "earliest", "latest", "candidates", "kind", "outside"]


def public_window(events: pd.DataFrame) -> Window:
    """From the day after the US election to the day before the inauguration."""
    election, inauguration = (_day(events, id) for id in ("E50", "E20"))
    one = timedelta(days=1)
    return Window(election + one, inauguration - one)


def usual_window(expressions: pd.DataFrame, events: pd.DataFrame) -> Window:
    """The public window, read so that the month of "In November" is over."""
    november = as_day(row(expressions, "TE12")["latest"])
    return overlap(public_window(events), days_after(november, 1))


def add_fact(span: Window, events: pd.DataFrame, fact: str) -> Window:
    """What one outside fact leaves of the window; all of it where fact is empty.

    Facts are the ids in TIES. Raises DaysError where no day is left.
    """
    if not fact:
        return span
    return overlap(span, days_after(_day(events, fact), *TIES[fact]))


def facts_to_add(events: pd.DataFrame) -> dict[str, str]:
    """The outside facts that a reader may add, by day: name to id, with none first."""
    by_day = sorted(TIES, key=lambda fact: _day(events, fact))
    named = {f"{IN_SHORT[id]}, {said(_day(events, id))}": id for id in by_day}
    return {NO_FACT: "", **named}


def publication_steps(expressions: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """How the window of publication narrows, step by step; days missing while open.

    Outside holds the days of the outside facts that a step adds.
    """
    november = as_day(row(expressions, "TE12")["earliest"])
    usual, attack = usual_window(expressions, events), _day(events, "E13")
    public = [_day(events, id) for id in ("E50", "E20")]
    narrowest = add_fact(usual, events, "E13")
    steps = [
        _step("the text alone, “In November”", Window(november, None)),
        _step("between election and inauguration", public_window(events), public),
        _step("and November is over", usual, []),
        _step(f"and a counterattack on {said(attack)}", narrowest, [attack]),
    ]
    return pd.DataFrame(steps, columns=STEPS).astype({"days": "Int64"})


def last_weekdays(span: Window, weekday: str) -> list[date]:
    """What "on Tuesday" may mean in a text written on some day of the window.

    It is the Tuesday last past, or the day of the text itself: the days that fall on it
    in the window and in the six days before.

    >>> from helpers.days import window
    >>> span = window("2025-01-10", "2025-01-13")
    >>> [said(day) for day in last_weekdays(span, "Tuesday")]
    ['7 January 2025']
    """
    first = days_in(span)[0]
    return weekdays_in(Window(first - timedelta(days=6), span.latest), weekday)


def weekday_counts(spans: dict[str, Window], weekdays: list[str]) -> pd.DataFrame:
    """How many of each weekday lie in each window; windows are named."""
    rows = [
        (name, count_days(span), *(len(weekdays_in(span, day)) for day in weekdays))
        for name, span in spans.items()
    ]
    return pd.DataFrame(rows, columns=["window", "days", *weekdays])


def bars(
    expressions: pd.DataFrame, claims: pd.DataFrame, ids: list[str]
) -> pd.DataFrame:
    """A bar for each of these time expressions, and the outside day that fits it.

    Kind is "printed in full", "one of these days" or "from the text".
    """
    rows = [_bar(row(expressions, id), claims) for id in ids]
    return pd.DataFrame(rows, columns=BARS)


def outside_events(events: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Outside facts as a reader needs them: day, what, who said so, who printed it."""
    publishers = load_sources().set_index("source_id")["publisher"]
    found = pick(events, ids, ["event_id", "date", "event", "reported_by", "source_id"])
    return pd.DataFrame(
        {
            "id": found["event_id"],
            "day": [in_full(as_day(day)) for day in found["date"]],
            "what": found["event"].str.replace("km2", "km²"),
            "said by": found["reported_by"],
            "printed by": found["source_id"].map(publishers),
        }
    )


def sources_of(events: pd.DataFrame, ids: Iterable[str]) -> list[str]:
    """The digest's page and the pages behind these outside facts, each once."""
    found = pick(events, list(ids), ["source_id", "second_source_id"])
    pages = [page for page in found.to_numpy().flatten() if not pd.isna(page)]
    return list(dict.fromkeys([DIGEST, *pages]))


def _bar(expression: pd.Series, claims: pd.DataFrame) -> tuple:
    """Known to the day, one of several single days, or a stretch of days."""
    listed = expression["candidates"]
    days = [] if pd.isna(listed) else [as_day(day) for day in listed.split()]
    whole = "printed in full" if expression["complete"] else "from the text"
    outside = None if expression["complete"] else as_day(expression["earliest_outside"])
    return (
        expression["claim_id"],
        f"“{expression['fragment']}”",
        row(claims, expression["claim_id"])["fragment"],
        as_day(expression["earliest"]),
        as_day(expression["latest"]),
        days,
        "one of these days" if days else whole,
        outside,
    )


def _day(events: pd.DataFrame, id: str) -> date:
    return as_day(row(events, id)["date"])


def _step(name: str, span: Window, outside: list[date] | None = None) -> tuple:
    """One row of the steps; outside is None where the step rests on the text alone."""
    days = None if span.is_open else count_days(span)
    return name, span.earliest, span.latest, days, outside is None, outside or []
