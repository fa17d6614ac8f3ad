"""Merging a class: what an export costs at 3,000 files beside what it costs at 100.

    python benchmarks/classroom.py

Budgets: the cost of an export at 3,000 no higher than at 100; memory under 500 MB.
Each size is measured in a process of its own, with the whole page of results drawn.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from helpers.classroom import load_class, page, synthetic, topics  # noqa: E402

SIZES = (100, 3000)
ROUNDS = 3
PARTS = (page.progress, page.table, page.mistakes, page.guesses)
PARTS += (page.gradings, page.agreement, page.check)


def measure(folder: str) -> dict[str, float]:
    """Seconds to merge a folder and to draw the page, and the memory at its highest."""
    began = time.perf_counter()
    group = load_class(folder)
    merged = time.perf_counter()
    topics(group)
    for part in PARTS:
        part(group)
    drawn = time.perf_counter()
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"merge": merged - began, "page": drawn - merged, "MB": highest}


def in_a_process(folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, str(folder)]
    rounds = [
        json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        for _ in range(ROUNDS)
    ]
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


def main() -> None:
    with tempfile.TemporaryDirectory() as above:
        costs = {}
        for size in SIZES:
            folder = synthetic.write_class(Path(above) / str(size), size)
            found = in_a_process(folder)
            costs[size] = 1000 * found["merge"] / size
            print(
                f"{size} exports: merged in {found['merge']:.2f} s "
                f"({costs[size]:.2f} ms each), page {found['page']:.2f} s, "
                f"{found['MB']:.0f} MB"
            )
    few, many = SIZES
    print(f"an export at {many} costs {costs[many] / costs[few]:.2f} of one at {few}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
