"""What a class coded and graded, as one table of codings; how far it agrees."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd

from helpers import agreement, codebook
from helpers.classroom.arrivals import ClassError
from helpers.classroom.group import CODINGS, FEW, Group, load_class
from helpers.tables import load_table

GRADE = re.compile(r"[A-F][1-6]")
# Grades of lesson 03, on two scales; the numbers of lesson 07 are a scale of their own.
GRADED = {"source": 0, "information": 1}
ORDERED = (*GRADED, *codebook.ORDERED)


def class_codings(folder: str = "") -> pd.DataFrame:
    """All codings of lesson 07 in a class, both rounds; `in_round` picks one.

    Without a folder the class is the supplied one, which is made up. In a real class
    the learner's own file is among the others; in the made-up one they have no part.
    Claims that fewer than five coded are left out. Raises ClassError where there is no
    such folder, or where that leaves nothing.
    """
    if not folder:
        return supplied()
    codings = load_class(folder).codings
    coders = codings["coder"].nunique()
    if not len(by_enough(codings)):
        raise ClassError(
            f"{coders} files in “{Path(folder).name}” hold codings of lesson 07, and "
            f"no claim is coded in {FEW} of them; fewer than {FEW} are not broken "
            "down. Ask for more files, or leave the folder empty and use the made-up "
            "class."
        )
    return by_enough(codings)


def by_enough(codings: pd.DataFrame) -> pd.DataFrame:
    """The codings without those of claims that fewer than five coded on a scale.

    A claim that only one person coded would show what that person thinks.
    """
    coded = codings.dropna(subset="code")
    coders = coded.groupby(["round", "claim_id", "scale"])["coder"].transform("nunique")
    return coded[coders >= FEW]


def whose(folder: str = "") -> str:
    """Whose codings these are, for the caption of every table.

    >>> whose()
    'The made-up class'
    """
    return "Your class" if folder else "The made-up class"


def supplied() -> pd.DataFrame:
    """The made-up class that comes with the course, as a table of codings."""
    table = load_table("synthetic_codings")
    long = table.melt(
        ["round", "coder", "claim_id"],
        list(codebook.QUESTIONS),
        var_name="scale",
        value_name="code",
    )
    return long.dropna(subset="code")[CODINGS].reset_index(drop=True)


def in_round(
    codings: pd.DataFrame, turn: str, claims: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The codings of the "first" or the "again" round; of the claims named, if any."""
    kept = codings[codings["round"] == turn]
    return kept[kept["claim_id"].isin(claims)] if claims else kept


def gradings(group: Group) -> pd.DataFrame:
    """The grades of lesson 03 (exercise 3.5) as codings on the scales of GRADED.

    It is the first try that counts: later ones have followed the replies.
    """
    ours = group.answers[group.answers["exercise"] == "3.5"].dropna(subset="answer")
    rows = [
        (one.coder, "first", claim, scale, grade[place])
        for one in ours.itertuples()
        for claim, grade in json.loads((*one.not_yet, one.answer)[0]).items()
        if GRADE.fullmatch(grade)
        for scale, place in GRADED.items()
    ]
    return by_enough(pd.DataFrame(rows, columns=CODINGS))


def first_codings(group: Group) -> pd.DataFrame:
    """What the class coded in lesson 07 before a line of the codebook was changed."""
    return in_round(by_enough(group.codings), "first")


def alphas(group: Group) -> pd.DataFrame:
    """Agreement on each scale that at least five have used: per cent, and alpha."""
    parts = [gradings(group), first_codings(group)]
    tables = [agreement.by_scale(part, ORDERED) for part in parts if len(part)]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def measured_again(codings: pd.DataFrame) -> pd.DataFrame:
    """Agreement on the modality of the four claims, before and after the new line.

    Both rows speak of the same coders: those who coded in both rounds. Of fewer than
    five nothing is said.
    """
    turns = {"first": "old line", "again": "new line"}
    rounds = {t: in_round(codings, t, codebook.AGAIN) for t in turns}
    both = set.intersection(*(set(one["coder"]) for one in rounds.values()))
    rows = [
        {"round": name, **_modality(rounds[t][rounds[t]["coder"].isin(both)], both)}
        for t, name in turns.items()
    ]
    return pd.DataFrame(rows)


def _modality(codings: pd.DataFrame, coders: set) -> dict:
    if len(coders) < FEW:
        few = f"fewer than {FEW}" if coders else 0
        return {"coders": few, "percent_agreement": None, "alpha": None}
    given = agreement.ratings(codings, "modality")
    percent = agreement.pairwise_agreement(given)
    alpha = agreement.alpha(given)
    return {"coders": len(coders), "percent_agreement": percent, "alpha": alpha}
