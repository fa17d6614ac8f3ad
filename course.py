#!/usr/bin/env python3
"""Reading Kursk: set the course up once, then open it or test it.

    python3 course.py open        JupyterLab on the first lesson
    python3 course.py test        every test; with --all the slow ones too
    python3 course.py handouts    the pages that a teacher prints

On Windows: py course.py open. It needs Python 3.11 or newer and nothing else.
What stands after the command is passed on, for instance: open --no-browser
"""

# Standard library only. An old Python must get as far as the sentence in
# `check_python`, so nothing here is newer than the syntax of Python 3.6.

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LESSON = "notebooks/00_start_here.ipynb"

# What an installer says, and what it means to the person who reads it.
REASONS = [
    (
        "No space left|not enough space",
        "The disk is full: the course needs about 700 MB.",
    ),
    (
        "resolution|resolve host|dns error|getaddrinfo|refused|unreachable|timed out"
        "|NewConnection|ConnectTimeout|ProxyError|Failed to fetch|CERTIFICATE",
        "The package index was not reached. The first set-up downloads about 100 MB:\n"
        "is this computer online, and does no filter or proxy stand in between?\n"
        "Once the course is set up, it works without a network.",
    ),
    (
        "WinError 206|Long Path|os error 3\\b",
        "The path of this folder is too long for Windows.\n"
        "Move the folder, for instance to C:\\kursk.",
    ),
    (
        "No matching distribution|no usable wheels|has no wheels",
        "A package has no ready-made form for Python {}.{} on this computer.\n"
        "The course is tested with Python 3.11 to 3.14.".format(*sys.version_info[:2]),
    ),
]


class Stop(Exception):
    """What is missing, and what to do about it."""


def check_python():
    if sys.version_info < (3, 11):
        raise Stop(
            "The course needs Python 3.11 or newer; this is Python "
            f"{sys.version.split()[0]}.\nA newer one is at python.org; then start "
            "the course with that one, for instance: python3.13 course.py open"
        )


def check_folder():
    """Try a file name as long as the longest path that will lie inside .venv."""
    trial = ROOT / ("try-" + "x" * (166 if os.name == "nt" else 8))
    try:
        trial.touch()
        trial.unlink()
    except PermissionError:
        raise Stop(f"Nothing can be written to {ROOT}.\n{COPY_IT}") from None
    except OSError as error:
        raise Stop(f"{ROOT}: {error.strerror}.\n{COPY_IT}") from None


COPY_IT = "Copy the course to a short path of your own, for instance in Documents."


def check_venv():
    if shutil.which("uv"):
        return
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        version = "{}.{}".format(*sys.version_info[:2])
        raise Stop(
            "This Python lacks its venv module. On Debian or Ubuntu:\n"
            f"    sudo apt install python3-venv    (or python{version}-venv)\n"
            "Then run the same command again."
        )


def ready(*names):
    """Make .venv hold these requirements; do nothing where it does already."""
    wanted = {VENV / f"ready-{name}": stamp(name) for name in names}
    fresh = [PYTHON.exists() and same(mark, text) for mark, text in wanted.items()]
    if all(fresh):
        return
    check_folder()
    check_venv()
    what, size = ("the tests", 60) if fresh[0] else ("the course", 100)
    print(f"Setting up {what}: once, one to five minutes, about {size} MB ", end="")
    began = time.monotonic()
    install(ROOT / names[-1], on_top=fresh[0])
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    # A relative line stays plain ASCII, whatever the folder above is called.
    (site / "course.pth").write_text(os.path.relpath(ROOT / "src", site) + "\n")
    for mark, text in wanted.items():
        mark.write_text(text)
    print(f" done in {time.monotonic() - began:.0f} s.", flush=True)


def stamp(name):
    """Changes with the requirements, the Python and the place of the course."""
    pins = (ROOT / name).read_bytes()
    return hashlib.sha256(pins + f"{sys.version}{ROOT}".encode()).hexdigest()


