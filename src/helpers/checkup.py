"""Whether this computer is ready for the course, in words a novice can read."""

from __future__ import annotations

import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version

import pandas as pd

from helpers import record, tables
from helpers.listing import Listing, listing

NEEDED = ("jupyterlab", "pandas", "matplotlib", "ipywidgets")
INSTALL = "Close JupyterLab and run: python3 course.py open"


def checkup() -> Listing:
    """One row for each thing the course needs: what was found, and what to do."""
    rows = [_python(), *map(_package, NEEDED), _data(), _workplace()]
    table = pd.DataFrame(rows, columns=["what", "found", "ready", "what to do"])
    ready = "Everything is ready." if table["ready"].all() else "Something is missing."
    return listing(table, ready)


def _python() -> tuple[str, str, bool, str]:
    good = sys.version_info >= (3, 11)
    found = f"{sys.version_info.major}.{sys.version_info.minor}"
    return "Python", found, good, "" if good else "Install Python 3.11 or newer."


def _package(name: str) -> tuple[str, str, bool, str]:
    try:
        return name, version(name), True, ""
    except PackageNotFoundError:
        return name, "not there", False, INSTALL


def _data() -> tuple[str, str, bool, str]:
    try:
        count = len(tables.load_digest_claims())
    except tables.TableError as error:
        return "the course's data", "damaged", False, str(error)
    return "the course's data", f"{count} claims", True, ""


def _workplace() -> tuple[str, str, bool, str]:
    try:
        record.folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=record.folder()):
            return "a place for your answers", record.folder().name, True, ""
    except OSError:
        advice = "Move the course to a folder where you may save files."
        return "a place for your answers", "cannot be written to", False, advice
