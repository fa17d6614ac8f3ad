"""A class that never existed: exports made by chance from the keys of the exercises.

It shows what the page of results looks like, and how long thousands of files take.
Nothing follows from it about any class. The same number always gives the same class.
"""

from __future__ import annotations

import random
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import codebook
from helpers.classroom.sound import Export, export_of
from helpers.exercises.key import Exercise, Mistake, exercises_of
from helpers.export import Contents, file_name
from helpers.shareable import all_asked
from helpers.tables import data_folder, load_table

GRADE = re.compile(r"[A-F][1-6]")
SCALES = list(codebook.QUESTIONS)
# How likely a made-up learner still does a lesson; the check after the course is done
# by those who did the last.
STAYS = {0: 1.0, 1: 0.97, 2: 0.95, 3: 0.9, 4: 0.85, 5: 0.8, 6: 0.75, 7: 0.85, 8: 0.7}
SHARES_A_TEXT = 0.25


def exports(number: int, seed: int = 7) -> list[Export]:
    """As many made-up exports, read as files are read."""
    asked = all_asked()
    return [export_of(text.encode(), asked) for text in texts(number, seed).values()]


def texts(number: int, seed: int = 7) -> dict[str, str]:
    """Made-up files by their name."""
    codes = [f"made-up-{n + 1:04d}" for n in range(number)]
    return {file_name(code): one_text(code, seed) for code in codes}


def write_class(folder: Path, number: int, seed: int = 7) -> Path:
    """Write a made-up class into a folder, a file for each learner."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts(number, seed).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def one_text(code: str, seed: int) -> str:
    """The file of one made-up learner."""
    chance = random.Random(f"{seed} {code}")
    skill, found = chance.betavariate(4, 3), Contents()
    for lesson, exercises in _lessons().items():
        if chance.random() < STAYS.get(lesson, 0.7):
            found.exercises |= {
                one.id: _done(one, skill, chance)
                for one in exercises
                if chance.random() < 0.93
            }
            found.texts |= _texts(exercises, chance)
    found.codings = {turn: _coding(turn, chance) for turn in codebook.ROUNDS}
    return found.as_json(code, 1, tuple(found.texts))


def _done(one: Exercise, skill: float, chance: random.Random) -> dict[str, Any]:
    if one.judged == "later":
        return _checked(one, skill, chance)
    if one.kind == "text":
        return {"state": "not yet"}
    if all(map(GRADE.fullmatch, one.options or "-")):
        return _graded(one, chance)
    wrong = [_wrong(one, m) for m in one.mistakes if m.answer is not None]
    slips = [w for w in wrong if w is not None and chance.random() < 0.8 - 0.7 * skill]
    tried = slips[: chance.choice([1, 1, 2])] if wrong else []
    solved = not tried or chance.random() < 0.35 + 0.6 * skill
    done: dict[str, Any] = {"state": "right" if solved else "not yet"}
    done["answer"] = one.answer if solved else tried[-1]
    done |= {"not_yet": tried} if tried else {}
    done |= {"guess": _guess(one, chance)} if one.predict else {}
    hints = min(len(one.hints), chance.choice([0, 1, 1, 2, 3])) if tried else 0
    return done | ({"hints": hints} if hints else {})


def _graded(one: Exercise, chance: random.Random) -> dict[str, Any]:
    """Grades of claims: now and then a step beside the key, now and then no basis."""
    given = {
        claim: _near(grade[0], "ABCDEF", chance) + _near(grade[1], "123456", chance)
        for claim, grade in one.answer.items()
    }
    state = "right" if chance.random() < 0.6 else "not yet"
    return {"state": state, "answer": given}


def _near(grade: str, scale: str, chance: random.Random) -> str:
    step = chance.choices([0, -1, 1, 9], [6, 2, 3, 1])[0]
    place = scale.index(grade) if step in (0, 9) else scale.index(grade) + step
    return scale[-1] if step == 9 else scale[min(max(place, 0), len(scale) - 1)]


def _checked(one: Exercise, skill: float, chance: random.Random) -> dict[str, Any]:
    """The check before and after the course: more often as the key after it."""
    after = 0.25 if one.id.startswith("8") else 0.0
    fits = chance.random() < 0.3 + 0.4 * skill + after
    others = [option for option in one.options if option != one.answer]
    given = one.answer if fits else chance.choice(others)
    return {"state": "not yet", "answer": given, "confidence": _round(chance, 70)}


def _wrong(one: Exercise, mistake: Mistake) -> Any:
    """A whole wrong answer with this mistake in it; None where it is only a part."""
    if one.kind == "mapping":
        return {**one.answer, **mistake.answer}
    if one.kind in ("choices", "interval", "days") and not isinstance(
        mistake.answer, list
    ):
        return [mistake.answer] if one.kind == "choices" else None
    return mistake.answer


def _guess(one: Exercise, chance: random.Random) -> Any:
    if one.kind == "choice" or "low" not in one.predict:
        return chance.choice(one.options)
    low, high = one.predict["low"], one.predict["high"]
    answer = one.answer if isinstance(one.answer, int | float) else (low + high) / 2
    near = chance.gauss(0.7 * answer + 0.15 * (low + high), (high - low) / 6)
    return min(max(round(near), low), high)


def _texts(exercises: list[Exercise], chance: random.Random) -> dict[str, str]:
    """Now and then a sample answer, as if it had been ticked."""
    return {
        one.id: chance.choice(one.samples)["text"]
        for one in exercises
        if one.samples and chance.random() < SHARES_A_TEXT
    }


def _coding(turn: str, chance: random.Random) -> dict[str, dict[str, str]]:
    """A coding dealt out from those of the supplied table."""
    claims, scales = codebook.ROUNDS[turn]
    known = _supplied()[turn]
    picked = {c: {s: chance.choice(known[c][s]) for s in scales} for c in claims}
    return {
        c: {s: code for s, code in one.items() if code} for c, one in picked.items()
    }


def _round(chance: random.Random, middle: float) -> int:
    return min(max(5 * round(chance.gauss(middle, 18) / 5), 0), 100)


@lru_cache(maxsize=1)
def _lessons() -> dict[int, list[Exercise]]:
    files = sorted((data_folder() / "exercises").glob("[0-9][0-9].toml"))
    return {int(path.stem): list(exercises_of(path).values()) for path in files}


@lru_cache(maxsize=1)
def _supplied() -> dict[str, dict[str, dict[str, list]]]:
    """The codes of the supplied table, by round, claim and scale."""
    table = load_table("synthetic_codings")
    found: dict[str, dict[str, dict[str, list]]] = {}
    for (turn, claim), rows in table.groupby(["round", "claim_id"]):
        found.setdefault(turn, {})[claim] = {s: _listed(rows[s]) for s in SCALES}
    return found


def _listed(codes: pd.Series) -> list:
    return [None if pd.isna(code) else code for code in codes]
