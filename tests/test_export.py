"""The file for a class: nothing in it but what is meant to be, and seen before."""

import base64
import getpass
import json
import re
import sys

import pytest

from helpers import export, parcel, record, shareable
from helpers.codesheet import code_alone
from helpers.exercises import check, hint, predict, solution
from helpers.shareable import Asked

NAME = "Zuzanna Przykladowa"


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / NAME / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    return tmp_path / NAME / "my_work"


def work_a_little():
    check("0.2", "I would accept it as it stands", 80)
    check("2.1", "64.5")
    check("2.1", f"my name is {NAME}, 64.5")
    check("2.1", "35,5 %")
    check("1.5", NAME)
    check("2.12", f"Between three and four tenths, says {NAME}.")
    predict("2.1", 40)
    hint("2.3")
    code_alone().fields["C10", "modality"].value = "assessment"


def written(folder) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in folder.glob("reading*.json")}


def again(form: parcel.Parcel) -> parcel.Parcel:
    form.who_for.value = form.who_for.options[0]
    return form


def test_the_file_holds_answers_guesses_hints_and_codes(work):
    work_a_little()
    record.export().write()
    (text,) = written(work).values()
    whole = json.loads(text)
    assert whole["exercises"]["2.1"] == {
        "state": "right",
        "answer": "35,5 %",
        "not_yet": ["64.5"],
        "in_other_words": 1,
        "guess": 40,
    }
    assert whole["exercises"]["0.2"]["confidence"] == 80
    assert whole["exercises"]["2.3"] == {"hints": 1}
    assert whole["codings"] == {"first": {"C10": {"modality": "assessment"}}}


def test_no_name_no_user_no_path_no_time_and_no_text_is_in_it(work):
    work_a_little()
    record.export().write()
    ((name, text),) = written(work).items()
    assert whole_words(NAME, text + name) == []
    assert getpass.getuser() not in re.sub(r'"(\w+)":', "", text)
    assert "my_work" not in text and str(work.parent) not in text
    assert not re.search(r"\d{1,2}:\d{2}|20\d\d-\d\d-\d\d", text)
    assert json.loads(text)["texts"] == {}
    assert set(json.loads(text)) == {
        "format",
        "version",
        "code",
        "number",
        "exercises",
        "codings",
        "texts",
    }


def whole_words(name: str, text: str) -> list[str]:
    return [part for part in name.split() if part.lower() in text.lower()]


def test_a_text_goes_in_only_if_it_is_ticked():
    work_a_little()
    form = record.export()
    assert NAME not in form.text()
    form.ticks["2.12"].value = True
    assert NAME in form.text()
    assert NAME in form.shown.value  # and the learner sees it there
    form.ticks["2.12"].value = False
    assert NAME not in form.text()


def test_the_learner_sees_exactly_what_is_written(work):
    work_a_little()
    form = record.export()
    assert written(work) == {}
    seen = re.search(r"<pre[^>]*>(.*)</pre>", form.shown.value, re.DOTALL)[1]
    form.write()
    (text,) = written(work).values()
    assert seen.replace("&quot;", '"') == text


def test_work_done_since_the_form_was_shown_is_shown_before_it_is_written(work):
    form = record.export()
    assert form.write() == parcel.NOTHING_YET
    work_a_little()
    assert form.write() == parcel.LOOK_AGAIN
    assert written(work) == {}
    assert "64.5" in form.shown.value
    assert form.write().startswith("Written")
    assert len(written(work)) == 1


def test_a_code_is_random_and_not_reused_for_another_class(work):
    work_a_little()
    record.export().write()
    other = record.export()
    other.who_for.value = parcel.ANOTHER
    other.write()
    codes = [json.loads(text)["code"] for text in written(work).values()]
    assert len(set(codes)) == 2
    assert all(export.CODE.fullmatch(code) for code in codes)
    assert len({export.new_code() for _ in range(500)}) == 500


def test_the_same_class_gets_the_same_code_and_the_next_number(work):
    work_a_little()
    record.export().write()
    again(record.export()).write()
    again(record.export()).write()
    (text,) = written(work).values()
    assert json.loads(text)["number"] == 3


def test_without_a_choice_of_class_no_second_file_is_written(work):
    work_a_little()
    record.export().write()
    before = written(work)
    assert record.export().write() == parcel.CHOOSE
    assert written(work) == before


def test_a_file_that_is_made_stays_as_it_was_shown(work):
    work_a_little()
    form = record.export()
    form.write()
    before = written(work)
    check("2.2", 64.5)
    assert form.write() == parcel.MADE_ALREADY
    assert written(work) == before


