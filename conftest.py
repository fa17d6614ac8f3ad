"""What holds for every test: no way out, an empty place for answers, strict lessons.

It stands here, not in tests/, so that `pytest --nbval-lax notebooks` has it as well.
"""

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent
NO_WAY_OUT = ROOT / "tests" / "no_way_out"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
# Not read for doctests: scripts, and two files of one name, which pytest cannot hold.
collect_ignore = [
    "course.py",
    "tests/run.py",
    "tests/no_way_out",
    "tests/conftest.py",
    "tests/browser/conftest.py",
]


def pytest_configure(config: pytest.Config) -> None:
    """Close the way out of this process and of every one that it starts."""
    config.scratch = Path(tempfile.mkdtemp(prefix="reading-kursk-"))
    os.environ["READING_KURSK_ATTEMPTS"] = str(config.scratch / "attempts.txt")
    paths = [str(NO_WAY_OUT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    if "no_way_out" not in sys.modules:
        place = NO_WAY_OUT / "sitecustomize.py"
        spec = importlib.util.spec_from_file_location("no_way_out", place)
        sys.modules["no_way_out"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["no_way_out"])


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.scratch, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item):
    """Each file starts with an empty folder for answers, never the learner's own."""
    name = "-".join(item.path.relative_to(item.path.anchor).parts[-2:])
    work = item.config.scratch / "work" / name
    work.mkdir(parents=True, exist_ok=True)
    os.environ["READING_KURSK_WORK"] = str(work)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path):
    """Answered lessons carry outputs: those are compared, even under --nbval-lax."""
    found = yield
    for collector in found:
        if file_path.suffix == ".ipynb" and "answered" in file_path.parts:
            collector.compare_outputs = True
    return found


def attempts(config: pytest.Config) -> list[str]:
    path = config.scratch / "attempts.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if attempts(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    """How often something asked for the world outside; once fails the run."""
    tried = attempts(config)
    terminalreporter.line(f"attempts to reach another computer: {len(tried)}")
    for line in tried:
        terminalreporter.line(f"  {line}", red=True)


def find_browser() -> str | None:
    """An installed Chromium: READING_KURSK_CHROMIUM, or one of the usual names."""
    named = os.environ.get("READING_KURSK_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium to drive. Without one the test is skipped; in CI it fails."""
    path = find_browser()
    if not path and os.environ.get("CI"):
        pytest.fail("CI has no Chromium: .ci/run must install one.")
    return path or pytest.skip("no Chromium here; READING_KURSK_CHROMIUM can name one")
