"""The dictionary of the tables: what data/datapackage.json says about each of them.

`python -m helpers.dictionary` writes data/README.md from it anew.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from helpers.plain import PlainError

PACKAGE = "datapackage.json"
FETCH = "Fetch the project again, or take data/ back from a copy that works."


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is, what was found, what is allowed, what to do."""

    file: str
    row: int | None
    column: str | None
    found: str
    expected: str
    fix: str

    def __str__(self) -> str:
        place = self.file
        place += f", row {self.row}" if self.row else ""
        place += f", column {self.column}" if self.column else ""
        return f"{place}: found {self.found}; expected {self.expected}. {self.fix}"


class TableError(PlainError):
    """What is wrong with a table; `problems` holds every `Problem` that was found.

    `file`, `row`, `column`, `found`, `expected` and `fix` are those of the first.
    """

    def __init__(self, problems: list[Problem], most: int = 10) -> None:
        first, more = problems[0], len(problems) - most
        lines = [str(problem) for problem in problems[:most]]
        super().__init__("\n".join(lines + [f"... and {more} more."] * (more > 0)))
        self.problems = tuple(problems)
        self.file, self.row, self.column = first.file, first.row, first.column
        self.found, self.expected, self.fix = first.found, first.expected, first.fix


def file_error(file: str, found: str, expected: str, fix: str = FETCH) -> TableError:
    """The error for a file or folder that cannot be read at all."""
    return TableError([Problem(file, None, None, found, expected, fix)])


def data_folder() -> Path:
    """The folder that holds the tables: the project's data/, else the installed copy.

    Raises TableError where there is neither.
    """
    here = Path(__file__).resolve().parent
    places = [here / "data"]
    if here.parent.name == "src":
        places.insert(0, here.parent.parent / "data")
    for folder in places:
        if folder.is_dir():
            return folder
    raise file_error(str(places[0]), "no such folder", "the folder of the tables")


def package(folder: Path | None = None) -> dict:
    """Everything that datapackage.json says, as it stands there."""
    path = (folder or data_folder()) / PACKAGE
    try:
        state = path.stat()
    except FileNotFoundError:
        place = f"{path.parent.name}/{PACKAGE}"
        raise file_error(
            place, "no such file", "the dictionary of the tables"
        ) from None
    return _read_once(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read_once(path: Path, changed: int, size: int) -> dict:
    """The dictionary, read again only when its file has changed."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise file_error(PACKAGE, "bytes that are not UTF-8", "JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, character {error.colno}"
        found = f"something that is not JSON at {place} ({error.msg})"
        raise file_error(PACKAGE, found, "JSON that can be read") from None


def dictionary(name: str, folder: Path | None = None) -> dict:
    """What the dictionary says about one table: `path`, `title`, `schema` and more.

    Raises TableError, with the names it knows, for a table it does not describe.
    """
    tables = {table["name"]: table for table in package(folder).get("resources", [])}
    if name in tables:
        return tables[name]
    known = "one of " + ", ".join(tables)
    raise file_error(PACKAGE, f"no table {name!r}", known, "Check the spelling.")


def fields_of(name: str, folder: Path | None = None) -> dict[str, dict]:
    """The fields of a table by their name, in their order."""
    schema = dictionary(name, folder)["schema"]
    return {field["name"]: field for field in schema["fields"]}


def meanings(name: str, field: str, folder: Path | None = None) -> dict[str, str]:
    """What each permitted value of a field means; {} where any value is permitted.

    >>> meanings("digest_key", "checkable")["no"][:18]
    'No evidence could '
    """
    return dict(fields_of(name, folder)[field].get("meanings", {}))


def _allowed(field: dict) -> str:
    """The column "allowed" of the README: limits and closed lists in words."""
    rules = field.get("constraints", {})
    words = ["required"] if rules.get("required") else []
    words += ["unique"] if rules.get("unique") else []
    words += [f"at least {rules['minimum']}"] if "minimum" in rules else []
    words += [f"at most {rules['maximum']}"] if "maximum" in rules else []
    words += [f"like `{field['example']}`"] if "pattern" in rules else []
    words += ["closed list below"] if "enum" in rules else []
    words += [f"not above `{field['not_above']}`"] if "not_above" in field else []
    words += [f"only with `{field['needs']}`"] if "needs" in field else []
    return "; ".join(words + ["several of the list"] * ("separator" in field))


def _field_line(field: dict) -> str:
    unit, allowed = field.get("unit", ""), _allowed(field)
    cells = [f"`{field['name']}`", field["type"], unit, allowed, field["description"]]
    return "| " + " | ".join(cells) + " |"


def _table_lines(table: dict) -> list[str]:
    """One chapter of the README: what a table holds, its fields, its closed lists."""
    schema = table["schema"]
    lines = [f"## {table['name']}", "", table["description"], ""]
    lines += [f"Key: `{schema['primaryKey']}`. File: `{table['path']}`.", ""]
    lines += ["| Field | Type | Unit | Allowed | Meaning |", "|---|---|---|---|---|"]
    lines += [_field_line(field) for field in schema["fields"]] + [""]
    for field in schema["fields"]:
        if "meanings" in field:
            lines += [f"Values of `{field['name']}`:", ""]
            lines += [f"- `{k}`: {v}" for k, v in field["meanings"].items()] + [""]
    for link in schema.get("foreignKeys", []):
        there = link["reference"]["resource"] or table["name"]
        lines.append(f"`{link['fields']}` points to a row of `{there}`.")
    lines += [""] * bool(schema.get("foreignKeys"))
    return lines + [line for part in table.get("left_out", []) for line in (part, "")]


def readme(folder: Path | None = None) -> str:
    """The text of data/README.md: the dictionary in a form for people."""
    whole = package(folder)
    licences = ", ".join(f"[{e['title']}]({e['path']})" for e in whole["licenses"])
    lines = [f"# {whole['title']}", "", whole["description"], "", "## Tables", ""]
    lines += [f"- `{t['name']}`: {t['title']}" for t in whole["resources"]] + [""]
    for table in whole["resources"]:
        lines += _table_lines(table)
    lines += ["## Sources", "", whole["sources_note"], ""]
    lines += [f"- {e['title']}: <{e['path']}>" for e in whole["sources"]]
    lines += ["", "## Licence", "", f"{licences}. {whole['licence_note']}", ""]
    lines += [whole["generated_note"]]
    return "\n".join(lines) + "\n"


def write_readme(folder: Path | None = None) -> Path:
    """Write data/README.md from the dictionary; the path of the file comes back."""
    path = (folder or data_folder()) / "README.md"
    path.write_text(readme(folder), encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    print(f"Written: {write_readme()}")
