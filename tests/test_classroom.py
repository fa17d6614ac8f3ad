"""Class results: files as they really arrive, and nobody to be found in the numbers."""

import json
import shutil

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from helpers import classroom
from helpers.classroom import (
    ClassError,
    arrivals,
    before_and_after,
    by_item,
    class_codings,
    load_class,
    page,
    progress,
    synthetic,
    topics,
    wrong_answers,
)
from helpers.classroom.group import FEW, MADE_UP
from helpers.export import VERSION, Contents, new_code
from helpers.tables import data_folder

CODE = "abcdefghjkmn"
ANSWERS = {"2.1": {"state": "right", "answer": 35.5, "not_yet": [64.5]}}
PARTS = (page.progress, page.table, page.mistakes, page.guesses, page.gradings)
PARTS += (page.agreement, page.check, page.shared_texts)


def export_text(code: str = CODE, number: int = 1, exercises=None, **more) -> str:
    found = Contents(ANSWERS if exercises is None else exercises)
    return json.dumps(json.loads(found.as_json(code, number)) | more)


def write(folder, name: str, text: str | bytes, encoding: str = "utf-8"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))


def answer_of(folder, id: str = "2.1") -> list:
    table = load_class(folder).answers
    return [json.loads(one) for one in table.loc[table["exercise"] == id, "answer"]]


def a_class(folder, number: int, exercises=None):
    for _ in range(number):
        code = new_code()
        write(folder, f"{code}.json", export_text(code, 1, exercises))
    return folder


# as they arrive


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_every_encoding_in_which_files_arrive_is_read(tmp_path, encoding):
    text = export_text(texts={"2.12": "Łódź, “about” 440 км²"})
    raw = text.encode("utf-16" if "bom" in encoding else encoding)
    write(tmp_path, "one.json", raw)
    group = load_class(tmp_path)
    assert (group.number, len(group.left_out)) == (1, 0)
    assert group.texts["text"].tolist() == ["Łódź, “about” 440 км²"]


def test_the_newest_file_of_a_code_wins_whatever_its_name_or_place(tmp_path):
    for name, number in {"a (1).json": 2, "b/a.json": 3, "a.json": 1}.items():
        write(
            tmp_path,
            name,
            export_text(
                number=number,
                exercises={"2.1": {"state": "not yet", "answer": 60 + number}},
            ),
        )
    assert answer_of(tmp_path) == [63]
    assert load_class(tmp_path).replaced == 2


def test_number_ten_is_newer_than_number_nine(tmp_path):
    for number in (9, 10):
        write(
            tmp_path,
            f"{number}.json",
            export_text(
                number=number, exercises={"2.1": {"state": "not yet", "answer": number}}
            ),
        )
    assert answer_of(tmp_path) == [10]


def test_a_copy_is_passed_over(tmp_path):
    for name in ("a.json", "a (1).json", "a - Kopie.json", "deep/er/a.json"):
        write(tmp_path, name, export_text())
    group = load_class(tmp_path)
    assert (group.number, group.replaced, len(group.left_out)) == (1, 3, 0)


def test_two_files_of_which_neither_is_newer_are_both_left_out(tmp_path):
    write(tmp_path, "a.json", export_text())
    write(tmp_path, "b.json", export_text(exercises={}))
    group = load_class(tmp_path)
    assert group.number == 0
    assert group.left_out["reason"].unique().tolist() == [arrivals.TWO]
    write(tmp_path, "c.json", export_text(number=2))
    assert load_class(tmp_path).number == 1  # a newer one settles it


def test_what_a_system_puts_into_a_folder_is_no_file_of_the_class(tmp_path):
    for name in (".DS_Store", "desktop.ini", "Thumbs.db", "__MACOSX/._a.json", "~$a"):
        write(tmp_path, name, b"\x00\x01")
    group = load_class(tmp_path)
    assert (group.number, len(group.left_out)) == (0, 0)


