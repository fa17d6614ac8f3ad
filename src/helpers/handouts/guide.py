"""A teacher's guide: a Markdown file in teaching/. Standard library only.

A line "Worksheet: 2.1, 2.4, 2.6" names the questions of its one-page worksheet.
"""

from __future__ import annotations

import re
from pathlib import Path

from helpers.handouts.project import root

LINE = re.compile(r"^Worksheet: (?P<ids>[\da-z., ]+)$", re.MULTILINE)
LINK = re.compile(r"\((?P<stem>\w+)\.md\)")
TITLE = re.compile(r"^# (?P<title>.+)$", re.MULTILINE)


def text(path: Path) -> str:
    """The guide, its links leading to pages; empty where there is none."""
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    return LINK.sub(_link, written)


def title(path: Path) -> str:
    """Its heading."""
    found = TITLE.search(text(path))
    return found["title"] if found else path.stem


def questions(path: Path) -> list[str]:
    """The numbers of the questions on its worksheet."""
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = LINE.search(written)
    return [one.strip() for one in found["ids"].split(",")] if found else []


def paths() -> list[Path]:
    """Guides of no single lesson that have a worksheet, such as one_lesson.md."""
    return [path for path in _of_no_lesson() if questions(path)]


def others() -> list[Path]:
    """What else a teacher reads, such as the rubric: guides without a worksheet."""
    return [path for path in _of_no_lesson() if not questions(path)]


def _of_no_lesson() -> list[Path]:
    return sorted((root() / "teaching").glob("[a-z]*.md"))  # lessons begin with 0


def _link(link: re.Match) -> str:
    stem = link["stem"]
    is_sheet = any(path.stem == stem for path in paths())
    return f"({stem}{'_worksheet' if is_sheet else ''}.html)"
