"""A class as tables: what its exports hold, one row for each answer, and no name.

The number in the column `coder` is dealt out anew each time; it leads to nobody.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from helpers.classroom import synthetic
from helpers.classroom.arrivals import Arrivals, arrivals, reasons
from helpers.classroom.sound import Export
from helpers.listing import listing

FEW = 5  # a group smaller than this is not broken down
ANSWERS = ["coder", "exercise", "state", "answer", "not_yet", "guess", "hints", "sure"]
CODINGS = ["coder", "round", "claim_id", "scale", "code"]
TEXTS = ["exercise", "text"]
REPEATED = ["exercise", "state", "answer", "guess"]
MADE_UP = "Made up: no class has given these answers."
NOTHING = f"There is nothing to show yet: fewer than {FEW} have come this far."
NO_FILE = "There is no file in this folder. Is it the right one?"
LISTED = "The files that were left out (their names may show whose they are)"


@dataclass(frozen=True)
class Group:
    """What a class handed in: its tables, and what was left out with the reason."""

    number: int
    made_up: bool
    answers: pd.DataFrame
    codings: pd.DataFrame
    texts: pd.DataFrame
    left_out: pd.DataFrame
    replaced: int
    unknown: tuple[str, ...]

    @property
    def large_enough(self) -> bool:
        """Whether there are at least five, so that numbers show no single person."""
        return self.number >= FEW

    @property
    def is_empty(self) -> bool:
        """Whether there was no file at all in the folder."""
        return not (self.number or self.replaced or len(self.left_out))

    def summary(self) -> list[str]:
        """What arrived, in sentences, without the name of any file."""
        said = [MADE_UP] if self.made_up else []
        said.append(f"{_exports(self.number)} read.")
        if self.is_empty:
            said.append(NO_FILE)
        elif not self.large_enough:
            said.append(f"Fewer than {FEW}: nothing is broken down.")
        if self.replaced:
            said.append(f"{self.replaced} older files or copies were passed over.")
        if self.unknown:
            ids = ", ".join(self.unknown[:12])
            said.append(f"This copy of the course does not know answers to: {ids}.")
        rows = self.left_out.itertuples(index=False)
        for reason, number in reasons(rows).items():
            said.append(f"{number} left out: {reason}")
        return said

    def __repr__(self) -> str:
        return "\n".join(self.summary())

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        said = "".join(f"<p>{escape(one)}</p>" for one in self.summary())
        if len(self.left_out):
            table = listing(self.left_out, "For you alone").as_html()
            said += f"<details><summary>{LISTED}</summary>{table}</details>"
        return {"text/plain": repr(self), "text/html": said}


def load_class(folder: str | Path = "") -> Group:
    """Every export in a folder, merged; bad files are reported and left out.

    Without a folder: a class of thirty that never existed, to look at the page with.
    Raises ClassError where there is no such folder.

    >>> load_class().number
    30
    """
    if str(folder):
        return group_of(arrivals(folder))
    return group_of(Arrivals(synthetic.exports(30)))


def group_of(found: Arrivals) -> Group:
    """The tables of these exports."""
    exports = sorted(found.exports, key=lambda one: one.code)
    made_up = any(one.made_up for one in exports)
    if not made_up:  # the codes stand in the names of the files: no order is to follow
        random.SystemRandom().shuffle(exports)
    return Group(
        number=len(exports),
        made_up=made_up,
        answers=_answers(exports),
        codings=_table(exports, "codings", CODINGS),
        texts=_texts(exports),
        left_out=pd.DataFrame(sorted(found.left_out), columns=["file", "reason"]),
        replaced=found.replaced,
        unknown=tuple(sorted({id for one in exports for id in one.unknown})),
    )


def _answers(exports: list[Export]) -> pd.DataFrame:
    table = _table(exports, "answers", ANSWERS)
    # The same few thousand words again and again: kept once, they need little room.
    return table.astype(dict.fromkeys(REPEATED, "category"))


def _table(exports: list[Export], part: str, columns: list[str]) -> pd.DataFrame:
    rows = [
        (number, *one)
        for number, export in enumerate(exports)
        for one in getattr(export, part)
    ]
    return pd.DataFrame(rows, columns=columns)


def _texts(exports: list[Export]) -> pd.DataFrame:
    """The texts that were ticked, in an order that does not tell who wrote them."""
    return pd.DataFrame(sorted(t for one in exports for t in one.texts), columns=TEXTS)


def _exports(number: int) -> str:
    return "One export was" if number == 1 else f"{number:,} exports were"
