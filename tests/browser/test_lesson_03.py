"""The chain builder and the grader of lesson 03, by keyboard in a real Chromium."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LESSON = "03_who_says_so"
NUMBERS = {"C04": "1", "C07": "1", "C16": "3", "C21": "2", "C22": "2", "C24": "2"}
LETTERS = {"C04": "F", "C07": "F", "C16": "D", "C21": "C", "C22": "C", "C24": "B"}
SIGNS = "123456", "ABCDEF"


@pytest.fixture
def lesson(open_lesson):
    opened = open_lesson(LESSON)
    opened.run_all()
    return opened


def test_a_learner_builds_a_chain_and_grades_by_keyboard_and_nothing_is_lost(lesson):
    nothing_is_given_away(lesson)
    a_chain_that_ends_too_early_gets_a_sentence(lesson)
    the_numbers_come_first_and_then_disappear(lesson)
    lesson.restart_and_run_all()
    what_was_chosen_is_there_again(lesson)
    the_chain_is_finished_and_right(lesson)
    the_letters_are_given_and_the_picture_opens(lesson)


def press(lesson, *keys):
    for key in keys:
        lesson.page.keyboard.press(key)


def nothing_is_given_away(lesson):
    page = lesson.page
    assert page.get_by_text("Error displaying widget").count() == 0
    outputs = " ".join(page.locator(".jp-OutputArea-output").all_inner_texts())
    for answer in ("41.7", "C24, ", "13.9", "87", "first to say so", "key F/1"):
        assert answer not in outputs, f"{answer} is on screen before it was asked"


def a_chain_that_ends_too_early_gets_a_sentence(lesson):
    cell = lesson.cell('build_chain("3.2", begin=2)')
    cell.get_by_label("3rd link", exact=True).focus()
    press(lesson, "ArrowDown", "ArrowDown", "ArrowDown")
    expect(cell.get_by_label("3rd link", exact=True)).to_have_value(
        "The Washington Post"
    )
    press(lesson, "Tab", "Space")
    expect(cell.locator("figure img")).to_have_attribute(
        "alt", re.compile(r"then The Washington Post \(inferred\)")
    )
    cell.get_by_role("button", name="Check").press("Enter")
    expect(cell.get_by_role("alert")).to_contain_text("always the text in hand")


def the_numbers_come_first_and_then_disappear(lesson):
    cell = lesson.cell('grade("3.5", outside=True)')
    choose(lesson, cell, NUMBERS, SIGNS[0])
    cell.get_by_role("button", name="Next").press("Enter")
    expect(cell).to_contain_text("Step 2 of 2")
    expect(cell).not_to_contain_text("Information, 1 to 6")


def choose(lesson, cell, grades, signs):
    """Each grade by arrow keys, from the field before it by Tab."""
    cell.get_by_label(next(iter(grades)), exact=True).focus()
    for claim, grade in grades.items():
        press(lesson, *["ArrowDown"] * (signs.index(grade) + 1))
        chosen = cell.get_by_label(claim, exact=True)
        expect(chosen).to_have_value(re.compile(f"^{grade}  "))
        press(lesson, "Tab")
    # A person takes longer than a busy machine to get from a list to the button.
    lesson.page.wait_for_timeout(1500)


def what_was_chosen_is_there_again(lesson):
    cell = lesson.cell('build_chain("3.2", begin=2)')
    expect(cell.get_by_label("3rd link", exact=True)).to_have_value(
        "The Washington Post"
    )
    expect(cell.get_by_label("inferred (3rd link)")).to_be_checked()
    expect(lesson.cell('grade("3.5", outside=True)')).to_contain_text("Step 2 of 2")


def the_chain_is_finished_and_right(lesson):
    cell = lesson.cell('build_chain("3.2", begin=2)')
    cell.get_by_label("4th link", exact=True).focus()
    press(lesson, "End")
    expect(cell.get_by_label("4th link", exact=True)).to_have_value("this digest")
    cell.get_by_role("button", name="Check").press("Enter")
    expect(cell.get_by_role("alert")).to_contain_text("4 speakers, 3 hand-overs")


def the_letters_are_given_and_the_picture_opens(lesson):
    cell = lesson.cell('grade("3.5", outside=True)')
    choose(lesson, cell, LETTERS, SIGNS[1])
    cell.get_by_role("button", name="Check").press("Enter")
    expect(cell.get_by_role("alert")).to_contain_text("Right")
    picture = lesson.cell('reveal("3.5"').locator("figure img")
    expect(picture).to_have_attribute("alt", re.compile("C16: D3, key C to D/3"))
