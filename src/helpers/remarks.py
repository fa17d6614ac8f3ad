"""What is said to the grades of one claim: which fit, and what to ask about the rest.

A remark names no grade of the key. One step away from the key's range is as good as in
it, if there is a reason; "no basis" is fair wherever nobody stands for the claim.
"""

from __future__ import annotations

import pandas as pd

from helpers.grades import NO_BASIS, SCALES, compare, with_diagonal

GOOD = ("in the range", "one step away")
NAMES = {"information": "the number", "source": "the letter"}
NOBODY_THERE = (
    "nobody is named behind it, so there is no record to grade. Which letter says that?"
)
A_RECORD = "this person has a name and a record. Which letter fits what you know of it?"
NOTHING_TO_HOLD = (
    "from the text alone there is nothing to hold it against that is known to have "
    "another origin. Which number says that?"
)
SOMETHING_TO_HOLD = (
    "there is something outside the digest to hold it against. What does it say?"
)
OTHER_ORIGIN = (
    "a 1 needs an item of another origin that says the same. Who is that, and is it "
    "not the same side?"
)
TOO_GOOD = "what does it fit, that was not said by the same side?"
NEITHER = "3 says that it neither fits nor clashes. Is there nothing that it fits?"
TOO_POOR = "with what does it clash? Liking or disliking the source belongs to step 2."
LETTER_TOO_GOOD = "do they have a stake in it, and do you know their record?"
LETTER_TOO_POOR = "a stake in the war is an interest, not yet a record of untruth."
SAME_HEIGHT = (
    "All your pairs stand at the same height on both scales. Can a stranger tell you "
    "something true, and somebody reliable be wrong?"
)


def remarks(grades: pd.DataFrame, ranges: pd.DataFrame) -> pd.DataFrame:
    """For each claim: its code, whether it fits on both scales, and a sentence."""
    both = compare(grades, ranges)
    rows = [(c.claim_id, c.source + c.information, *_one(c)) for c in both.itertuples()]
    return pd.DataFrame(rows, columns=["claim_id", "code", "fits", "remark"])


def diagonal_habit(grades: pd.DataFrame) -> str:
    """A question to those whose letters and numbers always go together, or ""."""
    marked = with_diagonal(grades)
    together = len(marked) > 2 and marked["on_diagonal"].all()
    return SAME_HEIGHT if together else ""


def _one(claim: tuple) -> tuple[bool, str]:
    said = [_on_scale(scale, claim) for scale in SCALES]
    asked = [remark for fits, remark in said if remark]
    fits = all(fits for fits, _ in said)
    return fits, " ".join(asked) or "In the key's range on both scales."


def _on_scale(scale: str, claim: tuple) -> tuple[bool, str]:
    """Whether the grade on one scale fits, and what there is to say about it."""
    verdict, name = getattr(claim, f"{scale}_verdict"), NAMES[scale]
    if verdict == "in the range":
        return True, ""
    if verdict == "one step away":
        return True, f"One step from the key in {name}: give your reason."
    if verdict == "no basis":
        return _without_basis(scale, claim)
    return False, f"Look again at {name}: {_further(scale, claim)}"


def _without_basis(scale: str, claim: tuple) -> tuple[bool, str]:
    """F or 6 on one of the two sides: given where the key has a basis, or missing."""
    name, low = NAMES[scale], getattr(claim, f"{scale}_from")
    if getattr(claim, scale) != NO_BASIS[scale]:
        lacking = NOBODY_THERE if scale == "source" else NOTHING_TO_HOLD
        return False, f"Look again at {name}: {lacking}"
    if scale == "source" and claim.named == "named_person":
        return False, f"Look again at {name}: {A_RECORD}"
    if scale == "information" and low == "1":
        return False, f"Look again at {name}: {SOMETHING_TO_HOLD}"
    return True, f"“No basis” is fair in {name}, if you say what is missing."


def _further(scale: str, claim: tuple) -> str:
    given, low = getattr(claim, scale), getattr(claim, f"{scale}_from")
    better = given < low
    if scale == "source":
        return LETTER_TOO_GOOD if better else LETTER_TOO_POOR
    if given == "1":
        return OTHER_ORIGIN
    if given == "3" and not better:
        return NEITHER
    return TOO_GOOD if better else TOO_POOR
