"""One page about a coded article, with the learner's brief: a single HTML file.

It holds no script, asks nothing of another computer, and takes nothing that was typed
for markup. The text of the article itself stays out: it belongs to its publisher.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

import pandas as pd

from helpers import record
from helpers.article import counts, pictures
from helpers.article.coded import Article
from helpers.article.output import write_ours
from helpers.article.start import as_csv, written
from helpers.article.typed import listed
from helpers.picture import as_html

BRIEF = "8.1g"  # the exercise in which the brief can be written
NO_BRIEF = "There is no brief yet. Write it in exercise 8.1g, or into brief.txt."
OUTCOMES = {
    "confirms": "confirms the claim",
    "contradicts": "contradicts the claim",
    "leaves_open": "leaves the claim open",
}
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;color:#1a1a1a;
background:#fff;max-width:46rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.1rem;margin:1.2rem
0 .3rem;break-after:avoid}p,li{overflow-wrap:anywhere}.brief{white-space:pre-line}
table{font-size:.85rem;max-width:100%}td,th{border-bottom:1px solid #ccc;
overflow-wrap:break-word}th{text-align:left}img{max-width:100%;height:auto}
figure,tr{break-inside:avoid}a{color:#0b4f8a}
@media print{body{font-size:10.5pt;margin:0;max-width:none}
img{max-height:6.2cm;width:auto}summary{display:none}}"""


@dataclass(frozen=True)
class Written:
    """Where the report stands, said so that the sentence is the same everywhere."""

    names: tuple[str, ...]
    place: str
    words: int
    problem: str = ""

    def __repr__(self) -> str:
        if self.problem:
            return self.problem
        brief = f"It holds a brief of {self.words} words." if self.words else NO_BRIEF
        return f"Written into {self.place}: {' and '.join(self.names)}. {brief}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": f"<p>{escape(repr(self))}</p>"}


def write_report(article: Article, calculation: object = None) -> Written:
    """Write the page and the claims as they were read; says where.

    The sum is taken as it is chosen in `calculation` (pictures.calculation) now.
    """
    own = article.folder if not article.is_example else record.folder()
    start = "" if not article.is_example else "example_"
    brief = brief_of(article)
    page = as_page(article, brief, getattr(calculation, "sentence", ""))
    claims = "\ufeff" + as_csv(
        list(article.claims), written(article.claims, "claims"), ","
    )
    try:
        files = [
            write_ours(own / f"{start}report.html", page),
            write_ours(own / f"{start}claims_as_read.csv", claims),
        ]
    except OSError as error:
        why = (error.strerror or "the disk refused").lower()
        return Written((), "", 0, f"The report could not be written ({why}).")
    place = "your folder" if not article.is_example else "the folder of your answers"
    return Written(tuple(one.name for one in files), place, len(brief.split()))


def brief_of(article: Article) -> str:
    """The brief in brief.txt; where that is empty, the one saved in the lesson."""
    if article.brief or article.is_example:
        return article.brief
    entry = record.last(BRIEF, "answer")
    return str(entry["value"]) if entry else ""


def as_page(article: Article, brief: str, calculation: str = "") -> str:
    """The whole page as HTML."""
    title = escape(article.title)
    source = article.text.source
    made_up = "<p><strong>An example. All of it is invented.</strong></p>"
    parts = [
        f"<h1>How solid is it? {title}</h1>",
        made_up if article.is_example else "",
        f"<p>Article: {_linked(source)}</p>" if source else "",
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
        listed(_claims(article), "Every claim, as it was coded").as_html(),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>"
        f"{''.join(parts)}</main></body></html>\n"
    )


def summary(article: Article) -> str:
    """Who is named in how many claims, and what was graded off the diagonal."""
    table = counts.naming(article)
    pairs = zip(table["who is named"], table["claims"], strict=True)
    named = ", ".join(f"{count} {name}" for name, count in pairs)
    off = ", ".join(counts.off_diagonal(article)) or "none"
    return f"{len(article.claims)} claims: {named}. Graded off the diagonal: {off}."


def _numbers(article: Article, calculation: str) -> list[str]:
    table = counts.numbers(article)
    if table.empty:
        return []
    sums = f"<p>{escape(calculation)}</p>" if calculation else ""
    shown = listed(table, "Every number, as the range that its wording allows")
    return ["<h2>How much</h2>", shown.as_html(), sums]


def _windows(article: Article) -> list[str]:
    if article.windows.empty:
        return []
    return ["<h2>When</h2>", as_html(pictures.windows(article))]


def _checks(article: Article) -> list[str]:
    rows = [
        f"<li>{escape(one.claim_id)}: {escape(one.found)} It "
        f"{OUTCOMES[one.outcome]}; another origin: {escape(one.independent)}. "
        f"{_linked(one.address)}</li>"
        for one in article.checks.itertuples()
    ]
    return ["<h2>Checked outside</h2>", f"<ul>{''.join(rows)}</ul>"] if rows else []


def _partner(article: Article) -> list[str]:
    table = counts.agreed(article)
    if table.empty:
        return []
    caption = "Percent agreement and alpha; on so few claims a first look, no more"
    return ["<h2>A partner's codes</h2>", listed(table, caption, 2).as_html()]


def _claims(article: Article) -> pd.DataFrame:
    table = article.claims
    grade = table["source_reliability"] + table["info_credibility"]
    shown = table[["claim_id", "para", "paraphrase", "chain", "modality", "checkable"]]
    return shown.assign(modality=shown["modality"].str.replace("_", " "), grade=grade)


def _linked(words: str) -> str:
    """The words with addresses of web pages as links; nothing else is markup."""
    parts = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;)])", words)
    return "".join(
        f'<a href="{escape(part)}" rel="noreferrer">{escape(part)}</a>'
        if part.startswith(("http://", "https://"))
        else escape(part)
        for part in parts
    )
