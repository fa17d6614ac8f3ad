"""Every answer gets a state and a sentence, whatever it is; nothing is given away."""

# ruff: noqa: RUF001 - what people type is full of look-alike characters

from __future__ import annotations

import datetime
import math
import re
from fractions import Fraction
from pathlib import Path

import ipywidgets as widgets
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import record
from helpers.bounds import at_least, between
from helpers.exercises import (
    answering,
    ask,
    check,
    guesses,
    hint,
    predict,
    reveal,
    solution,
)
from helpers.exercises.form import Form
from helpers.exercises.judge import judge
from helpers.exercises.key import Exercise, KeyFileError, Mistake, exercise, read_key
from helpers.exercises.replies import RULES
from helpers.exercises.result import MIMETYPE
from helpers.tables import data_folder

KEYS = sorted((data_folder() / "exercises").glob("*.toml"))
ALL = [one for path in KEYS for one in read_key(path).values()]
JUDGED = [one for one in ALL if not one.by_people]
PLAIN = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty folder and a fresh kernel for every test."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    monkeypatch.setattr(answering, "_reached", {})
    monkeypatch.setattr(guesses, "_waiting", {})
    return tmp_path / "my_work"


def made_of(mistake: Mistake):
    """An answer that makes this mistake."""
    if mistake.low is not None:
        return (mistake.low + mistake.high) / 2
    return mistake.answer


# The keys


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one.id)
def test_model_answer_is_right(one):
    assert check(one.id, one.answer).state == "right"


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one.id)
def test_every_listed_mistake_gets_its_own_reply(one):
    for mistake in one.mistakes:
        result = check(one.id, made_of(mistake))
        assert (result.state, result.reply) == ("not yet", mistake.reply)


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one.id)
def test_other_right_answers_are_right_with_their_reason(one):
    for other in one.also:
        result = check(one.id, other.answer)
        assert (result.state, result.reply) == ("right", other.why)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_exercise_can_be_taught_with(one):
    assert one.solution or one.samples
    if not one.judged:
        assert 2 <= len(one.hints) <= 3
    if one.kind in ("number", "interval"):
        assert len(one.mistakes) >= 3
    if one.kind == "text":
        assert len(one.samples) == 3


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one.id)
def test_no_hint_and_no_reply_to_a_mistake_names_the_answer(one):
    counted = isinstance(one.answer, int)  # a small count is found in any sentence
    if one.kind not in ("number", "interval") or counted:
        return
    ends = one.answer if isinstance(one.answer, list) else [one.answer]
    said = " ".join([*one.hints, *(mistake.reply for mistake in one.mistakes)])
    for end in ends:
        for written in (f"{end:g}", f"{end:.2f}"):
            assert not re.search(rf"(?<![\d.,]){written}(?![\d,.]*\d)", said)


def test_lesson_02_has_all_its_exercises():
    ids = [one.id for one in ALL if one.id.startswith("2.")]
    assert ids == [f"2.{number}" for number in range(1, 14)]


def test_checks_before_and_after_the_course_have_six_items_without_a_verdict():
    items = [one for one in ALL if one.judged == "later"]
    ids = [f"{lesson}.{number}" for lesson in (0, 8) for number in range(2, 8)]
    assert [one.id for one in items] == ids
    assert all(one.confidence and one.kind == "choice" for one in items)


# What people type. The reply is given by the rule that makes it, or by words in it.

