"""The sketch: five numbers, locked once; nothing typed is lost, nothing given away."""

import pytest

from helpers import record
from helpers.exercises import guesses, reveal
from helpers.listing import listing
from helpers.sketch import DAYS, SKIPPED, sketch, sketched
from helpers.tables import load_territory_claims

TYPED = ["900", "1 000 km²", "1,200", "250,5", "0"]
SOUND = dict(zip(DAYS, [900, 1000, 1200, 250.5, 0], strict=True))


@pytest.fixture(autouse=True)
def own_record(tmp_path, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path))
    guesses._waiting.clear()
    record._unsaved.clear()


def filled(typed=TYPED):
    form = sketch("5.0")
    for field, value in zip(form.fields.values(), typed, strict=True):
        field.value = value
    return form


def test_every_field_is_named_by_its_day():
    names = [field.description for field in sketch("5.0").fields.values()]
    assert names[0] == "12 August 2024 (km²)" and len(set(names)) == 5


def test_numbers_are_read_as_people_write_them_and_locked_together():
    filled().lock_in.click()
    assert sketched("5.0") == SOUND


def test_the_picture_follows_what_is_typed():
    form = sketch("5.0")
    before = form.picture.value
    form.fields[DAYS[0]].value = "900"
    assert form.picture.value != before
    assert "12 August 2024: 900" in form.picture.value


@pytest.mark.parametrize("wrong", ["abc", "-5", "1501", "100-200", "nan", "12 August"])
def test_one_bad_number_locks_nothing_loses_nothing_and_gets_a_sentence(wrong):
    form = filled([*TYPED[:2], wrong, *TYPED[3:]])
    form.lock_in.click()
    assert sketched("5.0") is None
    assert "Nothing is locked in yet." in form.said.value
    assert "17 January 2025" in form.said.value and "like 950" in form.said.value
    assert [field.value for field in form.fields.values()][2] == wrong


def test_an_empty_field_is_asked_for():
    form = filled([*TYPED[:4], ""])
    form.lock_in.click()
    assert sketched("5.0") is None and "all five days" in form.said.value


def test_a_locked_sketch_takes_no_second_one():
    form = filled()
    form.lock_in.click()
    assert all(field.disabled for field in form.fields.values())
    again = filled(["1"] * 5)
    again.lock_in.click()
    assert sketched("5.0") == SOUND


def test_a_restart_shows_what_was_typed_and_what_was_locked():
    form = sketch("5.0")
    form.fields[DAYS[1]].value = "77 or so"
    assert sketch("5.0").fields[DAYS[1]].value == "77 or so"
    filled().lock_in.click()
    again = sketch("5.0")
    assert again.fields[DAYS[0]].value == "900" and again.fields[DAYS[0]].disabled
    assert "Your sketch is locked in" in again.said.value


def test_a_skip_goes_on_without_a_sketch():
    form = sketch("5.0")
    form.skip.click()
    assert sketched("5.0") is None and SKIPPED in form.said.value
    assert SKIPPED in sketch("5.0").said.value


def test_skipping_from_code_does_not_undo_a_lock():
    filled().lock_in.click()
    sketch("5.0", skip=True)
    assert sketched("5.0") == SOUND


def test_figures_wait_for_the_sketch_and_open_in_place():
    table = listing(load_territory_claims().head(2), "two")
    curtain = reveal("5.0", lambda: table)
    assert "two" not in curtain._repr_mimebundle_()["text/html"]
    filled().lock_in.click()
    assert "about 1,050" in curtain.children[1].value
    assert "You guessed" not in repr(reveal("5.0", table))


def test_a_damaged_entry_does_not_break_the_sketch():
    record.save("5.0", "draft", [1, 2])
    record.save("5.0", "prediction", {"2024-08-12": 3})
    assert sketched("5.0") is None
    assert sketch("5.0").fields[DAYS[0]].disabled


def test_the_still_twin_has_the_empty_calendar_and_no_figure_from_outside():
    bundle = sketch("5.0")._repr_mimebundle_()
    assert "<img" in bundle["text/html"] and "22 June 2025" in bundle["text/plain"]
    for outside in ("1,294", "1,268", "5.5", "467"):
        assert outside not in bundle["text/plain"]


def test_what_is_exported_of_a_sketch_is_nothing():
    from helpers.export import contents

    filled().lock_in.click()
    assert "guess" not in contents(record.entries_kept()).exercises.get("5.0", {})
