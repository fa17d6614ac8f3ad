"""Seven small families of relays: another claim each, a picture, two questions."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from helpers.relays import family

# Columns that say what became of a part, for pages of which no wording was noted.
STATES = {"hedges": "hedges", "speaker": "speaker"}
HEDGED = "peak with its hedge"
BASE = ("percent_printed", "percent_base_printed")


class Family(NamedTuple):
    """A claim, the columns that show what became of it, and two questions."""

    claim: str
    columns: tuple[str, ...]
    questions: tuple[str, str]


FAMILIES = {
    "R3": Family(
        "Whose 60,000? An Italian interview of January 2025.",
        ("russian_troops_printed",),
        (
            "Which page changes whose soldiers are counted, and by what means?",
            "Which later page goes further, and what could it have taken from where?",
        ),
    ),
    "R2": Family(
        "60,000 would follow: who says so? A newspaper's report of January 2025.",
        ("speaker_printed", "speaker"),
        (
            "In the original, officials warn. Who does it on each of these pages?",
            "Which page says two different things, and where does each stand?",
        ),
    ),
    "R4": Family(
        "A thousand in which time? A US minister's remark of January 2025.",
        ("north_koreans_printed",),
        (
            "At which step is the period lost?",
            "The words before the number change, too. Is the new wording still true?",
        ),
    ),
    "R5": Family(
        "From 1,250 to 1,240: the area at the end of August 2024.",
        (HEDGED, "date_added"),
        (
            "Which time does every later page add, and which of them another one?",
            "Where does 1,250 turn into 1,240, and is a way named on any page?",
        ),
    ),
    "R6": Family(
        "About 500 km², as a share of what? A commander's remark of February 2025.",
        ("percent_printed", "peak"),
        (
            "The speaker named no whole. Which wholes do the pages take?",
            "Work out the share lost for each whole. Are the printed words right?",
        ),
    ),
    "R7": Family(
        "Percent of what? Moscow's figures, January to April 2025.",
        BASE,
        (
            "Which pages turn a share of what was taken into a share of the region?",
            "Take 63 % of 29,997 km². How many times the 801 km² is that?",
        ),
    ),
    "R8": Family(
        "Little progress: which hedges are left? A report of January 2025.",
        ("hedge_printed", "hedges"),
        (
            "On which pages is “appears” gone?",
            "Is “no success” a shorter form of “little progress”, or another claim?",
        ),
    ),
}


def small_family(name: str) -> pd.DataFrame:
    """The relays of a small family with a column `prints`: what each of them prints.

    The name is one of FAMILIES.
    """
    relays = family(name)
    prints = [_prints(row, FAMILIES[name].columns) for _, row in relays.iterrows()]
    return relays.assign(prints=prints)


def to_choose() -> dict[str, str]:
    """The claims and the names of their families, for a control."""
    return {one.claim: name for name, one in FAMILIES.items()}


def questions() -> pd.DataFrame:
    """The claims, and the two questions for each of them."""
    rows = [(one.claim, *one.questions) for one in FAMILIES.values()]
    columns = ["claim", "first question", "second question"]
    return pd.DataFrame(rows, columns=columns)


def _prints(row: pd.Series, columns: tuple[str, ...]) -> str:
    """What a page prints in these columns, in words; "" where it was not noted."""
    words = ""
    for name in columns:
        value = _value(row, name)
        if not pd.isna(value):
            words = _added(words, name, value)
    return words


def _value(row: pd.Series, name: str) -> object:
    """What stands in a column; an area with its unit, and with its hedge if asked."""
    if name not in ("peak", HEDGED) or pd.isna(row["peak"]):
        return row["peak" if name == HEDGED else name]
    area = f"{row['peak']:,.0f} {str(row['peak_unit']).replace('km2', 'km²')}"
    hedge = row["hedge_printed"] if name == HEDGED else None
    return area if pd.isna(hedge) else f"{hedge} {area}"


def _added(words: str, name: str, value: object) -> str:
    """The words with those of one more column; a state speaks only alone."""
    if name in STATES:
        return words or f"{STATES[name]} {value}"
    if name == "peak" and words:
        value = f"of {value}"
    if name == "percent_printed" and value[-1].isdigit():
        value = f"{value} %"
    return f"{words}; {value}" if words else str(value)
