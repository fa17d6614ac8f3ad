"""A guide and its lesson say the same: minutes, exercises, wrong answers, numbers."""

import re
from importlib import import_module
from itertools import pairwise

import nbformat
import pytest

from helpers.editions import lessons
from helpers.exercises import check
from helpers.exercises.key import exercises_of
from helpers.tables import data_folder

ROOT = data_folder().parent
LESSONS = {path.stem: nbformat.read(path, as_version=4).cells for path in lessons()}
KEYS = {
    id: key
    for file in sorted((data_folder() / "exercises").glob("*.toml"))
    for id, key in exercises_of(file).items()
}
each_lesson = pytest.mark.parametrize("name", LESSONS)

ID = r"(?<![\d.,])\d\.\d+[a-g]?\b(?! %)"
HEADING = re.compile(rf"Exercise ({ID}):[^(\n]*\((\d+) min\)")
CARD = re.compile(r"\*\*Minutes\*\* \| (.+?) \|")
NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w%-])")


def guide(name):
    return (ROOT / "teaching" / f"{name}.md").read_text(encoding="utf-8")


def section(name, heading):
    """The lines of a guide under one heading."""
    return guide(name).partition(f"## {heading}\n")[2].partition("\n## ")[0].strip()


def prose(name):
    cells = LESSONS[name]
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def minutes(name):
    """Exercise -> the minutes that the lesson gives it."""
    return {id: int(given) for id, given in HEADING.findall(prose(name))}


def ids_in(text):
    """The exercises that a text names; "8.2 to 8.7" names six."""
    found = set(re.findall(ID, text))
    for lesson, first, last in re.findall(r"(\d)\.(\d+) to \d\.(\d+)", text):
        found |= {f"{lesson}.{n}" for n in range(int(first), int(last) + 1)}
    return found


def plan(name):
    """Minutes of the lesson -> what is done in them: (row, minutes or None)."""
    lines = section(name, "Minute plan").splitlines()
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    columns = [int(cell.split()[0]) for cell in table[0][1:]]
    rows = [[cell.strip() for cell in row] for row in table[2:]]
    return {
        column: [(row[0], None if row[n] == "-" else int(row[n])) for row in rows]
        for n, column in enumerate(columns, start=1)
    }


def at_home(name):
    """Exercises that no plan has room for, and that the guide gives as homework."""
    return ids_in(section(name, "Minute plan").partition("**At home:**")[2])


def left_out(rows):
    return {id for row, given in rows if given is None for id in ids_in(row)}


@each_lesson
def test_there_is_a_plan_for_45_60_and_90_minutes_and_each_adds_up(name):
    assert set(plan(name)) >= {45, 60, 90}
    for total, rows in plan(name).items():
        assert sum(given or 0 for _, given in rows) == total


@each_lesson
def test_no_row_has_less_time_than_the_lesson_gives_its_exercises(name):
    needed = minutes(name)
    for total, rows in plan(name).items():
        for row, given in rows:
            least = sum(needed.get(id, 0) for id in ids_in(row))
            assert given is None or given >= least, (total, row, least)


@each_lesson
def test_a_longer_plan_gives_no_row_less_time(name):
    shown = [[given or 0 for _, given in rows] for rows in plan(name).values()]
    for shorter, longer in pairwise(shown):
        assert all(b == 0 or a <= b for a, b in zip(shorter, longer, strict=True))


@each_lesson
def test_every_exercise_has_its_row_or_is_homework(name):
    (rows, *_) = plan(name).values()
    planned = {id for row, _ in rows for id in ids_in(row)}
    assert planned <= {id for id in KEYS if id[0] == name[1]}
    assert planned | at_home(name) >= set(minutes(name))
    assert not planned & at_home(name)


@each_lesson
def test_what_the_lesson_says_of_its_minutes_is_in_the_plan(name):
    card = CARD.search(prose(name))[1]
    plans = plan(name)
    assert int(re.match(r"\d+", card)[0]) in plans
    known = set()
    for total, also, what in re.findall(r"(\d+)( also)? without ([^;]+)", card):
        known = (known if also else set()) | ids_in(what)
        assert left_out(plans[int(total)]) == known, card
    assert f"| {card.split()[0].strip(',;')} |" in readme_row(name)


def readme_row(name):
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"| [{name}]"))


@each_lesson
def test_every_exercise_that_a_guide_names_is_there(name):
    known = set(KEYS)
    assert ids_in(guide(name)) <= known, ids_in(guide(name)) - known


def wrong_answers():
    """Exercise and number of each row that names both, such as "2.1: 64.5 %"."""
    for name in LESSONS:
        rows = section(name, "What goes wrong, and a question that helps")
        for id, said in re.findall(rf"^\| ({ID}): ([^|]+) \|", rows, re.MULTILINE):
            if KEYS[id].kind in ("number", "interval"):
                yield from ((id, number) for number in NUMBER.findall(said))


@pytest.mark.parametrize(("id", "number"), list(wrong_answers()))
def test_a_wrong_answer_in_a_guide_gets_a_reply_of_its_own(id, number):
    answer, other = check(id, number), check(id, "987654")
    assert answer.state == "not yet" and answer.reply != other.reply


@each_lesson
def test_there_are_model_answers_at_three_levels_to_one_question(name):
    answers = section(name, "Model answers")
    assert re.findall(r"^- \*\*(\d):\*\*", answers, re.MULTILINE) == ["3", "2", "1"]
    assert answers.startswith("“") and "?”" in answers.splitlines()[0]


@each_lesson
def test_a_guide_has_what_a_teacher_looks_for(name):
    text = guide(name)
    for heading in ("To discuss", "Hard content", "Without computers"):
        assert f"\n## {heading}\n" in text
    for said in ("All times are estimates", "**Drop first:**", "**Keep:**"):
        assert said in text
    assert len(re.findall(r"^- .+\?", section(name, "To discuss"), re.M)) >= 2


def numbers_in(name):
    """The numbers of a guide's prose that somebody has to have worked out."""
    text = guide(name).replace(section(name, "Minute plan"), "")
    text = re.sub(r"^Worksheet:.*$|\*\*\d:\*\*|^\d\. ", "", text, flags=re.MULTILINE)
    text = re.sub(
        rf"{ID}|[A-Z]+\d[\d-]*|[Ll]essons? \d\d(?: (?:to|and) \d\d)?", "", text
    )
    return {number.rstrip(",") for number in NUMBER.findall(text)}


@each_lesson
def test_every_number_in_a_guide_is_computed_or_a_wrong_answer(name):
    module = import_module(f"lessons.lesson_{name[:2]}")
    wrong = {number for id, number in wrong_answers() if id[0] == name[1]}
    known = set(module.FACTS) | module.HARMLESS | set(module.GUIDE) | wrong
    assert numbers_in(name) <= known, numbers_in(name) - known
    assert {said: compute() for said, compute in module.GUIDE.items()} == {
        said: said for said in module.GUIDE
    }
    assert set(module.GUIDE) <= numbers_in(name)
