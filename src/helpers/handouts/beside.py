"""The pages beside the lessons: their names, what they are made from, how to make them.

Names and files need the standard library only; making a page imports the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from helpers.handouts import guide
from helpers.handouts.project import EDITIONS, lessons, root
from helpers.handouts.project import guide as guide_of

LISTS = ("digest", "glossary", "sources")


@dataclass(frozen=True)
class Page:
    """A page that needs no lesson to run."""

    name: str
    files: tuple[Path, ...]
    make: Callable[[], str]


def pages() -> list[Page]:
    """Every such page of both editions."""
    return [page for edition in EDITIONS for page in _of(edition)]


def links(edition: str, stem: str = "") -> dict[str, str]:
    """The pages that a page leads to, by name."""
    sheet = {"Worksheet": f"{stem}_worksheet.html"}
    has_sheet = stem and guide.questions(guide_of(stem))
    return {
        "All pages": "index.html",
        **(sheet if has_sheet else {}),
        "The text": "digest.html",
        "Glossary": "glossary.html",
        "Sources": "sources.html",
    }


def _of(edition: str) -> list[Page]:
    sheets = [guide_of(one.stem) for one in lessons()]
    sheets = [one for one in sheets if guide.questions(one)]
    keys = tuple(sorted((root() / "data" / "exercises").glob("*.toml")))
    return [
        *(_sheet(edition, one, keys) for one in [*sheets, *guide.paths()]),
        Page(
            f"{edition}/index.html",
            (*lessons(), *sheets, *guide.paths(), *guide.others()),
            partial(_index, edition),
        ),
        *(
            Page(f"{edition}/{name}.html", (), partial(_list, name, edition))
            for name in LISTS
        ),
        *(
            Page(
                f"{edition}/{one.stem}.html", (one, *guide.paths()), partial(_note, one)
            )
            for one in guide.others()
            if edition == "teachers"
        ),
    ]


def _sheet(edition: str, path: Path, keys: tuple[Path, ...]) -> Page:
    name = f"{edition}/{path.stem}_worksheet.html"
    lesson = root() / "notebooks" / f"{path.stem}.ipynb"
    return Page(name, (path, lesson, *keys), partial(_worksheet, path, edition))


def _worksheet(path: Path, edition: str) -> str:
    from helpers.handouts import worksheet

    title = _title(path)
    parts = [f"# {title}", worksheet.sheet(path, edition)]
    if edition == "teachers" and path in guide.paths():
        parts = [guide.text(path), "## Answers", parts[1]]
    return _as_page(parts, edition, title, "worksheet")


def _title(path: Path) -> str:
    """The question of a lesson; for a path through several, its guide's heading."""
    from helpers.handouts import lists

    lesson = root() / "notebooks" / f"{path.stem}.ipynb"
    if not lesson.is_file():
        return guide.title(path)
    return f"{path.stem[:2]} {lists.entry(path.stem, _first_cell(lesson)).question}"


def _index(edition: str) -> str:
    from helpers.handouts import lists

    entries = [lists.entry(one.stem, _first_cell(one)) for one in lessons()]
    parts = lists.index(edition, entries, guide.paths())
    return _as_page(parts, edition, "All pages", "index")


def _list(name: str, edition: str) -> str:
    from helpers.handouts import lists

    titles = {"digest": "The text", "glossary": "Glossary", "sources": "Sources"}
    return _as_page(getattr(lists, name)(), edition, titles[name], name)


def _note(path: Path) -> str:
    return _as_page([guide.text(path)], "teachers", guide.title(path), "note")


def _as_page(parts: list[str], edition: str, title: str, kind: str) -> str:
    from helpers.handouts import edition as editions
    from helpers.handouts import exporter

    notebook = editions.page_of(*parts)
    return exporter.as_page(
        notebook, title, edition=edition, links=links(edition), kind=kind
    )


def _first_cell(lesson: Path) -> str:
    """The title cell of a lesson; empty where the file is broken (its run says so)."""
    try:
        source = json.loads(lesson.read_text(encoding="utf-8"))["cells"][0]["source"]
        return "".join(source)
    except (ValueError, KeyError, IndexError, TypeError):
        return ""
