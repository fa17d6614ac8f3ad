"""Figures about ground side by side: measures kept apart, bases named, days kept."""

import pandas as pd
import pytest

from helpers import areas
from helpers.areas import dated, side_by_side, spread, without_mark
from helpers.claims import known_on
from helpers.dictionary import TableError
from helpers.tables import (
    load_mapped_figures,
    load_sources,
    load_territory_claims,
    meanings,
    row,
)

GROUND, MAPS = load_territory_claims(), load_mapped_figures()
AREAS = dated(GROUND, MAPS).set_index("id")


def test_every_measure_and_side_of_the_dictionary_has_words():
    assert set(areas.MEASURES) == set(meanings("territory_claims", "measure"))
    assert set(areas.SIDES) == set(meanings("territory_claims", "side"))
    assert set(areas.KM2) == set(meanings("territory_claims", "unit_printed"))


def test_held_and_retaken_are_two_measures():
    assert AREAS.loc["T037", "measure"] == "held"
    assert AREAS.loc["T056", "measure"] == "retaken"
    assert set(AREAS["measure"]) == {"held", "retaken"}


def test_a_grey_zone_is_a_step_on_the_control_of_the_same_map_and_day():
    assert AREAS["grey"].dropna().to_dict() == {
        "T006": 230,
        "T025": 360,
        "T027": 350,
        "T034": 200,
        "T075": 81,
    }


def test_the_undated_maximum_of_the_map_has_no_mark():
    assert not {"T025c", "T025d", "T038", "T055"} & set(AREAS.index)


def test_an_open_end_stays_missing():
    assert pd.isna(AREAS.loc["T054", "high"]) and AREAS.loc["T054", "low"] == 420
    assert pd.isna(AREAS.loc["M08", "low"]) and AREAS.loc["M08", "high"] == 500


def test_square_miles_are_drawn_as_square_kilometres_and_printed_as_miles():
    hill = AREAS.loc["T051"]
    assert hill["km2"] == pytest.approx(777.0, abs=0.1)
    assert hill["printed"] == "roughly 300 square miles"


def test_every_dated_area_in_kursk_oblast_has_a_mark_and_the_rest_is_counted():
    kursk = GROUND[GROUND["region"] == "Kursk"]
    grey = set(
        kursk.loc[kursk["measure"].eq("grey") & kursk["as_of"].notna(), "claim_id"]
    )
    marked = set(AREAS.index) - {"M08", "M11"}
    assert len(kursk) == len(marked) + len(grey) + without_mark(GROUND)
    left = kursk[~kursk["claim_id"].isin(marked | grey)]
    area = left["measure"].isin(["control", "retaken"]) & left["value"].notna()
    assert left.loc[area, "as_of"].isna().all()


def test_no_mark_rests_on_a_subject():
    sources = load_sources()
    subjects = set(sources.loc[sources["standing"] == "subject", "source_id"])
    assert not subjects & set(AREAS["source_id"])
    assert not {"T048", "T050"} & set(AREAS.index)


def test_what_was_known_goes_by_the_day_of_print():
    table = AREAS.reset_index().rename(columns={"known": "claim_date"})
    known = known_on(table, "2025-01-11")
    assert {"T037", "T044", "T051"} <= set(known["id"])
    assert not {"T054", "T056", "M08"} & set(known["id"])


def test_a_percentage_stands_with_its_base_unless_a_headline_is_shown():
    with_base = side_by_side(GROUND, ["T056", "T037"])["figure"]
    bare = side_by_side(GROUND, ["T056", "T037"], bases=False)["figure"]
    assert with_base[0] == "801 km²; 63.2 % of the ground first taken, 1,268 km²"
    assert with_base[1].startswith("about 800 km²; over 40 % lost of the most ever")
    assert bare.tolist() == ["801 km²; 63.2 %", "about 800 km²; over 40 % lost"]


def test_a_share_of_the_oblast_is_held_and_not_lost():
    words = side_by_side(GROUND, ["T059"])["figure"][0]
    assert "lost" not in words and "the area of Kursk Oblast" in words


def test_copies_and_undated_pages_are_shown_as_such():
    seen = side_by_side(GROUND, ["T025", "T034", "T037"])["seen on"]
    assert "(seen in a copy)" in seen[0]
    assert seen[1].endswith("(undated page)")
    assert "copy" not in seen[2] and "undated" not in seen[2]


def test_a_claim_without_a_day_says_so():
    assert side_by_side(GROUND, ["T055"])["day"][0] == "no day"
    assert side_by_side(GROUND, ["T044"])["day"][0] == "about 27 December 2024"


def test_the_spread_of_a_day_counts_what_lies_around_it():
    days = ["2024-08-12", "2025-05-15"]
    table = spread(AREAS.reset_index(), days).set_index("day")
    assert table.loc["12 August 2024", ["lowest", "highest"]].tolist() == [500, 1250]
    assert table.loc["15 May 2025", "figures"] == 0


def test_an_unknown_claim_is_answered_with_the_nearest():
    with pytest.raises(TableError, match="Did you mean T037"):
        side_by_side(GROUND, ["T0377"])


def test_both_sides_nearly_agree_on_the_peak_once_moscow_names_it():
    moscow = row(GROUND, "T055")["value"]
    august = [row(GROUND, id)["value"] for id in ("T013", "T014")]
    assert [round((moscow / one - 1) * 100, 1) for one in august] == [0.4, -2.0]
    assert (
        GROUND.loc[
            GROUND["side"].eq("RU") & GROUND["measure"].eq("peak"), "claim_date"
        ].min()
        == row(GROUND, "T055")["claim_date"]
    )
