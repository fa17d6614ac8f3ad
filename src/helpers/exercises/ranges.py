"""What a wrong range most likely means; the rules for one number serve each end."""

from __future__ import annotations

from helpers.exercises.attempt import Attempt
from helpers.exercises.key import Exercise
from helpers.exercises.mistakes import likely_mistake

DOWNWARDS = "Both ends are there, but the wrong way round. Write the lowest first."
NO_WIDTH = (
    "Both ends are the same, so that is one number. Which reading gives the lowest "
    "value, and which the highest?"
)


def is_close(value: float, right: float, exercise: Exercise) -> bool:
    """Right within the exercise's tolerance (with room for how computers divide)."""
    return abs(value - right) <= exercise.tolerance + 1e-9


def same_range(typed: tuple[float, ...], right: list, exercise: Exercise) -> bool:
    """Do both ends fit?"""
    pairs = zip(typed, right, strict=False)
    return len(typed) == 2 and all(is_close(a, b, exercise) for a, b in pairs)


def one_number(value: float, exercise: Exercise) -> str:
    """The reply to a single number where a range is asked."""
    low, high = exercise.answer
    if is_close(value, low, exercise) or is_close(value, high, exercise):
        return "That is one end. Now find the other, and write both, the lowest first."
    if low < value < high:
        return (
            "One number hides what is not known. Work out the lowest and the highest "
            "value it could have, and write both."
        )
    return (
        "One number is not enough here: the question asks for a range. Work out "
        "the lowest and the highest value, and write both."
    )


def wrong_range(typed: tuple[float, float], exercise: Exercise, decimals: int) -> str:
    """The reply to a range that is not right."""
    low, high = exercise.answer
    if same_range(typed[::-1], exercise.answer, exercise):
        return DOWNWARDS
    if typed[0] == typed[1]:
        return NO_WIDTH
    shared = _at_both_ends(typed, exercise, decimals)
    return shared or _end_by_end(sorted(typed), low, high, exercise)


def _at_both_ends(typed: tuple, exercise: Exercise, decimals: int) -> str:
    """The reply of a rule that fits both ends, in this order or crosswise."""
    for right in (exercise.answer, exercise.answer[::-1]):
        replies = {
            likely_mistake(Attempt(value, end, exercise, decimals), without="close")
            for value, end in zip(typed, right, strict=True)
        }
        if len(replies) == 1 and "" not in replies:
            return replies.pop()
    return ""


def _end_by_end(typed: list[float], low: float, high: float, exercise: Exercise) -> str:
    first, second = typed
    if is_close(first, low, exercise):
        return (
            "The lower end fits, the upper one does not. Which combination of readings "
            "makes it largest?"
        )
    if is_close(second, high, exercise):
        return (
            "The upper end fits, the lower one does not. Which combination of readings "
            "makes it smallest?"
        )
    if low <= first and second <= high:
        return (
            "Too narrow: the words allow more than that. Take each uncertain figure to "
            "its lowest and to its highest value."
        )
    if first <= low and high <= second:
        return (
            "Wider than the words allow. Which values would still be written the same "
            "way, and which would not?"
        )
    if first < high and low < second:
        return (
            "Neither end fits yet. Work out one end completely, with its own figures, "
            "before you start on the other."
        )
    return (
        "That range lies beside the one asked for. Start with the figures as printed, "
        "then move one figure at a time to its ends."
    )
