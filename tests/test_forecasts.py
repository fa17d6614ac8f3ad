"""Forecasts: probabilities as people write them, chains, scores, words in scales."""

import math
import random

import pandas as pd
import pytest

from helpers import forecasts
from helpers.bounds import at_least, between, more_than, share_of
from helpers.figures import certainty, chances
from helpers.forecasts import ForecastError, brier, chain, probability
from helpers.tables import load_forecasts, load_probability_words

QUESTIONS, WORDS = load_forecasts(), load_probability_words()
IDS = list(QUESTIONS["forecast_id"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (0, 0),
        (1, 1),
        ("0.7", 0.7),
        ("0,7", 0.7),
        (".7", 0.7),
        ("70 %", 0.7),
        ("70%", 0.7),
        ("7/10", 0.7),
        ("1", 1),
        ("100 %", 1),
        ("0 %", 0),
    ],
)
def test_a_probability_is_read_as_people_write_it(typed, read):
    assert probability(typed) == pytest.approx(read)


@pytest.mark.parametrize("typed", [1.2, "1.2", 70, "70", "120 %", -0.1, "-0.1", 1.001])
def test_what_lies_outside_0_to_1_is_refused_with_what_to_write(typed):
    with pytest.raises(ForecastError, match=r"write (0\.7|a number from 0 to 1)"):
        probability(typed)


@pytest.mark.parametrize(
    "typed",
    [
        None,
        "",
        "maybe",
        "?",
        [],
        {},
        float("nan"),
        float("inf"),
        True,
        "0.6-0.8",
        QUESTIONS,
        probability,
        "more than 0.5",
        "0.2, 0.3, 0.4",
        object(),
    ],
)
def test_what_is_no_probability_is_refused_and_never_crashes(typed):
    with pytest.raises(ForecastError, match=r"0 to 1"):
        probability(typed)


def test_seventy_is_told_to_be_written_as_a_decimal():
    with pytest.raises(ForecastError) as refused:
        probability("70")
    assert "For 70 % write 0.7." in str(refused.value)


def test_a_chain_is_what_a_count_of_imagined_cases_gives():
    # An oracle that does not multiply: cases that survive every step.
    steps, draw = (0.6, 0.5, 0.4), random.Random(6)
    left = sum(all(draw.random() < s for s in steps) for _ in range(40_000))
    assert chain(*steps) == pytest.approx(left / 40_000, abs=0.01)
    assert chain(*steps) == pytest.approx(0.12)
    assert chain(0.8, 0.8, 0.8) == pytest.approx(0.512)


def test_a_chain_is_never_likelier_than_its_weakest_step():
    draw = random.Random(1)
    for _ in range(300):
        steps = [draw.random() for _ in range(draw.randint(1, 6))]
        assert chain(*steps) <= min(steps) + 1e-12


def test_a_chain_of_no_steps_or_of_a_wrong_step_is_refused():
    for steps in ([], [0.5, 1.2], [0.5, "often"]):
        with pytest.raises(ForecastError):
            chain(*steps)


def test_the_steps_of_a_chain_end_in_the_whole_chain():
    table = forecasts.chain_steps({"a": 0.6, "b": 0.5, "c": 0.4})
    assert table["all so far"].tolist() == pytest.approx([0.6, 0.3, 0.12])


def test_always_one_half_scores_a_quarter_whatever_happens():
    draw = random.Random(2)
    for n in range(1, 20):
        assert brier([0.5] * n, [draw.random() < 0.5 for _ in range(n)]) == 0.25


def test_sure_and_right_scores_0_sure_and_wrong_scores_1():
    assert brier([1, 0], [True, False]) == 0 and brier([1, 0], [False, True]) == 1


def test_the_scores_of_the_lesson_plan_hold():
    came = QUESTIONS["outcome"]
    assert list(came) == [True, True, True, False]
    assert round(brier([0.9, 0.9, 0.8, 0.05], came), 3) == 0.016
    assert round(brier([0.5, 0.5, 0.7, 0.7], came), 2) == 0.27


