"""The pages beside the lessons: the index, the text, the glossary, the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from helpers import retelling, tables
from helpers.handouts import guide, project
from helpers.listing import listing

CARD = re.compile(r"\*\*Minutes\*\* *\| *(?P<minutes>[^|\n]+)")
QUESTION = re.compile(r"^# (?P<question>.+)$", re.MULTILINE)
STANDING = {
    "evidence": "a named outlet's own page",
    "copy": "seen in a copy, or undated",
    "reference": "reference",
    "subject": "a specimen, not evidence",
}
INTRO = {
    "learners": (
        "Each lesson is one page: it works without a network, and on paper. Where a "
        "lesson says “run the next cell”, the result stands below it. Hints and "
        "answers open one by one, with a click or with Tab and Enter."
    ),
    "teachers": (
        "For each lesson: a guide, then the lesson with its answers, the likely "
        "mistakes and what to say. The folder *learners* beside this one holds the "
        "pages for the class, without open answers. A class without computers needs "
        "the page of a lesson or its one-page worksheet, and *The text*. Times are "
        "estimates; no class has measured them yet."
    ),
}


@dataclass(frozen=True)
class Entry:
    """A line of the index."""

    stem: str
    question: str
    minutes: str
    has_worksheet: bool


def entry(stem: str, first_cell: str) -> Entry:
    """What the index says of a lesson, read from its first cell."""
    question, card = QUESTION.search(first_cell), CARD.search(first_cell)
    return Entry(
        stem,
        question["question"] if question else stem,
        card["minutes"].partition(";")[0].strip() if card else "",
        bool(guide.questions(project.guide(stem))),
    )


def index(edition: str, entries: list[Entry], paths: list[Path]) -> list[str]:
    """The parts of an index page."""
    title = "All pages" if edition == "learners" else "All pages for teachers"
    parts = [f"# {title}\n\n{INTRO[edition]}", "## Lessons", _lessons(entries)]
    if paths:
        links = [f"- [{guide.title(one)}]({one.stem}_worksheet.html)" for one in paths]
        parts.append("\n".join(["## On one sheet", "", *links]))
    beside = [
        "## Beside the lessons",
        "",
        "- [The text: the digest in our own words](digest.html)",
        "- [Glossary](glossary.html)",
        "- [Sources](sources.html)",
    ]
    notes = guide.others() if edition == "teachers" else []
    beside += [f"- [{guide.title(one)}]({one.stem}.html)" for one in notes]
    return [*parts, "\n".join(beside)]


def _lessons(entries: list[Entry]) -> str:
    rows = "".join(_row(one) for one in entries)
    heads = ("Lesson", "Question", "Minutes", "Worksheet")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        '<table><caption class="unseen">Lessons</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(one: Entry) -> str:
    name = f"worksheet {one.stem[:2]}"
    sheet = f'<a href="{one.stem}_worksheet.html">{name}</a>' * one.has_worksheet
    return (
        f'<tr><th scope="row">{one.stem[:2]}</th>'
        f'<td><a href="{one.stem}.html">{escape(one.question)}</a></td>'
        f"<td>{escape(one.minutes)}</td><td>{sheet}</td></tr>"
    )


def digest() -> list[str]:
    """The digest retold."""
    intro = (
        "# The text\n\nThe news digest of the course in our own words. Words in "
        "quotation marks are its own. H is the headline, P1 to P9 are its paragraphs: "
        "this is how the questions point to a place."
    )
    return [intro, retelling.retelling().as_html()]


def glossary() -> list[str]:
    """Every term: plain words, the field's own term, the lessons that use it."""
    table = tables.load_glossary()[["term", "meaning", "standard_term", "used_in"]]
    names = {"standard_term": "the field's term", "used_in": "in lessons"}
    shown = listing(table.rename(columns=names), "Terms of the course")
    return ["# Glossary\n\nThe words of the course, in plain words.", shown.as_html()]


def sources() -> list[str]:
    """Every page that a table cites, with its address."""
    rows = "".join(_source(row) for _, row in _all_sources().iterrows())
    heads = ("Publisher and page", "Date", "What it is")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    intro = (
        "# Sources\n\nThe pages that the tables of the course cite. They belong to "
        "their publishers. “Seen in a copy” means that the page itself was not seen."
    )
    table = (
        '<table class="sources-list"><caption class="unseen">Sources</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return [intro, table]


def _all_sources() -> pd.DataFrame:
    return tables.load_sources(subject=True).sort_values(["publisher", "source_id"])


def _source(row: pd.Series) -> str:
    known = row.fillna("").astype(str)
    name = escape(known["title"] or "page without a title seen")
    link = f'<a href="{escape(known["url"], quote=True)}">{name}</a>'
    what = f"{known['kind']}; {STANDING.get(known['standing'], known['standing'])}"
    return (
        f'<tr><th scope="row">{escape(known["publisher"])}: {link}</th>'
        f"<td>{escape(known['date'][:10] or 'undated')}</td>"
        f"<td>{escape(what)}</td></tr>"
    )
