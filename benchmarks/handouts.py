"""How long the handouts take and what they weigh, against jupyter nbconvert.

    python benchmarks/handouts.py

Budgets: both editions cold at least 2.5 times as fast as one edition by `jupyter
nbconvert --execute --to html`, lesson after lesson; nothing changed 30 times. A page at
most 400 kB (lessons 05 and 06: 800), its own weight without pictures at most a third of
nbconvert's. A learner's page prints on at most 8 pages, on A4 and on letter paper.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
PICTURE = re.compile(r"data:image/[^\"')]+")


def seconds(*words: str) -> float:
    """The time of one command, in a Python of its own and without earlier answers."""
    with tempfile.TemporaryDirectory() as work:
        places = {"PYTHONPATH": str(ROOT / "src"), "READING_KURSK_WORK": work}
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", *words],
            env=os.environ | places,
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - began


def weight(path: Path) -> tuple[float, float]:
    """Kilobytes with and without the pictures."""
    html = path.read_text(encoding="utf-8")
    return path.stat().st_size / 1000, len(PICTURE.sub("", html).encode()) / 1000


def printed(path: Path, folder: Path) -> str:
    """The number of printed pages on A4 and letter paper, where a browser can print."""
    from helpers.handouts import printing

    try:
        made = [printing.to_pdf(path, folder / f"{p}.pdf", p) for p in printing.PAPERS]
    except printing.NoBrowser:
        return "-"
    return " / ".join(
        str(len(re.findall(rb"/Type /Page\b", one.read_bytes()))) for one in made
    )


def main() -> None:
    lessons = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = Path(folder) / "theirs", Path(folder) / "ours"
        convert = ("nbconvert", "--execute", "--to", "html", f"--output-dir={theirs}")
        plain = sum(seconds(*convert, str(lesson)) for lesson in lessons)
        handouts = ("helpers.handouts", "--to", str(ours))
        cold, unchanged = seconds(*handouts), seconds(*handouts)
        print("| what | seconds | ratio | budget |\n|---|---|---|---|")
        print(f"| nbconvert, {len(lessons)} lessons one by one | {plain:.1f} | 1 | |")
        print(f"| handouts, cold | {cold:.1f} | {plain / cold:.1f} x | 2.5 x |")
        print(f"| unchanged | {unchanged:.2f} | {plain / unchanged:.0f} x | 30 x |")
        show_pages(lessons, theirs, ours)


def show_pages(lessons: list[Path], theirs: Path, ours: Path) -> None:
    """What each page weighs, and on how many sheets the learners' pages print."""
    print("\n| page | kB | without pictures | of nbconvert's | A4 / letter |")
    print("|---|---|---|---|---|")
    for edition in ("learners", "teachers"):
        for lesson in lessons:
            page = ours / edition / f"{lesson.stem}.html"
            total, bare = weight(page)
            share = bare / weight(theirs / page.name)[1]
            paper = printed(page, ours / "pdf")
            name = f"{edition}/{lesson.stem}"
            print(f"| {name} | {total:.0f} | {bare:.0f} | {share:.0%} | {paper} |")


if __name__ == "__main__":
    main()