@pytest.mark.parametrize(
    ("given", "came"), [([0.5], [True, False]), ([], []), ([0.5, 0.5], [True])]
)
def test_forecasts_and_outcomes_must_be_equally_many(given, came):
    with pytest.raises(ForecastError, match="one probability for each outcome"):
        brier(given, came)


def test_the_best_forecast_of_a_share_is_the_share_itself():
    came = [True] * 7 + [False] * 3
    scores = {p / 10: brier([p / 10] * 10, came) for p in range(11)}
    assert min(scores, key=scores.get) == 0.7


def test_scoring_leaves_the_table_of_questions_as_it_was():
    before = QUESTIONS.copy()
    forecasts.scores(QUESTIONS, {"me": dict.fromkeys(IDS, 0.5)})
    forecasts.outcomes(QUESTIONS)
    pd.testing.assert_frame_equal(QUESTIONS, before)


def test_every_outcome_is_dated_and_says_who_disputes_it():
    table = forecasts.outcomes(QUESTIONS).set_index("id")
    assert table["as of"].notna().all()
    assert "General Staff" in table.loc["Q2", "disputed by"]
    assert "km2" not in " ".join(table["on what it rests"])


def test_no_outcome_is_older_than_the_day_of_the_forecasts():
    assert (QUESTIONS["resolved_on"] > pd.Timestamp("2025-01-11")).all()


@pytest.mark.parametrize("word", ["may", "May", "would", "potential", "appears"])
def test_the_words_of_the_digest_are_on_none_of_the_scales(word):
    row = forecasts.in_scales(WORDS, [word]).iloc[0]
    assert set(row[1:]) == {"not there"}


def test_a_word_that_is_there_shows_its_range():
    row = forecasts.in_scales(WORDS, ["likely"]).iloc[0]
    assert (row["ICD 203"], row["PHIA"]) == ("55 to 80 %", "55 to 75 %")


def test_phia_leaves_six_gaps_and_icd_203_only_its_ends():
    assert len(forecasts.gaps(WORDS, "PHIA")) == 6
    assert forecasts.gaps(WORDS, "ICD 203") == [(0, 1), (99, 100)]


def test_two_lower_bounds_leave_a_share_unbounded_and_caps_bound_it():
    alone = share_of(at_least(1000), more_than(10_000))
    assert (alone.low, alone.high, alone.includes_low) == (0, 100, False)
    capped = share_of(between(1000, 3000), between(10_001, 12_000))
    assert capped.words("%", 1) == "8.3 to 30.0 %"


def test_every_choice_of_the_control_satisfies_both_wordings():
    assert all(n in at_least(1000) for n in certainty.CASUALTIES.values())
    assert all(n in more_than(10_000) for n in certainty.DEPLOYED.values())
    assert max(certainty.CASUALTIES.values()) <= min(certainty.DEPLOYED.values())


def test_the_control_reaches_one_percent_and_a_hundred():
    ends = [(1000, 100_000, "1.0 %"), (10_001, 10_001, "100.0 %")]
    for casualties, deployed, share in ends:
        alt = certainty.two_lower_bounds(casualties, deployed, []).alt
        assert f"is {share}" in alt and "more than 0 and at most 100 %" in alt


def test_the_pictures_say_in_words_what_they_show():
    steps = {"a": 0.6, "b": 0.5, "c": 0.4}
    assert "leaves 0.12" in chances.chains(steps, 0.8, []).alt
    assert "0.512 is left" in chances.chains(steps, 0.8, []).alt
    assert "5 to 10, 20 to 25" in certainty.scales(WORDS, []).alt
    ranges = {"a": between(8, 30)}
    assert "a: 8.0 to 30.0 %" in certainty.share_ranges(ranges, []).alt.lower()
    table = forecasts.scores(QUESTIONS, {"half": dict.fromkeys(IDS, 0.5)})
    assert "half: 0.250" in chances.brier_dots(table, []).alt


def test_the_numbers_behind_the_pictures_are_finite():
    table = forecasts.scores(QUESTIONS, {"half": dict.fromkeys(IDS, 0.5)})
    assert all(map(math.isfinite, table.select_dtypes("number").to_numpy().ravel()))
