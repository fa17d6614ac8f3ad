"""From the bytes of a file to its letters, without guessing which letters they are."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from helpers.dictionary import Problem

MOST_BYTES = 5_000_000
SAVE = (
    "In the spreadsheet choose File, Save as (or Download), and take “CSV UTF-8”. "
    "In LibreOffice, choose the character set Unicode (UTF-8)."
)
# How files begin that have the right name and are something else.
BEGINNINGS = {
    b"PK\x03\x04": "a file of an office program such as .xlsx, .ods or .docx",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls)",
    b"%PDF": "a PDF file",
    b"{\\rtf": "a file of a word processor (RTF)",
    b"<html": "a web page",
    b"<!doctype html": "a web page",
}
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OLD = {"Western": "cp1252", "Cyrillic": "cp1251"}


class Unreadable(ValueError):
    """A file that cannot be read as text at all; `problem` says why."""

    def __init__(self, file: str, found: str, expected: str, fix: str = SAVE):
        self.problem = Problem(file, None, None, found, expected, fix)
        super().__init__(str(self.problem))


def letters(
    path: Path, expected: str = "a table saved as CSV", save: str = SAVE
) -> tuple[str, list[Problem]]:
    """The text of a file, and the problem where its letters can be read in two ways.

    `save` says how to save such a file so that it can be read.

    Raises Unreadable where the file is missing, far too large or no text.
    """
    raw = _bytes_of(path, expected)
    for beginning, kind in BEGINNINGS.items():
        if raw[:15].lower().startswith(beginning.lower()):
            raise Unreadable(path.name, f"{kind} under this name", expected, save)
    try:
        return _unicode(raw), []
    except UnicodeDecodeError:
        return _old_letters(raw, path.name, save)


def _bytes_of(path: Path, expected: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            size = f"{path.stat().st_size / 1e6:,.0f} MB"
            raise Unreadable(path.name, size, expected, "Is this the right file?")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(path.name, "no such file", expected) from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        fix = "Close it in other programs, and try again."
        raise Unreadable(path.name, why.lower(), expected, fix) from None


def _unicode(raw: bytes) -> str:
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding)
    # Text in UTF-16 without its mark: every second byte of plain letters is zero.
    for start, encoding in enumerate(("utf-16-be", "utf-16-le")):
        zeros = raw[start:400:2]
        if len(zeros) > 8 and zeros.count(0) > len(zeros) / 2:
            return raw.decode(encoding)
    return raw.decode("utf-8")


def _old_letters(raw: bytes, file: str, save: str) -> tuple[str, list[Problem]]:
    """The text where both old readings agree; else the first of them and a problem."""
    western, cyrillic = (raw.decode(code, "replace") for code in OLD.values())
    if western == cyrillic and "\ufffd" not in western:
        return western, []
    place = next(
        n
        for n, pair in enumerate(zip(western, cyrillic, strict=True))
        if pair[0] != pair[1] or pair[0] == "\ufffd"
    )
    words = [
        f"“{_word_at(text, place)}” if {name}"
        for name, text in zip(OLD, (western, cyrillic), strict=True)
    ]
    found = f"letters in an old encoding ({', '.join(words)})"
    row = western.count("\n", 0, place) + 1
    return western, [Problem(file, row, None, found, "letters in UTF-8", save)]


def _word_at(text: str, place: int) -> str:
    before = re.search(r"[^\s,;\"]*$", text[:place])[0]
    after = re.match(r"[^\s,;\"]*", text[place:])[0]
    return (before + after)[:30]