TYPED = [
    # 2.1: a share of 35.48 %
    ("2.1", "35.48", "right", ""),
    ("2.1", "35,48 %", "right", ""),
    ("2.1", "35.5", "right", ""),
    ("2.1", "35.4", "right", ""),
    ("2.1", "≈35.5", "right", ""),
    ("2.1", "about 35.5 percent", "right", ""),
    ("2.1", "35.48%", "right", ""),
    ("2.1", "35.48.", "right", ""),
    ("2.1", "３５.４８", "right", ""),
    ("2.1", "(1240-800)/1240*100", "right", ""),
    ("2.1", "440/1240*100 = 35.48", "right", ""),
    ("2.1", "I think 35.48 because I divided", "right", ""),
    ("2.1", "35,480", "right", ""),
    ("2.1", "thirty-five point four eight", "right", ""),
    ("2.1", 35.483870967741936, "right", ""),
    ("2.1", np.float64(35.48), "right", ""),
    ("2.1", pd.Series([35.48]), "right", ""),
    ("2.1", between(35.48, 35.48), "right", ""),
    ("2.1", "", "not tried yet", "Nothing"),
    ("2.1", "   ", "not tried yet", "Nothing"),
    ("2.1", ..., "not tried yet", "Nothing"),
    ("2.1", None, "not tried yet", "Nothing"),
    ("2.1", "...", "not tried yet", "Nothing"),
    ("2.1", "idk", "not tried yet", "hint"),
    ("2.1", "?", "not tried yet", "hint"),
    ("2.1", "no idea", "not tried yet", "hint"),
    ("2.1", "35", "not yet", "rounded_too_far"),
    ("2.1", "35%", "not yet", "rounded_too_far"),
    ("2.1", "about 35", "not yet", "rounded_too_far"),
    ("2.1", "thirty-five", "not yet", "rounded_too_far"),
    ("2.1", "40", "not yet", "rounded_too_far"),
    ("2.1", "36", "not yet", "close"),
    ("2.1", "35.2", "not yet", "close"),
    ("2.1", "35.84", "not yet", "digits_changed_places"),
    ("2.1", "-35.48", "not yet", "sign"),
    ("2.1", "−35.48 %", "not yet", "sign"),
    ("2.1", "3.548", "not yet", "decimal_slip"),
    ("2.1", "354.8", "not yet", "decimal_slip"),
    ("2.1", "440/1240", "not yet", "fraction of 1"),
    ("2.1", "0.35", "not yet", "fraction of 1"),
    ("2.1", "a third", "not yet", "fraction of 1"),
    ("2.1", "800/1240", "not yet", "fraction of 1"),
    ("2.1", "0.65", "not yet", "fraction of 1"),
    ("2.1", "64.5", "not yet", "kept"),
    ("2.1", "55", "not yet", "first"),
    ("2.1", "155", "not yet", "base"),
    ("2.1", "281.8", "not yet", "turned_over"),
    ("2.1", "1240", "not yet", "is_given"),
    ("2.1", "1,240", "not yet", "is_given"),
    ("2.1", "800 km²", "not yet", "%"),
    ("2.1", "440", "not yet", "loss in km²"),
    ("2.1", "440 km2", "not yet", "loss in km²"),
    ("2.1", "1240-800", "not yet", "loss in km²"),
    ("2.1", "19.7", "not yet", "side"),
    ("2.1", "35.48 km²", "not yet", "km²"),
    ("2.1", "35.48 percentage points", "not yet", "percentage points"),
    ("2.1", "120", "not yet", "above_everything"),
    ("2.1", "-7", "not yet", "below_nothing"),
    ("2.1", "12", "not yet", "the 100 %"),
    ("2.1", "35 or 36", "not yet", "more than one"),
    ("2.1", "35 to 36", "not yet", "range"),
    ("2.1", "31.45-39.52", "not yet", "range"),
    ("2.1", (35, 48), "not yet", "point"),
    ("2.1", "35, 48", "not yet", "point"),
    ("2.1", [35, 48], "not yet", "point"),
    ("2.1", (31.45, 39.52), "not yet", "range"),
    ("2.1", "more than 35", "not yet", "open"),
    ("2.1", "> 35 %", "not yet", "open"),
    ("2.1", at_least(35), "not yet", "open"),
    ("2.1", "not 35.48", "not yet", "what it is not"),
    ("2.1", "🤷", "not yet", "cannot be read"),
    ("2.1", "a lot", "not yet", "cannot be read"),
    ("2.1", "Kursk", "not yet", "cannot be read"),
    ("2.1", "7 January 2025", "not yet", "date"),
    ("2.1", True, "not yet", "True or False"),
    ("2.1", math.nan, "not yet", "NaN"),
    ("2.1", math.inf, "not yet", "too large"),
    ("2.1", "1e999", "not yet", "too large"),
    ("2.1", pd.DataFrame({"a": [1]}), "not yet", "table"),
    ("2.1", {"share": 35.48}, "not yet", "table"),
    ("2.1", [[35.48]], "not yet", "table"),
    ("2.1", {35.48}, "not yet", "brackets"),
    ("2.1", print, "not yet", "tool"),
    ("2.1", lambda: 35.48, "not yet", "tool"),
    ("2.1", object(), "not yet", "cannot be read"),
    ("2.1", "35 " * 400, "not yet", "long"),
    # 2.2 and 2.3: other shares
    ("2.2", "64.52 %", "right", ""),
    ("2.2", "35.48", "not yet", "share lost"),
    ("2.2", "0.645", "not yet", "fraction of 1"),
    ("2.2", "65", "not yet", "rounded_too_far"),
    ("2.3", "55", "right", ""),
    ("2.3", "55.0 %", "right", ""),
    ("2.3", "0.55", "not yet", "fraction"),
    ("2.3", "35.5", "not yet", "smaller"),
    ("2.3", "64.5", "not yet", "way down"),
    ("2.3", "440", "not yet", "growth in km²"),
    # 2.4: a range
    ("2.4", "31.45 to 39.52", "right", ""),
    ("2.4", "31,45 % – 39,52 %", "right", ""),
    ("2.4", "between 31.5 and 39.5", "right", ""),
    ("2.4", (31.45, 39.52), "right", ""),
    ("2.4", [31.45, 39.52], "right", ""),
    ("2.4", ["31.45", "39,52 %"], "right", ""),
    ("2.4", np.array([31.45, 39.52]), "right", ""),
    ("2.4", between(31.45, 39.52), "right", ""),
    ("2.4", "39.52 to 31.45", "not yet", "wrong way round"),
    ("2.4", "31.45", "not yet", "one end"),
    ("2.4", "39.52 %", "not yet", "one end"),
    ("2.4", "37", "not yet", "hides"),
    ("2.4", "77", "not yet", "range"),
    ("2.4", "35.48", "not yet", "exact"),
    ("2.4", "0.3145 to 0.3952", "not yet", "fraction"),
    ("2.4", "60.48-68.55", "not yet", "kept"),
    ("2.4", "-31.45 to -39.52", "not yet", "sign"),
    ("2.4", "31.45 to 45", "not yet", "lower end fits"),
    ("2.4", "20 to 39.5", "not yet", "upper end fits"),
    ("2.4", "33 to 38", "not yet", "Too narrow"),
    ("2.4", "20 to 50", "not yet", "Wider"),
    ("2.4", "20 to 35", "not yet", "Neither"),
    ("2.4", "80 to 90", "not yet", "beside"),
    ("2.4", "36 to 36", "not yet", "same"),
    ("2.4", "750 to 850 km²", "not yet", "areas"),
    ("2.4", "800 to 1240", "not yet", "is_given"),
    ("2.4", "at least 31.45", "not yet", "open"),
    ("2.4", "31.45 or 39.52", "not yet", "more than one"),
    ("2.4", (31.45, 35, 39.52), "not yet", "more than one"),
    ("2.4", "idk", "not tried yet", "hint"),
    ("2.4", [], "not tried yet", "Nothing"),
    ("2.4", ["", ""], "not tried yet", "Nothing"),
    # 2.6 to 2.10: rates, areas, lengths
    ("2.6", "4.84-7.10", "right", ""),
    ("2.6", "4.84 to 7.1 km2 per day", "right", ""),
    ("2.6", "4.84 to 7.1 km²", "right", ""),
    ("2.6", "5.24", "not yet", "23 November"),
    ("2.6", "4.84", "not yet", "one end"),
    ("2.6", "62 to 91", "not yet", "days"),
    ("2.7", "49.6", "right", ""),
    ("2.7", "1240/25", "right", ""),
    ("2.7", "47.7", "right", "26 days"),
    ("2.7", "40", "not yet", "31 days"),
    ("2.7", "4.96", "not yet", "decimal_slip"),
    ("2.7", "50", "not yet", "rounded_too_far"),
    ("2.8", "4.13", "right", ""),
    ("2.8", "4,13 %", "right", ""),
    ("2.8", "0.0413", "not yet", "fraction of 1"),
    ("2.8", "41.3", "not yet", "decimal"),
    ("2.8", "95.87", "not yet", "complement"),
    ("2.8", "29,997", "not yet", "is_given"),
    ("2.9", "478.8", "right", ""),
    ("2.9", "478.764 sq mi", "right", ""),
    ("2.9", "1240*0.3861", "right", ""),
    ("2.9", "770.5", "not yet", "lengths"),
    ("2.9", "1995.6", "not yet", "linear_factor"),
    ("2.9", "478.8 km²", "not yet", "square miles"),
    ("2.10", "35.2 km", "right", ""),
    ("2.10", "√1240", "right", ""),
    ("2.10", "35", "not yet", "rounded_too_far"),
    ("2.10", "140.8", "not yet", "all_sides"),
    ("2.10", "1240^2", "not yet", "no_root"),
    ("2.10", "478.8", "not yet", "area_factor"),
    # choices, texts, a count
    ("2.5", "For the nearest 10 and 50, but not for the nearest 100", "right", ""),
    ("2.5", "for the nearest 10 and 50", "right", ""),
    ("2.5", "For all three", "not yet", "widest"),
    ("2.5", "For", "not yet", "cannot be read"),
    ("2.5", "yes", "not yet", "cannot be read"),
    ("2.5", 3, "not yet", "cannot be read"),
    ("2.5", None, "not tried yet", "Nothing"),
    ("2.11", ["None of the three"], "right", ""),
    ("2.11", "None of the three", "right", ""),
    ("2.11", {"None of the three"}, "right", ""),
    ("2.11", [], "not tried yet", "Nothing"),
    ("2.11", 2.0, "not yet", "cannot be read"),
    ("2.12", "Between three and four tenths were lost.", "not yet", "sample"),
    ("2.12", "", "not tried yet", "Nothing"),
    ("2.12", "?", "not tried yet", "hint"),
    ("2.12", 35, "not yet", "cannot be read"),
    ("0.1", "5", "right", ""),
    ("0.1", "five", "right", ""),
    ("0.1", 5.0, "right", ""),
    ("0.1", "4", "not yet", "steps"),
    ("0.1", "5.5", "not yet", "part_of_a_whole"),
    ("0.1", "7", "not yet", "is_given"),
]


