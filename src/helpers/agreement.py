"""How far coders agree: pairs that agree, and Krippendorff's alpha.

A table of ratings has one row for each claim and one column for each coder; an empty
cell means that this coder did not code this claim. Alpha is 1 where all agree, 0 where
they agree no more often than codes dealt out by chance, and can fall below 0.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.coincidences import (
    coincidences,
    counts,
    disagreement,
    nominal_distance,
    ordinal_distance,
)
from helpers.plain import PlainError

# Codes that mean "no basis": they have no place in the order of the others.
NO_BASIS = ("F", "6")
COLUMNS = ["coder", "claim_id", "scale", "code"]
STEPS = [
    "pairs",
    "pairs that disagree",
    "disagreement found",
    "disagreement if the codes were dealt out by chance",
    "alpha: 1 - found / by chance",
]


class AgreementError(PlainError):
    """A code that has no place in the order: what was found and what to do."""


def ratings(codings: pd.DataFrame, scale: str) -> pd.DataFrame:
    """One scale of a long table of codings as ratings: a claim a row, a coder a column.

    The columns of codings are COLUMNS; a coder codes a claim once on a scale.
    """
    one = codings[codings["scale"] == scale].dropna(subset="code")
    return one.pivot(index="claim_id", columns="coder", values="code")


def pairs(given: pd.DataFrame) -> pd.DataFrame:
    """For each claim: its coders, the pairs they form, and the pairs that agree.

    >>> pairs(pd.DataFrame({"a": [1], "b": [1], "c": [2]}, index=["C01"]))
      claim_id  coders  pairs  agree  percent
    0      C01       3      3      1     33.3
    """
    table = counts(given).to_numpy()
    coders = table.sum(axis=1)
    possible, agree = coders * (coders - 1) // 2, (table * (table - 1) // 2).sum(axis=1)
    share = 100 * agree / np.where(possible, possible, 1)
    percent = np.where(possible, share, np.nan).round(1)
    columns = {"coders": coders, "pairs": possible, "agree": agree, "percent": percent}
    return pd.DataFrame({"claim_id": list(given.index), **columns})


def pairwise_agreement(given: pd.DataFrame) -> float | None:
    """What per cent of all pairs of coders agree; None where no claim has a pair.

    >>> pairwise_agreement(pd.DataFrame({"a": [1, 2], "b": [1, 3]}))
    50.0
    """
    table = pairs(given)
    possible, agree = int(table["pairs"].sum()), int(table["agree"].sum())
    return 100 * agree / possible if possible else None


def alpha(given: pd.DataFrame) -> float | None:
    """Krippendorff's alpha for codes without an order (nominal).

    None where it has no value: fewer than two codes in use, or no claim with a pair.

    >>> four = pd.DataFrame({"a": [1, 2, 3, 2], "b": [1, 2, 3, 2], "c": [1, 1, 3, 2]})
    >>> round(alpha(four), 3)
    0.766
    """
    together = coincidences(counts(given))
    return _alpha(together, nominal_distance(together))


def alpha_ordinal(given: pd.DataFrame, order: str | list = "12345") -> float | None:
    """Krippendorff's alpha for codes in an order, from one end to the other (ordinal).

    A code outside the order raises AgreementError; `without_basis` takes 6 and F out.

    >>> near = pd.DataFrame({"a": ["1", "3"], "b": ["2", "3"]})
    >>> far = pd.DataFrame({"a": ["1", "3"], "b": ["5", "3"]})
    >>> round(alpha_ordinal(near), 2), alpha_ordinal(far)
    (0.83, -0.5)
    """
    table = counts(given)
    strange = [str(code) for code in table if code not in list(order)]
    if strange:
        raise AgreementError(
            f"Found {', '.join(strange)}; an order from {order[0]} to {order[-1]} is "
            "expected. 6 and F mean “no basis”: take them out with without_basis()."
        )
    together = coincidences(table.reindex(columns=list(order), fill_value=0))
    return _alpha(together, ordinal_distance(together.sum(axis=0)))


def without_basis(given: pd.DataFrame) -> pd.DataFrame:
    """The ratings with 6 and F as what they are: missing, not the worst grade."""
    return given.where(~given.isin(NO_BASIS))


def two_ways_with_six(given: pd.DataFrame) -> pd.DataFrame:
    """Alpha of numbers from 1 to 6, once with 6 as the worst and once as missing."""
    ways = {
        "as a step below 5": alpha_ordinal(given, "123456"),
        "as missing: no basis": alpha_ordinal(without_basis(given)),
    }
    return pd.DataFrame({"the 6 is read": ways.keys(), "alpha": ways.values()})


def by_scale(codings: pd.DataFrame, ordered: tuple[str, ...] = ()) -> pd.DataFrame:
    """Percent agreement and alpha on each scale; ordinal for the scales named.

    On an ordered scale 6 and F are missing, and letters A to E or numbers 1 to 5 are
    its order.
    """
    scales = list(dict.fromkeys(codings["scale"]))
    return pd.DataFrame([_on(codings, scale, scale in ordered) for scale in scales])


def side_by_side(**codes: str) -> pd.DataFrame:
    """Ratings written coder by coder, a code for each claim with spaces between.

    >>> side_by_side(one="1 2", two="1 3")
            one two
    claim 1   1   1
    claim 2   2   3
    """
    split = {coder: given.split() for coder, given in codes.items()}
    table = pd.DataFrame(split)
    return table.set_axis([f"claim {n + 1}" for n in range(len(table))])


def in_steps(**tables: pd.DataFrame) -> pd.DataFrame:
    """How alpha comes about for codes without an order: a column for each table given.

    >>> in_steps(a=side_by_side(one="1 2 1", two="1 2 2"))["a"].tolist()
    ['3', '1', '33.3 %', '60.0 %', '0.444']
    """
    steps = {name: _steps(given) for name, given in tables.items()}
    return pd.DataFrame({"step": STEPS, **steps})


def _steps(given: pd.DataFrame) -> list[str]:
    together = coincidences(counts(given))
    found, by_chance = disagreement(together, nominal_distance(together))
    table, result = pairs(given)[["pairs", "agree"]].sum(), alpha(given)
    return [
        f"{table['pairs']:,}",
        f"{table['pairs'] - table['agree']:,}",
        f"{100 * found:.1f} %",
        f"{100 * by_chance:.1f} %",
        "no value" if result is None else f"{result:.3f}",
    ]


def _on(codings: pd.DataFrame, scale: str, ordered: bool) -> dict:
    given = ratings(codings, scale)
    given = without_basis(given) if ordered else given
    order = "ABCDE" if given.isin(list("ABCDE")).any(axis=None) else "12345"
    return {
        "scale": scale,
        "coders": int(given.notna().any().sum()),
        "claims": int((given.notna().sum(axis=1) > 1).sum()),
        "percent_agreement": pairwise_agreement(given),
        "alpha": alpha_ordinal(given, order) if ordered else alpha(given),
        "read_as": "ordinal, no basis left out" if ordered else "nominal",
    }


def _alpha(together: np.ndarray, distance: np.ndarray) -> float | None:
    """One minus the disagreement found over the disagreement that chance would give."""
    found, by_chance = disagreement(together, distance)
    return float(1 - found / by_chance) if by_chance else None
