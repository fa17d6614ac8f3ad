"""The retelling: paragraphs by name, and words marked so that colour is not needed."""

import re

import pandas as pd
import pytest

from helpers.retelling import MARKS, all_marks, marked, painted, retelling
from helpers.tables import load_digest_claims, load_digest_key, load_wordings

WORDINGS = load_wordings()
ALL = ("H", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
ATTRIBUTION = ("source", "cue", "content", "source missing")


def pieces(shown, label):
    return [
        t for parts in shown.paragraphs.values() for t, name in parts if name == label
    ]


def bare(html):
    return re.sub(r"<[^>]+>", "", html)


def test_all_paragraphs_are_there_and_a_chosen_one_alone():
    assert list(retelling().paragraphs)[:3] == ["H", "P1", "P2"]
    assert list(retelling("P7").paragraphs) == ["P7"]


def test_an_unknown_paragraph_or_kind_is_named_with_what_there_is():
    with pytest.raises(KeyError, match=r"No paragraph 'P12'.*P9"):
        retelling("P12")
    with pytest.raises(KeyError, match=r"No kind 'colour'.*hedge"):
        marked("P1", kinds=["colour"])


def test_every_hedge_and_booster_of_the_table_is_marked_once():
    shown = marked(*ALL)
    for kind in ("hedge", "booster"):
        expected = WORDINGS.loc[WORDINGS["kind"] == kind, "fragment"]
        assert sorted(pieces(shown, kind)) == sorted(expected)


def test_marking_changes_no_letter_of_the_text():
    for kinds in (("hedge", "booster"), ATTRIBUTION, tuple(MARKS)):
        shown = marked(*ALL, kinds=kinds)
        for name, text in retelling(*ALL).paragraphs.items():
            assert "".join(piece for piece, _ in shown.paragraphs[name]) == text


def test_source_cue_and_content_of_one_sentence_are_told_apart():
    parts = marked("P6", kinds=ATTRIBUTION).paragraphs["P6"]
    labels = {piece: name for piece, name in parts if name}
    assert labels["Ukrainian officials"] == "source"
    assert labels["warned"] == "cue"
    assert labels["Kyiv"] == "source" and labels["claims"] == "cue"
    assert labels["the 60,000 soldiers"] == "content"


def test_a_speaker_who_is_nobody_carries_both_labels():
    parts = marked("P8", kinds=ATTRIBUTION).paragraphs["P8"]
    labels = {piece: name for piece, name in parts if name}
    assert set(labels["Western sources"].split(", ")) == {"source", "source missing"}


def test_every_mark_has_a_line_of_its_own_and_its_label_as_a_word():
    lines = {style.split(";")[0] for style in MARKS.values()}
    assert len(lines) >= 5
    html = marked("P7").as_html()
    assert bare(html).count("booster") == 2  # the legend and "only"
    assert "onlybooster" in bare(html)


def test_plain_text_carries_the_labels_in_brackets():
    assert "now only [booster] controlled" in marked("P7").as_text()


def test_a_mark_never_begins_or_ends_with_a_space():
    for kinds in (("hedge", "booster"), ATTRIBUTION, tuple(MARKS)):
        for parts in marked(*ALL, kinds=kinds).paragraphs.values():
            assert all(piece == piece.strip() for piece, name in parts if name)


def test_a_fragment_that_is_not_there_marks_nothing():
    marks = pd.DataFrame({"fragment": ["snow"], "kind": ["hedge"]})
    assert painted("It may rain.", marks) == [("It may rain.", "")]


def test_the_text_is_shown_as_text_and_never_as_markup():
    marks = pd.DataFrame({"fragment": ["<b>"], "kind": ["hedge"]})
    assert painted("a <b> b", marks)[1] == ("<b>", "hedge")
    assert "<script" not in marked("P1").as_html()


def test_marks_come_from_the_tables_and_leave_them_as_they_were():
    claims, key = load_digest_claims(), load_digest_key()
    before = WORDINGS.copy()
    marks = all_marks(WORDINGS, claims, key)
    pd.testing.assert_frame_equal(WORDINGS, before)
    assert set(marks["kind"]) == {*MARKS, "act"}
