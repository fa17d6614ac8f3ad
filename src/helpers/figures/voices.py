"""Pictures of who speaks: voices counted, and a claim passed from hand to hand."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill
from typing import TYPE_CHECKING

import pandas as pd

from helpers import chains
from helpers.chains import Link
from helpers.claims import NAMING
from helpers.figures import artists
from helpers.picture import Picture, drawing, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLACK, BLUE = "black", "#0072B2"
# From nobody to a person: told apart by fill and hatch, so that grey shows it too.
STYLES = [
    {"facecolor": "white", "edgecolor": BLACK, "hatch": "..."},
    {"facecolor": "#56B4E9", "edgecolor": BLACK, "hatch": "///"},
    {"facecolor": BLUE, "edgecolor": BLACK},
    {"facecolor": BLACK, "edgecolor": BLACK},
]
MOST_BESIDE = 5  # links that have room beside each other
LETTERS = {3: 15, 4: 13, 5: 11}  # in a line of a box, by the number of links


def who_speaks(table: pd.DataFrame, sources: list[str]) -> Picture:
    """How many claims each side makes, split by how its speakers are named.

    The table is that of `claims.by_side`.
    """
    with drawing(7.6, 4.9) as (figure, axes):
        left = pd.Series(0, index=table.index)
        for name, style in zip(NAMING.values(), STYLES, strict=True):
            label = f"{name} ({table[name].sum()})"
            places = range(len(table))
            axes.barh(places, table[name], left=left, height=0.6, label=label, **style)
            left = left + table[name]
        for place, count in enumerate(table["claims"]):
            axes.text(count + 0.15, place, f"{count}", va="center")
        axes.set_yticks(range(len(table)), table["who speaks"])
        axes.set_ylim(len(table) - 0.4, -0.6)
        axes.set_xlim(0, table["claims"].max() + 1)
        axes.set_xlabel(f"claims, of {table['claims'].sum()}")
        figure.legend(loc="outside lower left", ncols=2)
        return show(
            figure,
            alt=_alt_of_voices(table),
            caption="Who speaks in the digest: its claims, counted by side.",
            sources=sources,
            numbers=table,
        )


def chain(links: list[Link], name: str, sources: list[str]) -> Picture:
    """The chain of one claim from left to right; what is inferred is dashed.

    A link without a speaker is drawn as a place that is still open. A chain with many
    links goes from top to bottom.
    """
    is_long = len(links) > MOST_BESIDE
    first = "at the top" if is_long else "at the left"
    with drawing(7.6, 0.75 * len(links) if is_long else 2.3) as (figure, axes):
        (_downwards if is_long else _beside)(axes, links)
        axes.axis("off")
        return show(
            figure,
            alt=_alt_of_chain(links, name),
            caption=(
                f"The chain of {name}, origin {first}. Solid: printed in the text. "
                "Dashed: inferred by the reader."
            ),
            sources=sources,
            numbers=chains.as_table(links),
        )


def _alt_of_voices(table: pd.DataFrame) -> str:
    sides = "; ".join(
        f"{side} {count}"
        for side, count in zip(table["who speaks"], table["claims"], strict=True)
    )
    naming = ", ".join(f"{table[name].sum()} {name}" for name in NAMING.values())
    return (
        f"Of {table['claims'].sum()} claims, by who speaks: {sides}. "
        f"By how the speaker is named: {naming}."
    )


def _alt_of_chain(links: list[Link], name: str) -> str:
    said = chains.in_words([Link(one.speaker or "?", one.inferred) for one in links])
    speakers = sum(bool(link.speaker) for link in links)
    words = "1 speaker" if speakers == 1 else f"{speakers} speakers"
    inferred = sum(link.inferred for link in links)
    return (
        f"The chain of {name}, origin first: {said}. {words}, "
        f"{inferred or 'none'} of them inferred."
    )


def _is_loose(link: Link) -> bool:
    return link.inferred or not link.speaker


def _beside(axes: Axes, links: list[Link]) -> None:
    width = _box_width(len(links))
    letters = LETTERS[min(max(len(links), 3), MOST_BESIDE)]
    for place, link in enumerate(links):
        _box(axes, (place, 0), (width, 1), link, letters)
    for place, pair in enumerate(pairwise(links)):
        ends = (place + width / 2 + 0.01, 0), (place + 1 - width / 2 - 0.01, 0)
        _arrow(axes, *ends, dashed=any(map(_is_loose, pair)))
    axes.set_xlim(-0.5, max(len(links), 3) - 0.5)
    axes.set_ylim(-0.62, 0.62)


def _downwards(axes: Axes, links: list[Link]) -> None:
    for place, link in enumerate(links):
        _box(axes, (0, place), (0.8, 0.6), link, letters=50)
    for place, pair in enumerate(pairwise(links)):
        ends = (0, place + 0.31), (0, place + 0.69)
        _arrow(axes, *ends, dashed=any(map(_is_loose, pair)))
    axes.set_xlim(-0.5, 0.5)
    axes.set_ylim(len(links) - 0.6, -0.4)


def _box_width(number: int) -> float:
    return {1: 0.7, 2: 0.7, 3: 0.7, 4: 0.78}.get(number, 0.84)


def _box(
    axes: Axes,
    middle: tuple[float, float],
    size: tuple[float, float],
    link: Link,
    letters: int,
) -> None:
    (x, y), (width, height) = middle, size
    loose = _is_loose(link)
    axes.add_patch(
        artists.FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.06",
            facecolor="white" if loose else "#E8F1F8",
            edgecolor=BLACK if loose else BLUE,
            linestyle="--" if loose else "-",
            linewidth=2,
        )
    )
    words = f"{link.speaker or '?'}{' (inferred)' * link.inferred}"
    axes.text(x, y, fill(words, letters), ha="center", va="center")


def _arrow(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], dashed: bool
) -> None:
    axes.add_patch(
        artists.FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=2,
            linestyle="--" if dashed else "-",
            color=BLACK,
            shrinkA=0,
            shrinkB=0,
        )
    )
