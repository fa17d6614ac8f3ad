"""The one file that a learner may give to a class: what is in it, and its code.

It holds a random code, the shareable answers, how often one was not right yet, hints
and first guesses. It holds no name, no user name, no path and no time. A text goes in
only if it was ticked.
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from helpers import codebook, shareable
from helpers.shareable import Asked

FORMAT, VERSION = "reading-kursk-export", 1
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
CODE = re.compile(rf"[{LETTERS}]{{12}}")
MADE = "export"  # under this name a record keeps the codes of the files made
STATES = ("not yet", "right")
MOST_TRIES, MOST_HINTS, LONGEST_TEXT = 20, 9, 5000


@dataclass
class Contents:
    """What would go into the file, before it is written."""

    exercises: dict[str, dict] = field(default_factory=dict)
    codings: dict[str, dict] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def as_json(self, code: str, number: int, ticked: tuple[str, ...] = ()) -> str:
        """The file itself, readable; of the texts only those whose id is ticked."""
        texts = {id: text for id, text in self.texts.items() if id in ticked}
        whole = {"format": FORMAT, "version": VERSION, "code": code, "number": number}
        whole |= {"exercises": self.exercises, "codings": self.codings, "texts": texts}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def contents(entries: list[dict]) -> Contents:
    """What of a record may go into a file; what is not known to be safe stays out.

    Exercises stand in the order of the course, not in that of the work. Texts are
    there to be ticked; `as_json` takes none by itself.
    """
    found, by_exercise = Contents(), _by_exercise(entries)
    for id, asked in shareable.all_asked().items():
        ours = by_exercise.get(id, [])
        summed = _summed(ours, asked)
        found.exercises |= {id: summed} if summed else {}
        written = [e["value"] for e in ours if e["kind"] == "answer"]
        if asked.kind == "text" and written and written[-1]:
            found.texts[id] = str(written[-1])[:LONGEST_TEXT]
    for turn in codebook.ROUNDS:
        ours = [e for e in by_exercise.get(f"7.{turn}", []) if e["kind"] == "coding"]
        coding = codebook.sound_coding(ours[-1]["value"] if ours else None, turn)
        found.codings |= {turn: coding} if coding else {}
    return found


def file_name(code: str) -> str:
    """The name of the file with this code."""
    return f"reading-kursk-{code}.json"


def new_code() -> str:
    """A fresh random code of twelve signs; nothing about the learner is in it."""
    return "".join(secrets.choice(LETTERS) for _ in range(12))


def last_made(entries: list[dict]) -> tuple[str, int] | None:
    """The code of the file made last and how many have it by now; None if none."""
    made = [e["value"] for e in entries if e["exercise"] == e["kind"] == MADE]
    codes = [code for code in made if isinstance(code, str) and CODE.fullmatch(code)]
    return (codes[-1], codes.count(codes[-1])) if codes else None


def _by_exercise(entries: list[dict]) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for entry in entries:
        found.setdefault(entry["exercise"], []).append(entry)
    return found


def _summed(entries: list[dict], asked: Asked) -> dict[str, Any]:
    """What happened at one exercise, in the order in which a reader wants to see it."""
    answers = [e for e in entries if e["kind"] == "answer" and e.get("state") in STATES]
    hints = [e["value"] for e in entries if e["kind"] == "hint"]
    hints = [rung for rung in hints if rung in range(1, MOST_HINTS + 1)]
    summed = {
        "state": answers[-1]["state"] if answers else None,
        **(_answers(answers, asked) if answers and asked.kind != "text" else {}),
        "guess": _first_guess(entries, asked),
        "hints": max(hints, default=None),
        "worked_answer_seen": any(e["kind"] == "solution" for e in entries) or None,
    }
    return {name: value for name, value in summed.items() if value is not None}


def _answers(answers: list[dict], asked: Asked) -> dict[str, Any]:
    """The last answer, those before that were not right yet, and how sure."""
    values = [shareable.answer(entry["value"], asked) for entry in answers]
    tried = [
        value
        for value, entry in zip(values, answers, strict=True)
        if value is not None and entry["state"] != "right" and not asked.later
    ]
    wrong = [value for n, value in enumerate(tried) if value not in tried[:n]]
    return {
        "answer": values[-1],
        "not_yet": wrong[:MOST_TRIES] or None,
        "in_other_words": values.count(None) or None,
        "confidence": shareable.confidence(answers[-1].get("confidence")),
    }


def _first_guess(entries: list[dict], asked: Asked) -> Any:
    for entry in entries:
        if entry["kind"] == "skip":
            return "skipped"
        if entry["kind"] == "prediction":
            return shareable.guess(entry["value"], asked)
    return None
