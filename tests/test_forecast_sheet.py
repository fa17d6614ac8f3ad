"""Four forecasts: locked all at once, scored only afterwards, nothing typed is lost."""

import pytest

from helpers import forecast_sheet, record
from helpers.forecast_sheet import WAITS, four_forecasts, outcomes

TYPED = {"Q1": "0.9", "Q2": "0,9", "Q3": "80 %", "Q4": "0.05"}
SOUND = {"Q1": 0.9, "Q2": 0.9, "Q3": 0.8, "Q4": 0.05}


@pytest.fixture(autouse=True)
def own_record(tmp_path, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path))
    forecast_sheet._waiting.clear()
    record._unsaved.clear()


def filled(typed=TYPED):
    sheet = four_forecasts("4.8")
    for name, value in typed.items():
        sheet.fields[name].value = value
    return sheet


def plain(shown):
    return shown._repr_mimebundle_()["text/plain"]


def test_every_field_has_the_name_of_its_question():
    names = [field.description for field in four_forecasts("4.8").fields.values()]
    assert names == [f"Q{n} (0 to 1)" for n in (1, 2, 3, 4)]


def test_locking_keeps_the_four_probabilities_in_one_entry():
    filled().lock_in.click()
    assert record.last("4.8", "prediction")["value"] == SOUND


def test_a_locked_sheet_takes_no_second_guess():
    sheet = filled()
    sheet.lock_in.click()
    assert all(field.disabled for field in sheet.fields.values())
    assert sheet.buttons.layout.display == "none"
    again = filled(dict.fromkeys(TYPED, "0.1"))
    again.lock_in.click()
    kept = [e["value"] for e in record.entries_kept() if e["kind"] == "prediction"]
    assert kept == [SOUND]


@pytest.mark.parametrize("wrong", ["1.2", "70", "-0.1", "maybe", "", "0.6-0.8", "nan"])
def test_one_bad_probability_locks_nothing_and_loses_nothing(wrong):
    sheet = filled(TYPED | {"Q2": wrong})
    sheet.lock_in.click()
    assert record.last("4.8", "prediction") is None
    assert "Nothing is locked in yet." in sheet.said.value
    assert "Q2: " in sheet.said.value and 'role="alert"' in sheet.said.value
    assert sheet.fields["Q1"].value == "0.9" and sheet.fields["Q2"].value == wrong
    assert not sheet.fields["Q2"].disabled


def test_a_percentage_is_told_how_to_write_it():
    sheet = filled(TYPED | {"Q1": "70"})
    sheet.lock_in.click()
    assert "For 70 % write 0.7." in sheet.said.value


def test_a_restart_shows_what_was_typed_and_not_yet_locked():
    filled({"Q1": "0.4", "Q3": "1.2"})
    fields = four_forecasts("4.8").fields
    assert [one.value for one in fields.values()] == ["0.4", "", "1.2", ""]


def test_a_restart_shows_what_was_locked():
    filled().lock_in.click()
    sheet = four_forecasts("4.8")
    assert sheet.fields["Q4"].value == "0.05" and sheet.fields["Q4"].disabled
    assert "Q4 0.05" in sheet.said.value


def test_outcomes_show_nothing_in_no_form_before_the_lock():
    view = outcomes("4.8")
    bundle = view._repr_mimebundle_()
    assert bundle["text/plain"] == WAITS
    for shown in (bundle["text/html"], view.children[0].value):
        assert "April" not in shown and "<img" not in shown and WAITS in shown


def test_outcomes_appear_in_place_when_the_forecasts_are_locked():
    view, sheet = outcomes("4.8"), filled()
    sheet.lock_in.click()
    assert "Your Brier score is 0.016." in view.children[0].value
    assert "<img" in view.children[0].value and "26 April 2025" in plain(view)


def test_a_skip_shows_the_outcomes_without_a_score_of_ones_own():
    view, sheet = outcomes("4.8"), four_forecasts("4.8")
    sheet.skip.click()
    assert "yours:" not in plain(view) and "skipped" in plain(view)
    assert "always 0.5: 0.250" in plain(view)


def test_the_outcomes_are_there_again_after_a_restart():
    filled().lock_in.click()
    assert "Your Brier score is 0.016." in plain(outcomes("4.8"))


def test_skipping_from_code_does_not_undo_a_lock():
    filled().lock_in.click()
    four_forecasts("4.8", skip=True)
    assert "Your Brier score is 0.016." in plain(outcomes("4.8"))


def test_a_damaged_entry_does_not_break_the_sheet():
    record.save("4.8", "prediction", 0.7)
    record.save("4.8", "draft", [1, 2])
    assert plain(outcomes("4.8")) == WAITS
    assert four_forecasts("4.8").fields["Q1"].value == ""


def test_the_still_twin_asks_all_questions_and_names_no_outcome():
    filled().lock_in.click()
    bundle = four_forecasts("4.8")._repr_mimebundle_()
    assert bundle["text/plain"].count("Will ") == 4
    assert bundle["text/html"].count("rk-line") >= 4
    assert "0.05" not in bundle["text/html"] and "0.05" not in bundle["text/plain"]
