"""What the set-up tests share: a copy of the course, and a shell's environment."""

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOT_COPIED = (".git", ".venv", "my_work", "__pycache__", ".*_cache", ".hypothesis")


@pytest.fixture
def course_copy(tmp_path: Path) -> Path:
    """The course as somebody just downloaded it, in a folder of its own."""
    folder = tmp_path / "Reading Kursk \u00e9"  # people's folders have such names
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return folder


@pytest.fixture
def shell() -> dict[str, str]:
    """The environment of a person at a terminal, where uv is not installed."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "READING_KURSK_", "JUPYTER", "UV_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    folders = kept.get("PATH", "").split(os.pathsep)
    found = [f for f in folders if not shutil.which("uv", path=f)]
    return {**kept, "PATH": os.pathsep.join(found), "PYTHONUTF8": "1"}


@pytest.fixture
def base_python() -> str:
    """The Python below the .venv that runs these tests."""
    return getattr(sys, "_base_executable", sys.executable)
