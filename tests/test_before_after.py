"""One's own check before and after the course: two counts, never one."""

import pytest

from helpers import record
from helpers.before_after import KINDS, PAIRS, BeforeAfter, before_and_after, compared
from helpers.exercises.key import exercise


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty place for answers."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path))


def answer(ids, doubting=False, sure=50):
    """Answer each item rightly, or doubt every statement."""
    for id in ids:
        asked = exercise(id)
        value = asked.options[1] if doubting else asked.answer
        record.save(id, "answer", value, confidence=sure)


def row(what):
    return compared().set_index("what").loc[what]


@pytest.mark.parametrize("pair", PAIRS.items())
def test_the_six_after_are_the_six_before_word_for_word(pair):
    before, after = map(exercise, pair)
    for name in ("ask", "options", "answer", "kind", "solution", "title"):
        assert getattr(before, name) == getattr(after, name)
    assert after.judged == "later" and after.confidence


def test_each_kind_has_two_items():
    answer(PAIRS.values())
    assert list(compared()["what"]) == list(KINDS)
    assert list(compared()["after"]) == [2, 2, 2]


def test_doubting_everything_costs_the_sound():
    answer(PAIRS, sure=40)
    answer(PAIRS.values(), doubting=True, sure=90)
    sound, doubtful = row(KINDS[0]), row(KINDS[1])
    assert (sound["before"], sound["after"]) == (2, 0)
    assert (doubtful["before"], doubtful["after"]) == (2, 2)
    assert (sound["sure before"], sound["sure after"]) == (40, 90)


def test_what_was_not_answered_is_empty_and_not_wrong():
    answer(PAIRS.values())
    assert compared()["before"].isna().all()


def test_nothing_is_shown_before_all_six_are_saved():
    answer(list(PAIRS.values())[:5])
    shown = before_and_after()
    shown.compare.click()
    assert "8.7" in shown.shown.value and "<table" not in shown.shown.value


def test_the_comparison_comes_with_the_last_answer_and_after_a_restart():
    shown = before_and_after()
    answer(PAIRS)
    answer(PAIRS.values())
    shown.compare.click()
    again = BeforeAfter()
    for one in (shown, again):
        assert "<table" in one.shown.value and "no gain" in one.shown.value


def test_without_a_check_before_the_course_the_page_says_so():
    answer(PAIRS.values())
    assert "No check from before" in BeforeAfter().shown.value


def test_an_answer_without_a_confidence_is_counted():
    record.save("8.2", "answer", exercise("8.2").answer)
    assert row(KINDS[0])["after"] == 1


def test_on_paper_there_is_a_sentence_that_gives_nothing_away():
    bundle = before_and_after()._repr_mimebundle_()
    assert "side by side" in bundle["text/plain"]
    assert "<table" not in bundle["text/html"]
