"""Numbers in the lessons' prose are what the tables say."""

import re
from importlib import import_module

import nbformat
import pytest

from helpers.editions import lessons
from helpers.exercises.key import exercises_of
from helpers.tables import data_folder

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")
FILES = sorted((data_folder() / "exercises").glob("*.toml"))
IDS = {id for file in FILES for id in exercises_of(file)}
LESSONS = [path for path in lessons() if not path.name.startswith("00")]


def module_of(lesson):
    return import_module(f"lessons.lesson_{lesson.name[:2]}")


def prose(lesson):
    """The markdown of a lesson without code, addresses, dates and lesson numbers."""
    cells = nbformat.read(lesson, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    text = re.sub(
        r"`[^`]*`|https?://\S+|\d{4}-\d{2}-\d{2}|^#+ \d+\.", "", text, flags=re.M
    )
    return re.sub(r"\b[Ll]essons? \d\d(?: and \d\d)?|\b[A-Z]+\d+|\(\d+ min\)", "", text)


def numbers_in(lesson):
    found = {number.rstrip(",") for number in NUMBER.findall(prose(lesson))}
    return found - IDS


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_number_in_the_prose_is_computed_or_known_to_be_harmless(lesson):
    module = module_of(lesson)
    unknown = numbers_in(lesson) - set(module.FACTS) - module.HARMLESS
    assert not unknown, f"compute these in FACTS: {sorted(unknown)}"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_facts_are_what_the_tables_give_and_none_is_left_over(lesson):
    facts = module_of(lesson).FACTS
    assert {said: compute() for said, compute in facts.items()} == {x: x for x in facts}
    assert set(facts) <= numbers_in(lesson)
