"""One claim through many pages: who took it from whom.

A relay is a page, or an unseen node that pages name or that a shared slip betrays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers.descent import ancestors, with_generation
from helpers.dictionary import Problem, TableError, meanings
from helpers.tables import load_relays, load_sources, row

BETWEEN = "; "  # between several codes of one page
UNSEEN = "inferred"
SPECIMEN = " *"  # behind the name of a page that is a specimen, not evidence
UNITS = {"km2": "km²", "mi2": "square miles", "m2 km": "“square metre. km”"}
STANDINGS = {
    "evidence": "a named outlet's own page",
    "copy": "seen in a copy, or undated",
    "subject": "a specimen, not evidence",
}


class RelayError(TableError):
    """What keeps relays from being a tree; `problems` holds every one, by row."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems, most=len(problems))


def family(name: str) -> pd.DataFrame:
    """One claim's relays from the table, checked, each with its source's standing.

    Adds the columns `standing` (in words; empty: no page was seen) and `generation`.
    Raises RelayError where they are no tree, or where no family has this name.

    >>> len(pages(family("R1")))
    64
    """
    everything = checked(load_relays(subject=True))
    if name not in set(everything["family"]):
        known = "one of " + ", ".join(sorted(set(everything["family"])))
        fix = "Take one of these names."
        found = f'"{name}"'
        raise RelayError([Problem("relays", None, "family", found, known, fix)])
    own = everything[everything["family"] == name].reset_index(drop=True)
    standing = load_sources().set_index("source_id")["standing"]
    words = own["source_id"].map(standing).map(STANDINGS)
    return with_generation(own.assign(standing=words))


def checked(relays: pd.DataFrame) -> pd.DataFrame:
    """The relays as they are; RelayError, with every problem, where they are no tree.

    What is looked at: parents that are missing, relays that are their own ancestors,
    codes outside the closed list, percentages without a number.
    """
    found = problems(relays)
    if found:
        raise RelayError(found)
    return relays


def problems(relays: pd.DataFrame) -> list[Problem]:
    """Everything that keeps the table from being trees of coded relays, by row."""
    rows = list(enumerate(relays.to_dict("records"), 2))
    parents = {one["relay_id"]: _text(one["parent"]) for _, one in rows}
    known = meanings("relays", "codes")
    return [
        problem
        for number, one in rows
        for problem in (
            *_of_parent(number, one["relay_id"], parents),
            *_of_codes(number, one["relay_id"], _text(one["codes"]), known),
            *_of_percent(number, one),
        )
    ]


def pages(relays: pd.DataFrame) -> pd.DataFrame:
    """The pages that were seen and coded, without origins and unseen nodes."""
    seen = (relays["seen"] != UNSEEN) & relays["codes"].notna()
    return relays[seen].reset_index(drop=True)


def as_listed(relays: pd.DataFrame, ids: list[str] | None = None) -> pd.DataFrame:
    """Who printed it, in which language and when, and what kind of page it is."""
    chosen = relays if ids is None else _in_this_order(relays, ids)
    languages = meanings("relays", "language")
    return pd.DataFrame(
        {
            "page": chosen["relay_id"],
            "outlet": chosen["outlet"],
            "language": chosen["language"].map(languages).str.rstrip("."),
            "what it is": chosen["standing"],
        }
    )


def as_printed(relays: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """The figures of these pages as they print them, and what the area now is."""
    chosen = _in_this_order(relays, ids)
    now_is = chosen["now_is"].replace({"retaken": "won back by Russia"})
    return pd.DataFrame(
        {
            "page": chosen["relay_id"],
            "outlet": starred(chosen),
            "maximum": areas(chosen["peak"], chosen["peak_unit"]),
            "percent": chosen["percent_printed"],
            "the other area": areas(chosen["now"], chosen["now_unit"]),
            "which is": now_is,
        }
    )


def starred(relays: pd.DataFrame) -> pd.Series:
    """The outlets, those of specimens with a star behind them."""
    specimen = relays["standing"] == STANDINGS["subject"]
    return relays["outlet"] + specimen.map({True: SPECIMEN, False: ""})


def areas(numbers: pd.Series, units: pd.Series) -> pd.Series:
    """Areas as a reader writes them, "none" where a page prints none."""
    pairs = zip(numbers, units, strict=True)
    words = [
        "none" if pd.isna(number) else f"{number:,.0f} {UNITS.get(unit, unit)}"
        for number, unit in pairs
    ]
    return pd.Series(words, index=numbers.index, dtype=object)


def _in_this_order(relays: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    rows = [row(relays, name) for name in ids]
    return pd.DataFrame(rows).reset_index(drop=True)


def _of_parent(number: int, name: str, parents: dict[str, str]) -> Iterator[Problem]:
    parent = parents[name]
    if not parent:
        return
    where = ("relays", number, "parent")
    if parent not in parents:
        fix = "Load with subject=True, add the parent's row, or correct the id."
        yield Problem(*where, f"{name} from {parent}", "a relay of this table", fix)
        return
    line = [name, *ancestors(name, parents)]
    if parents[line[-1]] == name:
        circle = " from ".join([*line, name])
        fix = "One of them is the first: empty its cell, or name its true parent."
        yield Problem(*where, circle, "a line that ends in an origin", fix)


def _of_codes(number: int, name: str, codes: str, known: dict) -> Iterator[Problem]:
    for code in filter(None, codes.split(BETWEEN)):
        if code not in known:
            found, allowed = f'"{code}" for {name}', "one of " + ", ".join(known)
            fix = f'Take one of these; join several with "{BETWEEN}".'
            yield Problem("relays", number, "codes", found, allowed, fix)


def _of_percent(number: int, one: dict) -> Iterator[Problem]:
    printed = _text(one["percent_printed"])
    if not printed or not pd.isna(one["percent"]):
        return
    digits = re.search(r"\d+(\.\d+)?", printed)
    fix = f"Write {digits[0]}." if digits else "Write the number that the words mean."
    found = f'nothing beside "{printed}" for {one["relay_id"]}'
    yield Problem("relays", number, "percent", found, "a number from 0 to 100", fix)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
