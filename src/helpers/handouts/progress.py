"""A line that says what is being done and how long it will take; plain text only."""

from __future__ import annotations

import sys
import time

WIDTH = 20


class Progress:
    """Cells that have run, of all cells to run; on a terminal one moving line.

    The time that is left follows from the time that has passed. Until a tenth is done
    it is not known, and nothing is said about it.
    """

    def __init__(self, stream=None):
        self.stream = stream or sys.stderr
        self.moves = self.stream.isatty()
        self.began = time.monotonic()
        self.done = self.total = self._shown = 0

    def show(self, done: int, total: int, doing: str) -> None:
        """Redraws the line on a terminal; elsewhere it stays silent."""
        if self.moves and total:
            text = line(done / total, time.monotonic() - self.began, doing)[:79]
            self.stream.write("\r" + text.ljust(self._shown))
            self.stream.flush()
            self._shown = len(text)

    def say(self, sentence: str) -> None:
        """A sentence that stays, on a line of its own."""
        if self._shown:
            self.stream.write("\r" + " " * self._shown + "\r")
            self._shown = 0
        self.stream.write(sentence + "\n")
        self.stream.flush()

    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began


def line(share: float, passed: float, doing: str) -> str:
    """The bar in characters that every terminal has.

    >>> line(0.5, 6.0, "running 02, 03")
    '[##########----------] 6 s, about 6 s left: running 02, 03'
    >>> line(0.05, 1.0, "starting")
    '[#-------------------] 1 s: starting'
    """
    full = round(share * WIDTH)
    bar = "#" * full + "-" * (WIDTH - full)
    left = f", about {passed / share - passed:.0f} s left" if share >= 0.1 else ""
    return f"[{bar}] {passed:.0f} s{left}: {doing}"
