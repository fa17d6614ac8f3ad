"""Grades on the two scales of the Admiralty code, and how far they go together.

The letter is for the record of the source, the number for how one item fits with
others. F and 6 mean "no basis": they have no place in the order of the others.
"""

from __future__ import annotations

import pandas as pd

from helpers.plain import PlainError
from helpers.tables import row

SCALES = {"information": "123456", "source": "ABCDEF"}
NO_BASIS = {"information": "6", "source": "F"}
ALLOWED = {
    "information": "a number from 1 to 6; 6 means “no basis”",
    "source": "a letter from A to F; F means “no basis”",
}
OTHER = {"information": "source", "source": "information"}
VERDICTS = ["in the range", "one step away", "no basis", "further away"]
COLUMNS = ["claim_id", "source", "information"]
CELLS, CELLS_WITH_A_BASIS, ON_DIAGONAL = 36, 25, 5


class GradeError(PlainError):
    """A grade outside its scale: what was found and what is allowed."""


def read_grade(scale: str, typed: object) -> str:
    """The grade that was typed for "information" or "source".

    >>> read_grade("source", " c "), read_grade("information", 3)
    ('C', '3')
    >>> read_grade("information", 7)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    helpers.grades.GradeError: “7” is no grade for the information. Write a number ...
    """
    grade = str(typed).strip().upper()
    if len(grade) == 1 and grade in SCALES[scale]:
        return grade
    found = f"“{str(typed)[:20]}” is no grade for the {scale}."
    if len(grade) == 1 and grade in SCALES[OTHER[scale]]:
        found += f" It belongs to the other scale, for the {OTHER[scale]}."
    raise GradeError(f"{found} Write {ALLOWED[scale]}.")


def read_code(code: object) -> tuple[str, str]:
    """Letter and number of a two-sign code: the source first, as it is written.

    >>> read_code("f1")
    ('F', '1')
    """
    signs = str(code).strip().replace("/", "").replace(" ", "")
    if len(signs) != 2:
        raise GradeError(
            f"“{str(code)[:20]}” is no code. Write two signs, such as B2: "
            f"{ALLOWED['source']}; then {ALLOWED['information']}."
        )
    return read_grade("source", signs[0]), read_grade("information", signs[1])


def grades_of(codes: dict[str, str]) -> pd.DataFrame:
    """Grades as a table, from codes by claim such as {"C04": "F1"}."""
    rows = [(claim, *read_code(code)) for claim, code in codes.items()]
    return pd.DataFrame(rows, columns=COLUMNS)


def with_diagonal(grades: pd.DataFrame) -> pd.DataFrame:
    """The grades with two columns more: has a basis on both scales, on the diagonal."""
    places = [
        (SCALES["source"].index(letter), SCALES["information"].index(number))
        for letter, number in zip(grades["source"], grades["information"], strict=True)
    ]
    based = [5 not in pair for pair in places]
    on_it = [a == b and basis for (a, b), basis in zip(places, based, strict=True)]
    return grades.assign(has_basis=based, on_diagonal=on_it)


def share_on_diagonal(grades: pd.DataFrame, with_basis: bool = False) -> float | None:
    """What per cent of the grades lie on A1, B2, C3, D4 or E5; None without grades.

    With `with_basis` only grades that have a basis on both scales are counted.

    >>> share_on_diagonal(grades_of({"C04": "F1", "C24": "B2"}))
    50.0
    """
    marked = with_diagonal(grades)
    marked = marked[marked["has_basis"]] if with_basis else marked
    return float(marked["on_diagonal"].mean() * 100) if len(marked) else None


def share_by_chance(with_basis: bool = False) -> float:
    """What per cent would lie there if every cell of the grid were as likely.

    >>> round(share_by_chance(), 1), share_by_chance(with_basis=True)
    (13.9, 20.0)
    """
    return ON_DIAGONAL / (CELLS_WITH_A_BASIS if with_basis else CELLS) * 100


def key_ranges(
    key: pd.DataFrame, claims: list[str], outside: bool = False
) -> pd.DataFrame:
    """The key's range on both scales for these claims, with its reason.

    With `outside` the grade of the information is what it is once a fact from outside
    the digest is known, where the key has one.
    """
    return pd.DataFrame([_range_row(row(key, claim), outside) for claim in claims])


def compare(grades: pd.DataFrame, ranges: pd.DataFrame) -> pd.DataFrame:
    """Grades beside the key's ranges, with a verdict on each scale (VERDICTS)."""
    both = grades.merge(ranges, on="claim_id")
    for scale in SCALES:
        ends = zip(both[scale], both[f"{scale}_from"], both[f"{scale}_to"], strict=True)
        both[f"{scale}_verdict"] = [verdict(scale, *three) for three in ends]
    return both


def verdict(scale: str, given: str, low: str, high: str) -> str:
    """How a grade lies to the key's range: one of VERDICTS.

    F and 6 have no neighbours: "no basis" is the verdict where either side has it and
    the other has not.

    >>> verdict("source", "B", "C", "D"), verdict("information", "6", "1", "1")
    ('one step away', 'no basis')
    """
    order = SCALES[scale]
    if low <= given <= high:
        return "in the range"
    if NO_BASIS[scale] in (given, low):
        return "no basis"
    steps = min(abs(order.index(given) - order.index(end)) for end in (low, high))
    return "one step away" if steps == 1 else "further away"


def _range_row(claim: pd.Series, outside: bool) -> dict[str, str]:
    low, high = claim["credibility_from"], claim["credibility_to"]
    known = claim["credibility_outside"]
    if outside and not pd.isna(known):
        low = high = known
    return {
        "claim_id": claim["claim_id"],
        "source_from": claim["reliability_from"],
        "source_to": claim["reliability_to"],
        "information_from": str(low),
        "information_to": str(high),
        "named": claim["named"],
        "reason": claim["reason"],
    }
