"""build_chain("3.2"): a chain of speakers put together link by link.

Ordered drop-downs, the origin first, and a picture of the chain as it stands. It is
judged like any other exercise; what was chosen is kept as soon as it is chosen.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from helpers import chains, record
from helpers.chains import MARK, Link
from helpers.exercises import key
from helpers.exercises.answering import check, look_again
from helpers.exercises.fields import LABELLED, OPEN, Field
from helpers.exercises.form import Form
from helpers.exercises.key import Exercise, KeyFileError, UnknownExercise
from helpers.exercises.result import Result, Sorry
from helpers.exercises.still import question
from helpers.exercises.style import page, paragraph
from helpers.figures import voices

NOBODY = "nobody more"
DRAFT = "draft"
SOURCES = ["dailywrap-digest"]
ROW = widgets.Layout(flex_flow="row wrap", align_items="center")
STILL = "Write one speaker in each box, the origin first. Cross out boxes not needed."


def build_chain(id: str, begin: int = 0) -> ChainBuilder | Sorry:
    """The chain of an exercise to be put together; the first `begin` links are given.

    Shows what was chosen before, also after a restart.
    """
    try:
        return ChainBuilder(key.exercise(id), begin)
    except (UnknownExercise, KeyFileError, OSError) as problem:
        return Sorry(str(problem))


class ChainBuilder(Form):
    """A drop-down and a box "inferred" for each link, and the chain drawn."""

    def __init__(self, exercise: Exercise, begin: int = 0):
        self.places = list(exercise.items)
        self.given = [chains.as_link(exercise.answer[n]) for n in self.places[:begin]]
        self.speakers = [_dropdown(place, exercise) for place in self.places]
        self.marks = [_mark(place) for place in self.places]
        self.picture, self._drawn = widgets.HTML(), {}
        rows = [
            widgets.HBox(pair, layout=ROW)
            for pair in zip(self.speakers, self.marks, strict=True)
        ]
        super().__init__(exercise, Field([*rows, self.picture], self.read, self.write))
        for one in [*self.speakers, *self.marks]:
            one.observe(self._changed, "value")

    def links(self) -> list[Link]:
        """The links as they are chosen, down to the last that is not empty."""
        chosen = [
            Link(speaker.value, mark.value and bool(speaker.value))
            for speaker, mark in zip(self.speakers, self.marks, strict=True)
        ]
        while chosen and not chosen[-1].speaker:
            chosen.pop()
        return chosen

    def read(self) -> dict[str, str]:
        """What is chosen, as the key writes it: a speaker or nobody for each place."""
        written = list(map(str, self.links()))
        written += [NOBODY] * (len(self.places) - len(written))
        return dict(zip(self.places, written, strict=True))

    def write(self, saved: Any) -> None:
        """Put back what was chosen; what is no speaker of this chain is left out."""
        saved = saved if isinstance(saved, dict) else {}
        for place, speaker, mark in zip(
            self.places, self.speakers, self.marks, strict=True
        ):
            link = chains.as_link(str(saved.get(place, "")))
            if not speaker.disabled and link.speaker in _values(speaker):
                speaker.value, mark.value = link.speaker, link.inferred

    def _check(self, _button: Any = None) -> None:
        result = self._judged()
        self._say(self.reply, result.as_html(role="alert"))
        self._offer_solution(self._may_be_shown(result))

    def _judged(self) -> Result:
        wrong = chains.complaint(self.links())
        if wrong:
            state = "not yet" if self.links() else "not tried yet"
            return Result(self.exercise.id, state, wrong)
        return check(self.exercise.id, self.read())

    def _restore(self) -> None:
        self._give()
        kept = record.last(self.exercise.id, DRAFT)
        answered = record.last(self.exercise.id, "answer")
        if kept or answered:
            self.write((kept or answered)["value"])
        self._draw()
        if answered and answered["value"] == self.read():
            result = look_again(self.exercise, answered["value"])
            self._say(self.reply, result.as_html("status", before="From last time."))
            self._offer_solution(self._may_be_shown(result))

    def _give(self) -> None:
        """Fill in the links that are given, for good."""
        given = zip(self.speakers, self.marks, self.given, strict=False)
        for speaker, mark, link in given:
            speaker.value, mark.value = link
            speaker.disabled = mark.disabled = True

    def _changed(self, _change: Any) -> None:
        record.save(self.exercise.id, DRAFT, self.read())
        self._draw()

    def _draw(self) -> None:
        links = self.links()
        # Places still open are shown, so that the chain is not taken for finished.
        ended = bool(links) and links[-1].speaker == chains.TEXT_IN_HAND
        shown = links if ended else [*links, Link("")]
        shown = shown[: len(self.places)]
        line = chains.written(shown)
        if line not in self._drawn:
            name = self.exercise.title
            self._drawn[line] = voices.chain(shown, name, SOURCES).as_html()
        self.picture.value = self._drawn[line]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": self._as_text(), "text/html": self._as_paper()}

    def _as_text(self) -> str:
        offered = "\n".join(f"- {name}" for name in _speakers(self.exercise))
        given = f"\nGiven: {chains.written(self.given)}" if self.given else ""
        head = f"Exercise {self.exercise.id}: {self.exercise.ask}"
        return f"{head}\n{STILL}{given}\n{offered}"

    def _as_paper(self) -> str:
        """The twin for paper: boxes in a row, the given ones filled, and the names."""
        given = [str(link) for link in self.given]
        boxes = given + [""] * (len(self.places) - len(given))
        cells = " &rarr; ".join(
            f'<span style="{BOX}">{escape(n)}</span>' for n in boxes
        )
        offered = "Speakers to choose from: " + "; ".join(_speakers(self.exercise))
        shown = question(self.exercise) + f'<p style="line-height:3.4">{cells}</p>'
        shown += paragraph(f"{STILL} Mark what you infer with a dashed frame.")
        return page(f'<div class="rk-still">{shown}{paragraph(offered)}</div>')


BOX = (
    "display:inline-block;width:6.4em;min-height:3.6em;border:1px solid currentColor;"
    "vertical-align:middle;line-height:1.2;padding:.2em;text-align:center"
)


def _speakers(exercise: Exercise) -> list[str]:
    """The speakers on offer: the options without their inferred twins."""
    names = [one for one in exercise.options if not one.endswith(MARK)]
    return [name for name in names if name != NOBODY]


def _values(dropdown: widgets.Dropdown) -> list[str]:
    return [value for _, value in dropdown.options]


def _dropdown(place: str, exercise: Exercise) -> widgets.Dropdown:
    names = [(name, name) for name in _speakers(exercise)]
    return widgets.Dropdown(
        options=[(OPEN, ""), *names],
        description=place,
        style=LABELLED,
        layout=widgets.Layout(width="20em", max_width="100%"),
    )


def _mark(place: str) -> widgets.Checkbox:
    # The place belongs to its name: a screen reader reads each box on its own.
    return widgets.Checkbox(
        description=f"inferred ({place})",
        indent=False,
        style=LABELLED,
        layout=widgets.Layout(width="auto"),
    )
