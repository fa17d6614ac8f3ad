"""Lessons rest on evidence, copies shown as copies, and reference: on no specimen."""

import re
from pathlib import Path

import nbformat
import pytest

from helpers import tables
from helpers.editions import lessons
from helpers.pages import page_of

STUDYING = "06"  # the one lesson that studies rewrites and relays
RESTING = [one for one in lessons() if one.name[:2] != STUDYING]
TABLES = {"T": "territory_claims", "M": "mapped_figures", "F": "force_claims"}
IDS = re.compile(r"\b([TMF])(\d{2,3}[a-z]?)\b")
each_lesson = pytest.mark.parametrize("lesson", RESTING, ids=lambda one: one.stem)


def sources_of(lesson: Path, kinds=("code", "markdown")) -> str:
    cells = nbformat.read(lesson, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type in kinds)


@each_lesson
def test_no_lesson_but_06_asks_for_specimens(lesson):
    assert "subject=True" not in sources_of(lesson, ("code",))


@each_lesson
def test_every_figure_that_a_lesson_names_rests_on_no_specimen(lesson):
    for letter, number in IDS.findall(sources_of(lesson)):
        tables.row(tables.load_table(TABLES[letter]), letter + number)


def test_the_specimen_of_10_january_is_named_as_one_and_its_row_is_not_shown():
    text = sources_of(next(one for one in RESTING if one.name.startswith("05")))
    assert "436" in text and "*specimen*" in text
    assert "T050" not in text and "T048" not in text


def test_every_copy_is_shown_as_a_copy_or_as_an_undated_page():
    sources = tables.load_sources()
    copies = sources.loc[sources["standing"] == "copy", "source_id"]
    assert all(
        re.search(r"seen in a copy|undated page", page_of(one)) for one in copies
    )
