"""How often two codes meet in one claim, and how far apart they lie.

Klaus Krippendorff, Content Analysis, chapter 12 of the fourth edition (2019).
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def counts(given: pd.DataFrame) -> pd.DataFrame:
    """How many coders gave each code to each claim: a claim a row, a code a column.

    >>> counts(pd.DataFrame({"a": [1, 2], "b": [1, 3]}, index=["C01", "C02"]))
         1  2  3
    C01  2  0  0
    C02  0  1  1
    """
    places, found = pd.factorize(given.to_numpy(dtype=object).ravel(), sort=True)
    claims = np.repeat(np.arange(len(given)), given.shape[1])
    table = np.zeros((len(given), len(found)), dtype=np.int64)
    np.add.at(table, (claims[places >= 0], places[places >= 0]), 1)
    return pd.DataFrame(table, index=given.index, columns=found)


def coincidences(table: pd.DataFrame) -> np.ndarray:
    """How often two codes meet in one claim, over all pairs of its coders.

    A claim with one coder has no pair and drops out. Each claim counts by its coders.
    """
    kept = table.to_numpy(dtype=float)
    kept = kept[kept.sum(axis=1) > 1]
    weight = 1 / (kept.sum(axis=1, keepdims=True) - 1)
    return (kept * weight).T @ kept - np.diag((kept * weight).sum(axis=0))


def disagreement(together: np.ndarray, distance: np.ndarray) -> tuple[float, float]:
    """The mean distance of two codes: within claims, and if dealt out by chance."""
    each = together.sum(axis=0)
    number = each.sum()
    if number < 2:
        return 0.0, 0.0
    by_chance = (np.outer(each, each) * distance).sum() / (number * (number - 1))
    return (together * distance).sum() / number, by_chance


def ordinal_distance(each: np.ndarray) -> np.ndarray:
    """The square of how many codes lie between two places of the order.

    Of the two end places themselves, half the codes count.
    """
    middle = np.cumsum(each) - each / 2
    return (middle[:, None] - middle[None, :]) ** 2


def nominal_distance(each: np.ndarray) -> np.ndarray:
    """Nothing between equal codes, one between any two others."""
    return 1 - np.eye(len(each))
