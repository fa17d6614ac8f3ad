"""Lesson 02 as a learner meets it: a real JupyterLab in a real Chromium."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LESSON = "02_how_much_ground"


@pytest.fixture
def lesson(open_lesson):
    opened = open_lesson(LESSON)
    opened.run_all()
    return opened


def test_a_learner_works_through_lesson_02_by_keyboard_and_nothing_is_lost(lesson):
    nothing_is_given_away_and_nothing_is_red(lesson)
    a_wrong_answer_is_answered_and_a_hint_helps(lesson)
    a_choice_is_made_by_keys_and_no_cell_moves(lesson)
    a_locked_guess_opens_what_waited_for_it(lesson)
    lesson.restart_and_run_all()
    what_was_typed_is_there_again(lesson)
    the_control_moves_by_keyboard_and_the_picture_changes(lesson)


def nothing_is_given_away_and_nothing_is_red(lesson):
    page = lesson.page
    assert (
        page.locator(
            '[data-mime-type*="error"], .jp-RenderedText[data-mime-type*="stderr"]'
        ).count()
        == 0
    )
    assert page.get_by_text("Error displaying widget").count() == 0
    assert page.locator(".jp-toast, .Toastify__toast").count() == 0
    outputs = " ".join(page.locator(".jp-OutputArea-output").all_inner_texts())
    for answer in ("35.48", "64.52", "39.52", "4.84", "49.6", "478.8", "35.2 km"):
        assert answer not in outputs, f"{answer} is on screen before it was asked"


def a_wrong_answer_is_answered_and_a_hint_helps(lesson):
    cell = lesson.cell('ask("2.1")')
    field = cell.get_by_label("Share lost (%)")
    field.focus()
    lesson.page.keyboard.type("64,5 %")
    lesson.page.keyboard.press("Enter")
    expect(cell.get_by_role("alert")).to_contain_text("That is the share that was kept")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Space")
    expect(cell).to_contain_text("Which of them came first?")


def a_choice_is_made_by_keys_and_no_cell_moves(lesson):
    """Arrows, A and D D are shortcuts of JupyterLab; a field keeps them to itself."""
    cells, options = (
        lesson.cells.count(),
        lesson.cell('ask("2.5")').get_by_role("radio"),
    )
    options.first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "a", "d", "d"):
        lesson.page.keyboard.press(key)
    expect(options.nth(2)).to_be_checked()
    assert lesson.cells.count() == cells


def a_locked_guess_opens_what_waited_for_it(lesson):
    cell = lesson.cell('predict("2.1")')
    cell.get_by_label("Your guess (%)").fill("30")
    cell.get_by_role("button", name="Lock in").press("Enter")
    expect(cell).to_contain_text("Your guess is locked in: 30 %")
    opened = lesson.cell('reveal("2.1"')
    expect(opened).to_contain_text("You guessed 30 %; it is 35.48 %")


def what_was_typed_is_there_again(lesson):
    cell = lesson.cell('ask("2.1")')
    expect(cell.get_by_label("Share lost (%)")).to_have_value("64,5 %")
    expect(cell).to_contain_text("From last time.")
    expect(cell).to_contain_text("That is the share that was kept")
    expect(lesson.cell('predict("2.1")')).to_contain_text("locked in: 30 %")


def the_control_moves_by_keyboard_and_the_picture_changes(lesson):
    cell = lesson.cell('reveal("2.6"')
    cell.get_by_role("button", name="Show it now").press("Enter")
    picture = cell.locator("figure img")
    expect(picture).to_have_attribute(
        "alt", re.compile("7.10 km² a day if the day was 1 ")
    )
    cell.locator(".noUi-handle").focus()
    lesson.page.keyboard.press("ArrowRight")
    expect(picture).to_have_attribute("alt", re.compile("if the day was 2 November"))
    expect(cell.get_by_label("Day of November")).to_have_value("2")
    cell.get_by_label("rounded to the nearest 100").check()
    expect(picture).to_have_attribute("alt", re.compile("rounded to the nearest 100"))
