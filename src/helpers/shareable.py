"""Which answers may leave a learner's computer: those from a closed list, and numbers.

A field takes whatever is typed, a name as well. So an answer is shareable only if it
is of the kind that its exercise asks for and says nothing else.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.dictionary import data_folder
from helpers.entries import EntryError, clean, read_amount, read_days

LONGEST, MOST_PARTS = 60, 40
# Words that belong to a number or to a day; with any other word an answer is a text.
# Jan, April and May are first names as well: only where days are asked are they days.
JOINING = r"a|about|and|between|from|of|or|the|to|until"
WORDS = {
    "amount": re.compile(
        rf"{JOINING}|k(?:m|ilomet(?:re|er)s?)|mi(?:les?)?|m|ha|hectares?|sq(?:uare)?|e"
        r"|per|cent|percent|points?|days?|soldiers?|people"
    ),
    "days": re.compile(
        rf"{JOINING}|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
        r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
        r"|st|nd|rd|th|on|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rsday)?"
        r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    ),
}
READERS = {"amount": read_amount, "days": read_days}
FORECAST = re.compile(r"[A-Z]\d{1,2}")


@dataclass(frozen=True, eq=False)
class Asked:
    """As much of an exercise's key as decides what may be shared, and its title."""

    kind: str
    title: str = ""
    options: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    later: bool = False


def all_asked(folder: Path | None = None) -> dict[str, Asked]:
    """Every exercise of the course by its id, in the order of the lessons."""
    folder = (folder or data_folder()) / "exercises"
    files = sorted(folder.glob("[0-9][0-9].toml"))
    known = [_asked_in(path, path.stat().st_mtime_ns) for path in files]
    return {id: asked for of_lesson in known for id, asked in of_lesson.items()}


@lru_cache(maxsize=32)
def _asked_in(path: Path, _changed: int) -> dict[str, Asked]:
    keys = tomllib.loads(path.read_text(encoding="utf-8"))["exercise"]
    return {key["id"]: _asked(key) for key in keys}


def _asked(key: dict) -> Asked:
    lists = (tuple(key.get(name, ())) for name in ("options", "items"))
    return Asked(key["kind"], key["title"], *lists, key.get("judged") == "later")


def answer(value: Any, asked: Asked) -> Any:
    """The answer as it may be shared; None where it may not.

    >>> answer("35,5 %", Asked("number")), answer("I am Ann, 35", Asked("number"))
    ('35,5 %', None)
    >>> answer("no", Asked("choice", options=("yes", "no")))
    'no'
    """
    if asked.kind in ("number", "interval", "days"):
        return _amount(value, "days" if asked.kind == "days" else "amount")
    if asked.kind == "choice":
        return value if isinstance(value, str) and value in asked.options else None
    if asked.kind == "choices":
        return value if _all_in(value, asked.options) else None
    if asked.kind == "mapping" and isinstance(value, dict):
        chosen = {item: option for item, option in value.items() if option}
        sound = chosen.keys() <= {*asked.items}
        sound = sound and _all_in(list(chosen.values()), asked.options)
        return chosen if sound and chosen else None
    return None


def guess(value: Any, asked: Asked) -> Any:
    """A first guess as it may be shared: a number, an option, or several forecasts."""
    if _is_number(value):
        return value
    if asked.kind == "choice":
        return answer(value, asked)
    forecasts = isinstance(value, dict) and 0 < len(value) <= MOST_PARTS
    sound = forecasts and all(
        isinstance(name, str) and FORECAST.fullmatch(name) and _is_share(chance, 1)
        for name, chance in value.items()
    )
    return value if sound else None


def confidence(value: Any) -> float | None:
    """How sure somebody is, from 0 to 100; None where that is not what it is."""
    return value if _is_share(value, 100) else None


def _amount(value: Any, sort: str) -> Any:
    parts = value if isinstance(value, list) else [value]
    plain = all(_is_plain(part, WORDS[sort]) for part in parts)
    if not plain or not 0 < len(parts) <= MOST_PARTS:
        return None
    try:
        READERS[sort](value)
    except EntryError:
        return None
    return value


def _is_plain(part: Any, words: re.Pattern) -> bool:
    """A number, or a short text that holds no word but these."""
    if _is_number(part):
        return True
    if not isinstance(part, str) or len(part) > LONGEST:
        return False
    return all(map(words.fullmatch, re.findall(r"[^\W\d_]+", clean(part))))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_share(value: Any, whole: float) -> bool:
    return _is_number(value) and 0 <= value <= whole


def _all_in(chosen: Any, options: tuple[str, ...]) -> bool:
    listed = isinstance(chosen, list) and len(chosen) <= len(options) * MOST_PARTS
    return listed and all(isinstance(one, str) and one in options for one in chosen)
