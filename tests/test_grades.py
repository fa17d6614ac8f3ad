"""Two scales, kept apart: letters, numbers, the diagonal and the key's ranges."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.grades import (
    SCALES,
    GradeError,
    compare,
    grades_of,
    key_ranges,
    read_code,
    read_grade,
    share_by_chance,
    share_on_diagonal,
    verdict,
    with_diagonal,
)
from helpers.remarks import diagonal_habit, remarks
from helpers.tables import load_digest_key, load_grades, load_reference_figures, row

KEY = load_digest_key()
SIX = ["C04", "C07", "C16", "C21", "C22", "C24"]
ALL_CODES = [a + b for a, b in product(SCALES["source"], SCALES["information"])]


def test_the_scales_are_those_of_the_table():
    by_scale = load_grades().groupby("scale")["grade"].apply("".join)
    assert by_scale.to_dict() == {
        "item": SCALES["information"],
        "source": SCALES["source"],
    }


@pytest.mark.parametrize("typed", ["b3", "B3", " B 3 ", "B/3"])
def test_a_code_is_read_as_people_write_it(typed):
    assert read_code(typed) == ("B", "3")


@pytest.mark.parametrize(
    ("scale", "typed", "allowed"),
    [
        ("information", 7, "a number from 1 to 6"),
        ("information", 0, "a number from 1 to 6"),
        ("information", "12", "a number from 1 to 6"),
        ("information", None, "a number from 1 to 6"),
        ("source", "G", "a letter from A to F"),
        ("source", "", "a letter from A to F"),
    ],
)
def test_a_grade_outside_its_scale_is_answered_with_what_is_allowed(
    scale, typed, allowed
):
    with pytest.raises(GradeError, match=allowed):
        read_grade(scale, typed)


def test_a_grade_of_the_other_scale_is_recognised():
    with pytest.raises(GradeError, match="It belongs to the other scale"):
        read_grade("information", "C")


@given(st.text(max_size=5))
def test_whatever_is_typed_is_a_grade_or_gets_a_sentence(typed):
    try:
        assert read_grade("source", typed) in SCALES["source"]
    except GradeError as error:
        assert str(error).endswith(".")


def test_five_of_all_cells_lie_on_the_diagonal():
    marked = with_diagonal(grades_of({code: code for code in ALL_CODES}))
    on_it = marked.loc[marked["on_diagonal"], "claim_id"].tolist()
    assert on_it == ["A1", "B2", "C3", "D4", "E5"]


def test_chance_is_the_share_of_cells_with_and_without_f_and_6():
    every = grades_of({code: code for code in ALL_CODES})
    assert share_on_diagonal(every) == pytest.approx(share_by_chance())
    based = share_on_diagonal(every, with_basis=True)
    assert based == pytest.approx(share_by_chance(with_basis=True)) == 20


def test_the_share_of_no_grades_at_all_is_not_known():
    assert share_on_diagonal(grades_of({})) is None
    assert share_on_diagonal(grades_of({"C04": "F1"}), with_basis=True) is None


def test_the_army_lies_on_it_far_more_often_than_chance():
    army = row(load_reference_figures(), "army-reports-on-diagonal").value
    assert army > 4 * share_by_chance(with_basis=True)


def test_a_fact_from_outside_changes_the_information_of_c07_alone():
    text, known = (key_ranges(KEY, SIX, outside) for outside in (False, True))
    changed = text.ne(known).any(axis=1)
    assert text.loc[changed, "claim_id"].tolist() == ["C07"]
    assert text["information_from"][1] == "6" and known["information_from"][1] == "1"


@pytest.mark.parametrize(
    ("scale", "given", "low", "high", "said"),
    [
        ("source", "C", "C", "D", "in the range"),
        ("source", "B", "C", "D", "one step away"),
        ("source", "E", "C", "D", "one step away"),
        ("source", "A", "C", "D", "further away"),
        ("source", "F", "D", "D", "no basis"),
        ("source", "E", "F", "F", "no basis"),
        ("information", "6", "6", "6", "in the range"),
        ("information", "5", "6", "6", "no basis"),
        ("information", "4", "2", "3", "one step away"),
    ],
)
def test_f_and_6_have_no_neighbours(scale, given, low, high, said):
    assert verdict(scale, given, low, high) == said


def test_the_model_grades_lie_in_the_ranges():
    model = grades_of(dict(zip(SIX, ["F1", "F1", "D3", "C2", "C3", "B2"], strict=True)))
    both = compare(model, key_ranges(KEY, SIX, outside=True))
    assert (
        set(both["source_verdict"])
        == set(both["information_verdict"])
        == {"in the range"}
    )


def said_to(claim, code, outside=True):
    """Whether a code fits, and what is said to it."""
    found = remarks(grades_of({claim: code}), key_ranges(KEY, [claim], outside))
    return found.loc[0, "fits"], found.loc[0, "remark"]


@pytest.mark.parametrize("code", ["C3", "D3", "B3", "E3", "C2", "D4", "E4"])
def test_one_step_from_the_key_passes(code):
    assert said_to("C16", code)[0]


@pytest.mark.parametrize(
    ("claim", "code", "asked"),
    [
        ("C16", "D1", "another origin"),
        ("C16", "D5", "clash"),
        ("C16", "A3", "stake"),
        ("C24", "E2", "not yet a record of untruth"),
        ("C24", "F2", "has a name"),
        ("C04", "C1", "nobody is named"),
        ("C04", "F6", "outside the digest"),
        ("C07", "F6", "outside the digest"),
        ("C07", "F4", "clash"),
    ],
)
def test_a_grade_further_away_is_asked_about(claim, code, asked):
    fits, remark = said_to(claim, code)
    assert not fits and asked in remark


def test_no_basis_is_fair_where_nobody_has_a_name():
    for claim in ("C21", "C22", "C16"):
        assert (
            said_to(claim, "F3")[0]
            and "say what is missing" in (said_to(claim, "F3")[1])
        )


def test_from_the_text_alone_c07_has_nothing_to_be_held_against():
    assert said_to("C07", "F6", outside=False)[0]
    fits, remark = said_to("C07", "F2", outside=False)
    assert not fits and "nothing to hold it against" in remark


def test_a_remark_names_no_grade_of_the_key():
    for code in ALL_CODES:
        fits, remark = said_to("C16", code)
        assert fits or not any(grade in remark for grade in ("C3", "D3", " C ", " D "))


def test_pairs_that_always_go_together_are_asked_about():
    together = grades_of({"C16": "C3", "C21": "B2", "C24": "A1"})
    assert "stranger" in diagonal_habit(together)
    assert not diagonal_habit(grades_of({"C16": "C3", "C21": "B2", "C04": "F1"}))