def same(mark, text):
    return mark.exists() and mark.read_text() == text


def install(requirements, on_top):
    """By uv where it is installed, else by venv and pip; hashes and wheels only."""
    base, uv = getattr(sys, "_base_executable", sys.executable), shutil.which("uv")
    has_installer = uv or list(PYTHON.parent.glob("pip*"))
    if not (on_top and has_installer):  # nothing there, out of date, or half made
        clear()
        step(*([uv, "venv", "--python", base] if uv else [base, "-m", "venv"]), VENV)
    pip = [uv, "pip"] if uv else [PYTHON, "-m", "pip", "--disable-pip-version-check"]
    where = ["--python", PYTHON] if uv else ["--no-user"]
    hard = ["--require-hashes", "--only-binary", ":all:"]
    step(*pip, "install", *where, *hard, "-r", requirements)


def clear():
    try:
        for mark in VENV.glob("ready-*"):  # first, or a killed clearing looks finished
            mark.unlink()
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise Stop(
            f"{VENV} cannot be made anew ({error.strerror}).\n"
            "Close every window of the course, delete that folder and try again."
        ) from None


def step(*command):
    """One step of the set-up: a dot every three seconds; its words if it fails."""
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(
            [str(part) for part in command], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            while child.poll() is None:
                print(".", end="", flush=True)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(3)
        finally:
            child.kill()  # after Ctrl-C; does nothing to a child that has ended
        log.seek(0)
        words = log.read().decode(errors="replace")
    if child.returncode:
        last = "\n".join("    " + line for line in words.strip().split("\n")[-5:])
        raise Stop(f"{reason(words)}\n\nThe installer's last words:\n{last}")


def reason(words):
    for pattern, meaning in REASONS:
        if re.search(pattern, words, re.IGNORECASE):
            return meaning
    return (
        "The set-up did not work. Run the same command again; if that does not\n"
        "help, delete the folder .venv and run it once more."
    )


def run(*command, **settings):
    """Run to the end; Ctrl-C is for the child, which may ask before it stops."""
    child = subprocess.Popen([str(part) for part in command], **settings)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def open_lab(*rest):
    ready("requirements.txt")
    paths = [str(ROOT), os.environ.get("JUPYTER_CONFIG_PATH")]
    environment = dict(
        os.environ,
        JUPYTER_CONFIG_PATH=os.pathsep.join(filter(None, paths)),  # labconfig/
        JUPYTER_PREFER_ENV_PATH="1",
        JUPYTERLAB_WORKSPACES_DIR=str(VENV / "workspaces"),  # this course's tabs only
    )
    print("The address of the course follows. To stop: Ctrl-C here, twice.")
    if in_use(8888):
        print("Port 8888 is in use (is the course open already?): another is taken.")
    settings = ["--ServerApp.ip=localhost", f"--ServerApp.root_dir={ROOT}"]
    settings += [f"--LabApp.default_url=/lab/tree/{LESSON}"]
    settings += ["--log-level=WARN", "--LabApp.log_level=WARN"]  # the address only
    return run(PYTHON, "-m", "jupyterlab", *settings, *rest, cwd=ROOT, env=environment)


def in_use(port):
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def test(*rest):
    ready("requirements.txt", "requirements-test.txt")
    return run(PYTHON, ROOT / "tests" / "run.py", *rest, cwd=ROOT)


def handouts(*rest):
    ready("requirements.txt")
    return run(PYTHON, "-m", "helpers.handouts", *rest, cwd=ROOT)


def main(command="--help", *rest):
    doors = {"open": open_lab, "test": test, "handouts": handouts}
    if command not in doors:
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    try:
        check_python()
        sys.stdout.reconfigure(line_buffering=True, errors="replace")
        return doors[command](*rest)
    except Stop as why:
        print(f"\n{why}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again; it starts afresh.")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
