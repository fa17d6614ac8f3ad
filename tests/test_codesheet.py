"""The coding sheet: every choice is kept at once and is there again."""

import pytest

from helpers import codebook, codesheet, record
from helpers.codesheet import code_alone, own_codings


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    return tmp_path / "my_work"


def test_the_sheet_has_a_field_for_each_claim_and_scale():
    assert len(code_alone().fields) == 12 * 3
    assert {scale for _, scale in code_alone(again=True).fields} == {"modality"}
    assert len(code_alone(again=True).fields) == 4


def test_every_field_has_a_name_of_its_own_with_the_claim_in_it():
    names = [field.description for field in code_alone().fields.values()]
    assert len(set(names)) == len(names)
    assert "C10, modality" in names


def test_a_choice_is_kept_at_once_and_shown_again_after_a_restart():
    code_alone().fields["C10", "modality"].value = "assessment"
    sheet = code_alone()
    assert sheet.fields["C10", "modality"].value == "assessment"
    assert "1 of 36" in sheet.said.value
    assert own_codings()[["coder", "claim_id", "code"]].to_numpy().tolist() == [
        ["you", "C10", "assessment"]
    ]


def test_a_choice_taken_back_is_taken_back():
    sheet = code_alone()
    sheet.fields["C10", "modality"].value = "assessment"
    sheet.fields["C10", "modality"].value = ""
    assert code_alone().read() == {}


def test_the_last_open_claims_are_named_and_the_end_is_said():
    sheet = code_alone(again=True)
    for claim in ("C09", "C10", "C18"):
        sheet.fields[claim, "modality"].value = "forecast"
    assert "Still open: C20." in sheet.said.value
    sheet.fields["C20", "modality"].value = "forecast"
    assert "Everything is coded" in sheet.said.value


def test_the_two_rounds_do_not_touch_each_other():
    code_alone().fields["C10", "modality"].value = "assessment"
    code_alone(again=True).fields["C10", "modality"].value = "forecast"
    assert code_alone().fields["C10", "modality"].value == "assessment"
    assert own_codings()["round"].tolist() == ["first", "again"]


def test_what_the_codebook_does_not_know_is_left_out_and_nothing_breaks():
    record.save("7.first", "coding", {"C10": {"modality": "gossip"}, "X": 3, "C04": 1})
    assert code_alone().read() == {}


def test_a_disk_that_refuses_is_named_and_the_choice_holds(work):
    work.write_text("a file where the folder should be")
    sheet = code_alone()
    sheet.fields["C10", "modality"].value = "assessment"
    assert "could not be saved" in sheet.said.value
    assert code_alone().fields["C10", "modality"].value == "assessment"


def test_the_still_twin_is_the_same_before_and_after_coding():
    before = code_alone()._repr_mimebundle_()
    code_alone().fields["C10", "modality"].value = "assessment"
    after = code_alone()._repr_mimebundle_()
    for kind in ("text/plain", "text/html"):
        assert before[kind] == after[kind]
    assert before["text/html"].count('scope="col"') == 4


def test_every_code_of_the_codebook_has_a_meaning():
    for scale in codebook.QUESTIONS:
        shown = codesheet.the_codebook(scale).table
        assert len(shown) > 2 and shown["meaning"].str.endswith(".").all()


def test_the_new_line_differs_from_the_old_one_and_keeps_its_code():
    old, new = codesheet.two_lines().table["words"]
    assert old != new
    assert old.split(":")[0] == new.split(":")[0] == "reported_fact"
