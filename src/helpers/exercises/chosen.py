"""Answers picked from a list: one option, several, or one for each item."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from helpers.entries import EntryError, clean
from helpers.exercises.key import Exercise


def judge_choice(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on one option."""
    chosen = option_meant(entry, exercise.options)
    if chosen == exercise.answer:
        return "right", exercise.right
    for other in exercise.also:
        if chosen == other.answer:
            return "right", other.why
    reply = _reply_to(chosen, exercise)
    return "not yet", reply or (
        "Not this one. Say in your own words why it should hold, then test that reason "
        "against the text."
    )


def judge_choices(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on several options."""
    chosen = {option_meant(one, exercise.options) for one in _several(entry)}
    right = set(exercise.answer)
    if chosen == right:
        return "right", exercise.right
    for other in exercise.also:
        if chosen == set(other.answer):
            return "right", other.why
    return "not yet", _listed(chosen, exercise) or _too_many_or_few(chosen, right)


def judge_mapping(exercise: Exercise, entry: Any) -> tuple[str, str]:
    """The verdict on one option for each item."""
    if not isinstance(entry, dict):
        raise EntryError("nothing" if entry in (None, ...) else "table", "")
    chosen = {option_meant(k, exercise.items): v for k, v in entry.items() if _given(v)}
    chosen = {item: option_meant(v, exercise.options) for item, v in chosen.items()}
    if not chosen:
        raise EntryError("nothing", "")
    wrong = [i for i, option in chosen.items() if option != exercise.answer[i]]
    for mistake in exercise.mistakes:
        if all(chosen.get(item) == option for item, option in mistake.answer.items()):
            return "not yet", mistake.reply
    left = len(exercise.answer) - len(chosen)
    if not wrong and not left:
        return "right", exercise.right
    return "not yet", _progress(len(chosen) - len(wrong), wrong, left)


def option_meant(entry: Any, options: Iterable[str]) -> str:
    """The one option that was typed, in full or by its first words.

    Raises EntryError where nothing was typed, or nothing that names one option.
    """
    if not _given(entry):
        raise EntryError("nothing", "")
    if isinstance(entry, bool):
        entry = "yes" if entry else "no"
    if not isinstance(entry, str):
        raise EntryError("other", "")
    typed, known = _bare(entry), {_bare(option): option for option in options}
    if typed in known:
        return known[typed]
    begun = [full for bare, full in known.items() if bare.startswith(f"{typed} ")]
    if len(begun) != 1:
        raise EntryError("unsure" if not typed else "words", "")
    return begun[0]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[\w%/]+", clean(text[:400])))


def _given(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value is not ...


def _several(entry: Any) -> list:
    if isinstance(entry, str):
        entry = [part for part in re.split(r"[;\n]", entry) if part.strip()]
    if hasattr(entry, "tolist"):
        entry = entry.tolist()
    if entry is None or entry is ...:
        raise EntryError("nothing", "")
    if not isinstance(entry, list | tuple | set | frozenset):
        raise EntryError("other", "")
    if not entry:
        raise EntryError("nothing", "")
    return list(entry)


def _reply_to(chosen: Any, exercise: Exercise) -> str:
    found = (one.reply for one in exercise.mistakes if one.answer == chosen)
    return next(found, "")


def _listed(chosen: set[str], exercise: Exercise) -> str:
    """A mistake listed as a whole set, or as one option that should not be there."""
    for mistake in exercise.mistakes:
        if isinstance(mistake.answer, list) and set(mistake.answer) == chosen:
            return mistake.reply
    wrongly = [option for option in exercise.options if option in chosen]
    return next((reply for one in wrongly if (reply := _reply_to(one, exercise))), "")


def _too_many_or_few(chosen: set[str], right: set[str]) -> str:
    if chosen < right:
        return (
            "What you ticked belongs there, but something is missing. Go through the "
            "options you left out."
        )
    if chosen > right:
        return (
            "You ticked too much. Ask of each option what in the text supports it, and "
            "take out what nothing supports."
        )
    return (
        "Not this combination yet. Take the options one by one and write down a reason "
        "for or against each."
    )


def _progress(fit: int, wrong: list[str], left: int) -> str:
    parts = [f"{fit} of {fit + len(wrong) + left} fit."]
    if wrong:
        parts.append(f"Look again at: {', '.join(wrong[:3])}.")
    if left:
        parts.append(f"Still open: {left}. Choose an option for each.")
    return " ".join(parts)
