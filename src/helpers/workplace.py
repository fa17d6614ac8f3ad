"""What is kept on this computer, and three things to do with it.

Continue, start afresh (a shared computer: what was there is put aside), delete all.
"""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from helpers import record

STILL = (
    "In JupyterLab three buttons stand here: continue, start afresh (earlier answers "
    "are put aside), and delete all. Nothing ever leaves this computer."
)
EXPLAINED = {
    "Continue": "Keep working with what is saved.",
    "Start afresh": "Put the saved answers aside, for example on a shared computer.",
    "Delete all": "Tick the box first. Deleted answers cannot be brought back.",
}


class MyWork(widgets.VBox):
    """Three buttons and a line that says what is kept."""

    def __init__(self) -> None:
        self.said = widgets.HTML(_said(_kept()))
        self.sure = widgets.Checkbox(description="Yes, delete all", indent=False)
        self.buttons = {name: _button(name) for name in EXPLAINED}
        for name, action in {
            "Continue": _kept,
            "Start afresh": record.start_afresh,
            "Delete all": self._delete,
        }.items():
            self.buttons[name].on_click(lambda _, do=action: self._do(do))
        *keep, delete = self.buttons.values()
        super().__init__([self.said, widgets.HBox(keep), self.sure, delete])

    def _do(self, action) -> None:
        # role="alert" makes a screen reader say a sentence that appears.
        self.said.value = _said(action(), role=' role="alert"')

    def _delete(self) -> str:
        if not self.sure.value:
            return "Nothing was deleted. Tick “Yes, delete all” first."
        self.sure.value = False
        return record.delete_all()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": STILL, "text/html": f"<p>{STILL}</p>"}


def my_work() -> MyWork:
    """The learner's saved answers: go on with them, put them aside or delete them."""
    return MyWork()


def _kept() -> str:
    done = {one["exercise"] for one in record.entries_kept() if one["kind"] == "answer"}
    if not done:
        return "Nothing was saved when this cell ran. Continue looks again."
    number = "one exercise" if len(done) == 1 else f"{len(done)} exercises"
    return f"Answers to {number} are saved in {record.folder().name}/. Just go on."


def _said(sentence: str, role: str = "") -> str:
    return f"<p{role}>{escape(sentence)}</p>"


def _button(name: str) -> widgets.Button:
    return widgets.Button(description=name, tooltip=EXPLAINED[name])
