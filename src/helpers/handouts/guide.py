"""A teacher's guide: a Markdown file in teaching/. Standard library only.

A line "Worksheet: 2.1, 2.4, 2.6" names the questions of its one-page worksheet.
"""

from __future__ import annotations

import re
from pathlib import Path

from helpers.handouts.project import root

LINE = re.compile(r"^Worksheet: (?P<ids>[\d., ]+)$", re.MULTILINE)
TITLE = re.compile(r"^# (?P<title>.+)$", re.MULTILINE)


def text(path: Path) -> str:
    """The guide; empty where there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def title(path: Path) -> str:
    """Its heading."""
    found = TITLE.search(text(path))
    return found["title"] if found else path.stem


def questions(path: Path) -> list[str]:
    """The numbers of the questions on its worksheet."""
    found = LINE.search(text(path))
    return [one.strip() for one in found["ids"].split(",")] if found else []


def paths() -> list[Path]:
    """Guides of no single lesson that have a worksheet, such as one_lesson.md."""
    every = sorted((root() / "teaching").glob("[a-z]*.md"))  # lessons begin with 0
    return [path for path in every if questions(path)]
