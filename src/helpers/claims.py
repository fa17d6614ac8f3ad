"""Claims side by side: which rows a lesson shows, who said them, on which day."""

from __future__ import annotations

from datetime import date

import pandas as pd

from helpers.days import as_day, said
from helpers.tables import dictionary, row

UNITS = {"km2": "km²", "mi2": "square miles"}
# How a speaker is named, from nobody to a person; the words are those of the lessons.
NAMING = {
    "unattributed": "no speaker at all",
    "anonymous": "mentioned, not named",
    "named_institution": "a body with a name",
    "named_person": "a person with a name",
}
SIDES = {
    "digest": "the digest itself",
    "press": "the newspaper",
    "Ukraine": "the Ukrainian side",
    "West": "“Western sources”",
    "US": "the United States",
    "not stated": "someone left out",
    "Russia": "the Russian side",
}


def pick(table: pd.DataFrame, ids: list[str], columns: list[str]) -> pd.DataFrame:
    """The rows with these ids, in this order, and only these columns.

    Raises TableError, with the known ids, where one is unknown.
    """
    return pd.DataFrame([row(table, name)[columns] for name in ids], columns=columns)


def known_on(claims: pd.DataFrame, day: date | str) -> pd.DataFrame:
    """The claims that had been made by that day; one without a day is left out.

    What counts is `claim_date`, the day on which it was said or printed. A figure for
    an earlier day that was printed later was not known yet.
    """
    made = claims["claim_date"] <= pd.Timestamp(as_day(day))
    return claims[made].reset_index(drop=True)


def outside_figures(claims: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Figures from outside the digest as a reader needs them: what, when and who."""
    rows = [_outside_row(row(claims, name)) for name in ids]
    return pd.DataFrame(rows, columns=["id", "figure", "day", "said by", "printed by"])


def outside_numbers(claims: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Numbers of people from outside the digest: how many, when, and who counted.

    Whose people they are stands in the column `subject` and belongs in the caption.
    """
    rows = [_number_row(row(claims, name)) for name in ids]
    return pd.DataFrame(rows, columns=["id", "figure", "day", "said by", "printed by"])


def outside_events(events: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Events from outside the digest: what, when, who reported it, what is disputed."""
    rows = [_event_row(row(events, name)) for name in ids]
    return pd.DataFrame(rows, columns=["id", "event", "day", "reported by", "disputed"])


def held_against_mapped(mapped: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """What a map showed, control plus grey zone, beside the official figure; in km2.

    One row for each map figure that has an official one beside it and whose control
    has both ends; `apart, %` is the difference in percent of the official figure. A
    grey zone that was not printed counts as 0, and the row says so.
    """
    both_ends = mapped[["control_low", "control_high"]].notna().all(axis=1)
    paired = mapped[mapped["beside_id"].notna() & both_ends]
    beside = [row(claims, name) for name in paired["beside_id"]]
    rows = [
        _map_and_official(figure, claim)
        for figure, claim in zip(paired.itertuples(), beside, strict=True)
    ]
    return pd.DataFrame(rows)


def by_naming(key: pd.DataFrame) -> pd.DataFrame:
    """How many claims have a named person, a named body, someone unnamed, nobody."""
    counts = key["named"].value_counts().reindex(NAMING, fill_value=0)
    return _counted(counts.rename(index=NAMING), "who is named")


def by_side(key: pd.DataFrame) -> pd.DataFrame:
    """How many claims each side makes, and how its speakers are named.

    A side that the dictionary knows and that makes no claim stands there with 0.
    """
    known = _permitted("digest_key", "side")
    table = pd.crosstab(key["side"], key["named"])
    table = table.reindex(index=known, columns=list(NAMING), fill_value=0)
    table = table.loc[[side for side in SIDES if side in known]]
    table.insert(0, "claims", table.sum(axis=1))
    table = table.rename(index=SIDES, columns=NAMING).rename_axis(None, axis=1)
    return table.rename_axis("who speaks").reset_index()


def without_speaker(claims: pd.DataFrame, key: pd.DataFrame) -> pd.DataFrame:
    """The claims that have no speaker at all, in our words."""
    bare = key.loc[key["named"] == "unattributed", "claim_id"].tolist()
    return pick(claims, bare, ["claim_id", "paragraph", "paraphrase"])


def with_named_person(claims: pd.DataFrame, key: pd.DataFrame) -> pd.DataFrame:
    """The claims of persons with a name, and who they are."""
    named = key.loc[key["named"] == "named_person", ["claim_id", "claimant", "role"]]
    ours = claims[["claim_id", "paragraph", "paraphrase"]]
    return named.merge(ours, on="claim_id")


def verbs_by_army(wordings: pd.DataFrame) -> pd.DataFrame:
    """The verbs for acts of war, with the army that does it and the paragraph."""
    acts = wordings[wordings["kind"] == "act"].sort_values("side", kind="stable")
    named = {"side": "army", "fragment": "verb"}
    return acts.rename(columns=named)[["army", "verb", "paragraph"]].reset_index(
        drop=True
    )


def _outside_row(claim: pd.Series) -> tuple[str, ...]:
    figure = f"{claim['printed']} {UNITS[claim['unit_printed']]}"
    return claim["claim_id"], figure, *_said_by(claim)


def _number_row(claim: pd.Series) -> tuple[str, ...]:
    figure = f"{claim['printed']}, {claim['counts']}"
    return claim["claim_id"], figure, *_said_by(claim)


def _said_by(claim: pd.Series) -> tuple[str, str, str]:
    day = f"{'about ' if claim['date_precision'] == 'approx' else ''}" + said(
        as_day(claim["claim_date"])
    )
    return day, claim["claimant"], claim["relayed_by"]


def _map_and_official(figure: tuple, claim: pd.Series) -> dict[str, object]:
    grey = 0 if pd.isna(figure.grey) else figure.grey
    both, official = figure.control + grey, claim["value"]
    return {
        "id": figure.figure_id,
        "day": "no day" if pd.isna(figure.as_of) else said(as_day(figure.as_of)),
        "region": figure.region,
        "control": figure.control_printed,
        "grey": figure.grey_printed if grey else "not printed",
        "control plus grey": both,
        "official": f"{claim['printed']}, {claim['claimant']}",
        "apart, %": (both - official) / official * 100,
    }


def _event_row(event: pd.Series) -> tuple[str, ...]:
    disputed = event["dispute"] if event["disputed"] else "no"
    names = ["event_id", "event"]
    day = said(as_day(event["date"]))
    return *event[names], day, event["reported_by"], disputed


def _counted(counts: pd.Series, name: str) -> pd.DataFrame:
    table = counts.rename_axis(name).reset_index(name="claims")
    return table.assign(percent=table["claims"] / table["claims"].sum() * 100)


def _permitted(table: str, field: str) -> list[str]:
    fields = dictionary(table)["schema"]["fields"]
    return next(one["constraints"]["enum"] for one in fields if one["name"] == field)
