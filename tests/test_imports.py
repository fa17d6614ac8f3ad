"""The floors of src/helpers: imports point downward, modules stay small."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HELPERS = ROOT / "src" / "helpers"
FLOORS = [
    ["plain", "corners", "bounds", "days", "entries"],
    ["lines", "listing", "dictionary", "cells", "rows", "tables", "pages"],
    ["territory", "claims", "chains", "grades", "timeline", "retelling"],
    ["areas", "trace"],
    ["descent", "relays", "changes", "contradictions", "families"],
    ["forecasts", "coincidences", "agreement", "codebook"],
    ["picture", "figures", "shareable", "export", "parcel", "record", "checkup"],
    ["exercises", "explore", "workplace", "before_after"],
    ["chain_builder", "remarks", "gradesheet", "grader", "forecast_sheet", "sketch"],
    ["codesheet"],
    ["article", "classroom", "editions", "handouts"],
]
ORDER = [name for floor in FLOORS for name in floor]  # earlier may not import later
OTHER_NAMES = {"bs4": "beautifulsoup4", "pil": "pillow"}
FOR_TESTS_ONLY = {"frictionless", "hypothesis", "krippendorff", "playwright", "pytest"}
MODULES = sorted(HELPERS.rglob("*.py"))
NAMES = {path: path.relative_to(HELPERS).with_suffix("").as_posix() for path in MODULES}


@pytest.fixture(params=MODULES, ids=NAMES.get)
def module(request) -> Path:
    return request.param


def top(path: Path) -> str:
    """The module or package of helpers that a file belongs to."""
    return path.relative_to(HELPERS).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """The full dotted name of everything a file imports, wherever in the file."""
    package = ("helpers", *path.relative_to(HELPERS).parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *filter(None, [node.module])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def helpers_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imports(path)]
    return {name[1] for name in parts if name[0] == "helpers" and len(name) > 1}


def third_parties(path: Path) -> set[str]:
    roots = {name.split(".")[0] for name in imports(path)}
    return roots - set(sys.stdlib_module_names) - {"helpers"}


def test_every_module_has_its_floor(module):
    assert top(module) in [*ORDER, "__init__"], (
        "name its floor in tests/test_imports.py"
    )


def test_imports_point_downward(module):
    if top(module) == "__init__":
        assert not helpers_imported(module)
    if top(module) not in ORDER:
        return  # the test above says so
    allowed = ORDER[: ORDER.index(top(module)) + 1]
    assert helpers_imported(module) <= {*allowed, "__init__"}


def test_a_module_has_at_most_200_lines(module):
    assert len(module.read_text("utf-8").splitlines()) <= 200


def test_a_module_needs_no_tool_of_the_tests(module):
    assert not third_parties(module) & FOR_TESTS_ONLY


def test_what_a_module_imports_is_installed_with_the_course(module):
    pins = re.findall(r"^[a-z0-9-]+", (ROOT / "requirements.txt").read_text(), re.M)
    wanted = {name.lower().replace("_", "-") for name in third_parties(module)}
    assert {OTHER_NAMES.get(name, name) for name in wanted} <= set(pins)


def test_the_wheel_carries_the_data():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"data": "helpers/data"}
