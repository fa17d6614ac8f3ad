"""Agreement: as in published examples, as another program counts, and by hand."""

from itertools import combinations

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import lesson_07 as lesson

from helpers import agreement
from helpers.agreement import AgreementError, alpha, alpha_ordinal
from helpers.classroom import measured_again
from helpers.codebook import AGAIN, CLAIMS
from helpers.figures.agreement import codes_by_claim, dots_by_claim
from helpers.tables import load_digest_claims


def table(*coders: str) -> pd.DataFrame:
    """Ratings from one line for each coder; a point is a missing code."""
    split = [
        [None if code == "." else code for code in line.split()] for line in coders
    ]
    return pd.DataFrame(dict(enumerate(split)))


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): examples A, B and C.
BINARY = table("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
NOMINAL = table("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR_OBSERVERS = table(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# The worked example of the encyclopedia's article on alpha: three coders, gaps.
THREE_CODERS = table(
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)


@pytest.mark.parametrize(
    ("ratings", "published"),
    [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR_OBSERVERS, 0.743), (THREE_CODERS, 0.691)],
    ids=["binary", "nominal", "four observers", "three coders"],
)
def test_nominal_alpha_is_that_of_the_published_example(ratings, published):
    assert round(alpha(ratings), 3) == published


def test_ordinal_alpha_is_that_of_the_published_example():
    assert round(alpha_ordinal(FOUR_OBSERVERS), 3) == 0.815


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([None, 1, 2, 3, 4, 5]), min_size=2, max_size=6),
        min_size=2,
        max_size=12,
    ),
    st.sampled_from(["nominal", "ordinal"]),
)
def test_alpha_is_what_another_program_finds_on_random_data(claims, level):
    width = min(map(len, claims))
    ratings = pd.DataFrame([claim[:width] for claim in claims], dtype=object)
    numbers = ratings.astype(float).to_numpy().T
    known = ratings[ratings.notna().sum(axis=1) > 1].stack()
    ours = (
        alpha(ratings)
        if level == "nominal"
        else alpha_ordinal(ratings, [1, 2, 3, 4, 5])
    )
    if known.nunique() < 2:
        assert ours is None  # the other program refuses, or divides by nothing
        return
    theirs = krippendorff.alpha(
        numbers, level_of_measurement=level, value_domain=[1, 2, 3, 4, 5]
    )
    assert ours == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.lists(st.sampled_from("abc."), min_size=4, max_size=4), max_size=8))
def test_pairs_are_those_that_one_counts_by_hand(claims):
    rows = [[None if code == "." else code for code in claim] for claim in claims]
    found = agreement.pairs(pd.DataFrame(rows, columns=range(4), dtype=object))
    by_hand = [
        [pair for pair in combinations(row, 2) if None not in pair] for row in rows
    ]
    assert found["pairs"].tolist() == [len(pairs) for pairs in by_hand]
    assert found["agree"].tolist() == [sum(a == b for a, b in p) for p in by_hand]


def test_agreement_does_not_depend_on_who_is_who_nor_on_the_names_of_codes():
    turned = FOUR_OBSERVERS[[3, 1, 0, 2]].iloc[::-1]
    renamed = FOUR_OBSERVERS.replace({"1": "z", "2": "y"})
    assert alpha(turned) == pytest.approx(alpha(FOUR_OBSERVERS))
    assert alpha(renamed) == pytest.approx(alpha(FOUR_OBSERVERS))


def test_alpha_is_one_if_nobody_disagrees_and_has_no_value_with_one_code():
    assert alpha(table("1 2 3", "1 2 3")) == 1
    assert alpha(table("1 1 1", "1 1 1")) is None
    assert alpha(table(". 1 2", "3 . .")) is None
    assert alpha(table()) is None
    assert agreement.pairwise_agreement(table("1 .", ". 1")) is None


def test_six_and_f_are_missing_in_an_order_and_not_the_worst_grade():
    ratings = table("2 6 3 1", "2 2 3 1", "3 6 3 2")
    without = agreement.without_basis(ratings)
    assert without.isna().sum().sum() == 2
    assert alpha_ordinal(without) == alpha_ordinal(
        table("2 . 3 1", "2 2 3 1", "3 . 3 2")
    )
    assert agreement.without_basis(table("A F", "B C")).isna().sum().sum() == 1
    with pytest.raises(AgreementError, match="Found 6; an order from 1 to 5"):
        alpha_ordinal(ratings)


def test_by_scale_reads_letters_and_numbers_in_their_order():
    rows = [
        (coder, claim, scale, code)
        for scale, given in {
            "source": ["AF", "BC"],
            "information": ["16", "23"],
        }.items()
        for coder, codes in enumerate(given)
        for claim, code in zip("CD", codes, strict=True)
    ]
    codings = pd.DataFrame(rows, columns=agreement.COLUMNS)
    found = agreement.by_scale(codings, ("source", "information"))
    assert found["claims"].tolist() == [1, 1]
    assert found["read_as"].str.startswith("ordinal").all()


