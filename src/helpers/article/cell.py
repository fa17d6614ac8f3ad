"""One cell of a coded article: from what was typed to what the dictionary expects."""

from __future__ import annotations

import re

from helpers.article.amount import Fault, plain_number
from helpers.article.day import plain_day
from helpers.article.heading import fold
from helpers.article.worded import bound_said

ERRORS = re.compile(r"#(?:REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|ERROR|SPILL)[!?]?|#{3,}")
GARBLED = re.compile(r"[ÃÂÐÑ][\x80-\xbf\u0152-\u02dc\u2013-\u2122]|â€")
# A single > between two names can only be meant as an arrow.
ARROWS = re.compile(r"\s*(?:→|⟶|➔|➜|⇒|[-–—=]+\s?[>›])\s*|\s+[>›»]+\s+")  # noqa: RUF001
THE_END = re.compile(r"(^|-> )[“\"']?this article[”\"'.]*$", re.IGNORECASE)
# Letters that look the same on another keyboard, where only Latin ones can be meant.
LATIN = str.maketrans("АВЕСНРавсеѕһ", "ABECHPabcesh")
# What a spreadsheet would take for a formula, with or without our mark before it.
ACTIVE = re.compile("\\s*'*\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
QUOTE = "'"


def plain(cell: str, field: dict) -> tuple[str, Fault | None]:
    """The cell as its field wants it, and the fault where it cannot be read so.

    >>> plain("More than", {"type": "string", "constraints": {"enum": ["more_than"]}})
    ('more_than', None)
    """
    cell = " ".join(unguarded(cell).split())
    if not cell:
        return "", None
    fault = _fault_of_any(cell)
    if fault:
        return "", fault
    if field["type"] == "number":
        return plain_number(cell)
    if field["type"] == "date":
        return plain_day(cell)
    return _text(cell, field), _unknown_bound(cell, field)


def guarded(cell: str) -> str:
    """A text as it is written, so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), unguarded(guarded("=1+1")), guarded("a = b")
    ("'=1+1", '=1+1', 'a = b')
    """
    return f"{QUOTE}{cell}" if ACTIVE.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text without the mark that `guarded` put before it."""
    guards = cell.startswith(QUOTE) and ACTIVE.match(cell)
    return cell.removeprefix(QUOTE) if guards else cell


def _fault_of_any(cell: str) -> Fault | None:
    if ERRORS.fullmatch(cell):
        fix = "Type the value itself instead of the formula."
        return f"“{cell}”, an error of the spreadsheet", "a value", fix
    if GARBLED.search(cell):
        fix = "Restore the letters, then save as “CSV UTF-8” only."
        return f"“{cell[:40]}”, letters spoilt by a spreadsheet", "readable text", fix
    return None


def _text(cell: str, field: dict) -> str:
    if field.get("name") == "chain":
        return THE_END.sub(r"\1this article", ARROWS.sub(" -> ", cell).strip())
    tries = (_as_code(one, field) for one in (cell, cell.translate(LATIN)))
    return next((code for code in tries if code), cell)


def _as_code(cell: str, field: dict) -> str:
    """The code of a closed list or a pattern that a cell comes to, if any."""
    rules = field.get("constraints", {})
    if "enum" in rules:
        cell = re.sub(r"^(\d)\.0$", r"\1", cell)  # a grade that was taken for a number
        return {fold(one): one for one in rules["enum"]}.get(fold(cell), "")
    pattern = rules.get("pattern")
    return cell.upper() if pattern and re.fullmatch(pattern, cell.upper()) else ""


def _unknown_bound(cell: str, field: dict) -> Fault | None:
    """The bound that words such as "up to" set, for whoever wrote them in its place."""
    known = field.get("constraints", {}).get("enum", [])
    bound = bound_said(cell) if field.get("name") == "bound_type" else ""
    if not bound or _text(cell, field) in known:
        return None
    fix = f"Write {bound}, which is the form's word for it."
    return f"“{cell[:40]}”", f"one of {', '.join(known)}", fix
