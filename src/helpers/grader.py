"""grade("3.5"): claims graded on two scales, one after the other.

First a number for the information, for all claims; then, on another screen and with
the numbers out of sight, a letter for the source. What is chosen is kept at once.
"""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers import gradesheet, record
from helpers.exercises import key
from helpers.exercises.fields import Field
from helpers.exercises.form import Form
from helpers.exercises.guesses import show_what_waits
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Result, Sorry
from helpers.exercises.style import listed
from helpers.grades import NO_BASIS, SCALES, GradeError, grades_of, key_ranges
from helpers.remarks import diagonal_habit, remarks
from helpers.tables import load_digest_key

DRAFT = "draft"


def grade(
    id: str, codes: dict[str, str] | None = None, outside: bool = False
) -> Grader | Result | Sorry:
    """Two screens to grade the claims of an exercise; or the reply to given codes.

    Codes are two signs by claim, such as {"C04": "F1"}. With `outside` a fact from
    outside the digest counts, where the key knows one. A grade outside its scale is
    answered with a sentence, and nothing chosen before is lost.
    """
    try:
        exercise = key.exercise(id)
        if codes is None:
            return Grader(exercise, outside)
        return _keep(exercise, *_judged(exercise, grades_of(codes), outside))[0]
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))
    except GradeError as error:
        return Result(exercise.id, "not yet", str(error))


def given(id: str) -> pd.DataFrame:
    """The grades that this learner has given in an exercise; empty if none."""
    kept = record.last(id, "answer")
    codes = kept["value"] if kept and isinstance(kept["value"], dict) else {}
    sound = {claim: code for claim, code in codes.items() if _is_code(code)}
    return grades_of(sound)


class Grader(Form):
    """Two screens, a drop-down for each claim on each; the second hides the first."""

    def __init__(self, exercise: Exercise, outside: bool = False):
        self.outside, self.step = outside, "information"
        self.choices = {s: gradesheet.choices(s, exercise.items) for s in SCALES}
        self.screens = {s: gradesheet.screen(s, self.choices[s]) for s in SCALES}
        self.shown = widgets.VBox()
        self.next = _button("Next: the sources", self._next)
        self.back = _button("Back to step 1", self._back)
        super().__init__(exercise, Field([self.shown], self.read, self.write))
        for fields in self.choices.values():
            for one in fields.values():
                one.observe(self._changed, "value")

    def go(self, step: str) -> None:
        """Show one of the two screens; the other is taken out of the page."""
        self.step = step
        self.shown.children = [self.screens[step]]
        moves = [self.next] if step == "information" else [self.check, self.back]
        # Third from last come the replies; the row of buttons stands above them.
        self.children[-4].children = [*moves, self.hint, self.solution]

    def read(self) -> dict[str, dict[str, str]]:
        """What is chosen so far, by scale and claim."""
        return {
            scale: {claim: one.value for claim, one in fields.items() if one.value}
            for scale, fields in self.choices.items()
        }

    def write(self, saved: Any) -> None:
        """Put back what was chosen; what is no grade of its scale is left out."""
        for scale, fields in self.choices.items():
            kept = saved.get(scale) if isinstance(saved, dict) else None
            for claim, typed in kept.items() if isinstance(kept, dict) else ():
                if claim in fields and gradesheet.is_grade(scale, typed):
                    fields[claim].value = typed

    def codes(self) -> dict[str, str]:
        """Letter and number of every claim that has both."""
        chosen = self.read()
        pairs = chosen["information"].items()
        return {c: chosen["source"][c] + n for c, n in pairs if c in chosen["source"]}

    def _next(self, _button: Any = None) -> None:
        if not self._asks_for("information"):
            self._say(self.reply, "")
            self.go("source")
            self._into_first_field()

    def _back(self, _button: Any = None) -> None:
        self.go("information")
        self._into_first_field()

    def _into_first_field(self) -> None:
        """The button that was pressed is gone; put the keyboard where work goes on."""
        next(iter(self.choices[self.step].values())).focus()

    def _check(self, _button: Any = None) -> None:
        if self._asks_for("information") or self._asks_for("source"):
            return
        judged = _judged(self.exercise, grades_of(self.codes()), self.outside)
        self._answer(*_keep(self.exercise, *judged), role="alert")

    def _answer(self, result: Result, said: pd.DataFrame, role: str) -> None:
        lines = [f"{c.claim_id}, {c.code}: {c.remark}" for c in said.itertuples()]
        before = "From last time." if role == "status" else ""
        self._say(self.reply, result.as_html(role, before) + listed(lines))
        self._offer_solution(self._may_be_shown(result))

    def _asks_for(self, scale: str) -> bool:
        """Says which claims have no grade yet, if any; what is chosen stays."""
        fields = self.choices[scale]
        missing = [claim for claim, one in fields.items() if not one.value]
        if missing:
            words = f"Still without a grade: {', '.join(missing)}. "
            words += f"Where there is no basis, choose {NO_BASIS[scale]}."
            result = Result(self.exercise.id, "not tried yet", words)
            self._say(self.reply, result.as_html(role="alert"))
        return bool(missing)

    def _restore(self) -> None:
        kept = record.last(self.exercise.id, DRAFT)
        self.write(kept["value"] if kept else None)
        whole = len(self.read()["information"]) == len(self.exercise.items)
        self.go("source" if whole else "information")
        codes = grades_of(self.codes())
        if len(codes) and codes.equals(given(self.exercise.id)):
            self._answer(*_judged(self.exercise, codes, self.outside), role="status")

    def _changed(self, _change: Any) -> None:
        record.save(self.exercise.id, DRAFT, self.read())

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        paper = gradesheet.as_paper(self.exercise)
        return live | {
            "text/plain": gradesheet.as_text(self.exercise),
            "text/html": paper,
        }


def _judged(
    exercise: Exercise, grades: pd.DataFrame, outside: bool
) -> tuple[Result, pd.DataFrame]:
    """The reply to these grades, and a remark on each claim."""
    ranges = key_ranges(load_digest_key(), list(exercise.items), outside)
    said = remarks(grades, ranges)
    wrong = said.loc[~said["fits"].astype(bool), "claim_id"].tolist()
    left = [claim for claim in exercise.items if claim not in set(said["claim_id"])]
    state = "not yet" if wrong or left else "right"
    words = [_reply(wrong, left), diagonal_habit(grades)]
    return Result(exercise.id, state, " ".join(filter(None, words))), said


def _reply(wrong: list[str], left: list[str]) -> str:
    if left:
        return f"Still without a grade: {', '.join(left)}."
    if wrong:
        return f"Look again at {', '.join(wrong)}; the rest can stand."
    return "Every grade lies in the key's range, or can stand with a reason."


def _keep(
    exercise: Exercise, result: Result, said: pd.DataFrame
) -> tuple[Result, pd.DataFrame]:
    """The same, after the grades are kept and what waits for them is shown."""
    codes = dict(zip(said["claim_id"], said["code"], strict=True))
    warning = record.save(exercise.id, "answer", codes, state=result.state)
    show_what_waits(exercise)
    return Result(exercise.id, result.state, result.reply, warning=warning), said


def _is_code(code: object) -> bool:
    try:
        return bool(grades_of({"": code}).size)
    except GradeError:
        return False


def _button(words: str, action: Any) -> widgets.Button:
    made = widgets.Button(description=words, layout=widgets.Layout(width="auto"))
    made.on_click(action)
    return made
