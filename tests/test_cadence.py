"""How a lesson reads: short cells, a sentence before each, one question on top."""

import re
from itertools import pairwise
from statistics import median, quantiles

import nbformat
import pytest

from helpers.editions import lessons

PROSE = {path.stem: nbformat.read(path, as_version=4).cells for path in lessons()}
each_lesson = pytest.mark.parametrize("name", PROSE)


def cells(name, kind):
    return [cell for cell in PROSE[name] if cell.cell_type == kind]


def words(name):
    """Words of prose; the signs of a table or a list are none."""
    texts = [
        re.sub(r"[|#*<>/-]+", " ", cell.source) for cell in cells(name, "markdown")
    ]
    return [len(text.split()) for text in texts]


def lines(name):
    return [
        len([line for line in cell.source.splitlines() if line.strip()])
        for cell in cells(name, "code")
    ]


@each_lesson
def test_code_cells_are_short(name):
    assert median(lines(name)) <= 3 and quantiles(lines(name), n=10)[-1] <= 6.5


@each_lesson
def test_prose_cells_are_short(name):
    assert 25 <= median(words(name)) <= 45
    assert max(words(name)) <= 110, sorted(words(name))[-3:]


@each_lesson
def test_a_lesson_has_at_most_eighty_cells(name):
    assert len(PROSE[name]) <= 80


@each_lesson
def test_every_code_cell_has_a_sentence_before_it(name):
    kinds = [cell.cell_type for cell in PROSE[name]]
    bare = [
        kinds[n] for n in range(2, len(kinds)) if kinds[n - 2 : n + 1] == ["code"] * 3
    ]
    assert kinds[0] == "markdown" and not bare


@each_lesson
def test_the_first_code_cell_comes_soon(name):
    kinds = [cell.cell_type for cell in PROSE[name]]
    before = sum(words(name)[: kinds.index("code")])
    assert before <= (320 if name.startswith("00") else 180), before


@each_lesson
def test_one_question_stands_on_top_and_no_level_is_skipped(name):
    text = "\n".join(cell.source for cell in cells(name, "markdown"))
    heads = re.findall(r"^(#+) (.+)$", text, re.MULTILINE)
    levels = [len(signs) for signs, _ in heads]
    assert levels.count(1) == 1 and levels[0] == 1 and heads[0][1].endswith("?")
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each_lesson
def test_a_lesson_carries_no_outputs_and_no_place_on_a_machine(name):
    for cell in cells(name, "code"):
        assert not cell.outputs and cell.execution_count is None
    assert not re.search(r"/(home|root|tmp|Users)/", str(PROSE[name]))


@each_lesson
def test_a_lesson_defines_nothing_and_leaves_nothing_to_do(name):
    source = "\n".join(cell.source for cell in cells(name, "code"))
    prose = "\n".join(cell.source for cell in cells(name, "markdown"))
    assert not re.search(r"^\s*(def|class) ", source, re.MULTILINE)
    assert not re.search(r"TODO|FIXME|xxx|\$", prose)
