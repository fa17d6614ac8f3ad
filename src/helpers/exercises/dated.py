"""Answers that are days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from helpers.entries import DaysReading, read_days
from helpers.exercises.key import Exercise

WHICH_ORDER = (
    "That can be read in two ways, as day and month or as month and day. Write the "
    "month as a word, such as 3 March 2025."
)


def judge_days(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on one day or several; their order does not matter."""
    right = _dates(exercise.answer)
    reading = read_days(entry, {day.year for day in _named(exercise)})
    if reading.unclear == "order":
        return "not yet", WHICH_ORDER
    typed = _meant(reading, right)
    if typed == right:
        return "right", exercise.right
    for other in exercise.also:
        if _meant(reading, _dates(other.answer)) == _dates(other.answer):
            return "right", other.why
    for mistake in exercise.mistakes:
        wrong = _dates(mistake.answer)
        if _meant(reading, wrong) == wrong:
            return "not yet", mistake.reply
    return "not yet", _reply(typed, right)


def _dates(days: Iterable[str]) -> set[date]:
    return {date.fromisoformat(day) for day in days}


def _named(exercise: Exercise) -> set[date]:
    """Every day in the key: a day typed without a year may fall in any of its years."""
    known = (exercise, *exercise.also, *exercise.mistakes)
    return {day for one in known for day in _dates(one.answer or ())}


def _meant(reading: DaysReading, right: set[date]) -> set[date]:
    """Each day typed; where no year was written, in the year nearest to these days."""
    return {min(one, key=lambda day: _distance(day, right)) for one in reading.days}


def _distance(day: date, others: set[date]) -> int:
    return min(abs((day - other).days) for other in others)


def _reply(typed: set[date], right: set[date]) -> str:
    if {(d.month, d.day) for d in typed} == {(d.month, d.day) for d in right}:
        return "Day and month fit. Look at the year again."
    if len(right) == 1 and len(typed) == 1:
        return _one_day(*typed, *right)
    if typed < right:
        return f"Those fit, but {len(right - typed)} more belong there. Go on counting."
    if typed > right:
        return "One too many, at the least. Which of them lie outside the window?"
    if not typed & right:
        return (
            "None of them fits yet. Check the weekday of the first one in a calendar."
        )
    return "Some fit, others do not. Check each one in a calendar."


def _one_day(typed: date, right: date) -> str:
    apart = abs((typed - right).days)
    if apart == 1:
        return "One day off. Count again from a day whose date you know."
    if apart % 7 == 0:
        return "The weekday fits, the week does not. Which clue ties it to a date?"
    return "Not that day. Which weekday does the text name? Look it up in a calendar."
