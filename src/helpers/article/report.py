"""One page about a coded article, with the learner's brief: a single HTML file.

The text of the article itself stays out: it belongs to its publisher.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from helpers import record
from helpers.article import counts, page, pictures
from helpers.article.brief import brief_of
from helpers.article.coded import Article
from helpers.article.output import write_ours
from helpers.article.start import as_csv, written
from helpers.picture import as_html

NO_SUM = "No sum is in it: choose one above, then write the page again."
NO_BRIEF = "There is no brief yet. Write it in exercise 8.1g, or into brief.txt."
OUTCOMES = {
    "confirms": "confirms the claim",
    "contradicts": "contradicts the claim",
    "leaves_open": "leaves the claim open",
}
SCALES = {
    "modality": "kind of statement",
    "info_credibility": "credibility, 1 to 5",
    "source_reliability": "reliability, A to E",
    "checkable": "checkable",
}


@dataclass(frozen=True)
class Written:
    """Where the report stands, said so that the sentence is the same everywhere."""

    names: tuple[str, ...]
    place: str
    words: int
    problem: str = ""
    has_sum: bool = True

    def __repr__(self) -> str:
        if self.problem:
            return self.problem
        brief = f"It holds a brief of {self.words} words." if self.words else NO_BRIEF
        sums = "" if self.has_sum else f" {NO_SUM}"
        return f"Written into {self.place}: {' and '.join(self.names)}. {brief}{sums}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": f"<p>{escape(repr(self))}</p>"}


def write_report(article: Article, calculation: object = None) -> Written:
    """Write the page and the claims as they were read; says where.

    The sum is taken as it is chosen in `calculation` (pictures.calculation) now.
    """
    own = article.folder if not article.is_example else record.folder()
    start = "" if not article.is_example else "example_"
    brief = brief_of(article)
    chosen = getattr(calculation, "sentence", "")
    html = as_page(article, brief, chosen)
    claims = "\ufeff" + as_csv(
        list(article.claims), written(article.claims, "claims"), ","
    )
    try:
        files = [
            write_ours(own / f"{start}report.html", html),
            write_ours(own / f"{start}claims_as_read.csv", claims),
        ]
    except OSError as error:
        why = (error.strerror or "the disk refused").lower()
        return Written((), "", 0, f"The report could not be written ({why}).")
    place = "your folder" if not article.is_example else "the folder of your answers"
    names = tuple(one.name for one in files)
    asked = hasattr(calculation, "sentence")
    return Written(names, place, len(brief.split()), has_sum=bool(chosen) or not asked)


def as_page(article: Article, brief: str, calculation: str = "") -> str:
    """The whole page as HTML."""
    title = article.title
    source = article.text.source
    made_up = "<p><strong>An example. All of it is invented.</strong></p>"
    parts = [
        f"<h1>How solid is it? {escape(title)}</h1>",
        made_up if article.is_example else "",
        f"<p>Article: {page.linked(source)}</p>" if source else "",
        "<h2>The brief</h2>",
        f'<p class="brief">{escape(brief)}</p>' if brief else f"<p>{NO_BRIEF}</p>",
        "<h2>Who says it</h2>",
        f"<p>{escape(summary(article))}</p>",
        as_html(pictures.who_speaks(article)),
        *_numbers(article, calculation),
        *_windows(article),
        *_checks(article),
        *_partner(article),
        "<h2>The claims</h2>",
        page.table(_claims(article), "Every claim, as it was coded"),
    ]
    return page.whole(title, parts)


def summary(article: Article) -> str:
    """Who is named in how many claims, and what was graded off the diagonal."""
    table = counts.naming(article)
    pairs = zip(table["who is named"], table["claims"], strict=True)
    named = "; ".join(f"{name}: {count}" for name, count in pairs)
    off = ", ".join(counts.off_diagonal(article)) or "none"
    nothing = ", ".join(counts.without_basis(article)) or "none"
    return (
        f"Of {len(article.claims)} claims, {named}. Letter and number at different "
        f"heights: {off}. No basis for either (F6): {nothing}."
    )


def _numbers(article: Article, calculation: str) -> list[str]:
    table = counts.numbers(article)
    if table.empty:
        return []
    sums = f"<p>{escape(calculation)}</p>" if calculation else ""
    caption = "Every number, as the range that its wording allows"
    return ["<h2>How much</h2>", page.table(table, caption), sums]


def _windows(article: Article) -> list[str]:
    if article.windows.empty:
        return []
    return ["<h2>When</h2>", as_html(pictures.windows(article))]


def _checks(article: Article) -> list[str]:
    rows = [
        f"<li>{escape(one.claim_id)}: {escape(one.found)} It "
        f"{OUTCOMES[one.outcome]}; another origin: {escape(one.independent)}. "
        f"{page.linked(one.address)}</li>"
        for one in article.checks.itertuples()
    ]
    return ["<h2>Checked outside</h2>", f"<ul>{''.join(rows)}</ul>"] if rows else []


def _partner(article: Article) -> list[str]:
    table = counts.agreed(article)
    if table.empty:
        return []
    caption = (
        "Percent agreement and alpha; on so few claims a first look, no more. A 6 or "
        "an F is no grade, so a claim with one does not count there."
    )
    table = table.assign(scale=table["scale"].map(SCALES))
    return ["<h2>A partner's codes</h2>", page.table(table, caption, 2)]


def _claims(article: Article) -> pd.DataFrame:
    table = article.claims
    grade = table["source_reliability"] + table["info_credibility"]
    shown = table[["claim_id", "para", "paraphrase", "chain", "modality", "checkable"]]
    arrows = shown["chain"].str.replace(" -> ", " → ")
    kind = shown["modality"].str.replace("_", " ")
    return shown.assign(chain=arrows, modality=kind, grade=grade)