def test_ratings_are_not_changed():
    before = FOUR_OBSERVERS.copy()
    alpha(FOUR_OBSERVERS), agreement.without_basis(FOUR_OBSERVERS)
    pd.testing.assert_frame_equal(before, FOUR_OBSERVERS)


def test_codes_dealt_out_by_chance_have_an_alpha_near_zero():
    codes = np.random.default_rng(7).choice(list("1234"), size=(12, 3000))
    assert 0 < abs(alpha(pd.DataFrame(codes))) < 0.01


# the made-up class of lesson 07


def disputed(scale: str = "modality") -> list[str]:
    """The claims of the made-up class, the most disputed first."""
    pairs = agreement.pairs(agreement.ratings(lesson.FIRST, scale))
    return pairs.sort_values("percent")["claim_id"].tolist()


def test_the_made_up_class_is_as_the_lesson_and_its_key_say():
    ratings = agreement.ratings(lesson.FIRST, "modality")
    found = agreement.pairs(ratings).set_index("claim_id")
    assert disputed()[:2] == ["C18", "C10"]
    assert found.loc["C18", ["agree", "pairs"]].tolist() == [13, 45]
    assert found.loc["C10", ["agree", "pairs"]].tolist() == [20, 45]
    assert found.loc[["C04", "C07"], "percent"].tolist() == [100, 100]
    codes = agreement.counts(ratings).loc["C18"]
    assert codes[codes > 0].to_dict() == {
        "assessment": 4,
        "forecast": 2,
        "reported_fact": 4,
    }
    numbers = agreement.counts(agreement.ratings(lesson.FIRST, "credibility"))
    assert numbers.loc["C07"].idxmax() == "6"


def test_credibility_has_the_lowest_percentage_and_the_highest_alpha():
    found = agreement.by_scale(lesson.FIRST, ("credibility",)).set_index("scale")
    assert found["percent_agreement"].idxmin() == "credibility"
    assert found["alpha"].idxmax() == "credibility"
    assert 0.4 < found.loc["modality", "alpha"] < 0.6


def test_a_six_read_as_the_worst_makes_coders_look_further_apart():
    ratings = agreement.ratings(lesson.FIRST, "credibility")
    worst, missing = agreement.two_ways_with_six(ratings)["alpha"]
    assert worst < missing


def test_the_new_line_raises_the_agreement_of_the_made_up_class():
    before, after = measured_again(lesson.MADE_UP)["alpha"]
    assert before < 0.2 < 0.5 < after


def test_the_four_claims_have_the_numbers_that_the_key_names():
    assert round(alpha(lesson.FOUR), 2) == 0.77
    steps = agreement.in_steps(four=lesson.FOUR)["four"].tolist()
    assert steps == ["12", "2", "16.7 %", "71.2 %", "0.766"]


def test_the_second_case_has_the_same_percentage_and_an_alpha_below_zero():
    nearly = agreement.side_by_side(
        one="1 1 1 1 1 1 1 1 1 1 1 2", two="1 1 1 1 1 1 1 1 1 1 2 1"
    )
    same = agreement.pairwise_agreement(lesson.FOUR)
    assert agreement.pairwise_agreement(nearly) == pytest.approx(same)
    assert alpha(nearly) < 0


def test_the_claims_that_are_coded_are_claims_of_the_digest():
    assert len(CLAIMS) == 12
    assert set(AGAIN) < set(CLAIMS) < set(load_digest_claims()["claim_id"])


# pictures


def test_the_heat_map_says_in_words_what_it_shows():
    picture = codes_by_claim(lesson.FIRST, "modality", [], made_up=True)
    assert picture.alt.startswith("A made-up class")
    assert (
        "C18: reported fact 4 times, assessment 4 times, forecast 2 times"
        in picture.alt
    )
    assert picture.numbers["claim_id"].iloc[0] == "C18"
    assert "framed" not in picture.caption


def test_own_codes_are_framed_and_not_counted():
    own = pd.DataFrame(
        [("you", "first", "C18", "modality", "assessment")],
        columns=lesson.FIRST.columns,
    )
    with_own = codes_by_claim(lesson.FIRST, "modality", [], own, True)
    without = codes_by_claim(lesson.FIRST, "modality", [], made_up=True)
    assert with_own.png != without.png
    assert "framed" in with_own.caption
    pd.testing.assert_frame_equal(with_own.numbers, without.numbers)


def test_many_learners_share_a_dot():
    rows = [(n, "first", "C04", "credibility", "1") for n in range(300)]
    picture = dots_by_claim(
        pd.DataFrame(rows, columns=lesson.FIRST.columns), "credibility", []
    )
    assert "one dot stands for up to 15 learners" in picture.caption
