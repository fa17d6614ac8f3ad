"""The tables of data/, checked against their dictionary as they are loaded."""

from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from helpers.cells import read_rows, table_of
from helpers.dictionary import (
    Problem,
    TableError,
    data_folder,
    dictionary,
    fields_of,
    meanings,
)
from helpers.rows import row_check

__all__ = ["TableError", "data_folder", "dictionary", "load_table", "meanings", "row"]


def load_table(
    name: str, subject: bool = False, folder: Path | None = None
) -> pd.DataFrame:
    """A table of data/, its columns typed by the dictionary, empty cells missing.

    Rows that rest on a source of standing "subject" (rewrites, aggregators) are left
    out unless `subject` is True. `folder` is another folder with a dictionary in it.
    Raises TableError, with every problem in it, where the file breaks the dictionary.

    >>> load_table("digest_claims")["claim_id"].iloc[0]
    'C01'
    """
    folder = Path(folder) if folder else data_folder()
    table = read_table(folder / dictionary(name, folder)["path"], name, folder)
    if subject or "source_id" not in table:
        return table
    left_out = table["source_id"].isin(_subjects(table, name, folder))
    return table[~left_out].reset_index(drop=True) if left_out.any() else table


def _subjects(table: pd.DataFrame, name: str, folder: Path) -> list[str]:
    """The ids of the sources that a lesson does not rest on."""
    sources = table if name == "sources" else load_table("sources", True, folder)
    pairs = zip(sources["source_id"], sources["standing"], strict=True)
    return [source for source, standing in pairs if standing == "subject"]


def read_table(path: Path, name: str, folder: Path | None = None) -> pd.DataFrame:
    """A CSV file read and checked as if it were the table `name`."""
    rows, schema = read_rows(path), dictionary(name, folder)["schema"]
    check = row_check(path.name, schema, _known_ids(schema, folder))
    return table_of(path.name, fields_of(name, folder), rows, check)


def _known_ids(schema: dict, folder: Path | None) -> dict[str, set[str]]:
    """For each field that points to another table: the ids that stand there."""
    links = schema.get("foreignKeys", [])
    names = {link["reference"]["resource"] for link in links} - {""}
    files = {name: _header_and_rows(name, folder) for name in names}
    known = {}
    for link in links:
        header, rows = files.get(link["reference"]["resource"], ([], []))
        if link["reference"]["fields"] in header:  # else its own load says so
            at = header.index(link["reference"]["fields"])
            known[link["fields"]] = {row[at] for row in rows if len(row) > at}
    return known


def _header_and_rows(name: str, folder: Path | None) -> tuple[list[str], list]:
    path = (folder or data_folder()) / dictionary(name, folder)["path"]
    header, _, rows = read_rows(path)
    return header, rows


def row(table: pd.DataFrame, id: str) -> pd.Series:
    """The one row of a table whose id (its first column) is `id`.

    >>> row(load_digest_claims(), "C19")["printed"]
    '1,240'
    """
    key = table.columns[0]
    found = table[table[key] == id]
    if len(found) == 1:
        return found.iloc[0]
    known = [str(value) for value in table[key]]
    near = get_close_matches(str(id), known, 1)
    fix = f"Did you mean {near[0]}?" if near else "Check the spelling."
    listed = "one of " + ", ".join(known[:60]) + (" ..." if len(known) > 60 else "")
    raise TableError([Problem("the table", None, key, f'"{id}"', listed, fix)])


def load_digest_claims() -> pd.DataFrame:
    """The claims of the digest in our words, with nothing that answers an exercise."""
    return load_table("digest_claims")


def load_digest_key() -> pd.DataFrame:
    """How those claims are coded; a lesson loads it after the learner's own coding."""
    return load_table("digest_key")


def load_time_expressions() -> pd.DataFrame:
    """What the digest says about time: each expression with its window of days."""
    return load_table("time_expressions")


def load_synthetic_codings() -> pd.DataFrame:
    """Codings that a program made up, for trying agreement without a class."""
    return load_table("synthetic_codings")


def load_wordings() -> pd.DataFrame:
    """Hedges, boosters, cues and verbs of the digest, where they stand."""
    return load_table("wordings")


def load_territory_claims(subject: bool = False) -> pd.DataFrame:
    """What was claimed about the area held, one claim in a row; areas in km2 too."""
    return load_table("territory_claims", subject)


def load_mapped_figures(subject: bool = False) -> pd.DataFrame:
    """What maps showed, control and grey zone apart, as the press printed it; km2."""
    return load_table("mapped_figures", subject)


def load_force_claims(subject: bool = False) -> pd.DataFrame:
    """What was claimed about numbers of people, with unit and period of counting."""
    return load_table("force_claims", subject)


def load_relays(subject: bool = False) -> pd.DataFrame:
    """Pages that passed a claim on, and what each changed.

    Pages of standing "subject" are among the parents: subject=True for whole trees.
    """
    return load_table("relays", subject)


def load_events(subject: bool = False) -> pd.DataFrame:
    """Outside facts with a date, how precise it is and whether it is disputed."""
    return load_table("events", subject)


def load_places(subject: bool = False) -> pd.DataFrame:
    """Twelve places in degrees, for a schematic map only."""
    return load_table("places", subject)


def load_outline(subject: bool = False) -> pd.DataFrame:
    """The outline of two oblasts, point by point: generalised, not for measuring."""
    return load_table("outline", subject)


def load_forecasts(subject: bool = False) -> pd.DataFrame:
    """Four questions asked as of 11 January 2025, and how each came out."""
    return load_table("forecasts", subject)


def load_reference_figures() -> pd.DataFrame:
    """Areas, units, distances and other figures that need no debate."""
    return load_table("reference_figures")


def load_probability_words() -> pd.DataFrame:
    """Words of estimative probability in three official or published scales."""
    return load_table("probability_words")


def load_grades() -> pd.DataFrame:
    """The letters for a source and the numbers for an item of the Admiralty code."""
    return load_table("grades")


def load_glossary() -> pd.DataFrame:
    """The terms of the course in plain words, with the field's standard term."""
    return load_table("glossary")


def load_sources(subject: bool = True) -> pd.DataFrame:
    """The pages that the other tables cite, all of them unless `subject` is False."""
    return load_table("sources", subject)
