"""The runner behind `course.py test`: nothing fails unseen, nothing gets out."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PASSED = {"code": 0, "passed": 3, "failed": 0, "skipped": 1}
FAILED = {"code": 1, "passed": 2, "failed": 1, "skipped": 0}
EMPTY = {"code": 5, "passed": 0, "failed": 0, "skipped": 0}
TRY_BOTH = """
import socket
here = socket.create_server(("127.0.0.1", 0))
socket.create_connection(here.getsockname(), timeout=2)
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
except OSError as error:
    print(error.strerror)
"""


@pytest.fixture
def runner():
    spec = importlib.util.spec_from_file_location("run", ROOT / "tests" / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("outcomes", "code", "last"),
    [
        ((PASSED, PASSED), 0, "6 passed, 0 failed, 2 skipped"),
        ((FAILED, PASSED), 1, "5 passed, 1 failed, 1 skipped"),
        ((PASSED, FAILED), 1, "5 passed, 1 failed, 1 skipped"),
        ((EMPTY, PASSED), 0, "3 passed, 0 failed, 1 skipped"),
        ((EMPTY, EMPTY), 1, "0 passed, 0 failed, 0 skipped"),
    ],
)
def test_the_last_line_sums_both_runs(
    runner, monkeypatch, capsys, outcomes, code, last
):
    left = list(outcomes)
    monkeypatch.setattr(runner, "without_a_way_out", list)
    monkeypatch.setattr(
        runner, "pytest", lambda name, *_: {"name": name, **left.pop(0)}
    )
    assert runner.main([]) == code
    assert capsys.readouterr().out.splitlines()[-1] == last


@pytest.mark.parametrize(
    ("arguments", "set_up", "others"),
    [
        ([], "setup and not slow", "not setup and not slow"),
        (["--all"], "setup", "not setup"),
    ],
)
def test_slow_tests_run_with_all_only(runner, monkeypatch, arguments, set_up, others):
    marks = []

    def pytest_run(name, mark, *_):
        marks.append(mark)
        return {"name": name, **PASSED}

    monkeypatch.setattr(runner, "without_a_way_out", list)
    monkeypatch.setattr(runner, "pytest", pytest_run)
    runner.main(arguments)
    assert marks == [set_up, others]


def test_the_namespace_has_a_loopback_and_no_way_out(runner):
    way = runner.without_a_way_out()
    if not way:
        pytest.skip("no network namespace can be made here; the blocker stands alone")
    outside_the_blocker = [*way, sys.executable, "-I", "-c", TRY_BOTH]
    done = subprocess.run(outside_the_blocker, capture_output=True, text=True)
    assert done.stdout.strip() == "Network is unreachable", done.stderr
