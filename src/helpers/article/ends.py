"""The two ends of a number: how they lie to the printed value, bound by bound."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

# For each kind of bound: how lower and upper lie to value, and what to write.
ENDS = {
    "exact": ("=", "=", "value, lower and upper all the same"),
    "about": ("<=", ">=", "the lowest and the highest number that is rounded to it"),
    "at_least": ("=", "open up", "lower the same as value, upper empty"),
    "more_than": (">", "open up", "lower just above value, 10001 for 10000"),
    "at_most": ("open down", "=", "upper the same as value, lower empty"),
    "less_than": ("open down", "<", "upper just below value, 9999 for 10000"),
    "between": ("any", "any", "the two numbers in lower and upper, value empty"),
    "none": ("", "", "value, lower and upper empty"),
}
SAYS = {
    "=": "the same as value",
    "<=": "not above value",
    ">=": "not below value",
    ">": "above value",
    "<": "below value",
    "open up": "an empty cell, or a number that is not below value",
    "open down": "an empty cell, or a number that is not above value",
    "any": "a number",
    "": "an empty cell",
}


def bound_faults(claim: pd.Series) -> Iterator[tuple[str, str, str, str]]:
    """(column, found, expected, fix) where the ends do not fit the bound."""
    kind = claim.bound_type
    if pd.isna(kind):
        return
    *ends, rule = ENDS[kind]
    fix = f"For {kind}: {rule}."
    printed = kind not in ("none", "between")
    if pd.isna(claim.value) == printed:
        found = "an empty cell" if printed else _number(claim.value)
        expected = "the number printed" if printed else "an empty cell"
        yield "value", f"{found} with bound_type {kind}", expected, fix
    elif printed and pd.isna(claim.unit):
        say = "Write what is counted or measured, such as people or euros."
        yield "unit", "an empty cell", "the unit of the number", say
    wrong = False
    for column, relation in zip(("lower", "upper"), ends, strict=True):
        if not _fits(claim[column], relation, claim.value):
            wrong = True
            beside = "" if pd.isna(claim.value) else f", value {_number(claim.value)}"
            found = f"{_number(claim[column])} with bound_type {kind}{beside}"
            yield column, found, SAYS[relation], fix
    if claim.lower > claim.upper and not wrong:
        found = f"{_number(claim.lower)}, above upper ({_number(claim.upper)})"
        yield "lower", found, "not above upper", "Swap the two."


def _fits(end: float, relation: str, value: float) -> bool:
    if relation == "":
        return pd.isna(end)
    if pd.isna(end):
        return relation.startswith("open")
    if relation == "any" or pd.isna(value):
        return True
    return {
        "=": end == value,
        "<=": end <= value,
        "open down": end <= value,
        ">=": end >= value,
        "open up": end >= value,
        ">": end > value,
        "<": end < value,
    }[relation]


def _number(value: float) -> str:
    return "an empty cell" if pd.isna(value) else f"{value:.15g}"
