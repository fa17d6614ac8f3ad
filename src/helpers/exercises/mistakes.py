"""The general rules: what a wrong number most likely means, whatever the exercise.

Each rule compares a wrong number with the right one and with the figures that the
question names. No rule knows an exercise, and no reply names the answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import permutations

from helpers.exercises import replies
from helpers.exercises.attempt import Attempt

MILES_PER_KM = 0.621371
SQUARE_MILES_PER_KM2 = MILES_PER_KM**2


def _is_given(a: Attempt) -> bool:
    return a.value in a.exercise.given


def _sign(a: Attempt) -> bool:
    return a.right != 0 and a.near(-a.right)


def _fraction(a: Attempt) -> bool:
    return a.unit == "%" and abs(100 * a.value - a.right) <= max(
        a.exercise.tolerance, min(0.5, 55 * 10**-a.decimals)
    )


def _complement(a: Attempt) -> bool:
    return a.is_share and a.near(100 - a.right)


def _difference(a: Attempt) -> bool:
    return any(a.value == abs(x - y) for x, y in permutations(a.exercise.given, 2))


def _turned_over(a: Attempt) -> bool:
    return a.unit == "%" and a.right > 0 and a.near(10_000 / a.right)


def _base(a: Attempt) -> bool:
    return a.unit == "%" and any(a.near(share) for share in _shares(a.exercise.given))


def _shares(given: tuple[float, ...]) -> Iterator[float]:
    for part, whole in permutations(given, 2):
        if whole:
            yield 100 * part / whole
            yield 100 * abs(part - whole) / whole


def _factor(a: Attempt, *factors: float) -> bool:
    return any(a.near(x * factor) for x in a.exercise.given for factor in factors)


def _linear_factor(a: Attempt) -> bool:
    factors = (MILES_PER_KM, 1 / MILES_PER_KM)
    return a.unit in ("km²", "mi²") and _factor(a, *factors)


def _area_factor(a: Attempt) -> bool:
    factors = (SQUARE_MILES_PER_KM2, 1 / SQUARE_MILES_PER_KM2)
    return a.unit in ("km", "mi") and _factor(a, *factors)


def _factor_turned(a: Attempt) -> bool:
    factors = (SQUARE_MILES_PER_KM2, 1 / SQUARE_MILES_PER_KM2)
    converts = a.unit == "mi²" or "mile" in a.exercise.ask
    return converts and a.unit in ("km²", "mi²") and _factor(a, *factors)


def _side_for_area(a: Attempt) -> bool:
    side = 1 - math.sqrt(max(0.0, 1 - a.right / 100))
    return a.is_share and bool(a.exercise.given) and a.near(100 * side)


def _area_for_side(a: Attempt) -> bool:
    asked = re.search(r"\bsides?\b", a.exercise.ask.lower())
    return a.unit == "%" and bool(asked) and a.near(100 - (100 - a.right) ** 2 / 100)


def _no_root(a: Attempt) -> bool:
    squares = [x for x in a.exercise.given if x > 0 and a.unit in ("km", "mi", "m")]
    rooted = [x for x in squares if math.isclose(x**0.5, a.right, rel_tol=0.01)]
    return any(a.near(x / 2) or a.near(x / 4) or a.near(x**2) for x in rooted)


def _all_sides(a: Attempt) -> bool:
    return a.unit in ("km", "mi", "m") and a.near(4 * a.right)


def _off_by_one(a: Attempt) -> bool:
    return a.is_count and abs(a.value - a.right) == 1


def _part_of_a_whole(a: Attempt) -> bool:
    return a.is_count and not float(a.value).is_integer()


def _decimal_slip(a: Attempt) -> bool:
    return any(a.near(a.right * 10.0**n) for n in (-4, -3, -2, -1, 1, 2, 3, 4))


def _below_nothing(a: Attempt) -> bool:
    return a.value < 0 and a.right > 0


def _above_everything(a: Attempt) -> bool:
    return a.is_share and a.value > 100


def _digits_changed_places(a: Attempt) -> bool:
    digits = [re.sub(r"\D", "", f"{x:.{a.decimals}f}") for x in (a.value, a.right)]
    return len(digits[0]) > 2 and sorted(digits[0]) == sorted(digits[1])


def _rounded_too_far(a: Attempt) -> bool:
    places = a.decimals or (-1 if a.value % 10 == 0 else 0)
    cut = math.trunc(a.right * 10.0**places) / 10.0**places
    is_cut = places >= 0 and a.value == cut
    close = abs(a.value - a.right) <= 0.5 * 10.0**-places or is_cut
    return not a.is_count and a.value != 0 and places < 2 and close


def _close(a: Attempt) -> bool:
    return not a.is_count and abs(a.value - a.right) <= 0.05 * abs(a.right)


# The special before the general: the first rule that fits gives its reply.
TRIED = {
    rule.__name__.lstrip("_"): rule
    for rule in [
        _is_given,
        _sign,
        _fraction,
        _complement,
        _difference,
        _turned_over,
        _base,
        _linear_factor,
        _area_factor,
        _factor_turned,
        _side_for_area,
        _area_for_side,
        _no_root,
        _all_sides,
        _off_by_one,
        _part_of_a_whole,
        _decimal_slip,
        _below_nothing,
        _above_everything,
        _digits_changed_places,
        _rounded_too_far,
        _close,
    ]
}


def likely_mistake(attempt: Attempt, without: str = "") -> str:
    """The reply of the first rule that fits, or "" where none does."""
    for name, rule in TRIED.items():
        if name != without and rule(attempt):
            return replies.say(replies.RULES[name], attempt.exercise)
    return ""


def general_reply(attempt: Attempt) -> str:
    """A reply to a wrong number; there always is one."""
    found = likely_mistake(attempt)
    if found:
        return found
    if attempt.unit == "%" and 0 < attempt.value < 1:
        hundredfold = Attempt(100 * attempt.value, attempt.right, attempt.exercise, 1)
        also = likely_mistake(hundredfold)
        return f"That looks like a fraction of 1, not yet a percentage. {also}".strip()
    ending = next((end for end in replies.LAST_WORDS if attempt.unit.endswith(end)), "")
    return replies.LAST_WORDS.get(ending, replies.OTHERWISE)
