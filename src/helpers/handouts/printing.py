"""Pages as PDF, printed by a Chromium that is installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
NAMES += ("google-chrome-stable", "microsoft-edge")
PLACES = {
    "darwin": [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    "win32": [
        r"Google\Chrome\Application\chrome.exe",
        r"Microsoft\Edge\Application\msedge.exe",
    ],
}
PAPERS = {"a4": "A4", "letter": "letter"}
FLAGS = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
FLAGS += ["--disable-sync", "--no-pdf-header-footer"]
# A page needs nothing from outside; this makes sure that it asks for nothing.
FLAGS += ["--host-resolver-rules=MAP * ~NOTFOUND"]
SECONDS_A_PAGE = 60
MISSING = (
    "No PDF was made: no Chromium, Chrome or Edge was found on this computer. The "
    "pages are there: open one in any browser and choose Print. Or name a browser in "
    "the variable READING_KURSK_CHROMIUM."
)


class NoBrowser(RuntimeError):
    """There is no Chromium here, or it does not print."""


def browser() -> str:
    """The Chromium to print with; NoBrowser where there is none."""
    named = os.environ.get("READING_KURSK_CHROMIUM")
    if named and not (Path(named).is_file() or shutil.which(named)):
        raise NoBrowser(f"READING_KURSK_CHROMIUM names {named}, which is not there.")
    found = [named, *map(shutil.which, NAMES), *_usual_places()]
    path = next(filter(None, found), None)
    if not path:
        raise NoBrowser(MISSING)
    return path


def to_pdf(page: Path, target: Path, paper: str = "a4") -> Path:
    """Prints one page on A4 or letter paper; NoBrowser where that does not work."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / page.name
        size = f"<style>@page{{size:{PAPERS[paper]}}}</style></head>"
        html = page.read_text(encoding="utf-8").replace("</head>", size, 1)
        copy.write_text(html, encoding="utf-8")
        made = Path(folder) / "page.pdf"
        said = _print(copy, made, Path(folder) / "profile")
        if not made.is_file():
            raise NoBrowser(f"{page.name} was not printed. {_last_words(said)}")
        unfinished = target.with_suffix(".part")
        shutil.copyfile(made, unfinished)
        unfinished.replace(target)
    return target


def _print(copy: Path, made: Path, profile: Path) -> str:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [browser(), *FLAGS, *(["--no-sandbox"] if as_root else [])]
    command += [f"--user-data-dir={profile}", f"--print-to-pdf={made}", copy.as_uri()]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS_A_PAGE, text=True
        )
    except subprocess.TimeoutExpired:
        return "The browser took too long."
    except OSError as error:
        raise NoBrowser(f"{command[0]} did not start: {error.strerror}.") from None
    return done.stderr


def _usual_places() -> list[str]:
    places = PLACES.get(sys.platform, [])
    if sys.platform == "win32":
        tops = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        tops = [os.environ[top] for top in tops if top in os.environ]
        places = [str(Path(top) / place) for place in places for top in tops]
    return [place for place in places if Path(place).is_file()]


def _last_words(said: str) -> str:
    lines = [line for line in said.strip().splitlines() if line]
    return lines[-1][:200] if lines else ""
