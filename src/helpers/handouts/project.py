"""Where things stand: the lessons, their answered editions, their guides, the pages.

Standard library only, so that a look at whether anything changed takes no time.
"""

from __future__ import annotations

from pathlib import Path

HELPERS = Path(__file__).resolve().parents[1]
EDITIONS = ("learners", "teachers")


def root() -> Path:
    """The folder that holds notebooks/, data/, teaching/ and handouts/."""
    above = HELPERS.parents[1]
    return above if (above / "notebooks").is_dir() else Path.cwd()


def lessons() -> list[Path]:
    """The learners' notebooks, in order."""
    return sorted((root() / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def answered(lesson: Path) -> Path:
    """The stored answered edition of a lesson."""
    return root() / "teaching" / "answered" / lesson.name


def key(lesson: Path) -> Path:
    """The key of a lesson's exercises."""
    return root() / "data" / "exercises" / f"{lesson.name[:2]}.toml"


def guide(stem: str) -> Path:
    """The teacher's guide of a lesson, or of a path such as one_lesson."""
    return root() / "teaching" / f"{stem}.md"
