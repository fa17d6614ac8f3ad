"""Is a key file sound? Says in one sentence what is not, where, and what is allowed."""

from __future__ import annotations

import datetime
from collections.abc import Container
from typing import Any

TEXTS = ("title", "ask", "unit", "write", "right", "code", "judged", "solution")
LISTS = ("given", "options", "items", "also", "hints", "samples", "mistakes")
OTHERS = ("id", "kind", "answer", "tolerance", "predict", "confidence")
KINDS = ("number", "interval", "choice", "choices", "days", "mapping", "text")
LEVELS = ["A start", "On the way", "It holds"]  # of a sample answer, in this order
MISTAKE = {"answer", "low", "high", "tolerance", "reply"}


class KeyFileError(ValueError):
    """A key file with a mistake: which file, exercise and field; found, allowed."""

    def __init__(self, file: str, exercise: str, name: str, found: Any, allowed: str):
        self.file, self.exercise, self.field = file, exercise, name
        self.found, self.allowed = found, allowed
        where = f", exercise {exercise}" if exercise else ""
        what = f", field {name}" if name else ""
        super().__init__(
            f"data/exercises/{file}{where}{what}: found {found!s:.120}; "
            f"allowed is {allowed}."
        )


class _Complaint(Exception):
    """Field, what was found, what is allowed."""


def check_exercise(file: str, entry: Any, seen: Container[str]) -> None:
    """Raise KeyFileError for the first mistake in one [[exercise]] block."""
    id = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(id, str) or not id.strip():
        raise KeyFileError(file, "?", "id", id, 'text such as "2.1"')
    try:
        if id in seen:
            raise _Complaint("id", f"{id} twice", "each id once")
        _fields(entry)
        _answers(entry)
        _mistakes(entry)
    except _Complaint as complaint:
        raise KeyFileError(file, id, *complaint.args) from None


def _fields(entry: dict) -> None:
    for name, value in entry.items():
        if name not in (*TEXTS, *LISTS, *OTHERS):
            raise _Complaint(
                name, "an unknown field", ", ".join((*OTHERS, *TEXTS, *LISTS))
            )
        if name in TEXTS and not isinstance(value, str):
            raise _Complaint(name, repr(value), "text in quotation marks")
        if name in LISTS and not isinstance(value, list):
            raise _Complaint(name, repr(value), "a list")
    for name in ("title", "ask", "kind"):
        if not entry.get(name):
            raise _Complaint(name, "nothing", "a text that is not empty")
    if entry["kind"] not in KINDS:
        raise _Complaint("kind", repr(entry["kind"]), ", ".join(KINDS))
    if entry.get("judged", "") not in ("", "later"):
        raise _Complaint("judged", repr(entry["judged"]), '"later", or no such field')
    _tolerance(entry)
    _guess(entry.get("predict", {}), entry["kind"])


def _tolerance(part: dict) -> None:
    tolerance = part.get("tolerance", 0)
    if not _is_number(tolerance) or tolerance < 0:
        raise _Complaint("tolerance", repr(tolerance), "a number from 0 upwards")


def _guess(predict: Any, kind: str) -> None:
    if not predict or (kind == "choice" and set(predict) <= {"ask", "where"}):
        return  # without a slider the guess is one of the options
    fits = isinstance(predict, dict) and set(predict) <= {"low", "high", "step", "ask"}
    ends = [predict.get(name) for name in ("low", "high", "step")] if fits else []
    if not fits or not all(map(_is_number, ends)) or ends[0] >= ends[1]:
        raise _Complaint("predict", repr(predict), "{ low = 0, high = 100, step = 1 }")


def _answers(entry: dict) -> None:
    if entry["kind"] == "text":
        _samples(entry.get("samples", []))
        return
    if entry["kind"] in ("choice", "choices", "mapping") and not entry.get("options"):
        raise _Complaint("options", "nothing", "a list of the options")
    if "answer" not in entry:
        raise _Complaint("answer", "nothing", EXPECTED[entry["kind"]])
    for name, answer in [("answer", entry["answer"]), *_also(entry)]:
        if not _fits(entry, answer):
            raise _Complaint(name, repr(answer), EXPECTED[entry["kind"]])


def _also(entry: dict) -> list[tuple[str, Any]]:
    for one in entry.get("also", []):
        if not isinstance(one, dict) or set(one) != {"answer", "why"}:
            raise _Complaint("also", repr(one), '{ answer = ..., why = "..." }')
    return [("also", one["answer"]) for one in entry.get("also", [])]


def _samples(samples: list) -> None:
    for one in samples:
        if not isinstance(one, dict) or set(one) != {"level", "text", "reason"}:
            raise _Complaint("samples", repr(one), "level, text and reason")
    levels = [one["level"] for one in samples]
    if levels != LEVELS:
        raise _Complaint("samples", f"{len(samples)} samples {levels}", f"{LEVELS}")


def _mistakes(entry: dict) -> None:
    for one in entry.get("mistakes", []):
        if not isinstance(one, dict) or not set(one) <= MISTAKE or not one.get("reply"):
            raise _Complaint("mistakes", repr(one), "answer (or low and high), reply")
        _tolerance(one)
        ranged = _is_number(one.get("low")) and _is_number(one.get("high"))
        if not ranged and not _fits(entry, one.get("answer"), loose=True):
            raise _Complaint("mistakes", repr(one), EXPECTED[entry["kind"]])


def _fits(entry: dict, answer: Any, loose: bool = False) -> bool:
    """Is this an answer of the exercise's kind? A mistake may be only part of one."""
    kind, options = entry["kind"], entry.get("options", [])
    if kind == "number" or (loose and kind == "interval" and _is_number(answer)):
        return _is_number(answer)
    if kind == "choice" or (loose and kind == "choices" and isinstance(answer, str)):
        return answer in options
    if kind == "mapping":
        items = set(answer) if isinstance(answer, dict) else {None}
        whole = items <= set(entry.get("items", [])) and (loose or len(items) > 1)
        return whole and set(answer.values()) <= set(options)
    if not isinstance(answer, list):
        return False
    if kind == "interval":
        return len(answer) == 2 and all(map(_is_number, answer))
    if kind == "choices":
        return set(map(str, answer)) <= set(options)
    return bool(answer) and all(map(_is_day, answer))


EXPECTED = {
    "number": "a number",
    "interval": "[lowest, highest]",
    "choice": "one of the options",
    "choices": "a list of options",
    "days": 'a list of days such as ["2025-01-07"]',
    "mapping": "{ item = option } with the items and options listed",
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_day(value: Any) -> bool:
    try:
        return bool(datetime.date.fromisoformat(value))
    except (TypeError, ValueError):
        return False
