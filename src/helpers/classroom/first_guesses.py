"""The first guesses of a class: how far apart they lay."""

from __future__ import annotations

import json

from helpers import explore
from helpers.classroom import items
from helpers.classroom.group import FEW, NOTHING, Group
from helpers.exercises import key
from helpers.figures import classroom as pictures
from helpers.picture import Picture
from helpers.record import Note


def guesses(group: Group) -> explore.Explore | Note:
    """How far apart the first guesses lay: a dot for each learner."""
    known = items.sorted_ids(set(group.answers["exercise"]))
    offered = {
        f"{id}, {key.exercise(id).title}": id
        for id in known
        if len(_guessed(group, id)) >= FEW
    }
    if not offered:
        return Note(NOTHING)
    question = "How far apart were the first guesses, and on which side?"
    return explore.explore(
        question, _guesses, group=group, id=explore.choose("Exercise", offered)
    )


def _guessed(group: Group, id: str) -> list:
    ours = group.answers.loc[group.answers["exercise"] == id, "guess"].dropna()
    values = [json.loads(one) for one in ours]
    return [one for one in values if one != "skipped" and not isinstance(one, dict)]


def _guesses(group: Group, id: str) -> Picture:
    exercise, values = key.exercise(id), _guessed(group, id)
    if "low" not in exercise.predict:
        return pictures.choices(
            values,
            exercise.title,
            exercise.options,
            exercise.answer,
            group.made_up,
            exercise.predict.get("where", ""),
        )
    answer = exercise.answer if isinstance(exercise.answer, int | float) else None
    ends = exercise.predict["low"], exercise.predict["high"]
    return pictures.guesses(
        values, exercise.title, *ends, answer, exercise.unit, group.made_up
    )
