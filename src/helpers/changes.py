"""What pages did to a claim: codes counted, parts that survived, slips that are shared.

The codes are a closed list, which the dictionary explains; a page can carry several.
"""

from __future__ import annotations

import pandas as pd

from helpers.dictionary import meanings
from helpers.relays import BETWEEN, areas, starred

CLEAN = "clean"
# A share that lost its "over" or its whole is another share.
OTHER_SHARE = ("over dropped", "base")
KEPT, CHANGED, ABSENT = "kept", "changed", "not printed"
PARTS = ["the maximum", "the area now", "the percentage", "the hedges"]
PARTS += ["no date added", "the speaker"]


def codes_of(codes: str) -> list[str]:
    """The codes of one page, as the table joins them.

    >>> codes_of("rounding; speaker")
    ['rounding', 'speaker']
    """
    return codes.split(BETWEEN) if isinstance(codes, str) else []


def carry(pages: pd.DataFrame, code: str) -> pd.Series:
    """Which pages carry this code, as True or False."""
    return pages["codes"].map(lambda codes: code in codes_of(codes)).astype(bool)


def carrying(pages: pd.DataFrame, code: str) -> pd.DataFrame:
    """The pages that carry this code."""
    return pages[carry(pages, code)].reset_index(drop=True)


def is_clean(pages: pd.DataFrame) -> pd.Series:
    """Which pages changed nothing of the claim; their own date may still be wrong."""
    return carry(pages, CLEAN)


def closed_list() -> pd.DataFrame:
    """The codes, and what each of them means."""
    rows = meanings("relays", "codes").items()
    return pd.DataFrame(rows, columns=["code", "what the page does"])


def counts_per_code(pages: pd.DataFrame) -> pd.DataFrame:
    """How many pages carry each code, the most frequent first; 0 where none does.

    The counts add up to more than there are pages, as a page can carry several.
    """
    counts = {code: int(carry(pages, code).sum()) for code in closed_list()["code"]}
    table = pd.DataFrame(counts.items(), columns=["code", "pages"])
    return table.sort_values("pages", ascending=False, kind="stable", ignore_index=True)


def to_choose(pages: pd.DataFrame, first: str) -> dict[str, str]:
    """The changes that some page carries, for a control, with one of them first."""
    counts = counts_per_code(pages)
    found = counts.loc[(counts["pages"] > 0) & (counts["code"] != CLEAN), "code"]
    return {code: code for code in [first, *found]}


def peaks_printed(pages: pd.DataFrame) -> pd.DataFrame:
    """Which figure the pages print for the most ever held, and how many print it."""
    counts = areas(pages["peak"], pages["peak_unit"]).value_counts(sort=False)
    table = counts.rename_axis("printed").reset_index(name="pages")
    return table.sort_values("pages", ascending=False, kind="stable", ignore_index=True)


def survived(pages: pd.DataFrame, origin: pd.Series) -> pd.DataFrame:
    """For each part of the claim: on how many pages it was kept, changed, not printed.

    The origin is the relay from which the claim started; a number counts as kept
    where the same number is printed, whatever unit stands behind it.
    """
    states = parts(pages, origin)
    table = {
        part: states[part].value_counts().reindex([KEPT, CHANGED, ABSENT], fill_value=0)
        for part in PARTS
    }
    return pd.DataFrame(table).T.rename_axis("part").reset_index()


def parts(pages: pd.DataFrame, origin: pd.Series) -> pd.DataFrame:
    """The same page by page: a row for each, a column for each part of the claim."""
    other_share = pd.concat([carry(pages, code) for code in OTHER_SHARE], axis=1)
    columns = [
        _state(pages["peak"].notna(), pages["peak"] == origin["peak"]),
        _state(pages["now"].notna(), _same_now(pages, origin)),
        _state(pages["percent"].notna(), ~other_share.any(axis=1)),
        _state(pages["hedges"] != "no peak", pages["hedges"] == KEPT),
        _state(pages["relay_id"].notna(), pages["date_added"].isna()),
        _state(pages["speaker"] != "not noted", pages["speaker"] == KEPT),
    ]
    return pd.DataFrame(dict(zip(PARTS, columns, strict=True)))


def moved_peak(pages: pd.DataFrame) -> pd.DataFrame:
    """The pages that add a day or a time to the peak, and not to something else."""
    elsewhere = pages["date_added"].str.contains("(of the", regex=False, na=True)
    return pages[~elsewhere.astype(bool)].reset_index(drop=True)


def sharing_an_error(pages: pd.DataFrame) -> pd.DataFrame:
    """Pages that have a rare slip in common: the slip, who has it, in which language.

    A slip that only one page has is left out: it joins nothing.
    """
    shared = pages[pages["rare_error"].duplicated(keep=False)]
    shared = shared[shared["rare_error"].notna()]
    shared = shared.assign(outlet=starred(shared))
    languages = meanings("relays", "language")
    rows = [
        (slip, BETWEEN.join(same["outlet"]), _languages(same["language"], languages))
        for slip, same in shared.groupby("rare_error", sort=False)
    ]
    return pd.DataFrame(rows, columns=["the slip", "pages that have it", "language"])


def _same_now(pages: pd.DataFrame, origin: pd.Series) -> pd.Series:
    same = pages["now"] == origin["now"]
    return same & (pages["now_is"] == origin["now_is"])


def _state(printed: pd.Series, same: pd.Series) -> pd.Series:
    """Kept, changed or not printed, page by page."""
    words = pd.Series(CHANGED, index=printed.index).mask(same.astype(bool), KEPT)
    return words.where(printed.astype(bool), ABSENT)


def _languages(codes: pd.Series, names: dict[str, str]) -> str:
    return " and ".join(names[code].rstrip(".") for code in codes.unique())