@pytest.mark.parametrize(("id", "typed", "state", "about"), TYPED)
def test_what_people_type_gets_the_reply_it_needs(id, typed, state, about):
    result = check(id, typed)
    assert result.state == state
    if about in RULES:
        write = exercise(id).how_to_write
        assert result.reply == RULES[about].replace("{write}", write)
    else:
        assert about in result.reply


def test_replies_are_short_and_ask_for_something():
    for id, typed, state, _ in TYPED:
        reply = check(id, typed).reply
        assert len(reply) < 230
        if state == "not yet":
            assert reply.rstrip().endswith((".", "?"))


def test_rules_never_name_the_answer():
    for id in ("2.1", "2.2", "2.3", "2.7", "2.8", "2.9", "2.10"):
        one = exercise(id)
        for factor in (-1, 0.01, 0.1, 0.5, 0.97, 1.04, 2, 10, 100):
            reply = judge(one, one.answer * factor).reply
            assert f"{one.answer:g}" not in reply


# Nothing raises

ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.text(max_size=40),
        st.integers(),
        st.floats(),
        st.complex_numbers(),
        st.binary(max_size=9),
        st.dates(),
        st.datetimes(),
        st.timedeltas(),
        st.decimals(),
        st.fractions(),
        st.just(print),
        st.just(object()),
        st.just(pd.DataFrame({"a": [1, 2]})),
        st.just(pd.NaT),
        st.just(np.arange(6).reshape(2, 3)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=5), inner, max_size=3),
    ),
    max_leaves=6,
)
KINDS = [exercise(id) for id in ("2.1", "2.4", "2.5", "2.11", "2.12", "0.1", "0.2")]
KINDS.append(
    Exercise("1.5", "Tuesday", "Which day?", "days", answer=["2025-01-07"], write="x")
)
SORTED = Exercise(
    id="1.2",
    title="Sort",
    ask="Sort them.",
    kind="mapping",
    items=("on Tuesday", "August 6, 2024"),
    options=("needs today", "complete"),
    answer={"on Tuesday": "needs today", "August 6, 2024": "complete"},
)
KINDS.append(SORTED)


