"""An article of one's own, coded claim by claim: made, read, checked, reported on.

`python -m helpers.article new FOLDER` makes a folder with the form and an example,
`python -m helpers.article check FOLDER` lists everything that is wrong in it,
`python -m helpers.article report FOLDER` writes one page about it.
"""

from helpers.article.coded import (
    Article,
    ArticleError,
    bounds_of,
    example,
    problems_in,
    read_article,
)
from helpers.article.desk import after, desk, own_or_example, report_on
from helpers.article.report import write_report
from helpers.dictionary import Problem

__all__ = [
    "Article",
    "ArticleError",
    "Problem",
    "after",
    "bounds_of",
    "desk",
    "example",
    "own_or_example",
    "problems_in",
    "read_article",
    "report_on",
    "write_report",
]
