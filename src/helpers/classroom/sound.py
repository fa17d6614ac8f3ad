"""Is this an export, and a sound one? If not, why not, in a sentence for a teacher.

Nothing is guessed and nothing mended: one part that cannot be what the course writes
leaves the whole file out.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from helpers import codebook, shareable
from helpers.classroom.content import AGAIN, NotSound, json_of, text_of
from helpers.export import CODE, FORMAT, LONGEST_TEXT, MOST_HINTS, MOST_TRIES, VERSION
from helpers.export import STATES as KNOWN_STATES
from helpers.shareable import Asked

STATES = (None, *KNOWN_STATES)
PARTS = {"exercises": dict, "codings": dict, "texts": dict}
ID = re.compile(r"\d{1,2}\.\d{1,2}[a-z]?")
MADE_UP = re.compile(r"made-up-\d+")  # the codes of the class that never existed


@dataclass(frozen=True)
class Export:
    """One sound export, as small as it can be."""

    code: str
    number: int
    answers: tuple[tuple, ...]  # exercise, state, answer, not_yet, guess, hints, sure
    codings: tuple[tuple, ...]  # round, claim, scale, code
    texts: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]  # exercises that this copy of the course does not have

    @property
    def made_up(self) -> bool:
        """Does it belong to the class that never existed?"""
        return MADE_UP.fullmatch(self.code) is not None


def export_of(raw: bytes, asked: dict[str, Asked]) -> Export:
    """The export in these bytes; NotSound with the reason where there is none."""
    whole = json_of(text_of(raw))
    _is_ours(whole)
    for part, kind in PARTS.items():
        if not isinstance(whole.get(part), kind):
            raise NotSound(f"The part “{part}” is missing or damaged. {AGAIN}")
    read = {id: _answer(id, one, asked) for id, one in whole["exercises"].items()}
    return Export(
        whole["code"],
        whole["number"],
        tuple(one for one in read.values() if one),
        tuple(_codings(whole["codings"])),
        tuple(_texts(whole["texts"], asked)),
        tuple(sorted(id for id, one in read.items() if not one)),
    )


def _is_ours(whole: dict) -> None:
    if whole.keys() >= {"exercise", "kind", "value"}:
        raise NotSound("This is the record itself, not an export; ask for an export.")
    if whole.get("format") != FORMAT:
        raise NotSound("This is JSON of another program.")
    version = whole.get("version")
    if version != VERSION or isinstance(version, bool):
        raise NotSound(_other_version(version))
    code, number = whole.get("code"), whole.get("number")
    if not isinstance(code, str) or not (
        CODE.fullmatch(code) or MADE_UP.fullmatch(code)
    ):
        raise NotSound(f"The code is missing or damaged. {AGAIN}")
    if type(number) is not int or not 0 < number < 10_000:
        raise NotSound(f"The number of the file is missing or damaged. {AGAIN}")


def _other_version(version: object) -> str:
    if type(version) is int and version > VERSION:
        return f"Made by a newer course (format {version}): update this copy of it."
    old = f" (format {version})" if type(version) is int else ""
    return f"Made by an older course{old}: update the learner's copy, then export anew."


def _answer(id: str, one: Any, asked: dict[str, Asked]) -> tuple | None:
    """One exercise, its answers as JSON so that they compare.

    None where this copy of the course has no such exercise, or no such answer to it:
    another edition may have. What no edition can have written is damage.
    """
    found = one if isinstance(one, dict) else {"state": "damaged"}
    tries, hints = found.get("not_yet", []), found.get("hints", 0)
    guess, sure = found.get("guess"), found.get("confidence")
    whole = (
        ID.fullmatch(id)
        and found.get("state") in STATES
        and isinstance(tries, list)
        and len(tries) <= MOST_TRIES
        and type(hints) is int
        and 0 <= hints <= MOST_HINTS
        and (sure is None or shareable.confidence(sure) is not None)
    )
    if not whole:
        raise NotSound(f"Exercise {id[:8]} is damaged. {AGAIN}")
    given, *wrong = map(_as_json, (found.get("answer"), *tries))
    first = _as_json(guess)
    fits = id in asked and all(_may_be(one, asked[id]) for one in (given, *wrong))
    if not fits or not (guess == "skipped" or _may_be(first, asked[id], guess=True)):
        return None
    return (
        id,
        found.get("state"),
        given,
        tuple(dict.fromkeys(wrong)),
        first,
        hints,
        sure,
    )


@lru_cache(maxsize=100_000)  # a class gives the same answers again and again
def _may_be(answer: str | None, asked: Asked, guess: bool = False) -> bool:
    """Whether an answer or a guess, as JSON, is one that the key allows."""
    value = None if answer is None else json.loads(answer)
    may_be = shareable.guess if guess else shareable.answer
    return value is None or may_be(value, asked) == value


def _as_json(value: Any) -> str | None:
    return None if value is None else sys.intern(json.dumps(value, ensure_ascii=False))


def _codings(codings: dict) -> list[tuple]:
    for turn, coding in codings.items():
        if turn not in codebook.ROUNDS:
            raise NotSound(f"It holds a round of coding that is not known. {AGAIN}")
        if codebook.sound_coding(coding, turn) != coding:
            raise NotSound(f"A coding holds what the codebook does not allow. {AGAIN}")
    return [one[1:] for t, c in codings.items() for one in codebook.rows("", t, c)]


def _texts(texts: dict, asked: dict[str, Asked]) -> list[tuple[str, str]]:
    for id, text in texts.items():
        written = isinstance(text, str) and len(text) <= LONGEST_TEXT
        if not written or (id in asked and asked[id].kind != "text"):
            raise NotSound(f"A text is damaged. {AGAIN}")
    return [(id, text) for id, text in texts.items() if id in asked]
