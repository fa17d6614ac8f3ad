"""Figures about ground, made ready to be set side by side: in words, or on a calendar.

Ground *held* and ground *retaken* are never one measure. A grey zone is a step on top
of the control that the same map showed.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.claims import UNITS
from helpers.days import as_day, said
from helpers.pages import page_of
from helpers.tables import row
from helpers.territory import KM2_PER_SQUARE_MILE

MEASURES = {
    "control": "held",
    "grey": "grey zone",
    "retaken": "retaken",
    "peak": "the most ever held",
    "combat zone": "where there is fighting",
}
SIDES = {
    "UA": "the Ukrainian side",
    "UA-OSINT": "Ukrainian mappers",
    "RU": "the Russian side",
    "RU-OSINT": "mappers on Russia's side",
    "UK": "allied officials",
    "US": "allied officials",
    "KR": "allied officials",
    "third": "agencies, analysts, media",
}
KM2 = {"km2": 1.0, "mi2": KM2_PER_SQUARE_MILE}
DATED = [
    "id",
    "day",
    "known",
    "who",
    "side",
    "measure",
    "printed",
    "km2",
    "low",
    "high",
]
DATED += ["includes_low", "includes_high", "grey", "source_id"]


def side_by_side(
    claims: pd.DataFrame, ids: list[str], bases: bool = True
) -> pd.DataFrame:
    """Figures in words: the day they hold for, what they measure, who, on which page.

    A percentage stands with its base, or as headlines print it where `bases` is False.
    A page that is no plain evidence says so.
    """
    rows = [_in_words(row(claims, name), bases) for name in ids]
    return pd.DataFrame(
        rows, columns=["id", "day", "figure", "of ground", "said by", "seen on"]
    )


def dated(claims: pd.DataFrame, mapped: pd.DataFrame) -> pd.DataFrame:
    """Every area in Kursk Oblast that was printed for a day, held or retaken; in km2.

    `day` is the day it holds for, `known` the day it was said or printed. An end that
    the wording leaves open is missing. `grey` is the grey zone on top of the control.
    """
    grey = _grey_zones(claims)
    from_claims = [_from_claim(one, grey) for one in _datable(claims).itertuples()]
    only_mapped = mapped[mapped["claim_id"].isna() & (mapped["region"] == "Kursk")]
    from_maps = [_from_map(one) for one in only_mapped.itertuples()]
    table = pd.DataFrame(from_claims + from_maps, columns=DATED)
    return table.sort_values(["day", "id"], ignore_index=True)


def without_mark(claims: pd.DataFrame) -> int:
    """How many rows on Kursk Oblast have no day, or no area held or retaken."""
    kursk = claims[claims["region"] == "Kursk"]
    grey = kursk["measure"].eq("grey") & kursk["as_of"].notna()
    return len(kursk) - len(_datable(claims)) - int(grey.sum())


def spread(areas: pd.DataFrame, days: Iterable[str], within: int = 7) -> pd.DataFrame:
    """For each day the lowest and highest area said to be held around it, in km2.

    Around means at most `within` days before or after; a day without a figure is there
    with a count of 0.
    """
    held = areas[areas["measure"] == "held"]
    rows = []
    for day in days:
        apart = (held["day"] - pd.Timestamp(day)).abs()
        km2 = held.loc[apart <= pd.Timedelta(days=within), "km2"]
        rows.append((said(as_day(day)), len(km2), km2.min(), km2.max()))
    return pd.DataFrame(rows, columns=["day", "figures", "lowest", "highest"])


def _datable(claims: pd.DataFrame) -> pd.DataFrame:
    return claims[
        (claims["region"] == "Kursk")
        & claims["measure"].isin(["control", "retaken"])
        & claims["as_of"].notna()
        & claims["value"].notna()
    ]


def _from_claim(one: tuple, grey_zones: dict) -> tuple:
    km2 = one.value * KM2[one.unit_printed]
    beside = grey_zones.get((one.source_id, one.as_of))
    grey = beside if one.measure == "control" else None
    ends = one.km2_low, one.km2_high, one.low_included, one.high_included
    printed = f"{one.printed} {UNITS[one.unit_printed]}"
    who, what = one.claimant, MEASURES[one.measure]
    said_by = one.claim_id, one.as_of, one.claim_date, who, SIDES[one.side], what
    return *said_by, printed, km2, *ends, grey, one.source_id


def _grey_zones(claims: pd.DataFrame) -> dict[tuple[str, pd.Timestamp], float]:
    """The grey zone that a page gave for a day, beside the control of the same map."""
    grey = claims[claims["measure"] == "grey"]
    return dict(
        zip(
            zip(grey["source_id"], grey["as_of"], strict=True),
            grey["value"],
            strict=True,
        )
    )


def _from_map(one: tuple) -> tuple:
    ends = one.control_low, one.control_high
    included = one.control_low_included, one.control_high_included
    side = "agencies, analysts, media"  # the rows of maps that no claim repeats
    first = one.figure_id, one.as_of, one.claim_date, one.mapper, side, "held"
    printed = f"{one.control_printed} km²"
    return *first, printed, one.control, *ends, *included, one.grey, one.source_id


def _in_words(claim: pd.Series, bases: bool) -> tuple[str, ...]:
    day = "no day" if pd.isna(claim["as_of"]) else said(as_day(claim["as_of"]))
    about = "about " if claim["date_precision"] == "approx" else ""
    what = MEASURES[claim["measure"]]
    words = claim["claim_id"], f"{about}{day}", _figure(claim, bases), what
    return *words, claim["claimant"], page_of(claim["source_id"])


def _figure(claim: pd.Series, bases: bool) -> str:
    """The area and the share as printed, the share with or without its base."""
    area, share, base = claim[["printed", "percent_printed", "percent_base"]]
    words = [] if pd.isna(area) else [f"{area} {UNITS[claim['unit_printed']]}"]
    if not pd.isna(share):
        # Beside ground that is held, a share of the oblast is held and others are lost.
        lost = claim["measure"] != "retaken" and not base.startswith("the area of")
        sign = " %" * share[-1].isdigit() + " lost" * lost
        of = f" of {base.replace('km2', 'km²')}" if bases else ""
        words.append(f"{share}{sign}{of}")
    return "; ".join(words)
