"""Every test of the course, in two runs; `python3 course.py test` calls this.

    python3 course.py test [--all] [anything that pytest takes]

First the set-up tests, which may reach the package index; then all the others, in a
network namespace without a way out where this computer allows one. The last line
sums both runs. `--all` adds the slow tests.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
ENTER = ROOT / "tests" / "no_way_out" / "enter.py"
KINDS = ("passed", "failed", "skipped")
NO_TESTS = 5  # pytest's exit code where a selection is empty


def without_a_way_out() -> list[str]:
    """What to put before a command; empty where no namespace can be made."""
    for start in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        enter = [*start, sys.executable, str(ENTER)]
        try:
            trial = subprocess.run([*enter, "true"], capture_output=True)
        except OSError:
            return []
        if trial.returncode == 0:
            return enter
    return []


def pytest(name: str, marks: str, arguments: list[str], before: list[str]) -> dict:
    """One run of pytest: its counts by kind, and its exit code."""
    print(f"\n{name}\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "--nbval-lax", "-m", marks]
        command += ["--continue-on-collection-errors", f"--junitxml={report}"]
        command += arguments
        code = subprocess.run([*before, *command], cwd=ROOT).returncode
        counts = counted(report) if report.exists() else dict.fromkeys(KINDS, 0)
    return {"name": name, "code": code, **counts}


def counted(report: Path) -> dict[str, int]:
    suite = ElementTree.parse(report).getroot().find("testsuite")
    number = {kind: int(suite.get(kind)) for kind in ("tests", "skipped")}
    failed = int(suite.get("failures")) + int(suite.get("errors"))
    passed = max(number["tests"] - failed - number["skipped"], 0)
    return dict(zip(KINDS, (passed, failed, number["skipped"]), strict=True))


def in_words(counts: dict) -> str:
    return ", ".join(f"{counts[kind]} {kind}" for kind in KINDS)


def main(arguments: list[str]) -> int:
    slow = "" if "--all" in arguments else " and not slow"
    rest = [argument for argument in arguments if argument != "--all"]
    asked = any((ROOT / word.partition("::")[0]).exists() for word in rest)
    set_up = rest if asked else [*rest, "tests/test_setup.py", "tests/slow"]
    way = without_a_way_out()
    how = "in a network namespace" if way else "blocked inside Python only"
    runs = [
        pytest("Set-up tests", f"setup{slow}", set_up, []),
        pytest(f"All other tests (no way out: {how})", f"not setup{slow}", rest, way),
    ]
    total = {kind: sum(run[kind] for run in runs) for kind in KINDS}
    print("\n" + "\n".join(f"{run['name']} - {in_words(run)}" for run in runs))
    print(in_words(total))
    bad = [run["code"] for run in runs if run["code"] not in (0, NO_TESTS)]
    return bad[0] if bad else int(not total["passed"])


if __name__ == "__main__":
    os.environ["PYTHONUTF8"] = "1"
    sys.exit(main(sys.argv[1:]))
