"""How long a lesson's first code cell takes, against its three libraries alone.

    python benchmarks/first_cell.py [--with-gc]

Budget: at most 1.10 times as long. Each is a fresh process with IPython in it, as a
kernel has; they take turns, and the median of the ratios is given.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import nbformat

ROOT = Path(__file__).resolve().parent.parent
ALONE = "import pandas, matplotlib, ipywidgets"
# A full garbage collection takes 30 ms and falls by chance into the one or the other:
# it is put off in both (`--with-gc` leaves it on).
PUT_OFF = "" if "--with-gc" in sys.argv else "import gc; gc.disable()\n"
KERNEL = f"import ipykernel.ipkernel, time\n{PUT_OFF}began = time.perf_counter()\n"
ROUNDS = 7


def seconds(code: str) -> float:
    """The time that the code takes once a kernel's own imports are done."""
    end = "\nprint(time.perf_counter() - began)"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a learner's machine
    command = [sys.executable, "-c", KERNEL + code + end]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return float(done.stdout.split()[-1])


def first_code(lesson: Path) -> str:
    cells = nbformat.read(lesson, as_version=4).cells
    return next(cell.source for cell in cells if cell.cell_type == "code")


def main() -> None:
    print(
        "| lesson | libraries alone (s) | first cell (s) | ratio |\n|---|---|---|---|"
    )
    for lesson in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        code = first_code(lesson)
        seconds(code)
        pairs = [(seconds(ALONE), seconds(code)) for _ in range(ROUNDS)]
        alone, cell = (median(times) for times in zip(*pairs, strict=True))
        ratio = median(second / first for first, second in pairs)
        print(f"| {lesson.stem} | {alone:.2f} | {cell:.2f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"\nmeasured in {time.monotonic() - began:.0f} s")
