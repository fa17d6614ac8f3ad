"""The grader: numbers first, letters on another screen, and what is kept of both."""

import re

import pytest

from helpers import record
from helpers.exercises import answering, guesses, reveal
from helpers.exercises.result import Sorry
from helpers.grader import DRAFT, given, grade

MODEL = {"C04": "F1", "C07": "F1", "C16": "D3", "C21": "C2", "C22": "C3", "C24": "B2"}


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty folder and a fresh kernel for every test."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    monkeypatch.setattr(answering, "_reached", {})
    monkeypatch.setattr(guesses, "_waiting", {})
    return tmp_path / "my_work"


def choose(grader, scale, **grades):
    for claim, value in grades.items():
        grader.choices[scale][claim].value = value


def fill_in(grader, codes):
    choose(grader, "information", **{c: code[1] for c, code in codes.items()})
    grader.next.click()
    choose(grader, "source", **{c: code[0] for c, code in codes.items()})
    grader.check.click()


def said(grader):
    return re.sub(r"<[^>]+>", " ", grader.reply.value)


def on_screen(grader):
    return grader.shown.children[0]


def test_the_numbers_come_first_and_are_gone_while_the_letters_are_given():
    grader = grade("3.5", outside=True)
    assert on_screen(grader) is grader.screens["information"]
    choose(grader, "information", **{c: code[1] for c, code in MODEL.items()})
    grader.next.click()
    assert list(grader.shown.children) == [grader.screens["source"]]
    assert grader.check in grader.children[-4].children


def test_the_letters_cannot_be_reached_before_every_number_is_given():
    grader = grade("3.5")
    choose(grader, "information", C04="1")
    grader.next.click()
    assert on_screen(grader) is grader.screens["information"]
    assert "C07, C16, C21, C22, C24" in said(grader) and "choose 6" in said(grader)
    assert grader.choices["information"]["C04"].value == "1"


def test_a_missing_letter_is_asked_for_and_nothing_is_judged():
    grader = grade("3.5")
    choose(grader, "information", **{c: code[1] for c, code in MODEL.items()})
    grader.next.click()
    choose(grader, "source", C04="F")
    grader.check.click()
    assert "choose F" in said(grader) and record.last("3.5", "answer") is None


def test_grades_in_the_ranges_can_stand_and_open_the_picture():
    shown = reveal("3.5", "the grid")
    grader = grade("3.5", outside=True)
    fill_in(grader, MODEL)
    assert "Right" in said(grader) and len(shown.children) == 2
    assert given("3.5").set_index("claim_id")["source"].to_dict()["C16"] == "D"


def test_one_step_away_passes_and_asks_for_a_reason():
    grader = grade("3.5", outside=True)
    fill_in(grader, MODEL | {"C24": "C2", "C16": "E4"})
    assert "Right" in said(grader) and said(grader).count("give your reason") == 3


def test_a_grade_further_away_is_asked_about_and_the_others_can_stand():
    grader = grade("3.5", outside=True)
    fill_in(grader, MODEL | {"C16": "A1"})
    assert "Look again at C16; the rest can stand" in said(grader)
    assert "another origin" in said(grader)


def test_c07_is_another_claim_once_the_outside_fact_is_known():
    assert grade("3.5a", {"C07": "F6", "C15": "D3"}).state == "right"
    assert grade("3.5", MODEL | {"C07": "F6"}, outside=True).state == "not yet"


def test_one_can_go_back_to_the_numbers_without_losing_a_letter():
    grader = grade("3.5")
    fill_in(grader, MODEL)
    grader.back.click()
    assert on_screen(grader) is grader.screens["information"]
    assert grader.codes() == MODEL


def test_what_is_chosen_is_kept_at_once_and_shown_after_a_restart():
    choose(grade("3.5"), "information", C04="1", C07="2")
    again = grade("3.5")
    assert again.read()["information"] == {"C04": "1", "C07": "2"}
    assert on_screen(again) is again.screens["information"] and not said(again)


def test_a_restart_among_the_letters_does_not_bring_the_numbers_back():
    grader = grade("3.5")
    choose(grader, "information", **{c: code[1] for c, code in MODEL.items()})
    choose(grader, "source", C04="F")
    again = grade("3.5")
    assert on_screen(again) is again.screens["source"]
    assert again.read() == grader.read()


def test_the_reply_comes_back_with_the_grades():
    fill_in(grade("3.5", outside=True), MODEL)
    assert "From last time." in said(grade("3.5", outside=True))


@pytest.mark.parametrize("code", ["F7", "G1", "C", "", "13", None, "1F"])
def test_a_grade_outside_its_scale_gets_a_sentence_and_nothing_is_lost(code):
    choose(grade("3.5"), "information", C04="1")
    result = grade("3.5", {"C04": code})
    assert result.state == "not yet"
    assert "from 1 to 6" in result.reply or "from A to F" in result.reply
    assert grade("3.5").read()["information"] == {"C04": "1"}
    assert given("3.5").empty


def test_codes_for_some_of_the_claims_are_kept_and_the_rest_is_asked_for():
    result = grade("3.5", {"C04": "F1"}, outside=True)
    assert result.state == "not yet" and "C07, C16" in result.reply
    assert given("3.5")["claim_id"].tolist() == ["C04"]


@pytest.mark.parametrize(
    "damaged",
    ["x", 5, None, [], {"information": 3}, {"information": {"C04": "9", "C99": "1"}}],
)
def test_a_damaged_record_is_left_out(damaged):
    record.save("3.5", DRAFT, damaged)
    record.save("3.5", "answer", damaged)
    assert grade("3.5").codes() == {} and given("3.5").empty


def test_each_field_is_named_after_its_claim_and_says_what_a_grade_means():
    grader = grade("3.5")
    assert [one.description for one in grader.choices["source"].values()] == list(MODEL)
    labels = [label for label, _ in grader.choices["source"]["C04"].options]
    assert labels[0] == "choose" and labels[6].startswith("F  Reliability cannot be")


def test_the_twin_on_paper_has_both_scales_the_claims_and_no_answer():
    grader = grade("3.5", outside=True)
    blank = grader._repr_mimebundle_()
    fill_in(grader, MODEL)
    filled = grader._repr_mimebundle_()
    assert blank["text/plain"] == filled["text/plain"]
    assert blank["text/html"] == filled["text/html"]
    assert blank["text/html"].count("<caption") == 2
    assert "Fold the numbers away" in blank["text/plain"]


def test_an_unknown_exercise_gets_a_sentence():
    assert isinstance(grade("3.99"), Sorry)
