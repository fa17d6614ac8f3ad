"""From an answer to its state and its reply."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from helpers.entries import EntryError, Reading, read_amount, unit_of
from helpers.exercises import replies
from helpers.exercises.attempt import Attempt
from helpers.exercises.chosen import judge_choice, judge_choices, judge_mapping
from helpers.exercises.dated import judge_days
from helpers.exercises.key import Exercise
from helpers.exercises.mistakes import general_reply
from helpers.exercises.ranges import is_close, one_number, same_range, wrong_range

LIMIT = re.compile(r"(?:at most|(?P<about>about)) (?P<most>\d+)(?= words)")
SENSE = 200  # a number this many times too large or small is not a likely meaning


class Verdict(NamedTuple):
    """State and reply; `read` is False where the entry could not be read at all."""

    state: str
    reply: str
    read: bool = True


def judge(exercise: Exercise, entry: Any) -> Verdict:
    """State ("not tried yet", "not yet", "right") and reply. Never raises."""
    try:
        verdict = Verdict(*JUDGES[exercise.kind](exercise, entry))
    except EntryError as error:
        return Verdict(*replies.unread(error, exercise), read=False)
    except Exception:  # whatever a learner hands over, a lesson goes on
        return Verdict(*replies.unread(EntryError("other", ""), exercise), read=False)
    later = exercise.judged == "later"
    return Verdict("not yet", replies.KEPT) if later else verdict


def judge_number(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on an entry where one number is asked."""
    reading = read_amount(entry)
    shape = _shape_reply(reading, exercise)
    if shape:
        return "not yet", shape
    numbers = [one[0] for one in reading.candidates if len(one) == 1]
    likely = _that_make_sense(numbers, exercise)
    if len(likely) > 1:
        first, second = (f"{number:g}" for number in likely)
        reply = replies.say(replies.WHICH_NUMBER, exercise, first=first, second=second)
        return "not yet", reply
    return _one_number(likely[0], reading, exercise)


def _one_number(value: float, reading: Reading, exercise: Exercise) -> tuple[str, str]:
    unit = _unit_reply(reading, exercise)
    if is_close(value, exercise.answer, exercise):
        return ("not yet", unit) if unit else ("right", exercise.right)
    for other in exercise.also:
        if is_close(value, other.answer, exercise):
            return ("not yet", unit) if unit else ("right", other.why)
    attempt = Attempt(value, exercise.answer, exercise, reading.decimals)
    return "not yet", _listed((value,), exercise) or unit or general_reply(attempt)


def _shape_reply(reading: Reading, exercise: Exercise) -> str:
    """Why an entry is not one number; "" where it is."""
    if reading.shape == "number" or reading.way == "difference":
        return ""
    if reading.shape == "open":
        return replies.say(replies.OPEN_END, exercise)
    if reading.shape == "several":
        return replies.say(replies.UNDECIDED, exercise)
    whole = all(float(number).is_integer() for number in reading.candidates[0])
    apart = reading.way in ("comma", "pair") and whole
    return (
        replies.DECIMALS if apart else replies.say(replies.RANGE_FOR_NUMBER, exercise)
    )


def _that_make_sense(numbers: list[float], exercise: Exercise) -> list[float]:
    """The readings to go by: one, or two where both are possible meanings."""
    named = [number for number in numbers if number in exercise.given]
    if len(numbers) < 2 or named:
        return named or numbers
    share = Attempt(0.0, exercise.answer, exercise).is_share
    highest = 100 if share else SENSE * abs(exercise.answer)
    lowest = abs(exercise.answer) / SENSE
    likely = [number for number in numbers if lowest <= abs(number) <= highest]
    return likely or numbers[:1]


def judge_interval(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on an entry where a lowest and a highest value are asked."""
    reading = read_amount(entry)
    if reading.shape == "open":
        return "not yet", replies.say(replies.OPEN_END, exercise)
    if reading.shape == "several":
        return "not yet", replies.say(replies.TOO_MANY, exercise)
    readings = [(one, _fits(one, exercise)) for one in reading.candidates]
    typed, right = next((pair for pair in readings if pair[1]), readings[0])
    unit = _unit_reply(reading, exercise)
    if right is not None:
        return ("not yet", unit) if unit else ("right", right)
    known = _listed(typed, exercise) or unit
    if len(typed) == 1:
        return "not yet", known or one_number(typed[0], exercise)
    return "not yet", known or wrong_range(typed, exercise, reading.decimals)


def _fits(typed: tuple[float, ...], exercise: Exercise) -> str | None:
    """What is said to a right range; None where it is not right."""
    if same_range(typed, exercise.answer, exercise):
        return exercise.right
    for other in exercise.also:
        if same_range(typed, other.answer, exercise):
            return other.why
    return None


def _listed(typed: tuple[float, ...], exercise: Exercise) -> str:
    """The reply of the listed mistake that was made, or ""."""
    for mistake in exercise.mistakes:
        room = exercise.tolerance if mistake.tolerance is None else mistake.tolerance
        if mistake.low is not None:
            if all(mistake.low <= number <= mistake.high for number in typed):
                return mistake.reply
            continue
        wrong = mistake.answer if isinstance(mistake.answer, list) else [mistake.answer]
        pairs = list(zip(typed, wrong, strict=False))
        if len(typed) == len(wrong) and all(
            abs(a - b) <= room + 1e-9 for a, b in pairs
        ):
            return mistake.reply
    return ""


def _unit_reply(reading: Reading, exercise: Exercise) -> str:
    typed, asked = reading.unit, unit_of(exercise.unit)
    rate = asked.startswith(f"{typed} ")  # km² where km² per day is asked
    is_count = typed == "people" and not asked  # "1 person" of claims, pages, voices
    if not typed or typed == asked or rate or is_count:
        return ""
    named = exercise.unit or "a plain number"
    names = {"typed": "percentage points" if typed == "points" else typed}
    return replies.say(replies.OTHER_UNIT, exercise, asked=named, **names)


def judge_text(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """Texts are judged by people: kept, without a verdict."""
    if entry is None or entry is ...:
        raise EntryError("nothing", "")
    text = entry.strip() if isinstance(entry, str) else ""
    if not isinstance(entry, str):
        raise EntryError("other", "")
    if not text.strip("?!. …-"):
        raise EntryError("unsure" if "?" in text else "nothing", "")
    return "not yet", f"{_length(text, exercise)}{replies.COMPARE}"


def _length(text: str, exercise: Exercise) -> str:
    """How long a text is, where that is more than the exercise asks for."""
    asked, words = LIMIT.search(exercise.how_to_write), len(text.split())
    if not asked or words <= int(asked["most"]) * (1.2 if asked["about"] else 1):
        return ""
    return f"It has {words} words; {asked[0]} are asked for. "


JUDGES = {
    "number": judge_number,
    "interval": judge_interval,
    "choice": judge_choice,
    "choices": judge_choices,
    "mapping": judge_mapping,
    "days": judge_days,
    "text": judge_text,
}
