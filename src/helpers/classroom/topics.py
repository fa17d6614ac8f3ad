"""What is most useful to talk about next: where most are not there yet, and why.

Only exercises and claims are set in an order, never people.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from helpers import agreement, codebook
from helpers.classroom.group import FEW, MADE_UP, NO_FILE, Group
from helpers.classroom.items import checked, lesson_of, of_exercise, wrong_answers
from helpers.classroom.scales import first_codings
from helpers.exercises import key

MOST = 3
SHOWN = "font-size:1.25em;line-height:1.5;max-width:44em"
NOBODY_OPEN = "Nobody who tried an exercise is left at “not yet”. Go on."
TOO_FEW = (
    f"Fewer than {FEW} files: numbers would show single people. Ask the class itself "
    "which exercise took longest."
)


@dataclass(frozen=True)
class Topic:
    """One thing to talk about: a head, and sentences that say why and what to ask."""

    head: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Topics:
    """Things to talk about, the most useful first."""

    shown: tuple[Topic, ...]
    otherwise: str = ""
    note: str = ""

    def __repr__(self) -> str:
        lines = [f"{one.head} {' '.join(one.sentences)}" for one in self.shown]
        return "\n".join(filter(None, [self.note, *(lines or [self.otherwise])]))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        items = "".join(f"<li>{_as_html(one)}</li>" for one in self.shown)
        shown = f"<ol>{items}</ol>" if items else f"<p>{escape(self.otherwise)}</p>"
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        html = f'<div style="{SHOWN}">{note}{shown}</div>'
        return {"text/plain": repr(self), "text/html": html}


def topics(group: Group, lesson: str = "") -> Topics:
    """At most three things to talk about next.

    First the exercises at which most are still at "not yet", of one lesson such as
    "02"; without one, of the last lesson that half of the class has begun. Then the
    claim of lesson 07 that divides the class most; first, if that is the last lesson.
    """
    note = MADE_UP if group.made_up else ""
    if not group.large_enough:
        return Topics((), NO_FILE if group.is_empty else TOO_FEW, note)
    number = int(lesson) if lesson else _last_lesson(group)
    found = [topic for topic in _exercises(group, number) if topic]
    claim = _claim(group)
    found = [*claim, *found] if number == 7 else [*found, *claim]
    return Topics(tuple(found[:MOST]), NOBODY_OPEN, note)


def _last_lesson(group: Group) -> int:
    """The last lesson that at least half of the class has begun."""
    lessons = group.answers["exercise"].astype(str).map(lesson_of)
    begun = group.answers.groupby(lessons.to_numpy())["coder"].nunique()
    half = [n for n, learners in begun.items() if 2 * learners >= group.number]
    return max(half, default=0)


def _exercises(group: Group, lesson: int) -> list[Topic]:
    known = [id for id in checked(group) if lesson_of(id) == lesson]
    still_open = {id: _still_open(of_exercise(group, id)) for id in known}
    order = sorted(known, key=lambda id: -still_open[id])
    return [_about(group, id, still_open[id]) for id in order if still_open[id] > 1]


def _still_open(ours: pd.DataFrame) -> int:
    return int((ours["state"] == "not yet").sum()) if len(ours) >= FEW else 0


def _about(group: Group, id: str, number: int) -> Topic:
    """An exercise: how many are not there yet, the most frequent mistake, its reply."""
    exercise, tried = key.exercise(id), len(of_exercise(group, id))
    said = [f"{exercise.ask}", f"{number} of {tried} who tried it are not there yet."]
    wrong = wrong_answers(group, id)
    if len(wrong):
        first = wrong.iloc[0]
        said.append(f"Most frequent: {first['answer']} ({first['learners']} learners).")
        said.append(f"The reply to it: {first['reply']}")
    elif exercise.hints:
        said.append(f"The first hint: {exercise.hints[0]}")
    return Topic(f"Exercise {id}, {exercise.title}.", tuple(said))


def _claim(group: Group) -> list[Topic]:
    """The claim whose kind divides the class most, if at least five have coded it."""
    given = agreement.ratings(first_codings(group), "modality")
    table = agreement.pairs(given).sort_values(["percent", "claim_id"])
    table = table[table["percent"] < 100]
    if table.empty:
        return []
    claim, percent = table.iloc[0][["claim_id", "percent"]]
    counted = agreement.counts(given.loc[[claim]]).iloc[0]
    said = ", ".join(f"{n} {codebook.name(code)}" for code, n in counted.items() if n)
    sentences = (
        f"What kind of statement is it? {said}; {percent:.0f} % of pairs agree.",
        "To ask: which line of the codebook did each of you go by?",
    )
    return [Topic(f"Claim {codebook.short(claim)}.", sentences)]


def _as_html(one: Topic) -> str:
    said = "".join(f"<br>{escape(sentence)}" for sentence in one.sentences)
    return f"<p><strong>{escape(one.head)}</strong>{said}</p>"
