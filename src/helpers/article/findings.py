"""What a check found, in words for a teacher: each problem, then what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from helpers.article.brief import brief_of
from helpers.article.coded import Article, problems_in, read_article
from helpers.article.typed import as_it_is
from helpers.dictionary import Problem

LEAST_CLAIMS, LEAST_CHECKS, LEAST_CODED = 8, 3, 4
WORDS = (200, 300)
MOST_LINES = 40  # of one file
BLANK = "no claims yet"


@dataclass(frozen=True)
class Findings:
    """All problems of one folder, or none and what the assignment still asks for."""

    name: str
    problems: tuple[Problem, ...]
    left: tuple[str, ...] = ()
    claims: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nobody has begun to fill the form."""
        return [one.found for one in self.problems] == [BLANK]

    def __str__(self) -> str:
        lines = [self.headline()]
        for file, groups in self.by_file():
            lines += ["", file, *(f"  {line}" for line in groups)]
        lines += [""] * bool(self.left) + [f"Left to do: {line}" for line in self.left]
        return "\n".join(lines)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self.as_html()}

    def as_html(self) -> str:
        """The same in HTML; nothing that was typed is taken for markup."""
        parts = [f"<p><strong>{escape(self.headline())}</strong></p>"]
        for file, groups in self.by_file():
            items = "".join(f"<li>{escape(line)}</li>" for line in groups)
            parts.append(f"<p>{escape(file)}</p><ul>{items}</ul>")
        if self.left:
            items = "".join(f"<li>{escape(line)}</li>" for line in self.left)
            parts.append(f"<p>Left to do:</p><ul>{items}</ul>")
        return as_it_is(f'<div style="max-width:46em">{"".join(parts)}</div>')

    def headline(self) -> str:
        """How it stands, in one sentence."""
        if self.is_blank:
            return f"{self.name}: the form is still empty."
        if not self.problems:
            return f"{self.name}: {_number(self.claims, 'claim')}, no problem found."
        return f"{self.name}: {_number(len(self.problems), 'problem')} to mend."

    def by_file(self) -> list[tuple[str, list[str]]]:
        """The problems file by file, the same problem in several rows said once."""
        files = groupby(self.problems, key=lambda one: one.file)
        return [(file, _at_most(_together(list(ones)))) for file, ones in files]


def findings(folder: str | Path) -> Findings:
    """What is wrong in a folder; where nothing is, what is left to do."""
    folder = Path(folder)
    name, problems = folder.name or str(folder), problems_in(folder)
    if problems:
        return Findings(name, tuple(problems))
    article = read_article(folder)
    return Findings(name, (), tuple(left_to_do(article)), len(article.claims))


def left_to_do(article: Article) -> list[str]:
    """What the assignment asks for and the folder does not have yet."""
    outcomes = list(article.checks["outcome"])
    words = len(brief_of(article).split())
    looked_at = article.checks.drop_duplicates(["claim_id", "address"])
    numbers = {
        "claims": (len(article.claims), LEAST_CLAIMS),
        "checks outside the article (checks.csv)": (len(looked_at), LEAST_CHECKS),
        "claims coded by a partner (partner.csv)": (len(article.partner), LEAST_CODED),
    }
    left = [
        f"{what}: {found} of at least {least}."
        for what, (found, least) in numbers.items()
        if found < least
    ]
    if outcomes and "confirms" not in outcomes:
        left.append("a check that confirms something (outcome: confirms).")
    if article.windows["claim_id"].notna().all():
        left.append("the days on which the article can have appeared (windows.csv).")
    if not article.text:
        left.append(f"the article itself (article.txt){_other_text(article.folder)}.")
    if not words:
        left.append("the brief: about 250 words in brief.txt, or in exercise 8.1g.")
    elif not WORDS[0] <= words <= WORDS[1]:
        left.append(f"the brief has {words} words; about 250 are asked for.")
    return left


def _other_text(folder: Path) -> str:
    others = sorted(p.name for p in folder.glob("article.*") if p.name != "article.txt")
    return f"; copy it there from {' or '.join(others)}" if others else ""


def _together(problems: list[Problem]) -> list[str]:
    """One line for each kind of problem, with all the rows where it stands."""
    rows: dict[tuple, list[int]] = {}
    for one in problems:
        kind = (one.column, one.found, one.expected, one.fix)
        rows.setdefault(kind, []).append(one.row)
    return [_line(numbers, *kind) for kind, numbers in rows.items()]


def _at_most(lines: list[str]) -> list[str]:
    """The first lines, and how many more there are: nobody mends a thousand at once."""
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"... and {more} more."] if more > 0 else lines


def _line(rows: list[int | None], column: str | None, *said: str) -> str:
    found, expected, fix = said
    numbers = [row for row in rows if row]
    places = []
    if numbers:
        places.append(f"row{'s' * (len(numbers) > 1)} {_spans(numbers)}")
    places += [f"column {column}"] if column else []
    where = f"{', '.join(places)}: " if places else ""
    return f"{where}found {found}; expected {expected}. {fix}"


def _spans(numbers: list[int]) -> str:
    """Numbers with neighbours joined.

    >>> _spans([2, 3, 4, 9])
    '2 to 4, 9'
    """
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(
        f"{one[0]} to {one[-1]}" if len(one) > 1 else f"{one[0]}" for one in spans
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
