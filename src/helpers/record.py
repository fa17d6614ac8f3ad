"""What a learner answered and predicted, kept on their own disk and nowhere else.

One file, one line per entry, lines are only ever added: the last line of an exercise
wins. A line holds no time, no name and no path.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.lines import add_line

if TYPE_CHECKING:
    from helpers.parcel import Parcel

FILE, DAMAGED = "answers.jsonl", "answers-damaged.jsonl"
ARTICLE = "my_article"  # the folder of an own article, which lesson 08 makes
OURS = re.compile(r"answers(-damaged|-\d+)?\.jsonl|reading-kursk-[a-z2-9]{12}\.json")
RUN_AGAIN = "Open pages still show them: choose Run All Cells."
PROJECT = Path(__file__).resolve().parents[2]
_unsaved: list[dict] = []  # entries of this session that the disk would not take


class Note(str):
    """A sentence that a notebook shows as it is, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def folder() -> Path:
    """The folder of this learner: READING_KURSK_WORK, or my_work in the project."""
    chosen = os.environ.get("READING_KURSK_WORK")
    if chosen:
        return Path(chosen)
    home = PROJECT if (PROJECT / "notebooks").is_dir() else Path.cwd()
    return home / "my_work"


def article_folder() -> Path:
    """The folder of the learner's own article, beside the saved answers."""
    return folder() / ARTICLE


def save(exercise: str, kind: str, value: Any, **more: Any) -> Note:
    """Keep one entry; comes back empty, or as a sentence where the disk refuses.

    `kind` is answer, prediction, skip, hint or solution. An entry that cannot be
    written stays in memory until the kernel stops.
    """
    entry = {"exercise": exercise, "kind": kind, "value": _plain(value)}
    entry |= {name: _plain(what) for name, what in more.items()}
    _unsaved.append(entry)
    try:
        _write_unsaved()
    except OSError as error:
        return _could_not("saved", error, "They hold until you close this lesson.")
    return Note("")


def _write_unsaved() -> None:
    folder().mkdir(parents=True, exist_ok=True)
    while _unsaved:  # more than one where the disk refused before and takes them now
        line = json.dumps(_unsaved[0], ensure_ascii=False).encode("utf-8", "replace")
        add_line(folder() / FILE, line + b"\n")
        del _unsaved[0]


def entries_kept() -> list[dict]:
    """Every entry, oldest first; a damaged line is copied to a second file."""
    try:
        whole = (folder() / FILE).read_bytes()
    except OSError:
        return list(_unsaved)
    # What follows the last line end is a line that is being written, or was cut off.
    lines = [line for line in whole.split(b"\n")[:-1] if line.strip()]
    read = [(line, _entry(line)) for line in lines]
    damaged = [line for line, entry in read if entry is None]
    if damaged:
        _set_aside(damaged)
    return [entry for _, entry in read if entry is not None] + _unsaved


def last(exercise: str, kind: str) -> dict | None:
    """The newest entry of this exercise and kind, or None."""
    for entry in reversed(entries_kept()):
        if entry["exercise"] == exercise and entry["kind"] == kind:
            return entry
    return None


def export() -> Parcel:
    """A file for a class, shown before it is written; without a name, path or time."""
    from helpers.parcel import Parcel  # its form is only needed here

    return Parcel(entries_kept, save, folder)


def start_afresh() -> Note:
    """Begin with an empty record; answers and article are kept beside it, numbered."""
    number = 1
    while any(_aside(name, number).exists() for name in (FILE, ARTICLE)):
        number += 1
    # The article first: an open spreadsheet may hold it, and then nothing has moved.
    here = [name for name in (ARTICLE, FILE) if (folder() / name).exists()]
    try:
        kept = [(folder() / name).rename(_aside(name, number)).name for name in here]
    except OSError as error:
        return _could_not("put aside", error)
    _unsaved.clear()
    if not kept:
        return Note("Nothing was saved yet: you start with an empty record.")
    names = " and ".join(kept)
    return Note(f"You start afresh. Kept under a new name: {names}. {RUN_AGAIN}")


def _aside(name: str, number: int) -> Path:
    path = folder() / name
    return path.with_stem(f"{path.stem}-{number}")


def delete_all() -> Note:
    """Delete every file that this module wrote, and nothing else in the folder.

    An article stays, as it was typed in a spreadsheet; the sentence says where.
    """
    _unsaved.clear()
    try:
        ours = [path for path in folder().iterdir() if OURS.fullmatch(path.name)]
        for path in ours:
            path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        ours = []
    except OSError as error:
        return _could_not("deleted", error)
    deleted = f"All saved answers are deleted ({len(ours)} file(s)). {RUN_AGAIN}"
    return Note((deleted if ours else "There is nothing to delete.") + _article_stays())


def _article_stays() -> str:
    kept = sorted(path.name for path in folder().glob(f"{ARTICLE}*") if path.is_dir())
    if not kept:
        return ""
    names = " and ".join(kept)
    return f" What you made for lesson 08 stays in {names}; delete it there yourself."


def _entry(line: bytes) -> dict | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    sound = isinstance(entry, dict) and "value" in entry
    named = sound and all(isinstance(entry.get(k), str) for k in ("exercise", "kind"))
    return entry if named else None


def _set_aside(damaged: list[bytes]) -> None:
    """Copy damaged lines to a second file, each once; the record stays as it is."""
    path = folder() / DAMAGED
    with contextlib.suppress(OSError):
        known = path.read_bytes().split(b"\n") if path.exists() else []
        for line in dict.fromkeys(damaged):
            if line not in known:
                add_line(path, line + b"\n")


def _plain(value: Any, depth: int = 0) -> Any:
    """The value as JSON can hold it; an object only by the name of its type."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return value if abs(value) < 1e300 else str(value)  # neither NaN nor infinite
    if hasattr(value, "item") and getattr(value, "ndim", 1) == 0:  # numpy's numbers
        return _plain(value.item(), depth + 1)
    if depth < 4 and isinstance(value, list | tuple):
        return [_plain(part, depth + 1) for part in value]
    if depth < 4 and isinstance(value, dict):
        return {str(key): _plain(part, depth + 1) for key, part in value.items()}
    return f"<{type(value).__name__}>"


def _could_not(what: str, error: OSError, comfort: str = "") -> Note:
    why = (error.strerror or str(error) or "the disk refused").lower()
    return Note(
        f"Your answers could not be {what}: the folder {folder().name} cannot be "
        f"written to ({why}). {comfort} Tell your teacher, or choose another folder."
    )
