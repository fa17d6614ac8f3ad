"""code_alone(): claims coded alone with a codebook; every choice is kept at once.

There is no verdict: what one coder chose is material for the comparison with others.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers import codebook, explore, record
from helpers.exercises.fields import LABELLED, OPEN
from helpers.exercises.style import page, paragraph
from helpers.figures import agreement
from helpers.listing import Listing, listing
from helpers.tables import load_digest_claims, row

KIND = "coding"
COLUMNS = ["coder", "round", "claim_id", "scale", "code"]
ASKED = {
    "first": "Code each claim alone, without talking. Every choice is saved at once.",
    "again": "Code these four again, with your new line beside you, and alone.",
}
ALL_CODED = "Everything is coded and saved. You may still change any of it."
FEW = 4  # claims still open that are named; a longer list would be read out each time
CELL = "border:1px solid currentColor;padding:.3em .6em;text-align:left"
FIELD = widgets.Layout(width="auto", max_width="24em", margin="0 .8em .2em 0")


class CodeSheet(widgets.VBox):
    """Claim by claim its drop-downs, one for each scale, and what is still open."""

    def __init__(self, turn: str):
        self.turn = turn
        self.fields = {
            (claim, scale): _dropdown(claim, scale) for claim, scale in _places(turn)
        }
        self.said, self.warning = widgets.HTML(), ""
        head = paragraph(ASKED[turn])
        super().__init__([widgets.HTML(page(head)), *self._claims(), self.said])
        self.add_class("rk-form")
        self.layout.max_width = "62em"  # three fields in a row, where there is room
        self.write(own_coding(turn))
        for field in self.fields.values():
            field.observe(self._changed, "value")
        self._say()

    def read(self) -> dict[str, dict[str, str]]:
        """What is chosen so far, by claim and scale."""
        chosen: dict[str, dict[str, str]] = {}
        for (claim, scale), field in self.fields.items():
            if field.value:
                chosen.setdefault(claim, {})[scale] = field.value
        return chosen

    def write(self, coding: dict[str, dict[str, str]]) -> None:
        """Put back what was chosen before."""
        for claim, given in coding.items():
            for scale, code in given.items():
                self.fields[claim, scale].value = code

    def open_claims(self) -> list[str]:
        """The claims that lack a code on some scale."""
        left = [claim for (claim, _), field in self.fields.items() if not field.value]
        return list(dict.fromkeys(left))

    def _claims(self) -> list[widgets.Widget]:
        claims = codebook.ROUNDS[self.turn][0]
        wrapped = widgets.Layout(flex_flow="row wrap")
        parts = []
        for claim in claims:
            mine = [f for (of, _), f in self.fields.items() if of == claim]
            words = f'<div class="rk">{_in_words(claim)}</div>'
            parts += [widgets.HTML(words), widgets.HBox(mine, layout=wrapped)]
        return parts

    def _changed(self, _change: Any) -> None:
        self.warning = record.save(f"7.{self.turn}", KIND, self.read())
        self._say()

    def _say(self) -> None:
        left = self.open_claims()
        done = sum(bool(field.value) for field in self.fields.values())
        parts = [f"Saved: {done} of {len(self.fields)} choices." if left else ALL_CODED]
        parts += [f"Still open: {', '.join(left)}."] if 0 < len(left) <= FEW else []
        shown = paragraph(" ".join([*parts, self.warning]).strip())
        reply = f'<div class="rk-reply" role="status">{shown}</div>'
        self.said.value = f'<div class="rk">{reply}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": _as_text(self.turn), "text/html": _as_paper(self)}


def code_alone(again: bool = False) -> CodeSheet:
    """The sheet for twelve claims; with `again` the one for four claims of them."""
    return CodeSheet("again" if again else "first")


def own_coding(turn: str) -> dict[str, dict[str, str]]:
    """What this learner has coded in the "first" or the "again" round."""
    kept = record.last(f"7.{turn}", KIND)
    return codebook.sound_coding(kept["value"] if kept else None, turn)


def own_codings() -> pd.DataFrame:
    """Both rounds of this learner as a table of codings; empty if none."""
    rows = [
        one
        for turn in codebook.ROUNDS
        for one in codebook.rows("you", turn, own_coding(turn))
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def heat_map(codings: pd.DataFrame, made_up: bool = True) -> explore.Explore:
    """How often a class gave each code to each claim; your own codes are framed."""
    return explore.explore(
        "Which claim divides the coders most, and which not at all?",
        agreement.codes_by_claim,
        codings=codings,
        own=own_codings(),
        sources=["dailywrap-digest"],
        made_up=made_up,
        scale=explore.choose("Question", {name: name for name in codebook.QUESTIONS}),
    )


def the_codebook(scale: str) -> Listing:
    """One scale of the codebook: its codes and what each means."""
    pairs = [(codebook.name(c), text) for c, text in codebook.codes(scale).items()]
    table = pd.DataFrame(pairs, columns=["code", "meaning"])
    return listing(table, f"{scale.capitalize()}: {codebook.QUESTIONS[scale]}")


def _places(turn: str) -> list[tuple[str, str]]:
    claims, scales = codebook.ROUNDS[turn]
    return [(claim, scale) for claim in claims for scale in scales]


def _dropdown(claim: str, scale: str) -> widgets.Dropdown:
    """The claim belongs to the name: a screen reader reads each field on its own."""
    known = codebook.codes(scale)
    label = {
        c: f"{c}  {text}" if scale == "credibility" else c for c, text in known.items()
    }
    options = [(OPEN, ""), *((codebook.name(label[code]), code) for code in known)]
    return widgets.Dropdown(
        options=options, description=f"{claim}, {scale}", style=LABELLED, layout=FIELD
    )


def _in_words(claim: str) -> str:
    found = row(load_digest_claims(), claim)
    place = f"{claim} ({found['paragraph']})"
    return f"<p><strong>{place}</strong>&ensp;{escape(found['paraphrase'])}</p>"


def _as_text(turn: str) -> str:
    claims = load_digest_claims()
    lines = [f"{c}: {row(claims, c)['paraphrase']}" for c in codebook.ROUNDS[turn][0]]
    return "\n".join([ASKED[turn], *lines])


def _as_paper(sheet: CodeSheet) -> str:
    """The sheet in HTML: a table with a column to write in for each scale."""
    claims, scales = codebook.ROUNDS[sheet.turn]
    heads = "".join(f'<th scope="col" style="{CELL}">{n}</th>' for n in scales)
    empty = f'<td style="{CELL};min-width:5em"></td>' * len(scales)
    rows = "".join(
        f'<tr><td style="{CELL}">{_in_words(claim)}</td>{empty}</tr>'
        for claim in claims
    )
    table = (
        f'<table style="border-collapse:collapse"><caption style="text-align:left">'
        f'Your codes, {len(claims)} claims</caption><thead><tr><th scope="col" '
        f'style="{CELL}">claim</th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )
    return page(f'<div class="rk-still">{paragraph(ASKED[sheet.turn])}{table}</div>')


def two_lines() -> Listing:
    """The line of the codebook that the made-up class had, and the one it wrote."""
    lines = {"old": codebook.OLD_LINE, "new": codebook.NEW_LINE}
    table = pd.DataFrame({"line": lines.keys(), "words": lines.values()})
    return listing(table, "The line that the made-up class changed")
