"""The parts of the page of class results, each with one call and each one question."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from helpers import explore
from helpers.classroom import items, scales
from helpers.classroom.checks import SAME, before_and_after
from helpers.classroom.first_guesses import guesses
from helpers.classroom.group import MADE_UP, NOTHING, Group
from helpers.exercises import key
from helpers.figures import agreement as codes
from helpers.figures import classroom as pictures
from helpers.listing import listing
from helpers.picture import Picture
from helpers.record import Note

__all__ = [
    "agreement",
    "check",
    "gradings",
    "guesses",
    "mistakes",
    "progress",
    "shared_texts",
    "table",
]
OTHERS = "Before and after are not the same people: read each column by itself"
MOST = 4  # wrong answers of an exercise that are listed


@dataclass(frozen=True)
class Part:
    """A part of the page, as large as the text around it, for a projector."""

    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.plain, "text/html": self.html}


def progress(group: Group) -> explore.Explore | Note:
    """Lesson by lesson a bar for each exercise: right, not yet, not tried."""
    # The last lesson first: it is the one that the class comes from.
    lessons = {f"Lesson {n:02d}": n for n in reversed(_lessons(group))}
    if not lessons:
        return Note(NOTHING)
    question = "Where is the class, and at which exercise are most not there yet?"
    return explore.explore(
        question, _bars, group=group, lesson=explore.choose("Lesson", lessons)
    )


def table(group: Group) -> Part | Note:
    """Every exercise in numbers: tried, right, not yet, not tried, took hints."""
    found = items.by_item(group).rename(columns={"tried": "learners who tried"})
    if not len(found):
        return Note(NOTHING)
    return _table(found, f"{_made_up(group)}Shares of the files, in percent", 0)


def mistakes(group: Group) -> Part | Note:
    """Lesson by lesson the most frequent wrong answers, each with its reply."""
    if not group.large_enough:
        return Note(NOTHING)
    parts = {f"Lesson {n:02d}": _mistakes_of(group, n) for n in _lessons(group)}
    parts = {head: found for head, found in parts.items() if len(found)}
    if not parts:
        return Note("No wrong answer was given by two learners or more.")
    plain = "\n".join(f"{head}: {len(t)} wrong answers" for head, t in parts.items())
    shown = {head: _table(t, f"{_made_up(group)}{head}") for head, t in parts.items()}
    return Part(_folded({head: one.html for head, one in shown.items()}), plain)


def gradings(group: Group) -> explore.Explore | Note:
    """How the codes and grades of each claim are spread: a dot for each learner."""
    tables = {
        "information, lesson 03": ("information", scales.gradings(group)),
        "source, lesson 03": ("source", scales.gradings(group)),
        "information, lesson 07": ("credibility", scales.first_codings(group)),
        "kind of statement, lesson 07": ("modality", scales.first_codings(group)),
        "checkable, lesson 07": ("checkable", scales.first_codings(group)),
    }
    offered = {n: p for n, p in tables.items() if p[0] in set(p[1]["scale"])}
    if not offered:
        return Note(NOTHING)
    question = "Which claim divides the class, and which does not?"
    drawn = {name: name for name in offered}

    def draw(name: str) -> Picture:
        scale, found = offered[name]
        return codes.dots_by_claim(found, scale, [], group.made_up)

    return explore.explore(question, draw, name=explore.choose("Scale", drawn))


def agreement(group: Group) -> Part | Note:
    """Percent agreement and Krippendorff's alpha on each scale."""
    found = scales.alphas(group)
    if not len(found):
        return Note(NOTHING)
    return _table(found, f"{_made_up(group)}Agreement on each scale")


def check(group: Group) -> Part | Note:
    """Accepting the sound and doubting the doubtful, before and after the course."""
    found = before_and_after(group)
    if not len(found):
        return Note(NOTHING)
    caption = f"{_made_up(group)}Answers that fit, in percent"
    if (found[SAME] == "no").any():
        caption += f". {OTHERS}"
    return _table(found.round(0), caption, 0)


def shared_texts(group: Group) -> Part | Note:
    """Texts that learners ticked, by exercise, in an order that tells nothing."""
    if not group.large_enough:  # of so few, a text could be told by its writing
        return Note(NOTHING)
    known = items.sorted_ids(set(group.texts["exercise"]))
    if not known:
        return Note("Nobody has put a text of their own into the file.")
    titles = {id: f"{id}, {key.exercise(id).title}" for id in known}
    by_exercise = {
        head: group.texts.loc[group.texts["exercise"] == id, "text"]
        for id, head in titles.items()
    }
    parts = {
        f"{head} ({len(texts)})": "".join(f"<p>{escape(text)}</p>" for text in texts)
        for head, texts in by_exercise.items()
    }
    return Part(_folded(parts), "\n".join(parts))


def _table(table: pd.DataFrame, caption: str, decimals: int = 2) -> Part:
    """A table whose letters are as large as the text around it."""
    shown = listing(table, caption, decimals)
    html = shown.as_html().replace('<table style="', '<table style="font-size:inherit;')
    return Part(html, shown.as_text())


def _folded(parts: dict[str, str]) -> str:
    """Parts with a headline each, closed until somebody opens one."""
    return "".join(
        f"<details><summary>{escape(head)}</summary>{inside}</details>"
        for head, inside in parts.items()
    )


def _made_up(group: Group) -> str:
    return f"{MADE_UP} " if group.made_up else ""


def _lessons(group: Group) -> list[int]:
    """The lessons with an exercise that at least five have tried."""
    known = items.by_item(group).dropna(subset="right")["exercise"]
    return sorted({items.lesson_of(id) for id in known})


def _bars(group: Group, lesson: int) -> Picture:
    found = items.by_item(group, f"{lesson:02d}")
    return pictures.by_exercise(found, group.made_up)


def _mistakes_of(group: Group, lesson: int) -> pd.DataFrame:
    known = [id for id in items.checked(group) if items.lesson_of(id) == lesson]
    tables = [
        items.wrong_answers(group, id).head(MOST).assign(exercise=id) for id in known
    ]
    tables = [one for one in tables if len(one)]
    if not tables:
        return pd.DataFrame()
    return pd.concat(tables)[["exercise", "answer", "learners", "reply"]]
