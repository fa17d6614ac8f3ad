"""A number that is not right, beside the right one and what the exercise asks."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.entries import unit_of
from helpers.exercises.key import Exercise


@dataclass(frozen=True)
class Attempt:
    """A number that is not right, beside the right one."""

    value: float
    right: float
    exercise: Exercise
    decimals: int = 0

    @property
    def unit(self) -> str:
        """The unit asked for, in the spelling of `entries`."""
        return unit_of(self.exercise.unit) or self.exercise.unit

    @property
    def is_share(self) -> bool:
        """Is a part of a whole asked, so that 100 % is the most there can be?"""
        words = f"{self.exercise.title} {self.exercise.ask}".lower()
        return self.unit == "%" and "share" in words

    @property
    def is_count(self) -> bool:
        """Is something counted? The key then has a whole number, and no room."""
        whole = isinstance(self.exercise.answer, int) and self.unit != "%"
        return whole and self.exercise.tolerance < 0.5

    def near(self, target: float) -> bool:
        """Is the number this other value, as far as it was written out?

        A value close to the right one does not count: it is no mistake of that kind.
        """
        if abs(target - self.right) <= 0.05 * abs(self.right):
            return False
        rounding = 0.55 * 10**-self.decimals
        room = min(max(self.exercise.tolerance, rounding), 0.02 * abs(target))
        return abs(self.value - target) <= max(room, 0.005 * abs(target))