def test_start_afresh_begins_with_a_new_code(work):
    work_a_little()
    record.export().write()
    record.start_afresh()
    work_a_little()
    form = record.export()
    assert form.before is None
    form.write()
    assert len(written(work)) == 2


def test_delete_all_deletes_the_files_for_a_class_as_well(work):
    work_a_little()
    record.export().write()
    assert "2 file(s)" in record.delete_all()
    assert list(work.iterdir()) == []


@pytest.mark.parametrize("why", ["browser", "disk refuses"])
def test_where_there_is_no_disk_the_same_call_offers_a_download(work, monkeypatch, why):
    work_a_little()
    if why == "browser":
        monkeypatch.setattr(sys, "platform", "emscripten")
    else:
        (work / export.file_name("x")).parent.mkdir(exist_ok=True)
        monkeypatch.setattr(parcel.Path, "write_text", refuse)
    form = record.export()
    seen = form.text()
    assert form.write() == parcel.NO_DISK
    assert written(work) == {}
    data = re.search(r'href="data:application/json;base64,([^"]+)"', form.said.value)[1]
    assert base64.b64decode(data).decode() == seen
    assert f'download="{export.file_name(form.fresh)}"' in form.said.value


def refuse(*_arguments, **_more):
    raise PermissionError(13, "Permission denied")


def test_the_form_says_what_the_teachers_side_may_still_learn():
    shown = record.export()._repr_mimebundle_()
    assert "sees who sent it or put it into the folder, and when" in shown["text/html"]
    assert shown["text/plain"] == parcel.STILL  # the same whatever was answered


def test_a_mark_in_a_text_is_shown_as_it_stands():
    check("2.12", "<script>alert(1)</script> & more")
    form = record.export()
    form.ticks["2.12"].value = True
    assert "<script>" not in form.shown.value


def test_exercises_stand_in_the_order_of_the_course_not_in_that_of_the_work(work):
    for id, answer in {"2.2": 64.5, "0.1": 7, "2.1": 35.5}.items():
        check(id, answer)
    assert list(export.contents(record.entries_kept()).exercises) == [
        "0.1",
        "2.1",
        "2.2",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"exercise": "2.1", "kind": "answer", "value": None, "state": "not yet"},
        {"exercise": "2.1", "kind": "answer", "value": {"a": [1]}, "state": "right"},
        {"exercise": "2.1", "kind": "answer", "value": "1", "state": "perhaps"},
        {"exercise": "2.1", "kind": "hint", "value": [1]},
        {"exercise": "2.1", "kind": "prediction", "value": {"Ann": 0.5}},
        {"exercise": "7.first", "kind": "coding", "value": ["Ann"]},
        {
            "exercise": "7.first",
            "kind": "coding",
            "value": {"C10": {"modality": "Ann"}},
        },
        {"exercise": "Ann", "kind": "note", "value": "Ann"},
        {"exercise": "1.2", "kind": "answer", "value": {"Ann": "b"}, "state": "right"},
        {"exercise": "2.5", "kind": "answer", "value": "Ann", "state": "not yet"},
    ],
)
def test_what_is_not_known_to_be_safe_stays_out(entry):
    assert "Ann" not in export.contents([entry]).as_json("x", 1)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", "35,5 %"),
        ("number", "about 1 240 km²"),
        ("number", 35.5),
        ("interval", ["4.84", "7.1"]),
        ("interval", "4.84 to 7.10 km2 per day"),
        ("days", "7 January 2025"),
        ("days", ["2025-01-07", "Tues 14 Jan"]),
    ],
)
def test_numbers_and_days_are_shareable_as_they_were_typed(kind, value):
    assert shareable.answer(value, Asked(kind)) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", "April 35"),
        ("number", "35 (Zuzanna)"),
        ("number", "x" * 200),
        ("number", ["35"] * 99),
        ("interval", {"low": 1}),
        ("days", "the day Ann was born, 7 January"),
        ("choice", "Zuzanna"),
        ("choices", ["Zuzanna"]),
        ("mapping", {"Zuzanna": "yes"}),
        ("text", "anything"),
    ],
)
def test_everything_else_is_not(kind, value):
    asked = Asked(kind, options=("yes", "no"), items=("one",))
    assert shareable.answer(value, asked) is None


def test_a_worked_answer_that_was_seen_is_in_the_file():
    check("2.1", 64.5)
    solution("2.1")
    found = export.contents(record.entries_kept()).exercises["2.1"]
    assert found["worked_answer_seen"] is True
