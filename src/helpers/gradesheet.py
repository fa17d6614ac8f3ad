"""The sheet on which claims are graded: a screen for each scale, a twin on paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import ipywidgets as widgets

from helpers.exercises.fields import LABELLED, OPEN
from helpers.exercises.key import Exercise
from helpers.exercises.still import question
from helpers.exercises.style import page, paragraph
from helpers.grades import SCALES, GradeError, read_grade
from helpers.listing import Listing, listing
from helpers.tables import load_digest_claims, load_grades, row

STEPS = {
    "information": (
        "Step 1 of 2: the information. How well does each item fit with what others "
        "say? Leave aside who says it."
    ),
    "source": (
        "Step 2 of 2: the source. What is the record of whoever says it? Your numbers "
        "are out of sight on purpose."
    ),
}
IN_TABLE = {"information": "item", "source": "source"}
ON_PAPER = (
    "First write a number for each claim. Fold the numbers away, then write the "
    "letters. 6 and F mean “no basis”."
)
CELL = "border:1px solid currentColor;padding:.3em .6em;text-align:left"
WIDE = widgets.Layout(width="auto", max_width="30em")


def choices(scale: str, claims: tuple[str, ...]) -> dict[str, widgets.Dropdown]:
    """A drop-down for each claim with the grades of one scale, each with its label."""
    table = _scale(scale)
    pairs = zip(table["grade"], table["label"], strict=True)
    options = [(OPEN, ""), *((f"{grade}  {label}", grade) for grade, label in pairs)]
    return {
        claim: widgets.Dropdown(
            options=options, description=claim, style=LABELLED, layout=WIDE
        )
        for claim in claims
    }


def screen(scale: str, fields: dict[str, widgets.Dropdown]) -> widgets.VBox:
    """One step: what is asked, the scale with its meanings, claim by claim a field."""
    head = f"<p><strong>{escape(STEPS[scale])}</strong></p>"
    parts = [widgets.HTML(page(head + legend(scale).as_html()))]
    for words, field in zip(in_words(list(fields)), fields.values(), strict=True):
        parts += [widgets.HTML(page(paragraph(words))), field]
    return widgets.VBox(parts)


def legend(scale: str) -> Listing:
    """The six grades of a scale and what each means."""
    caption = {"information": "Information, 1 to 6", "source": "Source, A to F"}
    return listing(_scale(scale)[["grade", "label", "meaning"]], caption[scale])


def in_words(ids: Iterable[str]) -> list[str]:
    """Claims as the sheet shows them: id, paragraph, our paraphrase."""
    claims = load_digest_claims()
    found = [(claim, row(claims, claim)) for claim in ids]
    return [f"{id} ({one['paragraph']}): {one['paraphrase']}" for id, one in found]


def is_grade(scale: str, typed: object) -> bool:
    """Whether that is a grade of this scale, as it is written in a record."""
    try:
        return read_grade(scale, typed) == typed
    except GradeError:
        return False


def as_text(exercise: Exercise) -> str:
    """The sheet in plain text; the same before and after an answer."""
    head = f"Exercise {exercise.id}: {exercise.ask}\n{ON_PAPER}"
    return "\n".join([head, *in_words(exercise.items)])


def as_paper(exercise: Exercise) -> str:
    """The sheet in HTML: both scales, and two tables to write in, to be folded."""
    parts = [question(exercise), paragraph(ON_PAPER)]
    for scale in SCALES:
        parts += [paragraph(STEPS[scale]), legend(scale).as_html()]
        parts.append(_to_write_in(scale, exercise.items))
    return page(f'<div class="rk-still">{"".join(parts)}</div>')


def _scale(scale: str):
    table = load_grades()
    return table[table["scale"] == IN_TABLE[scale]]


def _to_write_in(scale: str, claims: tuple[str, ...]) -> str:
    rows = "".join(
        f'<tr><th scope="row" style="{CELL};font-weight:normal">'
        f'{escape(words)}</th><td style="{CELL};min-width:3em"></td></tr>'
        for words in in_words(claims)
    )
    head = "".join(
        f'<th scope="col" style="{CELL}">{name}</th>' for name in ("claim", scale)
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<table style="border-collapse:collapse;margin:.4em 0 1em">{table}</table>'
