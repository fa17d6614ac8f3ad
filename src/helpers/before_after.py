"""before_and_after(): one's own check, before the course and after it.

Accepting the sound and doubting the doubtful are counted apart: who doubts everything
doubts the doubtful as well.
"""

from __future__ import annotations

from html import escape

import ipywidgets as widgets
import pandas as pd

from helpers import record
from helpers.exercises.key import Exercise, exercise
from helpers.exercises.style import page, paragraph
from helpers.listing import listing
from helpers.picture import as_html

PAIRS = {f"0.{number}": f"8.{number}" for number in range(2, 8)}
ACCEPT, ASK_MORE = "I would accept it", "I would want to know"
KINDS = ("accepting the sound", "doubting the doubtful", "two sums")
WAITS = "The comparison waits for your answers to {ids}. Save them, then press Compare."
STILL = (
    "In JupyterLab your answers before and after the course stand here side by side: "
    "accepting the sound and doubting the doubtful, each in a row of its own."
)
CAPTION = "Answers that fit, of two each; how sure you were, in %"
NO_START = (
    "No check from before the course is saved on this computer, so only what you "
    "think today can be shown."
)
READ = (
    "Look at the first two rows together. A gain in the second that costs the first is "
    "no gain: then the course has made you doubt what is sound. Then look at how sure "
    "you were: are you surer where you are right?"
)
HEADS = ["what", "before", "after", "sure before", "sure after"]


def before_and_after() -> BeforeAfter:
    """The learner's own check before and after; waits for the six answers after."""
    return BeforeAfter()


def kind_of(asked: Exercise) -> str:
    """What a statement or a question of the check is there for: one of KINDS."""
    if str(asked.answer).startswith(ACCEPT):
        return KINDS[0]
    return KINDS[1] if str(asked.answer).startswith(ASK_MORE) else KINDS[2]


def compared() -> pd.DataFrame:
    """For each kind how many answers fit, before and after, and how sure one was.

    A number is missing where nothing was saved.
    """
    items = pd.DataFrame([_item(*pair) for pair in PAIRS.items()])
    counts = ["before", "after"]
    table = items.groupby("what")[HEADS[1:]].agg(
        {
            **dict.fromkeys(counts, _sum),
            **{f"sure {name}": "mean" for name in counts},
        }
    )
    return table.reindex(list(KINDS)).reset_index()


def missing_after() -> list[str]:
    """The items of the check after the course that have no answer yet."""
    return [id for id in PAIRS.values() if record.last(id, "answer") is None]


class BeforeAfter(widgets.VBox):
    """A button, and below it the two checks side by side once both can be shown."""

    def __init__(self) -> None:
        self.compare = widgets.Button(description="Compare")
        self.shown = widgets.HTML(page(paragraph(self._waiting())))
        self.compare.on_click(lambda _button: self.draw())
        super().__init__([self.compare, self.shown])
        if not missing_after():
            self.draw()

    def draw(self) -> None:
        """Show both checks, or say which answers are still missing."""
        left = missing_after()
        content = paragraph(self._waiting()) if left else _side_by_side()
        self.shown.value = page(f'<div role="status">{content}</div>')

    def _waiting(self) -> str:
        return WAITS.format(ids=", ".join(missing_after()))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": STILL, "text/html": page(paragraph(STILL))}


def _item(before: str, after: str) -> dict:
    """One pair of items: 1 where an answer fits, 0 where not, missing where none."""
    asked = exercise(after)
    found = {
        "before": record.last(before, "answer"),
        "after": record.last(after, "answer"),
    }
    item = {"what": kind_of(asked)}
    for name, entry in found.items():
        item[name] = None if entry is None else float(entry["value"] == asked.answer)
        item[f"sure {name}"] = entry.get("confidence") if entry else None
    return {name: item.get(name) for name in HEADS}


def _sum(values: pd.Series) -> float | None:
    return values.sum(min_count=1)


def _side_by_side() -> str:
    table = compared()
    table = table.astype(dict.fromkeys(HEADS[1:], "Float64"))
    shown = as_html(listing(table, CAPTION, 0))
    items = "".join(
        f"<li>{escape(exercise(id).ask)}<br>Fits: {escape(exercise(id).answer)}. "
        f"{escape(exercise(id).solution)}</li>"
        for id in PAIRS.values()
    )
    reasons = (
        f"<details><summary>The six, with reasons</summary><ol>{items}</ol></details>"
    )
    read = NO_START if table["before"].isna().all() else READ
    return f"{shown}{paragraph(read)}{reasons}"
