"""The chain builder: ordered drop-downs that keep what is chosen and judge it."""

import re

import pytest

from helpers import record
from helpers.chain_builder import DRAFT, NOBODY, build_chain
from helpers.chains import MARK
from helpers.exercises import answering, guesses, reveal
from helpers.exercises.key import exercise
from helpers.exercises.result import Sorry

RIGHT = list(exercise("3.2").answer.values())[:4]


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty folder and a fresh kernel for every test."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    monkeypatch.setattr(answering, "_reached", {})
    monkeypatch.setattr(guesses, "_waiting", {})
    return tmp_path / "my_work"


def choose(builder, *links):
    """Choose these links from the first place on, as a learner would."""
    for speaker, mark, link in zip(
        builder.speakers, builder.marks, links, strict=False
    ):
        if not speaker.disabled:
            speaker.value = link.removesuffix(MARK)
            mark.value = link.endswith(MARK)


def said(builder):
    return re.sub(r"<[^>]+>", "", builder.reply.value)


def press(builder):
    builder.check.click()
    return said(builder)


def test_the_faded_links_are_given_and_cannot_be_changed():
    builder = build_chain("3.2", begin=2)
    assert [link.speaker for link in builder.links()] == RIGHT[:2]
    assert [one.disabled for one in builder.speakers] == [True, True] + [False] * 3
    assert all(one.disabled for one in builder.marks[:2])


def test_a_right_chain_is_right_and_opens_what_waits_for_it():
    shown = reveal("3.2", "the answer")
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT)
    assert "Right" in press(builder) and len(shown.children) == 2
    assert record.last("3.2", "answer")["state"] == "right"


@pytest.mark.parametrize("id", ["3.2", "3.2b"])
def test_the_key_can_be_built_with_what_is_on_offer(id):
    builder = build_chain(id)
    links = [one for one in exercise(id).answer.values() if one != NOBODY]
    choose(builder, *links)
    assert "Right" in press(builder)


def test_a_chain_that_does_not_end_in_the_text_in_hand_gets_a_sentence():
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT[:3])
    assert "The last link is always the text in hand" in press(builder)
    assert builder.links()[2].speaker == "The Washington Post"  # nothing is lost


def test_a_gap_and_a_repeated_speaker_get_a_sentence():
    builder = build_chain("3.2b")
    builder.speakers[0].value = "General Staff in Kyiv"
    builder.speakers[2].value = "this digest"
    assert "Link 2 is empty" in press(builder)
    builder.speakers[1].value = "General Staff in Kyiv"
    assert "twice" in press(builder)


def test_nothing_chosen_is_not_tried_yet():
    assert "Not tried yet" in press(build_chain("3.2b"))


def test_an_inferred_link_without_its_mark_gets_its_own_reply():
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT[:2], "The Washington Post", "this digest")
    assert "mark the link as inferred" in press(builder)


def test_what_is_chosen_is_kept_before_it_is_checked_and_shown_after_a_restart():
    choose(build_chain("3.2b"), "General Staff in Kyiv", "unknown outlet (inferred)")
    again = build_chain("3.2b")
    assert list(map(str, again.links())) == [
        "General Staff in Kyiv",
        "unknown outlet (inferred)",
    ]
    assert said(again) == ""


def test_a_checked_chain_comes_back_with_its_reply():
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT)
    press(builder)
    assert "From last time. ● Right" in said(build_chain("3.2", begin=2))


def test_a_reply_does_not_come_back_for_a_chain_that_was_changed_since():
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT)
    press(builder)
    builder.speakers[3].value = ""
    assert said(build_chain("3.2", begin=2)) == ""


@pytest.mark.parametrize(
    "damaged", ["text", 7, None, [], {"1st link": 5}, {"9th link": "Kyiv"}]
)
def test_a_damaged_record_leaves_the_chain_empty(damaged):
    record.save("3.2b", DRAFT, damaged)
    assert not build_chain("3.2b").links()


def test_the_picture_follows_the_chain_and_says_so():
    builder = build_chain("3.2", begin=2)
    assert "then ?." in builder.picture.value
    choose(builder, *RIGHT)
    assert "then The Washington Post (inferred), then this digest." in (
        builder.picture.value
    )
    assert "4 speakers, 1 of them inferred" in builder.picture.value


def test_every_field_has_a_name_of_its_own():
    builder = build_chain("3.2b")
    names = [one.description for one in [*builder.speakers, *builder.marks]]
    assert all(names) and len(set(names)) == len(names)


def test_the_twin_on_paper_has_boxes_and_names_and_no_answer():
    builder = build_chain("3.2", begin=2)
    choose(builder, *RIGHT)
    bundle = builder._repr_mimebundle_()
    assert bundle["text/html"].count("inline-block") == 5
    assert "Kyiv" in bundle["text/html"] and "this digest" in bundle["text/html"]
    assert MARK not in bundle["text/html"] + bundle["text/plain"]
    assert (
        bundle["text/plain"] == build_chain("3.2", 2)._repr_mimebundle_()["text/plain"]
    )


def test_an_unknown_exercise_gets_a_sentence():
    assert isinstance(build_chain("3.99"), Sorry)
