"""Write the pages that a teacher prints, for every lesson that is there.

    python -m helpers.handouts            what is out of date, into handouts/
    python -m helpers.handouts --pdf      and as PDF, through an installed Chromium

handouts/learners/ is for the class, handouts/teachers/ has guides and answers. What has
not changed is not run again; a lesson that fails leaves its earlier pages as they were.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from helpers.handouts import project
from helpers.handouts.build import Build

STOPPED = "\nStopped. Finished pages are kept, the others are as they were before."
STOPPED_BY_HAND = 130
NO_LESSONS = "There are no lessons in {}. Start this in the folder of the course."


def main(arguments: list[str] | None = None) -> int:
    """0 if every page is there and current, 1 if one is not, 130 after Ctrl-C."""
    given = _parser().parse_args(arguments)
    folder = Path(given.to).resolve() if given.to else project.root() / "handouts"
    # A kernel of this Python, even where another Jupyter is installed for the user.
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")
    try:
        return _make(folder, given)
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return STOPPED_BY_HAND
    except OSError as error:
        print(_cannot_write(folder, error), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers.handouts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("lesson", nargs="*", help="numbers such as 02; all if none")
    parser.add_argument("--to", metavar="FOLDER", help="another folder than handouts/")
    parser.add_argument("--anew", action="store_true", help="make every page anew")
    parser.add_argument("--check", action="store_true", help="only say what is stale")
    parser.add_argument("--pdf", action="store_true", help="print to handouts/pdf/")
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4")
    return parser


def _make(folder: Path, given: argparse.Namespace) -> int:
    numbers = [one.name[:2] for one in project.lessons()]
    unknown = [one for one in given.lesson if one not in numbers]
    if unknown or not numbers:
        print(_no_such(unknown, numbers), file=sys.stderr)
        return 1
    build = Build(folder, given.anew)
    if given.check:
        return _check(build)
    _may_write(folder)
    build.run(given.lesson)
    if not build.failed:
        build.tidy_up()
    print(_summary(build, folder))
    printed = _print(build, folder, given) if given.pdf else True
    return int(bool(build.failed) or not printed)


def _check(build: Build) -> int:
    stale = build.stale_pages()
    for name in stale:
        print(f"out of date: {name}")
    print(f"{len(stale)} pages are out of date." if stale else "Every page is current.")
    return int(bool(stale))


def _print(build: Build, folder: Path, given: argparse.Namespace) -> bool:
    """Every page as PDF; False, and a sentence, where there is no browser for it."""
    from helpers.handouts import printing

    names = [one for one in sorted(build.made.pages) if _is_meant(one, given.lesson)]
    try:
        for number, name in enumerate(names):
            build.progress.show(number, len(names), f"printing {name}")
            target = folder / "pdf" / Path(name).with_suffix(".pdf")
            printing.to_pdf(folder / name, target, given.paper)
    except printing.NoBrowser as why:
        build.progress.say(str(why))
        return False
    build.progress.say(f"{len(names)} PDF files are in {folder / 'pdf'}.")
    return True


def _is_meant(name: str, numbers: list[str]) -> bool:
    return not numbers or Path(name).name[:2] in numbers


def _may_write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    trial = folder / ".trial"
    trial.touch()
    trial.unlink()


def _summary(build: Build, folder: Path) -> str:
    seconds = build.progress.seconds()
    if build.failed:
        number = len(build.failed)
        problems = "1 problem" if number == 1 else f"{number} problems"
        return f"{len(build.written)} pages written, {problems} (above)."
    if not build.written:
        return f"Nothing has changed: every page in {folder} is current."
    return f"{len(build.written)} pages written to {folder} in {seconds:.0f} s."


def _no_such(unknown: list[str], numbers: list[str]) -> str:
    if not numbers:
        return NO_LESSONS.format(project.root() / "notebooks")
    return f"There is no lesson {unknown[0]}. There are {', '.join(numbers)}."


def _cannot_write(folder: Path, error: OSError) -> str:
    return (
        f"Nothing can be written to {folder} ({error.strerror or error}). Choose "
        "another folder, for instance: --to handouts-new. The earlier pages are as "
        "they were."
    )


if __name__ == "__main__":
    # Checking notebooks imports a grammar of web addresses, which takes a second and is
    # never used by them. None makes it look as if it were not installed.
    sys.modules.setdefault("rfc3987_syntax", None)
    status = main()
    if status == STOPPED_BY_HAND:
        # A killed kernel leaves half-closed loops, which Python would lament on its way
        # out. Everything is written and every thread has ended: so it ends here.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)
