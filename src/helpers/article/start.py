"""A new folder for an article: the empty form, its dictionary and a filled example."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pandas as pd

from helpers.article.cell import guarded
from helpers.article.coded import BESIDE, ArticleError
from helpers.article.table import form, form_fields
from helpers.article.text import TO_FILL
from helpers.cells import read_rows
from helpers.dictionary import PACKAGE, Problem

TABLES = ("claims", *BESIDE)
FIRST = """An article of your own
======================

1. Put your article into article.txt: headline, then paragraphs, then the source.
2. Open claims.csv in a spreadsheet. Write one claim in each row, in your own words.
   The folder "example" shows how; form.txt says what each column takes.
3. Check it, as often as you like: in lesson 08 by a button, else by a command (below).
   What cannot be read is named by file, row and column.
4. windows.csv, checks.csv and partner.csv come later: days, pages you looked at
   outside the article, and what a partner coded without seeing your codes.
5. Write about 250 words into brief.txt: what is solid, what is open, what would
   change your mind. Lesson 08 makes a report of it all, if this is the folder
   my_article that it made; for any other folder a command does.

Two things about spreadsheets. Set the columns to "Text" before you type, or dates and
numbers change under your hands. Save as CSV UTF-8, under the same name.

The commands, in a terminal in the folder of the course, with the name of this folder
for FOLDER (on Windows .venv\\Scripts\\python in place of .venv/bin/python):

   .venv/bin/python -m helpers.article check FOLDER
   .venv/bin/python -m helpers.article report FOLDER
"""


def new_folder(folder: str | Path, semicolons: bool = False) -> Path:
    """Make the folder of a new article; the path of the folder comes back.

    `semicolons` between the cells suit a spreadsheet that writes 1,5 for one and a
    half. Raises ArticleError where the folder holds anything: nothing is overwritten.
    """
    folder, mark = Path(folder), ";" if semicolons else ","
    _refuse_what_is_there(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "example").mkdir()
        for name, text in _files(mark).items():
            encoding = "utf-8-sig" if name.endswith((".csv", ".txt")) else "utf-8"
            with (folder / name).open("x", encoding=encoding, newline="") as file:
                file.write(text)
    except OSError as error:
        why = (error.strerror or "the disk refused").lower()
        raise _refusal(folder, why, "a place that can be written to") from None
    return folder


def as_csv(header: list[str], rows: list[list[str]], mark: str = ",") -> str:
    """Rows as a spreadsheet opens them: text stays text, even if it begins with =."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=mark)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def written(table: pd.DataFrame, name: str) -> list[list[str]]:
    """The cells of a table of the form as they are written into a file."""
    kinds = {field: one["type"] for field, one in form_fields(name).items()}
    columns = [
        [_cell(value, kinds[column]) for value in table[column]] for column in kinds
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _cell(value: object, kind: str) -> str:
    if pd.isna(value):
        return ""
    if kind == "date":
        return f"{value:%Y-%m-%d}"
    return f"{value:.15g}" if kind == "number" else guarded(str(value))


def _files(mark: str) -> dict[str, str]:
    """Every file of a new folder: its name and what is in it."""
    empty = {
        f"{name}.csv": as_csv(list(form_fields(name)), [], mark) for name in TABLES
    }
    files = {
        "README.txt": FIRST,
        "article.txt": TO_FILL,
        "brief.txt": "",
        "form.txt": _in_words(),
        **empty,
    }
    for path in sorted((form() / "example").iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".csv":
            header, _, rows = read_rows(path)
            text = as_csv(header, rows, mark)
        files[f"example/{path.name}"] = text
    dictionary = _dictionary(mark)
    return {**files, PACKAGE: dictionary, f"example/{PACKAGE}": dictionary}


def _dictionary(mark: str) -> str:
    package = json.loads((form() / PACKAGE).read_text(encoding="utf-8"))
    if mark != ",":
        for table in package["resources"]:
            table["dialect"] = {"delimiter": mark}
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _in_words() -> str:
    """The dictionary for people: every column, and what its words mean."""
    lines = ["What each column takes", "======================", ""]
    for name in TABLES:
        lines += [f"{name}.csv", "-" * len(f"{name}.csv"), ""]
        for field in form_fields(name).values():
            lines.append(f"{field['name']}: {field['description']}")
            lines += [f"    {k}: {v}" for k, v in field.get("meanings", {}).items()]
        lines.append("")
    return "\n".join(lines)


def _refuse_what_is_there(folder: Path) -> None:
    if folder.is_file():
        raise _refusal(folder, "a file of this name", "the name of a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        some = ", ".join(sorted(path.name for path in folder.iterdir())[:3])
        found = f"a folder that holds files ({some})"
        raise _refusal(folder, found, "a new or an empty folder")


def _refusal(folder: Path, found: str, expected: str) -> ArticleError:
    fix = "Nothing was changed. Choose another name."
    name = folder.name or str(folder)
    return ArticleError([Problem(name, None, None, found, expected, fix)])
