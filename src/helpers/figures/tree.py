"""Pictures of one claim through many pages, from the origin to the last hand."""

from __future__ import annotations

import pandas as pd

from helpers import changes
from helpers.changes import is_clean
from helpers.dictionary import meanings
from helpers.families import FAMILIES, small_family
from helpers.figures import twigs
from helpers.figures.branches import WIDTH, height_of, places
from helpers.picture import Picture, drawing, show
from helpers.relays import UNSEEN, as_listed, pages

SPECIMENS = "* is a specimen, not evidence."
HEAD, FOOT = 0.5, 0.55  # inches above and below the tree


def branches(relays: pd.DataFrame, code: str = "") -> Picture:
    """The tree of one family of relays; with a code, which pages carry it.

    The relays are those of `relays.family`. Pages without pages below them are drawn
    as marks, bundled and counted; what was not seen is dashed.
    """
    return _tree(
        relays, code, "", _alt(relays, code), _caption(code), _table(relays, code)
    )


def wordings(name: str) -> Picture:
    """The tree of a small family, such as "R3", with what each page prints."""
    claim = FAMILIES[name].claim
    relays = small_family(name).sort_values("generation", kind="stable")
    table = as_listed(relays).assign(
        prints=relays["prints"].tolist(), hand=relays["generation"].tolist()
    )
    said = "; ".join(
        f"{one.outlet}, {twigs.HANDS[one.hand]}: {one.prints or 'nothing noted'}"
        for one in table.itertuples()
    )
    alt = f"{claim} {len(pages(relays))} coded pages. {said}."
    caption = f"{claim} Below each outlet, in English, what it prints. {SPECIMENS}"
    return _tree(relays, "", "prints", alt, caption, table)


def _tree(
    relays: pd.DataFrame,
    code: str,
    wording: str,
    alt: str,
    caption: str,
    numbers: pd.DataFrame,
) -> Picture:
    found = places(relays, wording)
    height = HEAD + height_of(found) + FOOT
    with drawing(WIDTH, height, margins=(0.0, 0.0, 1.0, 1.0)) as (figure, axes):
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(height - HEAD, -HEAD)
        axes.axis("off")
        twigs.heads(axes, relays)
        twigs.lines(axes, found, relays)
        twigs.nodes(axes, found, relays, code)
        twigs.legend(figure, relays, code)
        return show(figure, alt=alt, caption=caption, sources=[], numbers=numbers)


def _alt(relays: pd.DataFrame, code: str) -> str:
    own = pages(relays)
    if code:
        found = changes.carrying(own, code)
        names = ", ".join(found["relay_id"])
        return f"“{code}”: {len(found)} of {len(own)} pages carry it: {names}."
    hands = own["generation"].value_counts().sort_index()
    by_hand = ", ".join(
        f"{count} at {twigs.HANDS[hand]}" for hand, count in hands.items()
    )
    unseen = (relays["seen"] == UNSEEN).sum()
    return (
        f"A tree of {len(own)} pages, by the number of hand-overs: {by_hand}. "
        f"{is_clean(own).sum()} are clean, {len(own) - is_clean(own).sum()} changed "
        f"something. {unseen} nodes of it were not seen."
    )


def _caption(code: str) -> str:
    if code:
        return f"“{code}”: {meanings('relays', 'codes')[code]}"
    return (
        "Each mark is a page. A dashed box was not seen; a dashed line is inferred, "
        f"not named. {SPECIMENS}"
    )


def _table(relays: pd.DataFrame, code: str) -> pd.DataFrame:
    """With a code the pages that carry it and how; else every page and its parent.

    What a page changed is for the exercises that come after the first tree.
    """
    own = changes.carrying(relays, code) if code else relays
    table = as_listed(own)
    if code:
        return table.assign(**{"what it does": own["what_changed"].tolist()})
    return table.assign(
        **{
            "took it from": own["parent"].tolist(),
            "known by": own["parent_basis"].tolist(),
            "hand": own["generation"].tolist(),
        }
    )
