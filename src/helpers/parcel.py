"""record.export(): a file for a class, shown in full before it is written.

On a computer it is written into the folder of the answers. Where there is no disk, as
in a browser, the same form offers it for download.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

import ipywidgets as widgets

from helpers.export import MADE, Contents, contents, file_name, last_made, new_code
from helpers.shareable import all_asked

TITLE = "A file for your class"
IN_IT = (
    "In it: a random code; for each exercise your answer, answers that were not right "
    "yet and how many could not be put in, your first guess, how sure you were, how "
    "many hints you took and whether you saw the worked answer; your coding of lesson "
    "07. Not in it: your name, your user name, your folders, any time."
)
TEXTS = "Your own texts stay out. Tick a text to put it in as it stands:"
WHO_FOR = "Who is this file for?"
ANOTHER = "Another class: a new code, so that nobody can join the two files"
STILL_KNOWN = (
    "What the teacher's side may still learn: whoever receives the file sees who sent "
    "it or put it into the folder, and when. Files with the same code come from one "
    "person. In a small class a rare answer, or the way a text is written, can show "
    "whose it is."
)
NOTHING_YET = "There is nothing to put into a file yet: nothing is saved here."
CHOOSE = "First choose who the file is for: it decides which code stands in it."
WRITTEN = "Written: {place}. Give this file to your teacher; it is not sent by itself."
LOOK_AGAIN = (
    "You have worked on since this form was shown. Above is the file as it would be "
    "now: look at it, then press the button once more."
)
MADE_ALREADY = "This file is made. For another one run this cell again."
NO_DISK = (
    "Your file is ready: save it with the link below, then give it to your teacher."
)
STILL = (
    "In JupyterLab a form stands here. It shows the file for your class in full, lets "
    "you tick texts of your own, and writes it only when you say so."
)
BOX = "max-height:16em;overflow:auto;border:1px solid;padding:.4em;white-space:pre-wrap"
LINK = "color:inherit;text-decoration:underline"
WIDE = widgets.Layout(width="100%", max_width="44em")
LABELLED = {"description_width": "initial"}


class Parcel(widgets.VBox):
    """What is in the file, what to tick, who it is for; then Write."""

    def __init__(
        self,
        entries: Callable[[], list[dict]],
        save: Callable[..., str],
        folder: Callable[[], Path],
    ):
        self.entries, self.save, self.folder = entries, save, folder
        self.fresh, self.before = new_code(), last_made(entries())
        self.who_for = _who_for(self.before)
        self.who_for.observe(self._show, "value")
        self.shown, self.said = widgets.HTML(), widgets.HTML()
        self.write_it = widgets.Button(description="Write the file")
        self.write_it.on_click(lambda _button: self.write())
        super().__init__()
        self.add_class("rk-form")
        self._take_in(contents(entries()))

    def _take_in(self, found: Contents) -> None:
        """Show this as what would go into the file, with a box for each text."""
        self.contents = found
        self.ticks = {id: _tick(id, text) for id, text in found.texts.items()}
        for box in self.ticks.values():
            box.observe(self._show, "value")
        self.children = self._parts()
        self._show()

    @property
    def name_and_number(self) -> tuple[str, int] | None:
        """The code in the file and its number; None while that is not decided."""
        if self.before is None or self.who_for.value == ANOTHER:
            return self.fresh, 1
        return (self.before[0], self.before[1] + 1) if self.who_for.value else None

    def text(self) -> str:
        """The file as it would be written now."""
        code, number = self.name_and_number or ("(chosen above)", 1)
        ticked = tuple(id for id, box in self.ticks.items() if box.value)
        return self.contents.as_json(code, number, ticked)

    def write(self) -> str:
        """Write the file, or offer it where there is no disk; says what was done."""
        now = contents(self.entries())
        if now != self.contents and not self.write_it.disabled:
            self._take_in(now)
            return self._say(LOOK_AGAIN)
        problem = self._problem()
        if problem:
            return self._say(problem)
        (code, number), text = self.name_and_number, self.text()
        self.save(MADE, MADE, code, number=number)
        said = NO_DISK
        if (
            sys.platform != "emscripten"
        ):  # the disk of a browser is not one to hand over
            said = _written(self.folder() / file_name(code), text) or NO_DISK
        # What is shown stays what was written; another file begins with a new form.
        for control in (*self.ticks.values(), self.who_for, self.write_it):
            control.disabled = True
        return self._say(said, _link(file_name(code), text))

    def _problem(self) -> str:
        if self.write_it.disabled:
            return MADE_ALREADY
        empty = not (self.contents.exercises or self.contents.codings)
        return NOTHING_YET if empty else "" if self.name_and_number else CHOOSE

    def _parts(self) -> list[widgets.Widget]:
        head = f"<p><strong>{TITLE}</strong></p>{_paragraph(IN_IT)}"
        texts = [widgets.HTML(_rk(_paragraph(TEXTS))), *self.ticks.values()]
        return [
            widgets.HTML(_rk(head)),
            *(texts if self.ticks else []),
            *([self.who_for] if self.before else []),
            self.shown,
            widgets.HTML(_rk(_paragraph(STILL_KNOWN))),
            widgets.HBox([self.write_it]),
            self.said,
        ]

    def _show(self, _change: object = None) -> None:
        whole = f'<pre role="region" tabindex="0" aria-label="The file" style="{BOX}">'
        self.shown.value = _rk(
            f"{_paragraph('The whole file:')}{whole}{escape(self.text())}</pre>"
        )

    def _say(self, words: str, link: str = "") -> str:
        reply = f'<div class="rk-reply" role="alert">{_paragraph(words)}{link}</div>'
        self.said.value = _rk(reply)
        return words

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        page = "".join(map(_paragraph, (TITLE, IN_IT, STILL_KNOWN, STILL)))
        return live | {"text/plain": STILL, "text/html": _rk(page)}


def _written(path: Path, text: str) -> str:
    """What was done, in words; "" where the disk refused."""
    unfinished = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError:
        return ""
    return WRITTEN.format(place=f"{path.parent.name}/{path.name}")


def _link(name: str, text: str) -> str:
    data = base64.b64encode(text.encode()).decode()
    address = f"data:application/json;base64,{data}"
    download = f'style="{LINK}" download="{name}" href="{address}"'
    return f"<p><a {download}>Save the file {name}</a></p>"


def _tick(id: str, text: str) -> widgets.Checkbox:
    begins = text if len(text) <= 60 else f"{text[:60]}…"
    label = f"Exercise {id}, {all_asked()[id].title}: “{begins}”"
    return widgets.Checkbox(description=label, indent=False, layout=WIDE)


def _who_for(before: tuple[str, int] | None) -> widgets.RadioButtons:
    """Nothing is chosen at first: the same code in two classes would join them."""
    same = (
        f"The same class as my last file, with its code {before[0] if before else ''}"
    )
    return widgets.RadioButtons(
        options=[same, ANOTHER],
        index=None,
        description=WHO_FOR,
        style=LABELLED,
        layout=WIDE,
    )


def _rk(html: str) -> str:
    return f'<div class="rk">{html}</div>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
