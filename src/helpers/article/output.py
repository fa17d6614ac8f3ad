"""Files that we write beside what a learner made, without ever writing over it.

A list in the folder keeps the fingerprint of each file as we wrote it. A file that is
not on the list, or that was changed since, stays; ours gets a number.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

LIST = ".made-by-the-course.json"


def write_ours(path: Path, text: str) -> Path:
    """Write a file, or one with a number where somebody else's is in the way.

    The path that was written comes back. Raises OSError where the disk refuses.
    """
    content = text.encode("utf-8")
    made = _made(path.parent)
    free = _free(path, made)
    free.parent.mkdir(parents=True, exist_ok=True)
    unfinished = free.with_name(f".{free.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(free)
    made[free.name] = _print_of(content)
    (free.parent / LIST).write_text(json.dumps(made, indent=1), encoding="utf-8")
    return free


def _free(path: Path, made: dict[str, str]) -> Path:
    number, candidate = 2, path
    while candidate.exists() and not _is_ours(candidate, made):
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate


def _is_ours(path: Path, made: dict[str, str]) -> bool:
    return made.get(path.name) == _print_of(path.read_bytes())


def _made(folder: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        made = json.loads((folder / LIST).read_text(encoding="utf-8"))
        if isinstance(made, dict):
            return made
    return {}


def _print_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
