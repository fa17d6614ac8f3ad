"""Pictures of agreement: which codes a claim was given, and how often."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import pandas as pd

from helpers import agreement, codebook
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MADE_UP = "A made-up class, for practice. "
LEFT_OUT = " Claims that fewer than five coded are left out."
SHADES = "Greys"  # reads the same on paper without colour
DARK = 0.7  # the share from which the number in a cell is written in white
OWN = {"fill": False, "edgecolor": "#D55E00", "linewidth": 3}
BLUE = "#0072B2"
AGREE = "pairs\nagree"
DOTS_IN_A_ROW, MOST_DOTS = 5, 20
ORDERS = {"source": list("ABCDEF"), "information": list("123456")}


def codes_by_claim(
    codings: pd.DataFrame,
    scale: str,
    sources: list[str],
    own: pd.DataFrame | None = None,
    made_up: bool = False,
) -> Picture:
    """A heat map: how many coders gave each code to each claim, most disputed on top.

    The codings in `own`, of one coder who is not counted, are framed.
    """
    table = _counted(agreement.ratings(codings, scale), scale)
    framed = _own(own, scale)
    codes = [name for name in table if name not in ("claim_id", "agree")]
    with drawing(7.6, 1.5 + 0.42 * len(table)) as (figure, axes):
        _cells(axes, table[codes])
        _frames(axes, table, codes, framed)
        _labels(axes, table, codes)
        return show(
            figure,
            alt=_alt(table, codes, scale, made_up),
            caption=(
                f"{MADE_UP if made_up else ''}How many coders gave each code on "
                f"“{scale}”; on the right the share of pairs that agree."
                + (" Your own codes are framed." if framed else "")
                + (LEFT_OUT if not made_up else "")
            ),
            sources=sources,
            numbers=_in_numbers(table),
        )


def dots_by_claim(
    codings: pd.DataFrame, scale: str, sources: list[str], made_up: bool = False
) -> Picture:
    """How the codes of each claim are spread on a scale: a dot for each coder."""
    table = _counted(agreement.ratings(codings, scale), scale)
    table = table.sort_values("claim_id")
    codes = [name for name in table if name not in ("claim_id", "agree")]
    kind = "Grades" if scale in (*ORDERS, *codebook.ORDERED) else "Codes"
    each = -(-int(table[codes].to_numpy().max()) // MOST_DOTS)
    stands = f"stands for up to {each} learners" if each > 1 else "is one learner"
    with drawing(7.6, 1.4 + 0.85 * len(table)) as (figure, axes):
        for place, row in enumerate(table[codes].itertuples(index=False)):
            for across, number in enumerate(row):
                _dots(axes, across, place, -(-number // each))
        _labels(axes, table, codes)
        axes.vlines(
            [x - 0.5 for x in range(1, len(codes))],
            -0.5,
            len(table) - 0.5,
            color="0.85",
            linewidth=1,
        )
        return show(
            figure,
            alt=_alt(table, codes, scale, made_up),
            caption=(
                f"{MADE_UP if made_up else ''}{kind} on “{scale}”, claim by claim: "
                + f"one dot {stands}."
                + (LEFT_OUT if not made_up else "")
            ),
            sources=sources,
            numbers=_in_numbers(table),
        )


def _in_numbers(table: pd.DataFrame) -> pd.DataFrame:
    shares = table["agree"].round(0)
    return table.drop(columns="agree").assign(**{"pairs that agree, %": shares})


def _counted(given: pd.DataFrame, scale: str) -> pd.DataFrame:
    """Counts with a column for every code of the scale, and the share of pairs."""
    table = agreement.counts(given)
    known = ORDERS.get(scale) or list(codebook.codes(scale))
    table = table.reindex(columns=known, fill_value=0).rename(columns=codebook.name)
    table = table.rename_axis("claim_id").reset_index()
    table["agree"] = agreement.pairs(given)["percent"].to_numpy()
    return table.sort_values(["agree", "claim_id"]).reset_index(drop=True)


def _cells(axes: Axes, counted: pd.DataFrame) -> None:
    shares = counted.div(counted.sum(axis=1).clip(lower=1), axis=0)
    axes.imshow(shares, cmap=SHADES, vmin=0, vmax=1.15, aspect="auto")
    for down, row in enumerate(counted.itertuples(index=False)):
        for across, number in enumerate(row):
            colour = "white" if shares.iloc[down, across] > DARK else "black"
            words = f"{number:,}" if number else "·"
            axes.text(across, down, words, ha="center", va="center", color=colour)


def _own(codings: pd.DataFrame | None, scale: str) -> dict[str, str]:
    """One coder's codes on a scale, by claim."""
    if codings is None:
        return {}
    ours = codings[codings["scale"] == scale]
    return dict(zip(ours["claim_id"], ours["code"].map(codebook.name), strict=True))


def _frames(
    axes: Axes, table: pd.DataFrame, codes: list[str], framed: dict[str, str]
) -> None:
    from matplotlib.patches import Rectangle  # with the first picture, not before

    for down, claim in enumerate(table["claim_id"]):
        if framed.get(claim) in codes:
            place = (codes.index(framed[claim]) - 0.45, down - 0.42)
            axes.add_patch(Rectangle(place, 0.9, 0.84, **OWN))


def _labels(axes: Axes, table: pd.DataFrame, codes: list[str]) -> None:
    axes.set_yticks(range(len(table)), table["claim_id"].map(codebook.short))
    axes.set_xticks(range(len(codes)), [fill(code, 11) for code in codes])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xlim(-0.5, len(codes) + 0.6)
    axes.set_ylim(len(table) - 0.5, -0.5)
    for side in axes.spines.values():
        side.set_visible(False)
    for down, share in enumerate(table["agree"]):
        words = "" if pd.isna(share) else f"{share:.0f} %"
        axes.text(len(codes) + 0.55, down, words, ha="right", va="center")
    axes.text(len(codes) + 0.55, -0.6, AGREE, ha="right", va="bottom")
    for place, code in enumerate(codes):
        if code in agreement.NO_BASIS:  # it has no place in the order: set apart
            axes.axvline(place - 0.5, color="black", linewidth=1.5)


def _dots(axes: Axes, across: int, place: int, number: int) -> None:
    rows = [divmod(n, DOTS_IN_A_ROW) for n in range(number)]
    x = [across - 0.3 + 0.15 * column for _, column in rows]
    y = [place + 0.3 - 0.2 * row for row, _ in rows]
    axes.plot(x, y, "o", color=BLUE, markersize=7)


def _alt(table: pd.DataFrame, codes: list[str], scale: str, made_up: bool) -> str:
    parts = []
    for row in table.itertuples(index=False):
        found = zip(codes, row[1:-1], strict=True)
        said = ", ".join(f"{code} {number} times" for code, number in found if number)
        parts.append(f"{row.claim_id}: {said}")
    whole = f"{MADE_UP if made_up else ''}Codes on “{scale}” by claim. "
    return whole + "; ".join(parts) + "."
