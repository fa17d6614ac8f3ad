"""Where each page of a tree of relays stands on the paper, before anything is drawn.

From left to right: how many hands a claim has passed through. Pages that have the same
parent and no page below them are bundled where a tree is large, so that a reader sees
their number instead of as many lines. All lengths are in inches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import wrap

import pandas as pd

from helpers.descent import parents_of
from helpers.relays import SPECIMEN, STANDINGS, UNSEEN

WIDTH, LEFT = 7.6, 0.05
WIDEST, AT_THE_END = 2.25, 1.4  # a column; what a page in the last one needs at least
BESIDE = 0.22  # of a column, for the lines to the next one
LINE, GAP, STEP = 0.235, 0.1, 0.165
LETTER = 0.1  # of 13-point letters, on average
NAME = 0.2  # from the left edge of a page to its name, after its mark
WHOLE_WORDS = {"break_long_words": False, "break_on_hyphens": False}
ACROSS = 8  # marks in one line of a bundle
LARGE, SEVERAL = 20, 3  # from so many pages on, more than so many siblings are bundled


@dataclass(frozen=True)
class Place:
    """One node, or one bundle of pages, and where it stands."""

    ids: tuple[str, ...]
    parent: str
    generation: int
    column: float  # how wide one is
    top: float
    lines: tuple[str, ...]
    height: float
    unseen: bool = False

    @property
    def x(self) -> float:
        """The left edge."""
        return LEFT + self.generation * self.column

    @property
    def box(self) -> float:
        """How wide it is where it is drawn as a box."""
        return self.column - BESIDE

    @property
    def y(self) -> float:
        """The height of its first line, where its connections begin and end."""
        return self.top + LINE / 2 + 0.04

    @property
    def right(self) -> float:
        """Where its box or the first line of its name ends."""
        name = NAME + len(self.lines[0]) * LETTER if self.lines else 0
        return self.x + (self.box + 0.02 if self.unseen else name + 0.1)

    @property
    def is_bundle(self) -> bool:
        """Is it several pages drawn as marks?"""
        return len(self.ids) > 1


def places(relays: pd.DataFrame, wording: str = "") -> list[Place]:
    """Every node and bundle of these relays, placed from the top; 0 is the top.

    `wording` names a column that is printed below the outlet of each page.
    """
    plan = _Plan(relays, wording)
    top = 0.0
    for name in plan.below[""]:
        top += plan.grow(name, 0, top) + GAP
    return plan.found


def height_of(found: list[Place]) -> float:
    """How far down the lowest of them reaches."""
    return max(place.top + place.height for place in found)


def column_of(relays: pd.DataFrame) -> float:
    """How wide a column is: the fewer hands there are, the wider."""
    room = WIDTH - LEFT - AT_THE_END
    return min(WIDEST, room / max(relays["generation"].max(), 1))


def short(outlet: str) -> str:
    """An outlet's name without whom it carries.

    >>> short("Arab News, carrying Reuters"), short("RFI (text seen at Yahoo)")
    ('Arab News', 'RFI, at Yahoo')
    """
    name, seen, where = outlet.partition(" (text seen at ")
    return f"{name}, at {where.rstrip(')')}" if seen else name.partition(", carry")[0]


class _Plan:
    """The tree as it grows downwards: what was placed, and what it is made from."""

    def __init__(self, relays: pd.DataFrame, wording: str):
        self.rows = relays.set_index("relay_id").to_dict("index")
        self.below = _below(relays)
        self.column, self.wording = column_of(relays), wording
        self.found: list[Place] = []

    def grow(self, name: str, hand: int, top: float) -> float:
        """Places a node and all that follows from it; the height that they take."""
        one = self._node(name, hand, top)
        self.found.append(one)
        kids, used = self.below.get(name, []), 0.0
        leaves = [kid for kid in kids if kid not in self.below]
        if len(self.rows) > LARGE and len(leaves) > SEVERAL:
            self.found.append(self._bundle(leaves, hand + 1, top))
            kids = [kid for kid in kids if kid in self.below]
            used = self.found[-1].height + GAP
        for kid in kids:
            used += self.grow(kid, hand + 1, top + used)
        return max(used, one.height)

    def _node(self, name: str, hand: int, top: float) -> Place:
        row = self.rows[name]
        unseen, ends = row["seen"] == UNSEEN, name not in self.below
        place = Place((name,), row["parent"], hand, self.column, top, (), 0, unseen)
        # A page has its mark before its name; a last one may write up to the edge.
        room = WIDTH - place.x - 0.05 if ends else place.box - 0.06
        letters = int((room - (0 if unseen else NAME)) / LETTER)
        parts = (wrap(part, letters, **WHOLE_WORDS) for part in self._words(name))
        lines = tuple(line for part in parts for line in part)
        return replace(place, lines=lines, height=len(lines) * LINE + GAP)

    def _words(self, name: str) -> list[str]:
        """The outlet of a node, and of a page what it prints."""
        row = self.rows[name]
        outlet = short(row["outlet"])
        if row["seen"] == UNSEEN:
            return [outlet]
        if name in self.below:  # with less room
            outlet = outlet.partition(", ")[0].partition(" (")[0]
        mark = SPECIMEN * (row["standing"] == STANDINGS["subject"])
        prints = row[self.wording] if self.wording else ""
        return [outlet + mark, prints] if prints else [outlet + mark]

    def _bundle(self, leaves: list[str], hand: int, top: float) -> Place:
        assumed = any(self.rows[leaf]["parent_basis"] == "assumed" for leaf in leaves)
        beside = (2 + assumed) * LINE  # its number stands there in two or three lines
        height = max(-(-len(leaves) // ACROSS) * STEP, beside) + GAP
        parent = self.rows[leaves[0]]["parent"]
        return Place(tuple(leaves), parent, hand, self.column, top, (), height)


def _below(relays: pd.DataFrame) -> dict[str, list[str]]:
    """The ids of the children of each relay, those without children first."""
    below: dict[str, list[str]] = {}
    for name, parent in parents_of(relays).items():
        below.setdefault(parent, []).append(name)
    return {
        parent: sorted(names, key=lambda name: name in below)
        for parent, names in below.items()
    }
