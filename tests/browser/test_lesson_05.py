"""The sketch of lesson 05 and its view "as known on", by keyboard in Chromium."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LESSON = "05_what_do_others_say"
TYPED = ["900", "1 000", "abc", "200", "0"]


@pytest.fixture
def lesson(open_lesson):
    opened = open_lesson(LESSON)
    opened.run_all()
    return opened


def test_a_learner_sketches_by_keyboard_before_any_point_and_nothing_is_lost(lesson):
    no_point_is_shown_before_the_sketch(lesson)
    a_bad_number_locks_nothing(lesson)
    the_sketch_is_locked_and_the_figures_open(lesson)
    another_day_gives_another_picture(lesson)
    lesson.restart_and_run_all()
    the_sketch_is_there_again(lesson)


def no_point_is_shown_before_the_sketch(lesson):
    page = lesson.page
    assert page.get_by_text("Error displaying widget").count() == 0
    outputs = " ".join(page.locator(".jp-OutputArea-output").all_inner_texts())
    for answer in ("1,268", "41.86", "41.9", "1,333", "467", "Rudskoi"):
        assert answer not in outputs, f"{answer} is on screen before it was asked"


def a_bad_number_locks_nothing(lesson):
    form = lesson.cell('sketch("5.0")')
    form.get_by_label("12 August 2024").focus()
    for value in TYPED:
        lesson.page.keyboard.type(value)
        lesson.page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Lock in")).to_be_focused()
    lesson.page.keyboard.press("Enter")
    expect(form).to_contain_text("17 January 2025: There is no number in that.")
    expect(form.get_by_label("17 January 2025")).to_have_value("abc")


def the_sketch_is_locked_and_the_figures_open(lesson):
    form = lesson.cell('sketch("5.0")')
    form.get_by_label("17 January 2025").fill("600")
    lesson.page.keyboard.press("Tab")
    expect(form.locator("img")).to_have_attribute("alt", has("17 January 2025: 600"))
    form.get_by_role("button", name="Lock in").press("Enter")
    expect(form).to_contain_text("Your sketch is locked in")
    expect(form.get_by_label("12 August 2024")).to_be_disabled()
    picture = lesson.cell("curve.claimed(ground, maps, sketch").locator("img")
    expect(picture).to_have_attribute("alt", has("Your sketch: 12 August 2024: 900"))


def another_day_gives_another_picture(lesson):
    cell = lesson.cell("explore.explore")
    expect(cell.locator("img")).to_have_attribute("alt", has("known on 11 January"))
    cell.locator("input[type=radio]").first.focus()
    lesson.page.keyboard.press("ArrowDown")
    expect(cell.locator("img")).to_have_attribute("alt", has("known on 23 November"))


def the_sketch_is_there_again(lesson):
    form = lesson.cell('sketch("5.0")')
    expect(form.get_by_label("14 October 2024")).to_have_value("1000")
    expect(form).to_contain_text("Your sketch is locked in")
    assert not lesson.outside


def has(words):
    """Any text with these words in it."""
    return re.compile(re.escape(words))
