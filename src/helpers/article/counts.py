"""The tables of a coded article: who speaks, which numbers, which days, how graded.

They have the form that the digest's own tables have, so that the same functions count
and draw them.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd

from helpers import agreement, chains
from helpers.article.coded import Article, bounds_of
from helpers.article.rules import TEXT_IN_HAND
from helpers.article.sums import without_empty_decimals
from helpers.claims import NAMING, by_naming

OWN_VOICE = "the article itself"
MOST_SPEAKERS, MOST_LETTERS = 9, 34
SCALES = ["modality", "info_credibility", "source_reliability", "checkable"]
ORDERED = ("info_credibility", "source_reliability")


def naming(article: Article) -> pd.DataFrame:
    """How many claims have a named person, a named body, someone unnamed, nobody."""
    return by_naming(article.claims)


def links(article: Article, claim_id: str) -> list[chains.Link]:
    """The chain of one claim, link by link."""
    claims = article.claims.set_index("claim_id")
    return chains.read_chain(claims.loc[claim_id, "chain"], TEXT_IN_HAND)


def longest_chain(article: Article) -> str:
    """The claim that went through the most hands; of several the first."""
    hands = {id: len(links(article, id)) for id in article.claims["claim_id"]}
    return max(hands, key=hands.get)


def speakers(article: Article) -> pd.DataFrame:
    """How many claims begin with each speaker, and how that speaker is named."""
    claims = article.claims
    first = [_origin(links(article, id)) for id in claims["claim_id"]]
    table = pd.crosstab(pd.Series(first, name="who speaks"), claims["named"])
    table = table.reindex(columns=list(NAMING), fill_value=0).rename(columns=NAMING)
    table.insert(0, "claims", table.sum(axis=1))
    table = table.sort_values("claims", ascending=False, kind="stable")
    return _with_others(table.rename_axis(None, axis=1)).reset_index()


def numbers(article: Article) -> pd.DataFrame:
    """Every number of the article as the range that its wording allows."""
    claims = article.claims.dropna(subset=["lower", "upper"], how="all")
    ranges = [bounds_of(article, id).words("", 10) for id in claims["claim_id"]]
    return pd.DataFrame(
        {
            "claim": claims["claim_id"],
            "what": claims["paraphrase"],
            "printed": claims["value"],
            "wording": claims["bound_type"].str.replace("_", " "),
            "allows": [without_empty_decimals(words) for words in ranges],
            "unit": claims["unit"],
        }
    ).reset_index(drop=True)


def windows(article: Article) -> pd.DataFrame:
    """When it was: what, earliest, latest, basis and reason, one window a row."""
    words = article.claims.set_index("claim_id")["date_fragment"]
    what = [
        "the article itself" if pd.isna(id) else f"{id}: {_said(words[id])}"
        for id in article.windows["claim_id"]
    ]
    table = article.windows.drop(columns="claim_id")
    table.insert(0, "what", pd.Series(what, dtype="str"))
    return table


def grades(article: Article) -> pd.DataFrame:
    """The two grades of each claim, as the pictures of lesson 03 take them."""
    return pd.DataFrame(
        {
            "claim_id": article.claims["claim_id"],
            "source": article.claims["source_reliability"],
            "information": article.claims["info_credibility"],
        }
    )


def agreed(article: Article) -> pd.DataFrame:
    """How far the partner agrees, scale by scale; empty without a partner's codes."""
    theirs = article.partner
    ours = article.claims[article.claims["claim_id"].isin(theirs["claim_id"])]
    codings = pd.concat([_codings(ours, "you"), _codings(theirs, "partner")])
    if theirs.empty:
        return pd.DataFrame(columns=["scale", "claims", "percent_agreement", "alpha"])
    table = agreement.by_scale(codings, ORDERED)
    return table[["scale", "claims", "percent_agreement", "alpha"]]


def checked(article: Article) -> pd.DataFrame:
    """What pages outside the article say, and whether their origin is another one."""
    table = article.checks
    return pd.DataFrame(
        {
            "claim": table["claim_id"],
            "what the page says": table["found"],
            "outcome": table["outcome"].str.replace("_", " "),
            "another origin": table["independent"],
            "page": [urlsplit(address).netloc for address in table["address"]],
        }
    )


def off_diagonal(article: Article) -> list[str]:
    """The claims whose letter and number do not stand at the same height.

    F6 says twice that there is no basis, so it is neither on the diagonal nor off it.
    """
    pairs = grades(article).itertuples(index=False)
    return [
        f"{one.claim_id} ({one.source}{one.information})"
        for one in pairs
        if "ABCDEF".index(one.source) != "123456".index(one.information)
    ]


def without_basis(article: Article) -> list[str]:
    """The claims with F6: nothing known of the source, nothing to compare with."""
    table = grades(article)
    return list(table["claim_id"][(table["source"] + table["information"]) == "F6"])


def _origin(chain: list[chains.Link]) -> str:
    speaker = OWN_VOICE if len(chain) == 1 else chain[0].speaker
    return shortened(speaker)


def shortened(words: str, most: int = MOST_LETTERS) -> str:
    """The words, cut off where a picture has no room for more."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _with_others(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its last rows as one, where there are too many for a picture."""
    if len(table) <= MOST_SPEAKERS + 1:
        return table
    rest = (
        table.iloc[MOST_SPEAKERS:]
        .sum()
        .to_frame(f"{len(table) - MOST_SPEAKERS} others")
    )
    return pd.concat([table.iloc[:MOST_SPEAKERS], rest.T]).rename_axis("who speaks")


def _codings(claims: pd.DataFrame, coder: str) -> pd.DataFrame:
    long = claims.melt("claim_id", SCALES, var_name="scale", value_name="code")
    return long.assign(coder=coder)


def _said(words: object) -> str:
    return "no words about time" if pd.isna(words) else f"“{shortened(words)}”"
