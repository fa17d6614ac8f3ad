"""A fresh machine, for real: from an empty folder to a JupyterLab that answers."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.setup,
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="ends JupyterLab by a POSIX signal"),
]
ADDRESS = re.compile(r"http://localhost:(\d+)(/lab/tree/\S+)\?token=(\w+)")


@pytest.fixture(params=["venv and pip", "uv"])
def terminal(request, shell, base_python, tmp_path) -> dict[str, str]:
    """The environment of a terminal, with uv on its path or without."""
    if request.param == "uv":
        tools = tmp_path / "tools"
        subprocess.run([base_python, "-m", "venv", tools], check=True)
        subprocess.run(
            [tools / "bin/pip", "install", "-qq", "uv"], env=shell, check=True
        )
        shell["PATH"] += os.pathsep + str(tmp_path / "uv")
        (tmp_path / "uv").mkdir()
        (tmp_path / "uv" / "uv").symlink_to(tools / "bin" / "uv")
    return shell


@contextlib.contextmanager
def opened(folder: Path, terminal: dict, python: str, *arguments: str):
    """course.py open; what comes back is all it said until JupyterLab answered."""
    root = ["--allow-root"] if os.geteuid() == 0 else []
    child = subprocess.Popen(
        [python, "course.py", "open", "--no-browser", *root, *arguments],
        cwd=folder,
        env=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )
    said = ""
    try:
        for line in child.stdout:
            said += line
            if ADDRESS.search(line):
                wait_for(said)
                break
        yield said
    finally:
        stop(child)


def stop(child: subprocess.Popen) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(subprocess.TimeoutExpired, ProcessLookupError):
            os.killpg(child.pid, how)
            child.communicate(timeout=15)
            return


def wait_for(said: str) -> None:
    """JupyterLab prints its address a moment before it listens there."""
    for _ in range(100):
        with contextlib.suppress(OSError):
            assert "started" in json.loads(answer(said, "/api/status"))
            return
        time.sleep(0.1)
    raise AssertionError(f"no answer within 10 s: {said}")


def answer(said: str, path: str | None = None) -> str:
    port, lesson, token = ADDRESS.search(said).groups()
    url = f"http://127.0.0.1:{port}{path or lesson}?token={token}"
    with urllib.request.urlopen(url, timeout=30) as page:
        return page.read().decode()


def test_from_an_empty_folder_to_the_first_lesson(course_copy, terminal, base_python):
    with opened(course_copy, terminal, base_python) as said:
        assert "Setting up the course" in said
        page = answer(said)
        assert "announcements" in page  # among the disabled extensions: no news
        assert "/lab/tree/notebooks/00_start_here.ipynb" in said

    began = time.monotonic()
    with opened(course_copy, terminal, base_python) as said:
        assert "Setting up" not in said
        assert time.monotonic() - began < 15

    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with opened(course_copy, terminal, base_python, f"--port={port}") as said:
            assert int(ADDRESS.search(said)[1]) != port


def test_a_first_set_up_that_was_killed_is_repaired(course_copy, terminal, base_python):
    child = subprocess.Popen(
        [base_python, "course.py", "open"],
        cwd=course_copy,
        env=terminal,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    packages = course_copy / ".venv" / "lib"
    while not list(packages.glob("python*/site-packages/[a-c]*")):
        assert child.poll() is None
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    assert not list((course_copy / ".venv").glob("ready-*"))
    with opened(course_copy, terminal, base_python) as said:
        assert "Setting up the course" in said and ADDRESS.search(said)


def test_a_python_that_the_system_manages_is_left_alone(course_copy, shell):
    system = shutil.which("python3", path="/usr/bin")
    marks = list(Path("/usr/lib").glob("python3.*/EXTERNALLY-MANAGED"))
    if not system or not marks:
        pytest.skip("no externally managed Python here")
    with opened(course_copy, shell, system) as said:
        if "needs Python 3.11" in said or "python3-venv" in said:
            pytest.skip("the system's own Python is too old, or has no venv")
        assert ADDRESS.search(said), said
