"""How long all lessons take in fresh kernels, against empty kernels with the libraries.

    python benchmarks/lessons.py

Budget: at most 1.5 times as long.
"""

import os
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
ALONE = "import pandas, matplotlib, ipywidgets"


def seconds(notebook: nbformat.NotebookNode) -> float:
    """The time from starting a kernel to its end, with every cell run."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as work:
        places = {"PYTHONPATH": str(ROOT / "src"), "READING_KURSK_WORK": work}
        client = NotebookClient(notebook, timeout=120, kernel_name="python3")
        client.execute(env=os.environ | places, cwd=str(ROOT / "notebooks"))
    return time.perf_counter() - began


def main() -> None:
    empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ALONE)])
    totals = [0.0, 0.0]
    print("| lesson | empty kernel (s) | lesson (s) | ratio |\n|---|---|---|---|")
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        pair = seconds(empty.copy()), seconds(nbformat.read(path, as_version=4))
        totals = [total + part for total, part in zip(totals, pair, strict=True)]
        print(
            f"| {path.stem} | {pair[0]:.2f} | {pair[1]:.2f} | {pair[1] / pair[0]:.2f} |"
        )
    row("all", totals)


def row(name: str, pair: list[float] | tuple[float, float]) -> None:
    """One line of the table."""
    print(f"| {name} | {pair[0]:.2f} | {pair[1]:.2f} | {pair[1] / pair[0]:.2f} |")


if __name__ == "__main__":
    main()
