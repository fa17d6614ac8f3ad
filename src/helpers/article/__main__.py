"""Make the folder of a new article, check an article that is coded, report on it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpers.article.coded import ArticleError, read_article
from helpers.article.findings import findings
from helpers.article.report import write_report
from helpers.article.start import new_folder

NEW = "make a folder with the empty form, its dictionary and a filled example"
CHECK = "list everything that is wrong, with what to do about it"
REPORT = "write one page on it, report.html, into the folder"
NEXT = (
    "{folder} is ready. Begin with README.txt in it; the folder “example” shows a "
    "filled form."
)


def main(arguments: list[str] | None = None) -> int:
    """Runs one of the three commands; 0 where all went well, else 1."""
    if hasattr(sys.stdout, "reconfigure"):  # a console may lack letters of a cell
        sys.stdout.reconfigure(errors="replace")
    given = _parser().parse_args(arguments)
    if given.command == "new":
        return _new(given.folder, given.semicolons)
    if given.command == "report":
        return _report(given.folder)
    found = [findings(folder) for folder in given.folder]
    print("\n\n".join(map(str, found)))
    return int(any(one.problems for one in found))


def _report(folder: Path) -> int:
    try:
        written = write_report(read_article(folder))
    except ArticleError:
        print(findings(folder))
        return 1
    print(written)
    return int(bool(written.problem))


def _new(folder: Path, semicolons: bool) -> int:
    try:
        new_folder(folder, semicolons)
    except ArticleError as error:
        print(error)
        return 1
    print(NEXT.format(folder=folder))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers.article", description=__doc__
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new = commands.add_parser("new", help=NEW, description=NEW)
    new.add_argument("folder", type=Path, metavar="FOLDER", help="a folder of no files")
    new.add_argument(
        "--semicolons",
        action="store_true",
        help="for a spreadsheet that writes 1,5 for one and a half",
    )
    check = commands.add_parser("check", help=CHECK, description=CHECK)
    check.add_argument(
        "folder", type=Path, nargs="+", metavar="FOLDER", help="one folder or several"
    )
    report = commands.add_parser("report", help=REPORT, description=REPORT)
    report.add_argument("folder", type=Path, metavar="FOLDER", help="one folder")
    return parser


if __name__ == "__main__":
    sys.exit(main())
