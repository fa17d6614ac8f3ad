"""What a page is made from, as one short hash: the page is current while that holds.

Standard library only. Line ends do not count, nor do versions of Python and packages:
those decide whether a lesson is run again here, not whether a stored page is stale.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from helpers.handouts.project import HELPERS, answered, guide, key, root

# What the bytes of a page depend on besides the course itself.
PACKAGES = ("ipywidgets", "jinja2", "matplotlib", "mistune", "nbconvert", "numpy")
PACKAGES += ("pandas", "pillow", "pygments", "beautifulsoup4")
IMPORT = re.compile(
    r"^\s*(?:from\s+(helpers[\w.]*)\s+import\s+(\([^)]*\)|[^\n#]+)"
    r"|import\s+(helpers[\w.]*))",
    re.MULTILINE,
)


def of_lesson(lesson: Path, edition: str) -> str:
    """The hash of everything that a lesson's page is made from."""
    files = [lesson, answered(lesson), key(lesson)]
    if edition == "teachers":
        files.append(guide(lesson.stem))
    return _hash([*files, *_data(), *modules_of(_code(lesson))])


def of_files(files: Iterable[Path]) -> str:
    """The hash of a page that needs no lesson to run: these files, data, helpers."""
    return _hash([*files, *_data(), *modules_of("")])


def versions() -> dict[str, str]:
    """The installed versions that the bytes of a page depend on."""
    return {name: _version(name) for name in PACKAGES}


def modules_of(source: str) -> set[Path]:
    """The files of helpers that this code needs, directly or through others.

    Those that the handouts need themselves are always among them.
    """
    found = set(_always())
    waiting = _imported(source) | set().union(*map(_imports_of, found))
    while waiting - found:
        new = waiting - found
        found |= new
        waiting = set().union(*map(_imports_of, new))
    return found


@lru_cache(maxsize=1)
def _always() -> frozenset[Path]:
    """The handouts themselves, and what in helpers is not Python, such as the style."""
    ours = HELPERS / "handouts"
    every = (path for path in HELPERS.rglob("*") if path.is_file())
    return frozenset(
        path
        for path in every
        if (path.suffix != ".py" or ours in path.parents) and not _is_made(path)
    )


def _is_made(path: Path) -> bool:
    """Whether tools made the file: caches, and the data inside a wheel."""
    parts = path.relative_to(HELPERS).parts
    return any(part in ("__pycache__", "data") or part[0] == "." for part in parts)


@lru_cache(maxsize=256)
def _imports_of(path: Path) -> frozenset[Path]:
    is_code = path.suffix == ".py"
    return frozenset(_imported(path.read_text("utf-8")) if is_code else ())


def _imported(source: str) -> set[Path]:
    """Files that the import lines name; code that does not parse is no obstacle."""
    names: set[str] = set()
    for package, parts, module in IMPORT.findall(source):
        names |= {f"{package}.{part}" for part in re.findall(r"\w+", parts)}
        names |= {package, module}
    return {path for name in names for path in _files_of(name)}


@lru_cache(maxsize=1024)
def _files_of(name: str) -> list[Path]:
    """helpers.figures.territory: its file, and the packages around it."""
    top, *parts = name.split(".")
    if top != "helpers" or not parts:
        return []
    here, found = HELPERS, []
    for part in parts:
        here = here / part
        found += [here.with_suffix(".py"), here / "__init__.py"]
    return [path for path in found if path.is_file()]


def _code(lesson: Path) -> str:
    """The code of a lesson; what is no notebook is left for its run to report."""
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
        code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
        return "\n".join("".join(source) for source in code)
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _data() -> list[Path]:
    data = root() / "data"
    article = [path for path in (data / "article").rglob("*") if path.is_file()]
    tables = [*data.glob("*.csv"), *data.glob("*.json")]
    return [*tables, data / "digest.md", *article]


def _hash(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(set(files)):
        total.update(f"{_name(path)}\n{_digest(path)}\n".encode())
    return total.hexdigest()[:16]


def _name(path: Path) -> str:
    base = HELPERS if HELPERS in path.parents else root()
    return path.relative_to(base).as_posix()


@lru_cache(maxsize=1024)
def _digest(path: Path) -> str:
    return digest(path.read_bytes()) if path.is_file() else "missing"


def digest(content: bytes) -> str:
    """A short hash in which Windows line ends do not count."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
