"""What course.py says when something is missing, and what it leaves alone."""

import ast
import errno
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.setup
ROOT = Path(__file__).resolve().parent.parent

# What stands before course.py runs, to pretend that a computer lacks something.
OLD_PYTHON = "sys.version_info = (3, 8, 18, 'final', 0); sys.version = '3.8.18 (old)'"
NO_ENSUREPIP = """
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name == "ensurepip" else find(name)
"""
RUN = """
import runpy, sys
{before}
sys.argv = ["course.py", *{arguments!r}]
runpy.run_path("course.py", run_name="__main__")
"""


@pytest.fixture
def run_course(course_copy, shell, base_python):
    """Run course.py in its own copy; what comes back is (exit code, all it said)."""

    def run(*arguments, before="", wrap=(), **environment):
        code = RUN.format(before=before, arguments=arguments)
        done = subprocess.run(
            [*wrap, base_python, "-c", code],
            cwd=course_copy,
            env={**shell, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
        )
        said = done.stdout.decode()
        assert "Traceback" not in said, said
        return done.returncode, said

    return run


@pytest.fixture
def course(course_copy, monkeypatch):
    """course.py as a module whose folder is the copy; its installers do nothing."""
    spec = importlib.util.spec_from_file_location("course", course_copy / "course.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec.loader.exec_module(module)
    module.steps = []

    def step(*command):
        module.steps.append(" ".join(map(str, command)))
        site = module.VENV / "lib" / "python{}.{}".format(*sys.version_info[:2])
        for folder in (site / "site-packages", module.PYTHON.parent):
            folder.mkdir(parents=True, exist_ok=True)
        module.PYTHON.touch()
        (module.PYTHON.parent / "pip").touch()

    monkeypatch.setattr(module, "step", step)
    return module


# --- what it says -----------------------------------------------------------------


def test_no_command_shows_the_commands(run_course):
    code, said = run_course()
    assert code == 0 and "course.py open" in said and "course.py test" in said


def test_an_unknown_command_shows_the_commands(run_course):
    code, said = run_course("opne")
    assert code == 2 and "course.py open" in said


def test_an_old_python_is_told_which_one_is_needed(run_course):
    code, said = run_course("open", before=OLD_PYTHON)
    assert code == 1
    assert "needs Python 3.11 or newer; this is Python 3.8.18" in said


def test_an_old_python_can_read_the_file_as_far_as_that_sentence():
    ast.parse((ROOT / "course.py").read_text("utf-8"), feature_version=(3, 6))


def test_course_py_uses_the_standard_library_only():
    tree = ast.parse((ROOT / "course.py").read_text("utf-8"))
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    names = {getattr(n, "module", None) or n.names[0].name for n in nodes}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_a_debian_without_venv_is_told_what_to_install(run_course):
    code, said = run_course("open", before=NO_ENSUREPIP)
    version = "{}.{}".format(*sys.version_info[:2])
    assert code == 1 and "sudo apt install python3-venv" in said
    assert f"python{version}-venv" in said


def test_no_network_at_the_first_set_up_is_explained(run_course, course_copy):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
    nothing = {"PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
    code, said = run_course("open", **nowhere, **nothing)
    assert code == 1 and "The package index was not reached" in said
    assert said.index("is this computer online") < said.index("last words")
    assert not list((course_copy / ".venv").glob("ready-*"))


def test_a_folder_that_cannot_be_written_to_is_named(run_course, course_copy):
    if os.name == "nt":
        pytest.skip("made read-only in another way on Windows")
    wrap = []
    if os.geteuid() == 0:  # permissions do not bind root: a read-only mount does
        mount = 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec '
        wrap = ["unshare", "-m", "sh", "-c", mount + '"$@"', "sh"]
        if subprocess.run([*wrap, "true"], cwd=course_copy).returncode:
            pytest.skip("no read-only mount can be made here")
    course_copy.chmod(0o555)
    code, said = run_course("open", wrap=wrap)
    course_copy.chmod(0o755)
    assert code == 1 and str(course_copy) in said
    assert "Copy the course to a short path of your own" in said


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_in_the_set_up_stops_without_noise(course_copy, shell, base_python):
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it never answers
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        child = subprocess.Popen(
            [base_python, "course.py", "open"],
            cwd=course_copy,
            env={**shell, "PIP_INDEX_URL": index, "PIP_CONFIG_FILE": os.devnull},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        time.sleep(2)
        os.killpg(child.pid, signal.SIGINT)
        said = child.communicate(timeout=30)[0].decode()
    assert child.returncode == 1 and "Stopped. Run the same command again" in said
    assert "Traceback" not in said


# Words that pip and uv really said (November 2026).
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("error: Failed to fetch: `x` Caused by: dns error", "was not reached"),
        ("[Errno -3] Temporary failure in name resolution", "was not reached"),
        ("CERTIFICATE_VERIFY_FAILED self-signed certificate", "filter or proxy"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("HINT: ... Windows Long Path support enabled", "too long for Windows"),
        ("ERROR: No matching distribution found for numpy", "tested with Python 3.11"),
        ("numpy==2.4.6 has no usable wheels", "tested with Python 3.11"),
        ("something never seen", "Run the same command again"),
    ],
)
def test_the_words_of_an_installer_are_explained(course, words, sentence):
    assert sentence in course.reason(words)


def test_a_path_too_long_is_said_before_anything_is_made(course, monkeypatch):
    def touch(self):
        raise OSError(errno.ENAMETOOLONG, "File name too long")

    monkeypatch.setattr(Path, "touch", touch)
    with pytest.raises(course.Stop, match=r"too long\.\nCopy the course"):
        course.check_folder()


# --- what it does -----------------------------------------------------------------


def test_the_second_start_installs_nothing(course):
    course.ready("requirements.txt")
    first = len(course.steps)
    course.ready("requirements.txt")
    assert first == 2 and len(course.steps) == first


def test_tests_are_installed_on_top_of_the_course(course):
    course.ready("requirements.txt")
    course.ready("requirements.txt", "requirements-test.txt")
    assert len(course.steps) == 3 and "requirements-test.txt" in course.steps[-1]


def test_an_environment_without_pip_is_made_anew_once_uv_is_gone(course, monkeypatch):
    course.ready("requirements.txt")
    (course.PYTHON.parent / "pip").unlink()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    course.ready("requirements.txt", "requirements-test.txt")
    assert len(course.steps) == 4


def test_after_the_tests_the_course_opens_at_once(course):
    course.ready("requirements.txt", "requirements-test.txt")
    first = len(course.steps)
    course.ready("requirements.txt")
    assert len(course.steps) == first


def test_a_half_made_folder_is_made_anew(course):
    left_over = course.VENV / "lib" / "half.py"
    left_over.parent.mkdir(parents=True)
    left_over.touch()
    course.ready("requirements.txt")
    assert not left_over.exists() and len(course.steps) == 2


@pytest.mark.parametrize("what", ["requirements", "python", "place"])
def test_a_change_makes_the_environment_anew(course, what, monkeypatch):
    course.ready("requirements.txt")
    if what == "requirements":
        (course.ROOT / "requirements.txt").write_text("other")
    elif what == "python":
        monkeypatch.setattr(sys, "version", "3.99")
    else:
        moved = course.ROOT.rename(course.ROOT.with_name("moved"))
        monkeypatch.setattr(course, "ROOT", moved)
        monkeypatch.setattr(course, "VENV", moved / ".venv")
        monkeypatch.setattr(course, "PYTHON", moved / ".venv" / "bin" / "python")
    course.ready("requirements.txt")
    assert len(course.steps) == 4


def test_hashes_and_wheels_are_asked_for_by_both_installers(course, monkeypatch):
    for uv in (None, "/somewhere/uv"):
        monkeypatch.setattr(shutil, "which", lambda name, uv=uv: uv)
        course.install(course.ROOT / "requirements.txt", on_top=False)
        assert "--require-hashes --only-binary :all:" in course.steps[-1]


def test_the_path_to_src_is_plain_ascii(course):
    course.ready("requirements.txt")
    (line,) = course.VENV.rglob("course.pth")
    assert line.read_bytes().isascii()
    assert (line.parent / line.read_text().strip()).resolve() == course.ROOT / "src"


# --- the requirements -------------------------------------------------------------


def pins(name):
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize(
    "name", ["jupyterlab", "pandas", "matplotlib", "ipywidgets", "nbval"]
)
def test_the_course_is_pinned(name):
    assert name in pins("requirements.txt")


def test_the_tests_are_pinned_on_top_of_the_course():
    assert pins("requirements.txt").items() <= pins("requirements-test.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_has_its_hashes_and_no_address(name):
    text = (ROOT / name).read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks and all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text and "-index" not in text
