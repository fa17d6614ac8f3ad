"""A number or a range from text or from whatever Python object stands for one."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from numbers import Real
from typing import Any

from helpers.entries.wording import EntryError
from helpers.entries.written import Reading, read_text

ENDS = [("low", "high"), ("left", "right"), ("earliest", "latest")]


def read_amount(entry: Any) -> Reading:
    """Read a number or a range from text, Python numbers, lists, Bounds and the like.

    Raises EntryError, and nothing else, where no number can be read.

    >>> read_amount("35,48 %").candidates, read_amount("35,48 %").unit
    (((35.48,),), '%')
    >>> read_amount("1,240").candidates
    ((1240.0,), (1.24,))
    >>> read_amount("4.84 to 7.1 km² per day").candidates[0]
    (4.84, 7.1)
    """
    try:
        return read_text(str(entry)) if isinstance(entry, str) else _from_object(entry)
    except EntryError:
        raise
    except Exception as error:  # an object may fail in any way when it is looked at
        raise EntryError("other", "That cannot be read as a number.") from error


def _from_object(entry: Any) -> Reading:
    kind = type(entry).__name__
    if entry is None or entry is ... or kind in ("NAType", "NaTType"):
        raise EntryError("nothing", "Nothing is written there yet.")
    if kind in ("bool", "bool_"):
        raise EntryError("yes or no", "True or False is no number.")
    if isinstance(entry, datetime.date) or kind == "datetime64":
        raise EntryError("date", "That is a date, not a number.")
    if isinstance(entry, Real | Decimal):
        return _from_number(entry)
    for low, high in ENDS:
        if hasattr(entry, low) and hasattr(entry, high):
            return _from_ends(getattr(entry, low), getattr(entry, high))
    return _from_list(_listed(entry, kind))


def _from_number(entry: Real | Decimal) -> Reading:
    value = float(entry)
    if math.isnan(value):
        raise EntryError("not a number", "NaN means that a calculation had no result.")
    if math.isinf(value):
        raise EntryError("infinite", "That is infinite.")
    decimals = len(repr(value).partition(".")[2].rstrip("0").partition("e")[0])
    return Reading(repr(entry), "number", ((value,),), decimals=decimals)


def _from_ends(low: Any, high: Any) -> Reading:
    ends = (float(low), float(high))
    if any(map(math.isnan, ends)):
        raise EntryError("not a number", "NaN means that a calculation had no result.")
    shape = "open" if any(map(math.isinf, ends)) else "range"
    if shape == "range" and ends[0] == ends[1]:
        return _from_number(ends[0])
    return Reading(f"{low} to {high}", shape, (ends,), way="pair")


def _listed(entry: Any, kind: str) -> list:
    if hasattr(entry, "columns") or kind == "dict":
        raise EntryError("table", "That is a whole table.")
    if isinstance(entry, set | frozenset):
        raise EntryError("set", "Curly brackets keep no order.")
    if isinstance(entry, list | tuple):
        return list(entry)
    if hasattr(entry, "tolist"):
        listed = entry.tolist()
        return listed if isinstance(listed, list) else [listed]
    if callable(entry):
        raise EntryError("function", "That is a function, not its result.")
    raise EntryError("other", "That cannot be read as a number.")


def _from_list(listed: list) -> Reading:
    if not listed or all(part is ... for part in listed):
        raise EntryError("nothing", "Nothing is written there yet.")
    if len(listed) > 50 or any(isinstance(p, list | tuple | dict) for p in listed):
        raise EntryError("table", "That is a whole table.")
    parts = [read_amount(part) for part in listed]
    if any(part.shape != "number" for part in parts):
        raise EntryError("words", "Each end has to be one number.")
    if len(parts) == 1:
        return parts[0]
    first = tuple(part.candidates[0][0] for part in parts)
    second = tuple(part.candidates[-1][0] for part in parts)
    unit = next((part.unit for part in parts if part.unit), "")
    shape = "range" if len(parts) == 2 else "several"
    options = (first,) if first == second else (first, second)
    typed = ", ".join(part.typed for part in parts)
    return Reading(typed, shape, options, unit, parts[0].decimals, "pair")
