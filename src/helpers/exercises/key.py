"""The keys of the exercises: what is asked, what is right, what each mistake means."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.exercises.keycheck import KeyFileError, check_exercise
from helpers.tables import data_folder

__all__ = ["Also", "Exercise", "KeyFileError", "Mistake", "UnknownExercise", "exercise"]


class UnknownExercise(ValueError):
    """No key has this id; the text says which ids there are."""


@dataclass(frozen=True)
class Mistake:
    """A wrong answer, or a range of them, and the reply to it."""

    reply: str
    answer: Any = None
    low: float | None = None
    high: float | None = None
    tolerance: float | None = None


@dataclass(frozen=True)
class Also:
    """Another answer that is right, and why."""

    answer: Any
    why: str


@dataclass(frozen=True)
class Exercise:
    """One exercise of a key file; the fields are described in data/README.md."""

    id: str
    title: str
    ask: str
    kind: str
    answer: Any = None
    tolerance: float = 0.0
    unit: str = ""
    write: str = ""
    given: tuple[float, ...] = ()
    options: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()
    hints: tuple[str, ...] = ()
    right: str = ""
    code: str = ""
    predict: dict[str, Any] = field(default_factory=dict)
    judged: str = ""
    confidence: bool = False
    solution: str = ""
    samples: tuple[dict[str, str], ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def by_people(self) -> bool:
        """True where no verdict is given: texts, and checks judged later."""
        return self.kind == "text" or self.judged == "later"

    @property
    def how_to_write(self) -> str:
        """How to write the answer, as a phrase: "a percentage with one decimal"."""
        return self.write or DEFAULT_WRITE[self.kind]


DEFAULT_WRITE = {
    "number": "one number, with a point for decimals",
    "interval": "two numbers: the lowest and the highest",
    "choice": "one of the options",
    "choices": "every option that fits",
    "days": "days such as 3 March 2025, with commas between several",
    "mapping": "one option for each item",
    "text": "a sentence or two of your own",
}


def read_key(path: Path) -> dict[str, Exercise]:
    """The exercises of one key file by id; KeyFileError where the file is not sound."""
    path = Path(path)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KeyFileError(
            path.name, "", "", str(error), "TOML as in 02.toml"
        ) from None
    except UnicodeDecodeError:
        raise KeyFileError(path.name, "", "", "another encoding", "UTF-8") from None
    listed = content.get("exercise", [])
    if not isinstance(listed, list) or not listed:
        raise KeyFileError(path.name, "", "exercise", "none", "[[exercise]] blocks")
    seen: dict[str, Exercise] = {}
    for entry in listed:
        check_exercise(path.name, entry, seen)
        seen[entry["id"]] = _exercise(entry)
    return seen


def _exercise(entry: dict[str, Any]) -> Exercise:
    known = {one.name for one in fields(Exercise)}
    values = {name: value for name, value in entry.items() if name in known}
    for name in ("given", "options", "items", "hints", "samples"):
        values[name] = tuple(values.get(name, ()))
    values["also"] = tuple(Also(**one) for one in values.get("also", ()))
    values["mistakes"] = tuple(Mistake(**one) for one in values.get("mistakes", ()))
    values["solution"] = values.get("solution", "").strip()
    return Exercise(**values)


@lru_cache(maxsize=32)
def _read_once(path: Path, changed: int, size: int) -> dict[str, Exercise]:
    return read_key(path)


def exercises_of(path: Path) -> dict[str, Exercise]:
    """As read_key, but a file is read again only when it has changed."""
    state = path.stat()
    return _read_once(path, state.st_mtime_ns, state.st_size)


def exercise(id: Any) -> Exercise:
    """The exercise with this id, such as "2.1".

    Raises UnknownExercise where there is none, KeyFileError where its file is broken.
    """
    if not isinstance(id, str):
        raise UnknownExercise(
            'Put the exercise number in quotation marks: "2.10", not 2.10. '
            "Without them Python reads 2.10 as 2.1."
        )
    id = id.strip()
    lesson = re.match(r"\d{1,2}", id)
    path = data_folder() / "exercises" / f"{int(lesson[0]) if lesson else 0:02d}.toml"
    known = exercises_of(path) if lesson and path.is_file() else {}
    if id not in known:
        raise UnknownExercise(_not_there(id, list(known)))
    return known[id]


def _not_there(id: str, known: list[str]) -> str:
    if known:
        return (
            f"There is no exercise {id[:20]}. This lesson has {known[0]} to "
            f"{known[-1]}: take the number from the heading above."
        )
    return (
        f"There is no exercise {id[:20]!r}. Write the lesson, a point and the number, "
        'such as "2.1".'
    )
