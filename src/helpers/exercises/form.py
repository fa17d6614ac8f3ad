"""ask("2.1"): an exercise as a form that works by keyboard and by ear."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any

import ipywidgets as widgets

from helpers import record
from helpers.exercises import key, still
from helpers.exercises.answering import (
    all_hints_seen,
    check,
    hint,
    look_again,
    solution,
)
from helpers.exercises.fields import Field, field_for, line
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Result, Sorry
from helpers.exercises.style import page, paragraph

SOON = 0.3  # seconds in which the value of a field arrives after its Enter key


def ask(id: str) -> Form | Sorry:
    """The exercise with a field, Check and Hint; shows what was saved before."""
    try:
        return Form(key.exercise(id))
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))


class Form(widgets.VBox):
    """The question, its field, its buttons, and the replies below them."""

    def __init__(self, exercise: Exercise, field: Field | None = None):
        self.exercise, self.field = exercise, field or field_for(exercise)
        self.sure = line("How sure are you? (0 to 100 %)")
        self.check = _button("Save" if exercise.by_people else "Check", self._check)
        self.hint = _button("Hint", self._hint)
        self.solution = _button("Show a worked answer", self._solution)
        self.reply, self.hints, self.worked = (widgets.HTML() for _ in range(3))
        self._numbers = count(1)
        self._enter = False
        super().__init__(self._parts())
        self.add_class("rk-form")
        self._listen_for_enter()
        self._offer_solution(False)
        self._restore()

    def _parts(self) -> list[widgets.Widget]:
        exercise = self.exercise
        how = paragraph(still.how_to_write(exercise), "rk-how")
        buttons = [self.check, self.hint, self.solution]
        if not exercise.hints:
            buttons.remove(self.hint)
        return [
            widgets.HTML(page(still.question(exercise))),
            *self.field.widgets,
            *([self.sure] if exercise.confidence else []),
            widgets.HTML(f'<div class="rk">{how}</div>'),
            widgets.HBox(buttons, layout=widgets.Layout(flex_flow="row wrap")),
            self.reply,
            self.hints,
            self.worked,
        ]

    def _check(self, _button: Any = None) -> None:
        sure = self.sure.value if self.exercise.confidence else None
        result = check(self.exercise.id, self.field.read(), sure)
        self._say(self.reply, result.as_html(role="alert"))
        self._offer_solution(self._may_be_shown(result))

    def _hint(self, _button: Any = None) -> None:
        shown = hint(self.exercise.id)
        self._say(self.hints, f'<div role="alert">{shown.as_html()}</div>')
        self._offer_solution(all_hints_seen(self.exercise))

    def _solution(self, _button: Any = None) -> None:
        shown = solution(self.exercise.id)
        html = shown.as_html() if hasattr(shown, "as_html") else paragraph(str(shown))
        self._say(self.worked, f'<div role="alert">{html}</div>')

    def _say(self, where: widgets.HTML, html: str) -> None:
        """Show new words so that a screen reader says them, even the same ones again.

        An element with role="alert" is announced when it is put into the page. The
        number makes each reply a new piece of page, as equal HTML would not be sent.
        What is restored from an earlier session has role="status": it does not
        interrupt a reader who is on the way to somewhere else.
        """
        where.value = f'<div class="rk" data-reply="{next(self._numbers)}">{html}</div>'

    def _may_be_shown(self, result: Result) -> bool:
        if self.exercise.judged == "later":
            return False
        return result.state == "right" or result.saved or all_hints_seen(self.exercise)

    def _offer_solution(self, offered: bool) -> None:
        shown = self.solution.layout.display != "none" and self.solution.offered
        self.solution.offered = offered or shown
        self.solution.layout.display = None if self.solution.offered else "none"

    def _restore(self) -> None:
        kept = record.last(self.exercise.id, "answer")
        if not kept:
            return
        self.field.write(kept["value"])
        self.sure.value = f"{kept['confidence']:g}" if "confidence" in kept else ""
        result = look_again(self.exercise, kept["value"])
        self._say(self.reply, result.as_html("status", before="From last time."))
        self._offer_solution(self._may_be_shown(result))

    def _listen_for_enter(self) -> None:
        lines = [*self.field.typed_in, self.sure]
        for one in lines:
            one.on_msg(self._on_message)
            one.observe(self._on_value, "value")

    def _on_message(self, _field: Any, content: dict, _buffers: Any) -> None:
        """Enter was pressed; what was typed arrives just after this message."""
        if content.get("event") != "submit":
            return
        self._enter = True
        try:
            asyncio.get_running_loop().call_later(SOON, self._check_if_entered)
        except RuntimeError:  # no kernel, as in a test: nothing is on its way
            self._check_if_entered()

    def _on_value(self, _change: Any) -> None:
        self._check_if_entered()

    def _check_if_entered(self) -> None:
        if self._enter:
            self._enter = False
            self._check()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        paper = still.as_paper(self.exercise)
        return live | {"text/plain": still.as_text(self.exercise), "text/html": paper}


def _button(words: str, action: Any) -> widgets.Button:
    made = widgets.Button(description=words, layout=widgets.Layout(width="auto"))
    made.offered = False
    made.on_click(action)
    return made