@PLAIN
@given(ANYTHING)
def test_nothing_that_is_handed_over_raises(thing):
    for one in KINDS:
        state, reply, _ = judge(one, thing)
        assert state in ("not tried yet", "not yet", "right")
        assert isinstance(reply, str)


@PLAIN
@given(ANYTHING)
def test_check_predict_and_ids_never_raise(thing):
    assert check("2.1", thing).state
    assert check(thing, 1).state == "not tried yet"
    assert repr(predict("2.1", thing) if thing is not None else "")
    assert repr(hint(thing))
    assert repr(solution(thing))


class Hostile:
    """An object that fails however it is looked at."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __float__(self):
        raise RuntimeError("float")

    def __repr__(self):
        raise RuntimeError("repr")

    __str__ = __eq__ = __hash__ = __bool__ = __len__ = __iter__ = __repr__


def test_object_that_fails_in_every_way_gets_a_sentence():
    for one in KINDS:
        assert judge(one, Hostile()).state in ("not yet", "not tried yet")
    assert check("2.1", Hostile()).state == "not yet"
    assert check(Hostile(), 1).state == "not tried yet"


@pytest.mark.parametrize("id", ["9.9", "2.99", "2", "", "../etc", "2.1; x", 2.1, None])
def test_unknown_exercise_gets_a_sentence(id):
    for shown in (check(id, 1), hint(id), solution(id), ask(id), predict(id)):
        assert "xercise" in repr(shown)
    assert "quotation marks" in check(2.10, 1).reply
    assert "2.1 to 2.13" in check("2.99", 1).reply


# Days and mappings have no exercise yet; their rules are ready for lesson 01.


@pytest.mark.parametrize(
    ("typed", "state", "about"),
    [
        ("7 January 2025", "right", ""),
        ("7 Jan", "right", ""),
        ("2025-01-07", "right", ""),
        (datetime.date(2025, 1, 7), "right", ""),
        (pd.Timestamp("2025-01-07"), "right", ""),
        ("07/01/2025", "not yet", "two ways"),
        ("7 January 2024", "not yet", "year"),
        ("8 January 2025", "not yet", "One day off"),
        ("14 January 2025", "not yet", "weekday fits"),
        ("30 February 2025", "not yet", "calendar"),
        ("Tuesday", "not yet", "cannot be read"),
        ("", "not tried yet", "Nothing"),
        ("7 and 14 January 2025", "not yet", "One too many"),
    ],
)
def test_days_get_the_reply_they_need(typed, state, about):
    verdict = judge(KINDS[-2], typed)
    assert verdict.state == state
    assert about in verdict.reply


def test_mapping_says_how_many_fit_and_which_do_not():
    assert judge(SORTED, dict(SORTED.answer)).state == "right"
    one = judge(SORTED, {"on Tuesday": "complete", "August 6, 2024": "complete"})
    assert one.reply == "1 of 2 fit. Look again at: on Tuesday."
    assert "Still open: 1" in judge(SORTED, {"on Tuesday": "needs today"}).reply
    assert judge(SORTED, {"on Tuesday": ""}).state == "not tried yet"


def test_ambiguous_comma_is_asked_about():
    one = Exercise("x", "Area", "How much?", "number", answer=40.0, unit="km²")
    verdict = judge(one, "1,240")
    assert verdict.state == "not yet"
    assert "1240 or 1.24" in verdict.reply


def test_listed_mistake_wins_over_a_general_rule():
    one = Exercise(
        "x", "Share", "Which share?", "number", answer=35.0, unit="%",
        mistakes=(Mistake("listed", answer=65.0),),
    )  # fmt: skip
    assert judge(one, 65).reply == "listed"


# Hints and solutions


def test_hints_climb_and_stay_at_the_last():
    rungs = [hint("2.1") for _ in range(4)]
    assert [len(rung.shown) for rung in rungs] == [1, 2, 3, 3]
    assert "hint 1 of 3" in repr(rungs[0])
    assert "last hint" in repr(rungs[3])


def test_samples_are_shown_after_something_was_written():
    assert "first write" in repr(solution("2.12"))
    check("2.12", "Between three and four tenths.")
    shown = repr(solution("2.12"))
    assert all(one["reason"] in shown for one in exercise("2.12").samples)


def test_answered_edition_may_show_samples_at_once():
    assert "It holds" in repr(solution("2.12", anyway=True))
    assert record.entries_kept() == []


def test_check_before_the_course_gives_no_verdict_and_no_solution():
    for option in exercise("0.2").options:
        result = check("0.2", option, confidence="80 %")
        assert (result.state, result.word) == ("not yet", "Saved")
        assert "How sure" not in result.reply
    assert "How sure" in check("0.2", option).reply
    assert "map" not in repr(solution("0.2"))
    assert record.entries_kept()[0]["confidence"] == 80


def test_result_has_words_html_and_json():
    bundle = check("2.1", "64.5")._repr_mimebundle_()
    assert bundle[MIMETYPE]["exercise"] == "2.1"
    assert set(bundle[MIMETYPE]) == {"exercise", "state", "reply"}
    assert bundle["text/plain"].startswith("Exercise 2.1: Not yet. ")
    assert "<strong>Not yet.</strong>" in bundle["text/html"]


def test_what_was_typed_never_becomes_markup():
    form = ask("2.12")
    form.field.write("<img src=x onerror=alert(1)>")
    form.check.click()
    assert "<img" not in form.reply.value


# Forms


def fill(form: Form, *values) -> None:
    for field, value in zip(form.field.widgets, values, strict=False):
        field.value = value


def test_form_checks_by_button_and_announces_the_reply():
    form = ask("2.1")
    fill(form, "64.5")
    form.check.click()
    assert 'role="alert"' in form.reply.value
    assert "share that was kept" in form.reply.value


def test_same_reply_twice_is_a_new_piece_of_page():
    form = ask("2.1")
    fill(form, "64.5")
    form.check.click()
    first = form.reply.value
    form.check.click()
    assert form.reply.value != first


def test_enter_checks_and_leaving_the_field_does_not():
    form = ask("2.1")
    fill(form, "35.5")
    assert form.reply.value == ""
    form.field.widgets[0]._handle_custom_msg({"event": "submit"}, [])
    assert "Right" in form.reply.value


def test_range_has_two_named_fields():
    form = ask("2.4")
    assert [field.description for field in form.field.widgets] == [
        "Lowest (%)",
        "Highest (%)",
    ]
    fill(form, "31.45")
    form.check.click()
    assert "one end" in form.reply.value
    fill(form, "31,45", "39,52 %")
    form.check.click()
    assert "Right" in form.reply.value


@pytest.mark.parametrize("one", [*ALL, *KINDS[-2:]], ids=lambda one: one.id)
def test_every_field_has_a_name_and_every_button_words(one):
    form = Form(one)
    assert all(field.description for field in form.field.widgets)
    kinds = {type(field) for field in form.field.widgets}
    assert kinds <= {
        widgets.Text,
        widgets.RadioButtons,
        widgets.Checkbox,
        widgets.Dropdown,
        widgets.Textarea,
    }
    assert form.check.description == ("Save" if one.by_people else "Check")


def test_worked_answer_is_offered_after_the_last_hint_or_a_right_answer():
    form = ask("2.1")
    assert form.solution.layout.display == "none"
    for _ in range(3):
        assert form.solution.layout.display == "none"
        form.hint.click()
    assert form.solution.layout.display is None
    form.solution.click()
    assert "Worked answer" in form.worked.value
    other = ask("2.2")
    fill(other, "64.52")
    other.check.click()
    assert other.solution.layout.display is None


@pytest.mark.parametrize("one", [*ALL, *KINDS[-2:]], ids=lambda one: one.id)
def test_what_was_saved_is_shown_again(one, monkeypatch):
    monkeypatch.setattr(answering.key, "exercise", lambda id: one)
    answer = "A sentence." if one.kind == "text" else one.answer
    check(one.id, answer, confidence=70)
    form = Form(one)
    assert 'role="status"' in form.reply.value
    assert "From last time" in form.reply.value
    again = judge(one, form.field.read())
    assert again.state == ("not yet" if one.by_people else "right")


@pytest.mark.parametrize(
    "saved", [None, 3, "x", ["a", "b", "c"], {"a": 1}, [[1]], True]
)
@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.id)
def test_strange_line_in_the_record_does_not_stop_a_form(one, saved):
    record.save(one.id, "answer", saved)
    assert Form(one).field.read() is not NotImplemented


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_twin_on_paper_has_the_question_but_neither_answer_nor_entry(one):
    empty = Form(one)._repr_mimebundle_()
    check(one.id, "A sentence of mine." if one.kind == "text" else one.answer)
    bundle = Form(one)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    for kind in ("text/plain", "text/html"):
        assert bundle[kind] == empty[kind]
        assert "A sentence of mine." not in bundle[kind]
        assert all(text[:40] not in bundle[kind] for text in one.hints)
    assert one.ask in bundle["text/plain"]


def test_unwritable_folder_is_said_in_the_reply_and_the_answer_holds(work):
    work.write_text("in the way")
    result = check("2.1", "35.5")
    assert result.state == "right"
    assert "could not be saved" in repr(result)
    assert ask("2.1").field.read() == "35.5"


# Guess and reveal


class Noisy:
    """Something to show that must not leak."""

    def _repr_html_(self) -> str:
        return "<p>SECRET</p>"

    def __repr__(self) -> str:
        return "SECRET"


def everything(shown) -> str:
    bundle = shown._repr_mimebundle_()
    inside = getattr(shown, "children", ())
    return str(bundle) + "".join(getattr(part, "value", "") for part in inside)


@pytest.mark.parametrize("x", [Noisy(), lambda: Noisy(), widgets.HTML("SECRET")])
def test_nothing_shows_before_a_guess_and_all_after(x):
    curtain = reveal("2.1", x)
    assert "SECRET" not in everything(curtain)
    form = predict("2.1")
    form.field.value = 30
    form.lock_in.click()
    assert "SECRET" in everything(curtain)
    assert "5.48 percentage points too low" in everything(curtain)


def test_wrong_answer_does_not_open_what_waits_but_a_right_one_does():
    curtain = reveal("2.4", Noisy())
    check("2.4", (1, 2))
    assert "SECRET" not in everything(curtain)
    check("2.4", (31.45, 39.52))
    assert "SECRET" in everything(curtain)
    assert "SECRET" in repr(reveal("2.4", Noisy()))


def test_what_waits_for_an_answer_can_be_shown_without():
    curtain = reveal("2.6", Noisy())
    curtain.now.click()
    assert "SECRET" in everything(curtain)


def test_answer_does_not_stand_in_for_a_guess():
    check("2.1", 35.48)
    assert "SECRET" not in everything(reveal("2.1", Noisy()))


def test_locked_guess_stays_until_start_afresh():
    assert "30 %" in repr(predict("2.1", "30 %"))
    assert "30 %" in repr(predict("2.1", 60))
    predict("2.1", skip=True)
    assert "You guessed 30 %" in repr(reveal("2.1", "x"))
    assert predict("2.1").field.disabled
    record.start_afresh()
    assert not predict("2.1").field.disabled


def test_slider_and_number_move_together():
    form = predict("2.1")
    slider, number = form.inputs
    slider.value = 5.000000000000001
    assert number.value == 5
    slider.value = 12
    assert number.value == 12
    number.value = 70
    assert slider.value == 70


def test_a_typed_guess_stays_as_typed_between_two_steps():
    form = predict("4.1")
    slider, number = form.inputs
    number.value = 47
    assert (slider.value, number.value) == (45, 47)
    slider.value = 45  # the browser sends the step back
    assert number.value == 47
    slider.value = 60
    assert number.value == 60


@pytest.mark.parametrize("guess", ["", "idk", 101, -1, math.nan, (1, 2), "x", [], ...])
def test_guess_that_cannot_be_read_locks_nothing(guess):
    predict("2.1", guess)
    assert record.entries_kept() == []


def test_skip_opens_without_a_gap():
    assert repr(predict("2.1", skip=True)) == "Exercise 2.1: Guess skipped."
    shown = reveal("2.1", "The picture")
    assert "The picture" in shown._repr_mimebundle_()["text/plain"]
    assert "guessed" not in repr(shown)


def test_function_that_fails_behind_the_curtain_gives_a_sentence():
    curtain = reveal("2.1", lambda: 1 / 0)
    predict("2.1", 30)
    assert "could not be shown" in everything(curtain)


# Key files with a mistake

SOUND = """
[[exercise]]
id = "9.1"
title = "Share"
ask = "Which share?"
kind = "number"
answer = 5
"""


@pytest.mark.parametrize(
    ("broken", "where", "found"),
    [
        (SOUND.replace("number", "nmber"), "kind", "nmber"),
        (SOUND.replace("answer = 5", 'answer = "5"'), "answer", "'5'"),
        (SOUND.replace("answer = 5", "answer = true"), "answer", "True"),
        (SOUND.replace("answer = 5", ""), "answer", "nothing"),
        (SOUND.replace('title = "Share"', ""), "title", "nothing"),
        (SOUND + "tolerance = -1", "tolerance", "-1"),
        (SOUND + 'answr = "x"', "answr", "unknown"),
        (SOUND + 'hints = "one"', "hints", "one"),
        (SOUND + SOUND, "id", "twice"),
        (SOUND + "also = [{ answer = 4 }]", "also", "4"),
        (SOUND + "[[exercise.mistakes]]\nanswer = 4", "mistakes", "4"),
        (SOUND + "predict = { low = 9, high = 0, step = 1 }", "predict", "9"),
        (SOUND + 'judged = "soon"', "judged", "soon"),
        (SOUND.replace('"number"', '"choice"'), "options", "nothing"),
        (SOUND.replace('"number"', '"text"'), "samples", "0 samples"),
        (SOUND.replace('"9.1"', "9.1"), "id", "9.1"),
        ("[[exercise]", "", "line 1"),
        ("", "exercise", "none"),
    ],
)
def test_key_file_with_a_mistake_gives_one_sentence(tmp_path, broken, where, found):
    path = tmp_path / "09.toml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(KeyFileError) as caught:
        read_key(path)
    assert caught.value.field == where
    assert "09.toml" in str(caught.value)
    assert found in str(caught.value)
    assert "allowed is" in str(caught.value)


def test_broken_key_file_stops_no_lesson(tmp_path, monkeypatch):
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "02.toml").write_text(SOUND.replace("5", "true"), encoding="utf-8")
    module = answering.key
    monkeypatch.setattr(module, "data_folder", lambda: Path(tmp_path))
    for shown in (check("2.1", 1), ask("2.1"), hint("2.1"), reveal("2.1", Noisy())):
        assert "02.toml" in repr(shown)
        assert "SECRET" not in repr(shown)


def test_changed_key_file_is_read_again(tmp_path, monkeypatch):
    (tmp_path / "exercises").mkdir()
    path = tmp_path / "exercises" / "09.toml"
    monkeypatch.setattr(answering.key, "data_folder", lambda: Path(tmp_path))
    path.write_text(SOUND, encoding="utf-8")
    assert check("9.1", 5).state == "right"
    path.write_text(SOUND.replace("answer = 5", "answer = 66"), encoding="utf-8")
    assert check("9.1", 66).state == "right"


def test_fractions_are_kept_as_text(work):
    check("2.1", Fraction(1, 3))
    assert record.last("2.1", "answer")["value"] == "1/3"
