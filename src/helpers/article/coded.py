"""A coded article: its claims, with everything beside them, once nothing is wrong."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.article.rules import claim_problems, link_problems, window_problems
from helpers.article.table import Reading, form, read_form_table
from helpers.article.text import Text, read_text, read_words
from helpers.bounds import Bounds
from helpers.dictionary import Problem, TableError
from helpers.tables import row

BESIDE = ("windows", "checks", "partner")
FILES = ["claims.csv", *(f"{name}.csv" for name in BESIDE), "article.txt", "brief.txt"]
NEW = "python -m helpers.article new FOLDER"
INF = float("inf")


class ArticleError(TableError):
    """What is wrong with an article; `problems` and the message hold all of it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems, most=len(problems))


@dataclass(frozen=True)
class Article:
    """The claims of an article and what stands beside them, all as tables.

    `text` is the article itself, `brief` what the learner wrote about it; both may be
    empty. `is_example` marks the example of the course.
    """

    claims: pd.DataFrame
    windows: pd.DataFrame
    checks: pd.DataFrame
    partner: pd.DataFrame
    text: Text
    brief: str
    folder: Path
    is_example: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        """The headline; the name of the folder where there is no text."""
        return self.text.paragraphs.get("H", self.folder.name)

    def __repr__(self) -> str:
        what = "the example" if self.is_example else "your article"
        said = f"{self.title}: {len(self.claims)} claims, {what}."
        return f"{self.note} {said}".strip()


def problems_in(folder: str | Path) -> list[Problem]:
    """Everything that is wrong with the coded article in a folder; [] when sound.

    Each problem has file, row, column, found, expected and fix.
    """
    return _read(Path(folder))[1]


def read_article(folder: str | Path) -> Article:
    """The coded article in a folder; ArticleError, with every problem, if not sound."""
    article, problems = _read(Path(folder))
    if problems:
        raise ArticleError(problems)
    return article


def example() -> Article:
    """The example of the course: an article on a swimming pool, all of it invented."""
    return read_article(form() / "example")


def bounds_of(article: Article, claim_id: str) -> Bounds:
    """The number of a claim as its wording allows it; ArticleError if it has none.

    >>> bounds_of(example(), "C03")
    [75,000, 85,000]
    """
    claim = row(article.claims, claim_id)
    low, high = claim["lower"], claim["upper"]
    if pd.isna(low) and pd.isna(high):
        numbered = article.claims.dropna(subset=["lower", "upper"], how="all")
        known = f"one of {', '.join(numbered['claim_id'])}"
        fix = "Choose a claim that prints a number."
        file, found = "claims.csv", f"no number in {claim_id}"
        raise ArticleError([Problem(file, None, "claim_id", found, known, fix)])
    low = -INF if pd.isna(low) else float(low)
    return Bounds(low, INF if pd.isna(high) else float(high))


def _read(folder: Path) -> tuple[Article | None, list[Problem]]:
    nowhere = _nowhere(folder)
    if nowhere:
        return None, [nowhere]
    text, problems = read_text(folder / "article.txt")
    brief, more = read_words(folder / "brief.txt")
    claims = read_form_table(folder, "claims", needed=True)
    beside = {name: read_form_table(folder, name) for name in BESIDE}
    found = [*_of_claims(claims, text), *_of_the_rest(beside, claims)]
    found += [*problems, *more]
    tables = {name: one.table for name, one in {"claims": claims, **beside}.items()}
    tables = {name: one.reset_index(drop=True) for name, one in tables.items()}
    is_example = folder.resolve() == (form() / "example").resolve()
    return Article(
        **tables, text=text, brief=brief, folder=folder, is_example=is_example
    ), found


def _of_claims(claims: Reading, text: Text) -> list[Problem]:
    found = claims.problems + claim_problems(claims, text)
    if claims.table.empty and not found:
        fix = "Write one claim in each row, as in the folder example."
        found = [Problem("claims.csv", None, None, "no claims yet", "claims", fix)]
    return sorted(found, key=lambda one: one.row or 0)


def _of_the_rest(beside: dict[str, Reading], claims: Reading) -> list[Problem]:
    found = []
    for name, reading in beside.items():
        own = window_problems(reading) if name == "windows" else []
        links = link_problems(reading, f"{name}.csv", claims)
        found += sorted(
            reading.problems + own + links, key=lambda problem: problem.row or 0
        )
    return found


def _nowhere(folder: Path) -> Problem | None:
    """Why there is no folder to look into; None where there is one."""
    name, expected = folder.name or str(folder), "the folder of a coded article"
    if folder.is_file():
        fix = "Name the folder in which this file lies."
        return Problem(name, None, None, "a file", expected, fix)
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        fix = "Ask whoever looks after this computer, or copy the folder elsewhere."
        return Problem(name, None, None, "a folder that is locked", expected, fix)
    if not folder.is_dir():
        fix = f"Check the spelling, or make one with: {NEW}"
        return Problem(name, None, None, "no such folder", expected, fix)
    inside = sorted(path.parent.name for path in folder.glob("*/claims.csv"))
    if inside and not (folder / "claims.csv").exists():
        found = f"no claims.csv here, but in {', '.join(inside)}"
        return Problem(name, None, None, found, expected, "Name that folder instead.")
    return None
