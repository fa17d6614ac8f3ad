"""A source as a reader sees it: who publishes the page, when, what to be wary of."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from helpers.days import as_day, said
from helpers.tables import load_sources, row

STANDING = {"copy": "seen in a copy", "subject": "a specimen, not evidence"}
UNDATED = "undated page"


def page_of(source: str) -> str:
    """Publisher, date, and a remark where the page is no plain evidence.

    Raises TableError, with the known ids, where there is no such source.

    >>> page_of("ki-feb2"), page_of("rezzonans-reuters")
    ('Kyiv Independent, 2 February 2025', 'rezzonans.in.ua (undated page)')
    """
    page = row(_sources(), source)
    remark = STANDING.get(page["standing"])
    if page["standing"] == "copy" and pd.isna(page["date"]):
        return f"{page['publisher']} ({UNDATED})"
    words = f"{page['publisher']}, {_dated(page['date'])}"
    return f"{words} ({remark})" if remark else words


def address_of(source: str) -> str:
    """The address at which the page was read; empty where it has none."""
    url = row(_sources(), source)["url"]
    return "" if pd.isna(url) else url


@lru_cache(maxsize=1)
def _sources() -> pd.DataFrame:
    return load_sources(subject=True)


def _dated(iso: str) -> str:
    """A day, month or year as people write it; a source may print no more than that."""
    if pd.isna(iso):
        return "undated"
    if len(iso) == 4:
        return iso
    return said(as_day(iso)) if len(iso) == 10 else f"{pd.Period(iso):%B %Y}"
