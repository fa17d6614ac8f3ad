"""From a figure on the screen back to its row and to the page that printed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers import tables
from helpers.dictionary import Problem, TableError, fields_of, meanings
from helpers.listing import Listing, listing
from helpers.pages import address_of, page_of

TABLES = {
    "C": "digest_claims",
    "E": "events",
    "F": "force_claims",
    "M": "mapped_figures",
    "T": "territory_claims",
}
# Columns that only calculate: what they say stands in the printed words as well.
ARITHMETIC = re.compile(r".*(_included|_nearest|_low|_high)|low|high|value|percent")
PAGE = {"date_basis": "how its date is known", "kind": "kind", "standing": "standing"}


def trace(id: str) -> Listing:
    """The row of a figure in words, then the page it rests on and its address.

    Closed words come with their meaning: a side with its interest, a kind of page with
    its limits. Columns that only calculate and empty cells are left out. Raises
    TableError, with the ids there are, where there is no such row.
    """
    id = str(id).strip()
    id = id[:1].upper() + id[1:]
    letter = id[:1]
    if letter not in TABLES:
        letters = "an id that begins with " + ", ".join(TABLES)
        fix = "Ids stand in the first column of a table, like T037."
        raise TableError([Problem("the tables", None, None, f'"{id}"', letters, fix)])
    found = tables.row(tables.load_table(TABLES[letter]), id)
    both = pd.DataFrame(_lines(found, TABLES[letter]), columns=["what", "in the table"])
    return listing(both, f"{id}: its row and its page")


def _lines(found: pd.Series, table: str) -> Iterator[tuple[str, str]]:
    sources = []
    for name, field in fields_of(table).items():
        if pd.isna(found[name]) or ARITHMETIC.fullmatch(name):
            continue
        if name.endswith("source_id"):
            sources.append(found[name])
        else:
            yield field["title"].lower(), _in_words(table, name, found[name])
    for source in sources:
        yield from _page(source)


def _page(source: str) -> Iterator[tuple[str, str]]:
    yield "page", page_of(source)
    page = tables.row(tables.load_sources(), source)
    for name, title in PAGE.items():
        yield title, _in_words("sources", name, page[name])
    yield "address", address_of(source)


def _in_words(table: str, name: str, value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    words = f"{value:g}" if isinstance(value, float) else str(value)
    meaning = meanings(table, name).get(words)
    said = f"{words}: {meaning}" if meaning else words
    return re.sub(r"\bkm2\b", "km²", said)
