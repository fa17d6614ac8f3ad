"""The files of a class as they really arrive: read one by one, the newest wins.

Learning platforms add "(1)" to a name, put each file into a folder of its own and save
in other encodings; so neither the name of a file nor its place says anything here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from helpers.classroom.content import NotSound
from helpers.classroom.progress import counted
from helpers.classroom.sound import Export, export_of
from helpers.plain import PlainError
from helpers.shareable import all_asked

# What a system puts into a folder by itself.
NOT_HANDED_IN = ("desktop.ini", "thumbs.db", "__macosx")
TWO = (
    "Two different files have the same code and the same number, so it cannot be told "
    "which is the newer one. Ask for a new file."
)


class ClassError(PlainError):
    """There is no folder to read: what was found and what to do."""


@dataclass
class Arrivals:
    """The newest export of each learner, and what was left out with the reason."""

    exports: list[Export] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # file, reason
    replaced: int = 0  # copies, and files that a newer one replaces


def arrivals(folder: str | Path) -> Arrivals:
    """Everything in a folder and in the folders in it, read once.

    Raises ClassError where there is no such folder.
    """
    folder, asked = Path(str(folder).strip()).expanduser(), all_asked()
    found = Arrivals()
    newest: dict[str, tuple[Export, list[str]]] = {}
    for path in counted(_files(folder), "Reading the files of the class"):
        name = path.relative_to(folder).as_posix()
        try:
            export = export_of(path.read_bytes(), asked)
        except NotSound as reason:
            found.left_out.append((name, str(reason)))
        except OSError as error:
            why = (error.strerror or "the disk refused").lower()
            found.left_out.append((name, f"The file cannot be opened ({why})."))
        else:
            _take(export, name, newest, found)
    for export, names in newest.values():
        if len(names) == 1:
            found.exports.append(export)
        else:
            found.left_out += [(name, TWO) for name in names]
    return found


def _take(
    export: Export,
    name: str,
    newest: dict[str, tuple[Export, list[str]]],
    found: Arrivals,
) -> None:
    """Keep an export unless there is a newer one of the same code, or the same one."""
    known, names = newest.get(export.code, (None, []))
    if known is None or export.number > known.number:
        newest[export.code] = (export, [name])
        found.replaced += len(names)
    elif export == known or export.number < known.number:
        found.replaced += 1
    else:
        names.append(name)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        there = "a file" if folder.is_file() else "nothing"
        raise ClassError(
            f"“{folder.as_posix()}” should be the folder with the files of your class; "
            f"there is {there} at that place, as seen from the folder of this notebook "
            f"({Path.cwd().name}). Write its path with / between the folders, such as "
            '"../my_class".'
        )
    inside = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in inside if not _by_system(path.relative_to(folder)))


def _by_system(path: Path) -> bool:
    return any(_hidden(part) for part in path.parts)


def _hidden(part: str) -> bool:
    return part.startswith((".", "~$")) or part.lower() in NOT_HANDED_IN


def reasons(left_out: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many files were left out for each reason, the most frequent first."""
    found: dict[str, int] = {}
    for _, reason in left_out:
        found[reason] = found.get(reason, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
