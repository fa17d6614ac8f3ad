"""Four forecasts: locked first, then set beside what happened, and scored.

`four_forecasts("4.8")` takes a probability for each question and locks all of them at
once. `outcomes("4.8")` shows nothing, in no form, until they are locked or skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers import record
from helpers.exercises.fields import line
from helpers.exercises.style import page, paragraph
from helpers.figures.chances import brier_dots
from helpers.forecasts import ForecastError, cited_for, probability, scored, scores
from helpers.forecasts import outcomes as how_they_came_out
from helpers.listing import listing
from helpers.picture import cited
from helpers.tables import load_forecasts

ASKED = "As of 11 January 2025: how likely is a yes? Write 0 to 1 for each, like 0.7."
WAITS = "This waits for your four forecasts: lock them in above, and it appears here."
SKIPPED = "You skipped the forecasts, so no score of yours is shown."
# Made up: one who never commits, one who is sure and right, one who is neither.
OTHERS = {
    "always 0.5": (0.5, 0.5, 0.5, 0.5),
    "A: 0.9, 0.9, 0.8, 0.05": (0.9, 0.9, 0.8, 0.05),
    "B: 0.5, 0.5, 0.7, 0.7": (0.5, 0.5, 0.7, 0.7),
}
_waiting: dict[str, list[Callable[[], None]]] = {}


class ForecastSheet(widgets.VBox):
    """A field for each question, Lock in, Skip, and what is locked."""

    def __init__(self, exercise: str, questions: pd.DataFrame):
        self.exercise, self.questions = exercise, questions
        self.fields = {n: line(f"{n} (0 to 1)") for n in questions["forecast_id"]}
        self.lock_in = widgets.Button(description="Lock in")
        self.skip = widgets.Button(description="Skip")
        self.lock_in.on_click(self._lock)
        self.skip.on_click(lambda _: self._keep("skip", "skipped"))
        self.buttons = widgets.HBox([self.lock_in, self.skip])
        self.said = widgets.HTML()
        rows = [
            part
            for name, asked in _asked(questions).items()
            for part in (widgets.HTML(page(paragraph(asked))), self.fields[name])
        ]
        head = widgets.HTML(page(f"<p><strong>{ASKED}</strong></p>"))
        super().__init__([head, *rows, self.buttons, self.said])
        self.add_class("rk-form")
        self._restore()
        for field in self.fields.values():
            field.observe(self._keep_draft, "value")

    def _lock(self, _button: Any = None) -> None:
        values, problems = {}, []
        for name, field in self.fields.items():
            try:
                values[name] = probability(field.value)
            except ForecastError as error:
                problems.append(f"{name}: {error}")
        if problems:
            self._say(["Nothing is locked in yet.", *problems], "alert")
        else:
            self._keep("prediction", values)

    def _keep(self, kind: str, value: Any) -> None:
        if _locked(self.exercise) is None:
            self.warning = record.save(self.exercise, kind, value)
        self._show_locked("alert")
        for show in _waiting.pop(self.exercise, []):
            show()

    def _keep_draft(self, _change: Any) -> None:
        """What is typed and not yet locked: a restart shall not lose it."""
        typed = {name: field.value for name, field in self.fields.items()}
        if _locked(self.exercise) is None:
            record.save(self.exercise, "draft", typed)

    def _restore(self) -> None:
        self.warning, draft = "", record.last(self.exercise, "draft")
        if _locked(self.exercise) is not None:
            self._show_locked("status")
        elif draft:
            self._fill(draft["value"])

    def _fill(self, values: Any) -> None:
        for name in self.fields if isinstance(values, dict) else ():
            self.fields[name].value = str(values.get(name, ""))

    def _show_locked(self, role: str) -> None:
        kept = _locked(self.exercise)
        self.buttons.layout.display = "none"
        for field in self.fields.values():
            field.disabled = True
        self._fill(kept["value"])
        self._say([_in_words(kept), self.warning], role)

    def _say(self, sentences: list[str], role: str) -> None:
        words = "".join(paragraph(one) for one in sentences if one)
        reply = f'<div class="rk-reply" role="{role}">{words}</div>'
        self.said.value = f'<div class="rk">{reply}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        asked = list(_asked(self.questions).values())
        line = '<div class="rk-line"></div>'
        paper = "".join(paragraph(one) + line for one in asked)
        still = f'<div class="rk-still"><p><strong>{ASKED}</strong></p>{paper}</div>'
        return live | {
            "text/plain": "\n".join([ASKED, *asked]),
            "text/html": page(still),
        }


class Outcomes(widgets.VBox):
    """A sentence that waits; once forecasts are locked, what happened, and scores."""

    def __init__(self, exercise: str, questions: pd.DataFrame):
        self.exercise, self.questions = exercise, questions
        super().__init__([widgets.HTML(self._html())])
        if _locked(exercise) is None:
            _waiting.setdefault(exercise, []).append(self._open)

    def _open(self) -> None:
        self.children[0].value = self._html("status")

    def _parts(self) -> list[Any]:
        """The sentence, and once there are forecasts the table and the picture."""
        kept = _locked(self.exercise)
        if kept is None:
            return [WAITS]
        forecasters = {
            name: dict(zip(self.questions["forecast_id"], values, strict=True))
            for name, values in OTHERS.items()
        }
        mine = kept["value"] if kept["kind"] == "prediction" else None
        table = scores(self.questions, forecasters | ({"yours": mine} if mine else {}))
        caption = f"How the four came out. {cited(cited_for(self.questions))}"
        came = listing(how_they_came_out(self.questions), caption)
        return [_score_said(self.questions, mine), came, brier_dots(table, [])]

    def _html(self, role: str = "") -> str:
        said, *shown = self._parts()
        live = f' role="{role}"' if role else ""
        words = f'<div class="rk-reply"{live}>{paragraph(said)}</div>'
        return page(words + "".join(one.as_html() for one in shown))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        said, *shown = self._parts()
        plain = [one._repr_mimebundle_()["text/plain"] for one in shown]
        text = "\n".join([said, *plain])
        return live | {"text/plain": text, "text/html": self._html()}


def four_forecasts(exercise: str, skip: bool = False) -> ForecastSheet:
    """The sheet for the four questions; `skip` goes on without own forecasts."""
    if skip and _locked(exercise) is None:
        record.save(exercise, "skip", "skipped")
    return ForecastSheet(exercise, load_forecasts())


def outcomes(exercise: str) -> Outcomes:
    """How the four questions came out, and the scores, once forecasts are locked."""
    return Outcomes(exercise, load_forecasts())


def _locked(exercise: str) -> dict | None:
    """The first forecasts that were locked, or the skip; later ones do not count."""
    for entry in record.entries_kept():
        whole = entry["kind"] == "prediction" and isinstance(entry["value"], dict)
        if entry["exercise"] == exercise and (whole or entry["kind"] == "skip"):
            return entry
    return None


def _asked(questions: pd.DataFrame) -> dict[str, str]:
    pairs = zip(questions["forecast_id"], questions["question"], strict=True)
    return {name: f"{name}: {question}" for name, question in pairs}


def _in_words(kept: dict) -> str:
    if kept["kind"] == "skip":
        return SKIPPED
    said = ", ".join(f"{name} {value:g}" for name, value in kept["value"].items())
    return f"Locked in: {said}."


def _score_said(questions: pd.DataFrame, mine: dict | None) -> str:
    if not mine:
        return SKIPPED
    score = scored(questions, mine)["squared error"].mean()
    return f"Your Brier score is {score:.3f}. Saying 0.5 each time gives 0.250."
