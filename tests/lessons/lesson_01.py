"""Lesson 01: every answer and every number in its prose, from the tables."""

from helpers.days import as_day, count_days, days_between, month, weekdays_in
from helpers.tables import load_digest_claims, load_events, load_time_expressions, row
from helpers.timeline import (
    add_fact,
    bars,
    last_weekdays,
    public_window,
    usual_window,
)

times, events, claims = load_time_expressions(), load_events(), load_digest_claims()
STRICT, USUAL = public_window(events), usual_window(times, events)
ATTACK = row(events, "E13").date
SHORTEST = add_fact(USUAL, events, "E13")
APPEARED = "2025-01-11"
EVENTS = {
    "C17": "Ukraine's army enters the region",
    "C18": "a goal of the offensive is explained",
    "C19": "1,240 km² are held",
    "C20": "ground is being lost",
    "C21": "about 800 km² are held",
    "C23": "13 soldiers, on Tuesday",
    "C24": "the Secretary of State in Seoul, on Monday",
}
DRAWN = bars(times, claims, ["TE08", "TE09", "TE10", "TE11", "TE12", "TE14", "TE15"])


def sorted_expressions():
    """Each expression, named as in the exercise, with its kind."""
    named = times["paragraph"] + ": " + times["fragment"]
    return dict(zip(named, times["kind"], strict=True))


def described_events():
    """The event that fits each description of exercise 1.6."""
    november = (DRAWN["earliest"] == month(2024, 11).earliest) & (
        DRAWN["latest"] == month(2024, 11).latest
    )
    found = {
        "a point: one certain day": DRAWN["kind"] == "printed in full",
        "the longest bar: no end is printed": DRAWN["latest"].isna(),
        "a bar of exactly 30 days": november,
    }
    return {what: EVENTS[DRAWN[fits]["claim"].item()] for what, fits in found.items()}


ANSWERS = {
    "1.1": lambda: int(times["complete"].sum()),
    "1.2": sorted_expressions,
    "1.3": lambda: count_days(USUAL),
    "1.4": lambda: weekdays_in(USUAL, "Tuesday"),
    "1.5": lambda: last_weekdays(SHORTEST, "Tuesday"),
    "1.6": described_events,
    "1.7": lambda: days_between(month(2024, 11), APPEARED),
}


def left_by(fact):
    """How many days one outside fact leaves of the usual window."""
    return str(count_days(add_fact(USUAL, events, fact)))


FACTS = {
    "15": lambda: str(len(times)),
    "4": lambda: left_by("E13"),
    "7": lambda: left_by("E14") if left_by("E14") == left_by("E15") else "differ",
    "50": lambda: left_by("E05") if left_by("E05") == left_by("E11") else "differ",
    "13": lambda: row(claims, "C23").printed,
    "5": lambda: str(as_day(ATTACK).day),
    "26": lambda: str(last_weekdays(USUAL, "Tuesday")[0].day),
    "19": lambda: str(USUAL.latest.day),
    "11": lambda: str(as_day(APPEARED).day),
}

# Days of the worked examples, ends that the cells print, parts of the course.
HARMLESS = {"1", "2", "3", "14", "6", "9", "8", "16", "45", "2023", "2024", "2025"}
HARMLESS |= {"2019", "8601"}

# Numbers that only the guide has.
GUIDE = {"75": lambda: str(count_days(STRICT))}
