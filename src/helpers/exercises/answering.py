"""Checking an answer, climbing the hints, showing a worked answer."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from helpers import record
from helpers.exercises import key
from helpers.exercises.guesses import open_anyway, show_what_waits
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Hint, Result, Sorry, Worked

if TYPE_CHECKING:
    from helpers.exercises.judge import Verdict

HOW_SURE = (
    "How sure are you of your choice? Add a number from 0 to 100, such as 80, and save "
    "again."
)
_reached: dict[str, int] = {}  # the rung of each ladder, for as long as the kernel runs


def check(id: str, x: Any = ..., confidence: Any = None) -> Result:
    """The state of an answer and a sentence about it; never raises.

    `x` is the answer as you would write it: 35.48, "35,48 %", (4.84, 7.1), "4.84 to
    7.1", a day, an option. `...` stands for not tried yet. `confidence` (0 to 100) is
    kept with the answers of the check before the course.
    """
    try:
        exercise = key.exercise(id)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        name = id[:20] if isinstance(id, str) else "?"
        return Result(name, "not tried yet", str(problem))
    verdict = _judged(exercise, x)
    sure = _percent(confidence)
    warning = (
        ""
        if verdict.state == "not tried yet"
        else _keep(exercise, x, verdict.state, sure)
    )
    reply = verdict.reply
    if exercise.confidence and verdict.read and sure is None:
        reply = f"{reply} {HOW_SURE}"
    saved = exercise.by_people and verdict.read
    return Result(exercise.id, verdict.state, reply, saved, warning)


def look_again(exercise: Exercise, x: Any) -> Result:
    """The result of an answer from an earlier session; nothing is saved again."""
    verdict = _judged(exercise, x)
    saved = exercise.by_people and verdict.read
    return Result(exercise.id, verdict.state, verdict.reply, saved)


def hint(id: str) -> Hint | Sorry:
    """The next hint of an exercise, below those already seen."""
    try:
        exercise = key.exercise(id)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))
    if not exercise.hints:
        return Hint(exercise.id, (), 0, "No hints here: decide as you see it.")
    rung = min(_reached.get(exercise.id, 0) + 1, len(exercise.hints))
    if rung != _reached.get(exercise.id):
        record.save(exercise.id, "hint", rung)
    _reached[exercise.id] = rung
    top = rung == len(exercise.hints)
    note = "That was the last hint. After another try, look at the worked answer."
    return Hint(exercise.id, exercise.hints[:rung], len(exercise.hints), note * top)


def all_hints_seen(exercise: Exercise) -> bool:
    """Has this learner climbed to the top of the ladder since the kernel started?"""
    return _reached.get(exercise.id, 0) >= len(exercise.hints) > 0


def solution(id: str, anyway: bool = False) -> Worked | Sorry:
    """The worked answer; for a text, three sample answers with their reasons.

    Samples are shown after the learner has written something, so that the first
    sentence is their own. `anyway` shows them at once: the answered edition uses it.
    """
    try:
        exercise = key.exercise(id)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))
    if exercise.judged == "later" and not anyway:
        return Sorry(f"Exercise {exercise.id} is looked at again after the course.")
    written = record.last(exercise.id, "answer")
    if exercise.kind == "text" and not (anyway or written):
        return Sorry(
            f"Exercise {exercise.id}: first write a sentence of your own and save it. "
            "Then the sample answers can be compared with yours."
        )
    if anyway:
        open_anyway(exercise)
    else:
        record.save(exercise.id, "solution", "shown")
        show_what_waits(exercise)
    return Worked(exercise.id, exercise.solution, exercise.samples)


def _keep(exercise: Exercise, x: Any, state: str, sure: float | None) -> str:
    more = {} if sure is None else {"confidence": sure}
    warning = record.save(exercise.id, "answer", _storable(x), state=state, **more)
    show_what_waits(exercise)
    return warning


def _judged(exercise: Exercise, x: Any) -> Verdict:
    # What reads people's writing is imported with the first answer, so that a lesson
    # opens sooner.
    from helpers.exercises.judge import judge

    return judge(exercise, x)


def _percent(confidence: Any) -> float | None:
    """A confidence from 0 to 100, or None where none can be read.

    A range, a fraction such as 50/50, or 0.8 can mean several things: none is taken.
    """
    from helpers.entries import EntryError, read_amount

    try:
        reading = read_amount(confidence)
    except EntryError:
        return None
    value, is_sum = reading.candidates[0][0], "/" in str(confidence)
    whole = reading.shape == "number" and not is_sum and (value == 0 or value >= 1)
    return value if whole and 0 <= value <= 100 else None


def _storable(x: Any) -> Any:
    """The answer in a form that JSON can hold and a field can show again."""
    try:
        if isinstance(x, datetime.date):
            return x.isoformat()[:10]
        if isinstance(x, Decimal | Fraction):
            return str(x)
        if isinstance(x, set | frozenset):
            return sorted(map(str, x))
        if hasattr(x, "low") and hasattr(x, "high"):
            return [x.low, x.high]
        return x.tolist() if hasattr(x, "tolist") else x
    except Exception:  # an object may fail in any way when it is looked at
        return "?"
