"""Who speaks in the digest, counted; and outside facts as a reader needs them."""

import pytest

from helpers.claims import (
    NAMING,
    by_naming,
    by_side,
    held_against_mapped,
    known_on,
    outside_events,
    outside_figures,
    outside_numbers,
    pick,
    verbs_by_army,
    with_named_person,
    without_speaker,
)
from helpers.days import DaysError, as_day
from helpers.dictionary import TableError
from helpers.tables import (
    load_digest_claims,
    load_digest_key,
    load_events,
    load_force_claims,
    load_mapped_figures,
    load_territory_claims,
    load_wordings,
)

CLAIMS, KEY = load_digest_claims(), load_digest_key()
GROUND, MAPS = load_territory_claims(), load_mapped_figures()


def test_the_digest_has_one_named_person_ten_claims_without_source_and_no_russian():
    naming = by_naming(KEY).set_index("who is named")["claims"]
    assert naming.to_dict() == {
        "no speaker at all": 10,
        "mentioned, not named": 6,
        "a body with a name": 7,
        "a person with a name": 1,
    }
    assert by_side(KEY).set_index("who speaks")["claims"]["the Russian side"] == 0


def test_percentages_of_who_is_named_are_of_all_claims():
    percent = by_naming(KEY).set_index("who is named")["percent"].round(1)
    assert percent["a person with a name"] == 4.2
    assert percent["no speaker at all"] == 41.7


def test_counting_c16_as_kyivs_moves_one_claim():
    other = KEY.assign(named=KEY["named_also"].fillna(KEY["named"]))
    counted = by_naming(other).set_index("who is named")["claims"]
    assert counted["a body with a name"] == 8 and counted["mentioned, not named"] == 5


def test_sides_and_ways_of_naming_count_the_same_claims():
    table = by_side(KEY)
    assert table["claims"].sum() == len(KEY) == table[list(NAMING.values())].sum().sum()


def test_two_claims_are_told_at_first_hand():
    assert (KEY["hand"] == "first").sum() == 2


def test_the_claims_without_a_speaker_are_shown_in_our_words():
    bare = without_speaker(CLAIMS, KEY)
    assert len(bare) == 10 and {"C04", "C07", "C17"} <= set(bare["claim_id"])
    assert bare["paraphrase"].notna().all()


def test_the_one_named_person_speaks_in_paragraph_nine():
    person = with_named_person(CLAIMS, KEY)
    assert person[["claim_id", "paragraph"]].values.tolist() == [["C24", "P9"]]


def test_verbs_are_listed_by_army_and_both_armies_launch_something():
    verbs = verbs_by_army(load_wordings()).groupby("army")["verb"].apply(list)
    assert "launch" in verbs["Russia"] and "launched" in verbs["Ukraine"]
    assert len(verbs["Russia"]) == len(verbs["Ukraine"]) == 7


def test_an_outside_event_says_what_is_disputed_about_it():
    event = outside_events(load_events(), ["E13", "E01"])
    assert event["day"].tolist() == ["5 January 2025", "6 August 2024"]
    assert "repelled" in event["disputed"][0] and event["disputed"][1] == "no"


def test_outside_numbers_of_soldiers_say_who_counted():
    numbers = outside_numbers(load_force_claims(), ["F037", "F042"])
    assert "59,000" in numbers["figure"][0]
    assert all("Ukraine" in who or "Zelenskyy" in who for who in numbers["said by"])


def test_outside_figures_keep_unit_and_day():
    figure = outside_figures(load_territory_claims(), ["T002"]).iloc[0]
    assert figure["figure"].endswith("km²") and figure["day"] == "12 August 2024"


def test_an_unknown_claim_is_answered_with_the_known_ones():
    with pytest.raises(TableError, match="C24"):
        pick(CLAIMS, ["C99"], ["claim_id"])


def test_counting_leaves_the_table_as_it_was():
    before = KEY.copy()
    by_side(KEY), by_naming(KEY), without_speaker(CLAIMS, KEY)
    assert KEY.equals(before)


def test_what_was_known_on_a_day_is_what_had_been_said_by_then():
    known = set(known_on(GROUND, "2025-01-11")["claim_id"])
    assert {"T037", "T044", "T051"} <= known
    assert not {"T054", "T056", "T061"} & known  # 17 January, 13 February


def test_the_day_itself_counts_and_a_claim_without_a_day_was_not_known():
    assert "T002" in set(known_on(GROUND, as_day("2024-08-12"))["claim_id"])
    assert "M08" not in set(known_on(MAPS, "2025-12-31")["figure_id"])
    assert len(known_on(GROUND, "2024-08-05")) == 0


def test_a_day_that_is_none_gets_a_sentence():
    with pytest.raises(DaysError, match="like 2025-01-05"):
        known_on(GROUND, "11 January")


def test_control_and_grey_come_near_the_official_figure_on_three_occasions_of_four():
    pairs = held_against_mapped(MAPS, GROUND).set_index("id")
    kursk = pairs[pairs["region"] == "Kursk"]
    assert kursk["control plus grey"].to_dict() == {
        "M01": 1030,
        "M04": 1230,
        "M07": 760,
        "M14": 5.5,
    }
    assert kursk["apart, %"].round().tolist() == [3, -5, -5, -94]


def test_the_other_side_is_put_to_the_same_test():
    pairs = held_against_mapped(MAPS, GROUND).set_index("id")
    assert "Gerasimov" in pairs.loc["M17", "official"]
    assert round(pairs.loc["M17", "apart, %"], 1) == 0.2


def test_a_grey_zone_that_was_not_printed_is_not_called_zero():
    pairs = held_against_mapped(MAPS, GROUND).set_index("id")
    assert pairs.loc["M14", "grey"] == "not printed"
    assert pairs.loc["M04", "day"] == "no day"


def test_a_map_with_an_open_end_is_not_put_to_the_test():
    assert "M02" not in set(held_against_mapped(MAPS, GROUND)["id"])
