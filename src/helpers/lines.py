"""Adding whole lines to a file, whatever else happens at the same moment."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

# O_BINARY keeps Windows from turning "\n" into "\r\n" on its way to the file.
ADD = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
LOCKED_BYTE = 1 << 30  # far behind the end of the file, so that nobody waits to read


def add_line(path: Path, line: bytes) -> None:
    """Add a line (with its line end) in one write; back when it is on the disk.

    A line that a kill has cut off before is closed first. Raises OSError.
    """
    handle = os.open(path, ADD, 0o600)
    try:
        with _alone(handle):
            line = _closing_a_cut_line(handle) + line
            if os.write(handle, line) < len(line):
                raise OSError("the disk is full")
            os.fsync(handle)
    finally:
        os.close(handle)


def _closing_a_cut_line(handle: int) -> bytes:
    """A line end where a kill or a full disk has cut off the last line."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size == 0:
        return b""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return b"" if os.read(handle, 1) == b"\n" else b"\n"


@contextlib.contextmanager
def _alone(handle: int) -> Iterator[None]:
    """One writer at a time; the system frees the lock of a process that dies."""
    try:
        import fcntl
    except ImportError:
        with _alone_on_windows(handle):
            yield
        return
    with contextlib.suppress(OSError):  # some network disks know no locks
        fcntl.flock(handle, fcntl.LOCK_EX)
    yield  # closing the file gives the lock back


@contextlib.contextmanager
def _alone_on_windows(handle: int) -> Iterator[None]:
    try:
        import msvcrt
    except ImportError:  # in the browser there is one kernel to a file
        yield
        return
    os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
    msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    try:
        yield
    finally:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
