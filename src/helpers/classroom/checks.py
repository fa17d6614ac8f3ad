"""The check before and after the course: accepting the sound, doubting the doubtful.

The two are kept apart: who doubts everything doubts the doubtful as well.
"""

from __future__ import annotations

import json

import pandas as pd

from helpers import before_after
from helpers.classroom.group import FEW, Group
from helpers.exercises.key import Exercise, exercises_of
from helpers.tables import data_folder

KINDS = ("accepting the sound", "doubting the doubtful", "a share", "two lower bounds")
COLUMNS = ["what", "before", "after", "learners_before", "learners_after"]
SAME = "same_people"


def before_and_after(group: Group) -> pd.DataFrame:
    """Shares of answers that fit, in per cent, before and after the course.

    Where at least five did both, only those who did both are counted, so that the two
    columns speak of the same people; a column says whether they do. Empty for a group
    of fewer than five.
    """
    before, after = _check_of("00"), _check_of("08")
    first, second = _fits(group, before), _fits(group, after)
    both = first.index.intersection(second.index)
    if len(both) >= FEW:
        first, second = first.loc[both], second.loc[both]
    rows = [_row(kind, first, second) for kind in KINDS]
    table = pd.DataFrame(rows, columns=COLUMNS)
    table = table.assign(**{SAME: "yes" if len(both) >= FEW else "no"})
    return table[table["before"].notna() | table["after"].notna()]


def kind_of(exercise: Exercise) -> str:
    """What a statement or question of the check is there for: one of KINDS."""
    kind = before_after.kind_of(exercise)
    if kind in KINDS:
        return kind
    return KINDS[3] if "cannot be told" in exercise.answer else KINDS[2]


def _check_of(lesson: str) -> dict[str, Exercise]:
    """The six of a lesson that ask how sure one is; {} if it is not there yet."""
    path = data_folder() / "exercises" / f"{lesson}.toml"
    known = exercises_of(path) if path.is_file() else {}
    return {id: one for id, one in known.items() if one.confidence}


def _fits(group: Group, check: dict[str, Exercise]) -> pd.DataFrame:
    """For each learner and kind the share of answers that fit, from 0 to 1."""
    ours = group.answers[group.answers["exercise"].astype(str).isin(list(check))]
    ours = ours.dropna(subset="answer")
    fits = [
        json.loads(answer) == check[id].answer
        for id, answer in zip(ours["exercise"], ours["answer"], strict=True)
    ]
    kinds = [kind_of(check[id]) for id in ours["exercise"]]
    table = pd.DataFrame({"coder": ours["coder"].array, "kind": kinds, "fits": fits})
    shares = table.groupby(["coder", "kind"])["fits"].mean().unstack()
    return shares.reindex(columns=list(KINDS)).astype(float)


def _row(kind: str, first: pd.DataFrame, second: pd.DataFrame) -> tuple:
    shares = [_share(one[kind]) for one in (first, second)]
    return (kind, *(share for share, _ in shares), *(number for _, number in shares))


def _share(fits: pd.Series) -> tuple[float | None, int | str]:
    known = fits.dropna()
    if 0 < len(known) < FEW:
        return None, f"fewer than {FEW}"
    return (100 * known.mean(), len(known)) if len(known) else (None, 0)
