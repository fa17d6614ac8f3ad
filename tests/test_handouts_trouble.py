"""What can go wrong while the handouts are made: a sentence, and nothing is lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
SETUP = "from helpers.exercises import ask, check, solution"
TITLE = "# What is {}?\n\n| | |\n|---|---|\n| **Minutes** | 5 |\n"


def lesson(path: Path, *code: str) -> None:
    """A lesson of a few cells, each line of code under a heading of its own."""
    cells = [nbformat.v4.new_markdown_cell(TITLE.format(path.stem), id="title")]
    for number, source in enumerate([SETUP, *code], 1):
        heading = f"## Part {number}"
        cells.append(nbformat.v4.new_markdown_cell(heading, id=f"part-{number}"))
        cells.append(nbformat.v4.new_code_cell(source, id=f"code-{number}"))
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A small course with two lessons, whose handouts are made."""
    folder = tmp_path_factory.mktemp("small course")
    without = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(
        ROOT / "src" / "helpers", folder / "src" / "helpers", ignore=without
    )
    shutil.copytree(ROOT / "data", folder / "data", ignore=without)
    (folder / "notebooks").mkdir()
    lesson(folder / "notebooks" / "02_one.ipynb", 'ask("2.1")')
    lesson(folder / "notebooks" / "03_two.ipynb", "1 + 1")
    for module in ("helpers.editions", "helpers.handouts"):
        done = subprocess.run(**command(folder, module=module), capture_output=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def course(built, tmp_path) -> Path:
    shutil.copytree(built, tmp_path / "course")
    return tmp_path / "course"


def command(folder: Path, *arguments: str, module="helpers.handouts") -> dict:
    paths = [str(folder / "src"), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    words = [sys.executable, "-m", module, *arguments]
    return {"args": words, "cwd": folder, "env": environment, "text": True}


def make(folder: Path, *arguments: str, **more) -> subprocess.CompletedProcess:
    settings = command(folder, *arguments)
    settings["env"] |= more
    return subprocess.run(**settings, capture_output=True)


def pages(folder: Path) -> dict[str, bytes]:
    found = (folder / "handouts").glob("*/*.html")
    return {path.name + path.parent.name: path.read_bytes() for path in found}


def said(done: subprocess.CompletedProcess) -> str:
    words = done.stdout + done.stderr
    assert "Traceback" not in words
    return " ".join(words.split())


def test_nothing_is_run_when_nothing_has_changed(course):
    before = pages(course)
    done = make(course)
    assert done.returncode == 0 and "Nothing has changed" in said(done)
    assert pages(course) == before


def test_the_same_pages_come_out_byte_for_byte(course):
    before = pages(course)
    assert make(course, "--anew").returncode == 0
    assert pages(course) == before


def test_a_guide_that_changed_is_shown_without_running_the_lesson(course):
    (course / "teaching" / "03_two.md").write_text("# Guide to two\n\nSpeak slowly.\n")
    done = make(course)
    assert done.returncode == 0
    assert "Speak slowly." in (course / "handouts/teachers/03_two.html").read_text()


def test_lessons_that_fail_are_named_with_their_cell_and_the_others_are_made(course):
    before, notebooks = pages(course), course / "notebooks"
    lesson(notebooks / "02_one.ipynb", "2 + 2", "1 / 0")
    lesson(notebooks / "03_two.ipynb", "print('changed')")
    lesson(notebooks / "04_three.ipynb", "print(")
    lesson(notebooks / "05_four.ipynb", "import os; os._exit(1)")
    done = make(course)
    assert done.returncode == 1
    cell = "cell 7 (code-3, below “Part 3”)"
    assert f"notebooks/02_one.ipynb: {cell} stopped with ZeroDivision" in said(done)
    assert "notebooks/04_three.ipynb: cell 5 (code-2, below" in said(done)
    assert "SyntaxError" in said(done)
    assert "notebooks/05_four.ipynb: its kernel died" in said(done)
    after = pages(course)
    assert after["02_one.htmllearners"] == before["02_one.htmllearners"]
    assert after["03_two.htmllearners"] != before["03_two.htmllearners"]
    assert not list(course.rglob("*.part"))


def test_broken_notebooks_get_a_sentence_each(course):
    before = pages(course)
    broken = {"02_one": "", "05_a": "{", "06_b": '{"cells": 3}', "07_c": "[1]"}
    for name, content in broken.items():
        (course / "notebooks" / f"{name}.ipynb").write_text(content)
    done = make(course)
    assert done.returncode == 1
    for name in broken:
        assert f"notebooks/{name}.ipynb is no sound notebook" in said(done)
    after = pages(course)
    assert after["02_one.htmlteachers"] == before["02_one.htmlteachers"]


def test_a_deleted_table_is_named_and_the_lessons_are_made(course):
    (course / "data" / "glossary.csv").unlink()
    done = make(course)
    assert done.returncode == 1 and "glossary.csv" in said(done)
    assert (course / "handouts" / "learners" / "glossary.html").exists()


def test_a_deleted_key_is_named(course):
    (course / "data" / "exercises" / "02.toml").unlink()
    done = make(course)
    assert done.returncode == 1 and "There is no exercise" in said(done)


def test_a_folder_that_cannot_be_written_to_gets_a_sentence(course):
    done = make(course, "--to", str(course / "data" / "README.md" / "pages"))
    assert done.returncode == 1
    assert "Nothing can be written to" in said(done) and "--to" in said(done)


def test_a_lesson_that_is_not_there_gets_a_sentence(course):
    done = make(course, "77")
    assert done.returncode == 1
    assert "There is no lesson 77. There are 02, 03." in said(done)


def test_a_course_without_lessons_gets_a_sentence(course):
    for path in (course / "notebooks").glob("*.ipynb"):
        path.unlink()
    done = make(course)
    assert done.returncode == 1 and "There are no lessons in" in said(done)


def test_the_page_of_a_lesson_that_is_gone_goes_with_it(course):
    (course / "notebooks" / "03_two.ipynb").unlink()
    assert make(course).returncode == 0
    assert not (course / "handouts" / "learners" / "03_two.html").exists()


def test_check_says_what_is_out_of_date_and_writes_nothing(course):
    before = pages(course)
    lesson(course / "notebooks" / "03_two.ipynb", "3")
    done = make(course, "--check")
    assert done.returncode == 1 and "out of date: learners/03_two.html" in said(done)
    assert pages(course) == before


def test_without_a_browser_pdf_says_so_plainly(course):
    done = make(course, "--pdf", PATH="", READING_KURSK_CHROMIUM="")
    assert done.returncode == 1
    assert "no Chromium, Chrome or Edge was found" in said(done)


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_stops_at_once_and_keeps_the_earlier_pages(course):
    before = pages(course)
    sign = course / "started"
    slow = f"import time; open({str(sign)!r}, 'w').close(); time.sleep(60)"
    lesson(course / "notebooks" / "02_one.ipynb", slow)
    child = subprocess.Popen(**command(course), stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while not sign.exists() and time.monotonic() < until:
        time.sleep(0.1)
    began = time.monotonic()
    child.send_signal(signal.SIGINT)
    words = child.communicate(timeout=30)[1]
    assert child.returncode == 130 and time.monotonic() - began < 10
    assert "Stopped." in words and "Traceback" not in words
    assert pages(course)["02_one.htmllearners"] == before["02_one.htmllearners"]
    assert not list(course.rglob("*.part"))
