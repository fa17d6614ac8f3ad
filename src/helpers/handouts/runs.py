"""Lessons run side by side: each in a kernel of its own, watched by a thread."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from subprocess import DEVNULL

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from helpers.handouts.project import HELPERS
from helpers.handouts.trouble import in_run, with_file

SECONDS_A_CELL = 120
START = 8  # cells that the start of a kernel counts as, in the progress line
MOMENT = 0.2


def read(path: Path) -> NotebookNode:
    """A notebook; Trouble where it is missing or broken."""
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises of every kind
        raise with_file(path, error) from None


class Run:
    """One notebook on its way through a kernel."""

    def __init__(self, path: Path, notebook: NotebookNode):
        self.path, self.notebook = path, notebook
        self.total = START + len(notebook.cells)
        self.done, self.running = 0, False
        self.client = NotebookClient(
            notebook,
            timeout=SECONDS_A_CELL,
            kernel_name="python3",
            store_widget_state=False,
            shutdown_kernel="immediate",
            on_cell_complete=self._count,
        )

    def _count(self, cell: NotebookNode, cell_index: int) -> None:
        self.done = START + cell_index + 1

    def to_the_end(self) -> NotebookNode:
        """The notebook with its outputs, run with an empty place for answers."""
        self.running = True
        try:
            with tempfile.TemporaryDirectory() as empty:
                # What a kernel says about itself is nothing for a teacher's screen.
                return self.client.execute(
                    cwd=str(self.path.parent), env=_place(empty), stderr=DEVNULL
                )
        except Exception as error:
            raise in_run(self.path, self.notebook, error) from None
        finally:
            self.running, self.done = False, self.total

    def stop(self) -> None:
        """Ends the kernel at once; the thread that watches it then gives up."""
        provisioner = getattr(self.client.km, "provisioner", None)
        process = getattr(provisioner, "process", None)
        if process is not None and process.poll() is None:
            process.kill()


class SideBySide:
    """As many runs at once as there are cores to use."""

    def __init__(self, at_once: int | None = None):
        self.pool = ThreadPoolExecutor(at_once or cores())
        self.runs: list[Run] = []

    def add(self, path: Path, notebook: NotebookNode) -> Future:
        """Starts the run as soon as a core is free."""
        run = Run(path, notebook)
        self.runs.append(run)
        return self.pool.submit(run.to_the_end)

    def start(self, path: Path) -> Future:
        """Starts a lesson as it stands; Trouble where its file cannot be read."""
        return self.add(path, read(path))

    def wait(self, futures: set[Future], show: Callable[[int, int, str], None]) -> None:
        """Waits a moment, or until one of these is done, and shows how far it is."""
        show(*self.state())
        wait(futures, MOMENT, FIRST_COMPLETED)

    def state(self) -> tuple[int, int, str]:
        """Cells done, cells in all, and the lessons that are running."""
        names = ", ".join(run.path.stem[:2] for run in self.runs if run.running)
        done, total = sum(r.done for r in self.runs), sum(r.total for r in self.runs)
        return done, total, f"lessons {names}" if names else "writing pages"

    def stop(self) -> None:
        """Nothing new is started, and what still runs is ended."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        for run in self.runs:
            run.stop()
        self.pool.shutdown(wait=True)
        for run in self.runs:  # nbclient would look for the kernel once more
            atexit.unregister(run.client._cleanup_kernel)


def _place(empty: str) -> dict[str, str]:
    """The environment of a kernel: these helpers, and an empty place for answers."""
    paths = [str(HELPERS.parent), os.environ.get("PYTHONPATH")]
    ours = {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return os.environ | ours | {"READING_KURSK_WORK": empty}


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
