"""The answered edition is what lesson and key make, and every check is right."""

import nbformat
import pytest

from helpers.editions import answered, answered_path, is_current, lessons, main, project
from helpers.exercises.result import MIMETYPE

LESSONS = lessons()
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)


def checks_in(notebook):
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    data = [out.get("data", {}) for out in outputs]
    return [bundle[MIMETYPE] for bundle in data if MIMETYPE in bundle]


@each_lesson
def test_the_answered_edition_is_up_to_date(lesson):
    assert is_current(lesson), "run: python -m helpers.editions"


@each_lesson
def test_every_check_in_the_answered_edition_says_right(lesson):
    found = checks_in(nbformat.read(answered_path(lesson), as_version=4))
    assert found and {check["state"] for check in found} == {"right"}


@each_lesson
def test_the_answered_edition_has_run_without_an_error(lesson):
    notebook = nbformat.read(answered_path(lesson), as_version=4)
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    assert not [out for out in outputs if out.output_type == "error"]
    assert not [out for out in outputs if out.get("name") == "stderr"]
    assert all(cell.execution_count for cell in notebook.cells if "outputs" in cell)


@each_lesson
def test_nothing_waits_for_an_answer_in_the_answered_edition(lesson):
    cells = answered(lesson).cells
    left = [cell.source for cell in cells if "= ..." in cell.source]
    assert not left


def test_an_answered_lesson_without_its_lesson_is_gone():
    stored = (project() / "teaching" / "answered").glob("*.ipynb")
    assert {path.name for path in stored} == {path.name for path in LESSONS}


def test_a_changed_lesson_is_out_of_date(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.editions.project", lambda: tmp_path)
    lesson = tmp_path / "notebooks" / LESSONS[0].name
    lesson.parent.mkdir()
    lesson.write_bytes(LESSONS[0].read_bytes())
    stored = tmp_path / "teaching" / "answered" / lesson.name
    stored.parent.mkdir(parents=True)
    nbformat.write(answered(lesson), stored)
    assert is_current(lesson)
    changed = nbformat.read(lesson, as_version=4)
    changed.cells[0].source += " One word more."
    nbformat.write(changed, lesson)
    assert not is_current(lesson)


def test_the_check_names_what_is_out_of_date(capsys):
    assert main(["--check", LESSONS[0].name[:2]]) == 0
    assert "current" in capsys.readouterr().out
