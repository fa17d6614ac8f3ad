"""Exercise by exercise: how many are right, not yet, not tried; hints; wrong answers.

Nothing is said about an exercise that fewer than five have tried.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from helpers.classroom.group import FEW, Group
from helpers.exercises import key
from helpers.exercises.judge import judge
from helpers.exercises.key import Exercise
from helpers.shareable import all_asked

COLUMNS = ["exercise", "title", "tried", "right", "not yet", "not tried", "took hints"]
WRONG = ["answer", "learners", "reply"]
AT_LEAST = 2  # learners who gave a wrong answer, before it is shown
FORMS = 3  # ways of writing the same mistake that are shown


def by_item(group: Group, lesson: str = "") -> pd.DataFrame:
    """Each exercise that checks answers: how many tried, and shares in per cent.

    Shares are of all exports. Of an exercise that fewer than five tried only that
    number is given, as "fewer than 5". `lesson` is a number such as "02".
    """
    known = [id for id in checked(group) if not lesson or int(lesson) == lesson_of(id)]
    return pd.DataFrame([_item(group, id) for id in known], columns=COLUMNS)


def checked(group: Group) -> list[str]:
    """The exercises with a verdict that somebody in the class has tried, in order."""
    tried = set(group.answers.loc[group.answers["state"].notna(), "exercise"])
    kinds = {id: one for id, one in all_asked().items() if id in tried}
    return [id for id, one in kinds.items() if one.kind != "text" and not one.later]


def lesson_of(id: str) -> int:
    """The number of the lesson that an exercise belongs to.

    >>> lesson_of("3.1b")
    3
    """
    return int(id.partition(".")[0])


def sorted_ids(ids: set[str]) -> list[str]:
    """Ids in the order of the course.

    >>> sorted_ids({"2.10", "2.2", "1.4"})
    ['1.4', '2.2', '2.10']
    """
    return [id for id in all_asked() if id in ids]


def of_exercise(group: Group, id: str) -> pd.DataFrame:
    """The answers to one exercise, a learner a row, of those who tried it."""
    ours = group.answers[group.answers["exercise"] == id]
    return ours[ours["state"].notna()]


def wrong_answers(group: Group, id: str) -> pd.DataFrame:
    """The most frequent wrong answers to an exercise, each with its reply.

    Ways of writing that get the same reply from the key count as one answer. Each
    learner counts once; an answer that only one gave is not shown.
    """
    ours = of_exercise(group, id)
    if len(ours) < FEW:
        return pd.DataFrame(columns=WRONG)
    exercise, found = key.exercise(id), {}
    given = {one for tries in ours["not_yet"] for one in tries}
    # A class gives few different answers: each is looked at once.
    known = {one: set(_mistakes(json.loads(one), exercise)) for one in given}
    for tries in ours["not_yet"]:
        mistakes = set().union(*(known[one] for one in tries))
        for reply in {reply for reply, _ in mistakes}:
            found.setdefault(reply, Counter())[None] += 1
        for reply, form in mistakes:
            found[reply][form] += 1
    rows = [_row(reply, forms) for reply, forms in found.items()]
    table = pd.DataFrame(rows, columns=WRONG)
    table = table[table["learners"] >= AT_LEAST]
    return table.sort_values(["learners", "answer"], ascending=[False, True])


def _item(group: Group, id: str) -> tuple:
    ours, title = of_exercise(group, id), all_asked()[id].title
    if len(ours) < FEW or not group.large_enough:
        return (id, title, f"fewer than {FEW}", *[None] * 4)
    right = 100 * (ours["state"] == "right").sum() / group.number
    tried = 100 * len(ours) / group.number
    hints = 100 * (ours["hints"] > 0).sum() / group.number
    return id, title, str(len(ours)), right, tried - right, 100 - tried, hints


def _row(reply: str, forms: Counter) -> tuple[str, int, str]:
    learners = forms.pop(None)
    most = [form for form, _ in sorted(forms.items(), key=lambda f: (-f[1], f[0]))]
    more = " …" if len(most) > FORMS else ""
    return "; ".join(most[:FORMS]) + more, learners, reply.partition("\n")[2] or reply


def _mistakes(answer: Any, exercise: Exercise) -> Iterator[tuple[str, str]]:
    """What was wrong in an answer: what to group it by with its reply, and the answer.

    Of a sorting task each pair that does not fit is a mistake of its own.
    """
    if exercise.kind == "mapping":
        for item, option in answer.items():
            if exercise.answer.get(item) != option:
                form = f"{item} → {option}"
                yield _reply({item: option}, exercise, form), form
        return
    form = said(answer)
    yield _reply(answer, exercise, form), form


def _reply(answer: Any, exercise: Exercise, form: str) -> str:
    """The reply; a general one is kept apart for each answer, by a line before it."""
    reply = judge(exercise, answer).reply
    listed = any(reply == mistake.reply for mistake in exercise.mistakes)
    if exercise.kind == "mapping" and not listed:
        return f"{form}\nNo reply of its own."
    return reply if listed else f"{form}\n{reply}"


def said(answer: Any) -> str:
    """An answer as a person would write it.

    >>> said([4.84, 7.1]), said("35,5 %"), said(40.0)
    ('4.84 to 7.1', '35,5 %', '40')
    """
    if isinstance(answer, list):
        numbers = len(answer) == 2 and not any(isinstance(p, str) for p in answer)
        return (" to " if numbers else "; ").join(map(said, answer))
    if isinstance(answer, int | float):
        return f"{answer:,.6g}"
    return str(answer)