WHOLE = export_text()
RECORD = '{"exercise": "2.1", "kind": "answer", "value": "35.5", "state": "right"}\n'
BROKEN = {
    "empty": (b"", "is empty"),
    "only spaces": (b" \n ", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "half": (WHOLE[: len(WHOLE) // 2], "breaks off"),
    "nearly whole": (WHOLE[:-2], "breaks off"),
    "the first sign": ("{", "cannot be read as JSON"),
    "cut in UTF-16": (WHOLE.encode("utf-16")[:-7], "damaged"),
    "a comma too much": (WHOLE.replace("}", ",}", 1), "damaged"),
    "two in one": (WHOLE + WHOLE, "damaged"),
    "other program": ('{"a": 1}', "another program"),
    "a list": ("[1, 2]", "another program"),
    "a number": ("3", "another program"),
    "null": ("null", "another program"),
    "a notebook": ('{"cells": [], "nbformat": 4}', "another program"),
    "the record": (RECORD * 3, "record itself"),
    "a line of the record": (RECORD, "record itself"),
    "a text": ("I did not find the file, sorry. Ann", "not a file that the course"),
    "a web page": ("<!doctype html><title>Log in</title>", "not a file that the"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "no text"),
    "a packed folder": (b"PK\x03\x04\x14\x00", "packed folder"),
    "zeros": (b"\x00" * 500, "no text"),
    "far too large": (b" " + b"x" * 1_000_001, "too large"),
    "very deep": ("[" * 100_000, "not a file that the course"),
    "deep in the right place": ('{"format":' * 50_000, "not a file that the course"),
    "an older format": (export_text(version=VERSION - 1), "older course"),
    "no format number": (export_text(version=None), "older course"),
    "a newer format": (export_text(version=VERSION + 1), "newer course"),
    "true as a format": (export_text(version=True), "older course"),
    "no code": (export_text(code=""), "code is missing"),
    "a path as a code": (export_text(code="../../etc/pass"), "code is missing"),
    "no number": (export_text(number=None), "number of the file"),
    "a number below one": (export_text(number=0), "number of the file"),
    "a huge number": (export_text(number=10**30), "number of the file"),
    "no exercises": (
        export_text(exercises=None) and WHOLE.replace("exercises", "x"),
        "part “exercises”",
    ),
    "exercises as a list": (export_text(exercises=[]), "part “exercises”"),
    "an unknown state": (export_text(exercises={"2.1": {"state": "fine"}}), "damaged"),
    "an exercise as text": (export_text(exercises={"2.1": "right"}), "damaged"),
    "hints below nothing": (export_text(exercises={"2.1": {"hints": -1}}), "damaged"),
    "no id": (export_text(exercises={"<b>": {"state": "right"}}), "damaged"),
    "NaN": (WHOLE.replace("64.5", "NaN"), "damaged"),
    "a strange coding": (
        export_text(codings={"first": {"C10": {"modality": "odd"}}}),
        "codebook does not allow",
    ),
    "a strange round": (export_text(codings={"third": {}}), "round of coding"),
    "a text that is none": (export_text(texts={"2.12": 7}), "text is damaged"),
}


def test_there_are_forty_broken_files_and_more():
    assert len(BROKEN) >= 40


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_left_out_with_its_reason(tmp_path, name):
    raw, reason = BROKEN[name]
    write(tmp_path, f"{name}.json", raw)
    group = load_class(tmp_path)
    assert group.number == 0
    ((file, said),) = group.left_out.to_numpy().tolist()
    assert file == f"{name}.json"
    assert reason in said
    assert said.endswith(".") and len(said) < 160


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A class of thirty and every broken file in one folder."""
    folder = synthetic.write_class(tmp_path_factory.mktemp("class"), 30)
    for name, (raw, _) in BROKEN.items():
        write(folder, f"{name}.json", raw)
    return folder


def test_the_broken_files_cost_no_sound_one(mixed):
    group = load_class(mixed)
    assert (group.number, len(group.left_out)) == (30, len(BROKEN))
    said = "\n".join(group.summary())
    assert "30 exports were read." in said
    assert ".json" not in said  # names of files may show whose they are
    shown = group._repr_mimebundle_()
    assert ".json" in shown["text/html"].split("<details>")[1]
    assert ".json" not in shown["text/html"].split("<details>")[0] + shown["text/plain"]


def test_an_answer_that_this_course_does_not_know_is_named_and_left_out(tmp_path):
    exercises = ANSWERS | {
        "99.1": {"state": "right", "answer": 1},
        "2.5": {"state": "right", "answer": "an option of another edition"},
    }
    write(tmp_path, "one.json", export_text(exercises=exercises))
    group = load_class(tmp_path)
    assert (group.number, group.unknown) == (1, ("2.5", "99.1"))
    assert "does not know answers to: 2.5, 99.1" in "\n".join(group.summary())
    assert group.answers["exercise"].tolist() == ["2.1"]


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path):
    with pytest.raises(ClassError, match="there is nothing at that place"):
        load_class(tmp_path / "nowhere")
    write(tmp_path, "one.json", WHOLE)
    with pytest.raises(ClassError, match="there is a file at that place"):
        load_class(tmp_path / "one.json")


def test_an_empty_folder_gives_an_empty_page(tmp_path):
    group = load_class(tmp_path)
    assert group.number == 0
    for part in PARTS:
        assert repr(part(group))
    assert "There is no file in this folder" in repr(topics(group))
    assert "There is no file in this folder" in repr(group)


def test_a_bar_shows_how_far_it_is_and_goes_away(monkeypatch):
    shown = []
    monkeypatch.setattr(progress, "get_ipython", lambda: "a notebook")
    monkeypatch.setattr(progress, "display", shown.append)
    assert len(list(progress.counted(range(3), "Reading"))) == 3
    assert shown == []  # too few to wait for
    steps = [shown[0].value for _ in progress.counted(range(1000), "Reading")]
    assert steps[0] == 0 and steps[-1] > 900 and sorted(steps) == steps
    assert shown[0].description == "Reading" and shown[0].comm is None


def test_loading_changes_nothing_in_the_folder(mixed):
    before = {path: path.read_bytes() for path in mixed.rglob("*") if path.is_file()}
    load_class(mixed)
    assert before == {path: path.read_bytes() for path in before}
    assert set(before) == {path for path in mixed.rglob("*") if path.is_file()}


# nobody to be found


def test_no_code_of_a_learner_is_in_any_table_or_part_of_the_page(tmp_path):
    a_class(tmp_path, 8)
    group = load_class(tmp_path)
    shown = [group.answers, group.codings, group.texts, *(p(group) for p in PARTS)]
    everything = "\n".join(map(str, shown)) + str(topics(group))
    assert not any(path.stem in everything for path in tmp_path.iterdir())


@pytest.mark.parametrize("number", range(FEW))
def test_fewer_than_five_are_not_broken_down(tmp_path, number):
    group = load_class(a_class(tmp_path, number))
    assert by_item(group)["right"].isna().all()
    assert wrong_answers(group, "2.1").empty
    assert before_and_after(group).empty
    assert not topics(group).shown
    for part in PARTS:
        shown = repr(part(group))
        assert "64.5" not in shown and "35.5" not in shown


def test_an_exercise_that_few_have_tried_is_not_broken_down(tmp_path):
    a_class(tmp_path, 30)
    for _ in range(FEW - 1):
        code, tried = new_code(), {"2.2": {"state": "not yet", "answer": 35}}
        write(tmp_path, f"{code}.json", export_text(code, exercises=tried))
    found = by_item(load_class(tmp_path)).set_index("exercise")
    assert found.loc["2.2", "tried"] == "fewer than 5"
    assert pd.isna(found.loc["2.2", "right"])
    assert found.loc["2.1", "tried"] == "30"


def test_a_wrong_answer_of_one_learner_alone_is_not_shown(tmp_path):
    a_class(tmp_path, 6)
    code = new_code()
    alone = {"2.1": {"state": "not yet", "answer": 55, "not_yet": [55]}}
    write(tmp_path, f"{code}.json", export_text(code, exercises=alone))
    found = wrong_answers(load_class(tmp_path), "2.1")
    assert found["answer"].tolist() == ["64.5"]
    assert found["learners"].tolist() == [6]


def test_a_class_may_code_only_from_five_on(tmp_path):
    codings = {"first": {"C10": {"modality": "assessment"}}}
    for _ in range(4):
        code = new_code()
        write(tmp_path, f"{code}.json", export_text(code, codings=codings))
    with pytest.raises(ClassError, match="fewer than 5 are not broken down"):
        class_codings(str(tmp_path))
    code = new_code()
    write(tmp_path, f"{code}.json", export_text(code, codings=codings))
    assert len(class_codings(str(tmp_path))) == 5


def coded(folder, number: int, claims: dict[str, str], again: str = "") -> None:
    """Files with the kind of statement of some claims, and of C10 a second time."""
    for _ in range(number):
        codings = {"first": {one: {"modality": code} for one, code in claims.items()}}
        codings |= {"again": {"C10": {"modality": again}}} if again else {}
        code = new_code()
        write(folder, f"{code}.json", export_text(code, codings=codings))


def test_a_claim_that_few_have_coded_is_not_shown(tmp_path):
    coded(tmp_path, 3, {"C10": "assessment", "C23": "forecast"})
    coded(tmp_path, 3, {"C10": "forecast"})
    group = load_class(tmp_path)
    assert set(class_codings(str(tmp_path))["claim_id"]) == {"C10"}
    everything = "\n".join(str(part(group)) for part in PARTS) + str(topics(group))
    assert "C10" in everything and "C23" not in everything


def test_a_claim_on_which_all_agree_is_no_topic(tmp_path):
    coded(tmp_path, 6, {"C10": "assessment"})
    assert "C10" not in str(topics(load_class(tmp_path)))


def test_both_rounds_are_measured_on_the_same_coders(tmp_path):
    coded(tmp_path, 4, {"C10": "assessment"}, again="forecast")
    coded(tmp_path, 3, {"C10": "forecast"})
    few = classroom.measured_again(class_codings(str(tmp_path)))
    assert few["percent_agreement"].isna().all()
    coded(tmp_path, 1, {"C10": "forecast"}, again="forecast")
    found = classroom.measured_again(class_codings(str(tmp_path))).set_index("round")
    assert found["coders"].tolist() == [5, 5]
    assert found["percent_agreement"].tolist() == [60, 100]


def test_the_number_of_a_coder_does_not_follow_the_names_of_the_files(tmp_path):
    for digit in "abcdefgh":
        code = digit * 12
        tried = {"2.1": {"state": "right", "answer": f"{ord(digit)}"}}
        write(tmp_path, f"{code}.json", export_text(code, exercises=tried))
    orders = {tuple(load_class(tmp_path).answers["answer"]) for _ in range(20)}
    assert len(orders) > 1


def test_no_text_is_shown_of_fewer_than_five(tmp_path):
    for number in range(FEW):
        shown = str(page.shared_texts(load_class(tmp_path)))
        assert "Of this" not in shown and "1.8" not in shown, number
        code, texts = new_code(), {"1.8": "Of this I am sure."}
        write(tmp_path, f"{code}.json", export_text(code, texts=texts))
    assert "1.8" in str(page.shared_texts(load_class(tmp_path)))


def test_a_column_of_other_people_says_so(tmp_path):
    a_class(tmp_path, 5, of_the_check("0", ACCEPT, ACCEPT))
    a_class(tmp_path, 5, of_the_check("8", MORE, MORE))
    a_class(tmp_path, 1, of_the_check("8", MORE, MORE))
    group = load_class(tmp_path)
    assert set(before_and_after(group)["same_people"]) == {"no"}
    assert "not the same people" in str(page.check(group))


def test_grades_are_those_of_the_first_try(tmp_path):
    first, last = {"C04": "A1"}, {"C04": "F1"}
    graded = {"3.5": {"state": "right", "answer": last, "not_yet": [first]}}
    a_class(tmp_path, 5, graded)
    found = classroom.scales.gradings(load_class(tmp_path))
    assert set(found["code"]) == {"A", "1"}


# the numbers


def test_shares_are_of_all_exports_and_add_up(mixed):
    found = by_item(load_class(mixed)).dropna(subset="right")
    whole = found["right"] + found["not yet"] + found["not tried"]
    assert whole.tolist() == pytest.approx([100] * len(found))


def test_ways_of_writing_one_mistake_count_as_one_and_bring_its_reply(tmp_path):
    for given in (64.5, "64,5 %", "64.52", 64.5, [64.5], "55"):
        code = new_code()
        tried = {"2.1": {"state": "not yet", "answer": given, "not_yet": [given]}}
        write(tmp_path, f"{code}.json", export_text(code, exercises=tried))
    found = wrong_answers(load_class(tmp_path), "2.1")
    assert found["learners"].tolist() == [5]
    assert "the share that was kept" in found["reply"].iloc[0]


def test_of_a_sorting_task_each_pair_that_does_not_fit_is_a_mistake(mixed):
    found = wrong_answers(load_class(mixed), "1.2")
    assert found["answer"].str.contains("→").all()
    assert found["learners"].is_monotonic_decreasing


def test_the_first_topic_is_where_most_are_not_there_yet(tmp_path):
    still = {"2.3": {"state": "not yet", "answer": 35.5, "not_yet": [35.5]}}
    a_class(tmp_path, 6, ANSWERS | still)
    a_class(tmp_path, 3, ANSWERS)
    first = topics(load_class(tmp_path)).shown[0]
    assert first.head.startswith("Exercise 2.3")
    assert "6 of 6 who tried it are not there yet." in first.sentences
    assert "smaller" in first.sentences[-1]  # the reply to this mistake


def test_topics_come_from_the_last_lesson_that_half_of_the_class_has_begun(tmp_path):
    first = {"1.1": {"state": "not yet", "answer": 3, "not_yet": [3]}}
    second = {"2.1": {"state": "not yet", "answer": 55, "not_yet": [55]}}
    a_class(tmp_path, 6, first)
    a_class(tmp_path, 5, first | second)
    assert topics(load_class(tmp_path)).shown[0].head.startswith("Exercise 1.1")
    assert topics(load_class(tmp_path), "02").shown[0].head.startswith("Exercise 2.1")
    a_class(tmp_path, 1, first | second)
    assert topics(load_class(tmp_path)).shown[0].head.startswith("Exercise 2.1")


ACCEPT, MORE = "I would accept it as it stands", "I would want to know more first"


def of_the_check(lesson: str, sound_one: str, doubtful: str) -> dict:
    return {
        f"{lesson}.2": {"state": "not yet", "answer": sound_one, "confidence": 60},
        f"{lesson}.4": {"state": "not yet", "answer": doubtful, "confidence": 60},
    }


def test_accepting_the_sound_and_doubting_the_doubtful_stay_apart(tmp_path):
    a_class(tmp_path, 6, of_the_check("0", MORE, MORE))  # they doubt everything
    found = before_and_after(load_class(tmp_path)).set_index("what")
    assert found.loc["accepting the sound", "before"] == 0
    assert found.loc["doubting the doubtful", "before"] == 100


def test_before_and_after_speak_of_the_same_people(tmp_path):
    both = of_the_check("0", MORE, MORE) | of_the_check("8", ACCEPT, MORE)
    a_class(tmp_path, 6, both)
    a_class(tmp_path, 9, of_the_check("0", ACCEPT, ACCEPT))  # left before the end
    found = before_and_after(load_class(tmp_path)).set_index("what")
    assert found.loc["accepting the sound", ["before", "after"]].tolist() == [0, 100]
    assert found.loc["doubting the doubtful", ["before", "after"]].tolist() == [
        100,
        100,
    ]
    assert found["learners_before"].tolist() == [6, 6]


def test_a_share_of_right_answers_is_that_of_the_files(tmp_path):
    a_class(tmp_path, 8)
    a_class(tmp_path, 2, {})
    (row,) = by_item(load_class(tmp_path)).itertuples()
    assert (row.tried, row.right) == ("8", 80)


# the made-up class and the page


def test_the_made_up_class_says_so_wherever_it_is_shown():
    group = load_class()
    assert group.made_up
    assert group.summary()[0] == MADE_UP
    for part in (page.table, page.agreement, page.check):
        assert MADE_UP in part(group).html
    for part in (page.progress, page.guesses, page.gradings):
        assert "made-up class" in part(group).still.alt
    assert MADE_UP in repr(topics(group))


def test_the_made_up_class_is_the_same_each_time_and_answers_every_lesson():
    assert synthetic.texts(3) == synthetic.texts(3)
    assert synthetic.texts(3) != synthetic.texts(3, seed=8)
    lessons = {int(id.split(".")[0]) for id in load_class().answers["exercise"]}
    keys = {int(path.stem) for path in (data_folder() / "exercises").glob("*.toml")}
    assert lessons == keys


def test_a_real_class_is_not_called_made_up(tmp_path):
    group = load_class(a_class(tmp_path, 6))
    assert not group.made_up
    assert MADE_UP not in repr(topics(group)) + repr(page.table(group))


def test_the_page_runs_on_thirty_files_among_broken_ones_by_itself(mixed, tmp_path):
    path = data_folder().parent / "teaching" / "class_results.ipynb"
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    named = [c for c in notebook.cells if 'folder = ""' in c.source]
    shutil.copytree(mixed, tmp_path / "my_class")
    named[0].source = named[0].source.replace('""', '"my_class"', 1)
    NotebookClient(notebook, timeout=120).execute(cwd=str(tmp_path))
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    said = "\n".join(out.get("data", {}).get("text/plain", "") for out in outputs)
    assert "30 exports were read." in said
    assert "Exercise" in said.split("exports were read")[0]  # what to talk about first


def test_what_the_page_uses_is_offered():
    assert set(classroom.__all__) <= set(dir(classroom))
