"""The learner's brief on an article: in its folder, or saved in the lesson."""

from __future__ import annotations

from helpers import record
from helpers.article.coded import Article

EXERCISE = "8.1g"  # in which a brief can be written


def brief_of(article: Article) -> str:
    """The brief in brief.txt; for the article of lesson 08 else the one saved there."""
    if article.brief or article.folder.resolve() != record.article_folder().resolve():
        return article.brief
    entry = record.last(EXERCISE, "answer")
    return str(entry["value"]) if entry else ""
