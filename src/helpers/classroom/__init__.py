"""A class's exports, merged: what to talk about next, and how far the class is.

>>> load_class().number
30
"""

from helpers.classroom.arrivals import ClassError
from helpers.classroom.checks import before_and_after
from helpers.classroom.group import Group, load_class
from helpers.classroom.items import by_item, wrong_answers
from helpers.classroom.scales import (
    alphas,
    class_codings,
    in_round,
    measured_again,
    whose,
)
from helpers.classroom.topics import topics

__all__ = [
    "ClassError",
    "Group",
    "alphas",
    "before_and_after",
    "by_item",
    "class_codings",
    "in_round",
    "load_class",
    "measured_again",
    "topics",
    "whose",
    "wrong_answers",
]
