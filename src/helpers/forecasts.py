"""Forecasts: words that stand for probabilities, chains of conditions, Brier scores.

A probability is a number from 0 (cannot be) to 1 (certain). The Brier score is used in
its 0 to 1 form: 0 is best, and whoever always says one half gets 0.25.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod
from typing import Any

import pandas as pd

from helpers.days import as_day
from helpers.entries import EntryError, read_amount
from helpers.plain import PlainError

NOT_THERE = "not there"


class ForecastError(PlainError):
    """What cannot be scored; the sentence says what was found and what to write."""


def probability(entry: Any) -> float:
    """What was typed, as a number from 0 to 1; "70 %" and "7/10" are read as well.

    Raises ForecastError, with what to write, for anything else.

    >>> probability("0,7"), probability("70 %")
    (0.7, 0.7)
    """
    try:
        reading = read_amount(entry)
    except EntryError:
        shown = f"{entry!s:.20}".strip() if isinstance(entry, str) else ""
        found = f"“{shown}” is no probability" if shown else "No probability yet"
        raise ForecastError(f"{found}: write a number from 0 to 1, like 0.7.") from None
    value = reading.candidates[0][0]
    if reading.shape != "number":
        raise ForecastError("Write one number from 0 to 1, like 0.7, and no range.")
    value = value / 100 if reading.unit == "%" else value
    if 0 <= value <= 1:
        return value
    raise ForecastError(_outside(value))


def chain(*steps: float) -> float:
    """The probability that every step comes true, each given all those before it.

    >>> chain(0.6, 0.5, 0.4)
    0.12
    """
    if not steps:
        raise ForecastError("A chain needs at least one step: write chain(0.6, 0.5).")
    return prod(probability(step) for step in steps)


def chain_steps(steps: Mapping[str, float]) -> pd.DataFrame:
    """Step by step: its own probability, and that of all steps so far.

    >>> chain_steps({"rain": 0.5, "flood": 0.2})["all so far"].tolist()
    [0.5, 0.1]
    """
    values = list(steps.values())
    so_far = [chain(*values[: n + 1]) for n in range(len(values))]
    columns = {"step": list(steps), "given the steps before": values}
    return pd.DataFrame(columns | {"all so far": so_far})


def squared_error(forecast: float, outcome: bool) -> float:
    """The square of the distance from a probability to what happened (1 or 0).

    >>> squared_error(0.5, True), squared_error(0.5, False)
    (0.25, 0.25)
    """
    return (probability(forecast) - bool(outcome)) ** 2


def brier(forecasts: Iterable[float], outcomes: Iterable[bool]) -> float:
    """The mean squared error of some forecasts: 0 is best, 1 is worst.

    >>> round(brier([0.9, 0.9, 0.8, 0.05], [True, True, True, False]), 3)
    0.016
    """
    forecasts, outcomes = list(forecasts), list(outcomes)
    if not forecasts or len(forecasts) != len(outcomes):
        raise ForecastError(
            f"{len(forecasts)} forecasts and {len(outcomes)} outcomes: give one "
            "probability for each outcome."
        )
    errors = map(squared_error, forecasts, outcomes)
    return sum(errors) / len(forecasts)


def scored(questions: pd.DataFrame, forecasts: Mapping[str, float]) -> pd.DataFrame:
    """Each question with its forecast, its outcome and its squared error.

    Forecasts are probabilities by the id of the question.
    """
    outcomes = dict(zip(questions["forecast_id"], questions["outcome"], strict=True))
    rows = [
        (name, forecasts[name], outcome, squared_error(forecasts[name], outcome))
        for name, outcome in outcomes.items()
    ]
    return pd.DataFrame(rows, columns=["id", "forecast", "came true", "squared error"])


def scores(
    questions: pd.DataFrame, forecasters: Mapping[str, Mapping[str, float]]
) -> pd.DataFrame:
    """The squared errors of several forecasters, one row each, and their Brier score.

    Forecasters are named; each is a mapping from the id of a question to a probability.
    """
    rows = []
    for name, forecasts in forecasters.items():
        table = scored(questions, forecasts)
        errors = dict(zip(table["id"], table["squared error"], strict=True))
        rows.append({"forecaster": name, **errors, "Brier": table.iloc[:, 3].mean()})
    return pd.DataFrame(rows)


def outcomes(questions: pd.DataFrame) -> pd.DataFrame:
    """How each question came out: as of when, on what it rests, who disputes it."""
    rows = [_outcome(question) for question in questions.itertuples()]
    columns = ["id", "came true", "as of", "on what it rests", "disputed by"]
    return pd.DataFrame(rows, columns=columns)


def cited_for(questions: pd.DataFrame) -> list[str]:
    """The ids of every page on which the outcomes or their disputes rest."""
    columns = ["source_id", "second_source_id", "dispute_source_id"]
    return list(dict.fromkeys(questions[columns].stack().dropna()))


def in_scales(scales: pd.DataFrame, words: Iterable[str]) -> pd.DataFrame:
    """For each word its range in percent on every scale, or that it is not there."""
    names = list(dict.fromkeys(scales["scale"]))
    rows = [
        [word, *(_range_of(scales, name, word) for name in names)] for word in words
    ]
    return pd.DataFrame(rows, columns=["word", *names])


def gaps(scales: pd.DataFrame, scale: str) -> list[tuple[float, float]]:
    """The stretches of percent, from 0 to 100, for which a scale has no word.

    >>> words = pd.DataFrame(
    ...     {"scale": ["S", "S"], "low": [0, 60], "high": [40, 100]}
    ... )
    >>> gaps(words, "S")
    [(40, 60)]
    """
    bands = scales[scales["scale"] == scale].sort_values("low")
    ends, covered = [], 0
    for low, high in zip(bands["low"], bands["high"], strict=True):
        if low > covered:
            ends.append((covered, low))
        covered = max(covered, high)
    return [*ends, (covered, 100)] if covered < 100 else ends


def _outside(value: float) -> str:
    if value < 0:
        return f"{value:g} is below 0. What cannot be is 0: write a number from 0 to 1."
    meant = value if 2 <= value <= 100 else 70
    return (
        f"{value:g} is above 1, and 1 is already certain. For {meant:g} % write "
        f"{meant / 100:g}."
    )


def _range_of(scales: pd.DataFrame, scale: str, word: str) -> str:
    found = scales[(scales["scale"] == scale) & (scales["word"] == word.lower())]
    if found.empty:
        return NOT_THERE
    low, high = found[["low", "high"]].iloc[0]
    return f"{low:g} to {high:g} %"


def _outcome(question: Any) -> tuple:
    disputed = question.disputed_by if question.disputed else "nobody we know of"
    rests = question.resolved_note.replace("km2", "km²")
    day = as_day(question.resolved_on)
    return question.forecast_id, bool(question.outcome), day, rests, disputed
