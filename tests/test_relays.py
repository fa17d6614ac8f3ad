"""Relays: the tree follows from the parents, changes are counted, sums convict."""

import pandas as pd
import pytest

from helpers import changes, contradictions, families, relays
from helpers.descent import children, descendants, origins, with_generation
from helpers.plain import PlainError
from helpers.relays import RelayError, checked, family, pages
from helpers.tables import load_reference_figures, load_relays, row

R1 = family("R1")
SEEN = pages(R1)
EMPTY = {"codes": None, "percent": None, "percent_printed": None}


def table(*parents, **columns):
    """Relays a, b, c ... with these parents and whatever else is given."""
    names = "abcdefg"[: len(parents)]
    rows = {"relay_id": list(names), "parent": list(parents)} | EMPTY | columns
    return pd.DataFrame(rows)


def complaints(*parents, **columns):
    with pytest.raises(RelayError) as raised:
        checked(table(*parents, **columns))
    return [str(problem) for problem in raised.value.problems]


def test_the_generation_follows_from_the_parents():
    made = with_generation(table(None, "a", "b", "a"))
    assert made["generation"].tolist() == [0, 1, 2, 1]
    assert "generation" not in load_relays(subject=True)


def test_children_are_one_hand_away_and_descendants_any_number():
    made = table(None, "a", "b", "a")
    assert children(made, "a")["relay_id"].tolist() == ["b", "d"]
    assert descendants(made, "a")["relay_id"].tolist() == ["b", "c", "d"]
    assert origins(made)["relay_id"].tolist() == ["a"]


def test_the_tree_of_the_claim_is_no_star():
    assert len(SEEN) == 64 and SEEN["language"].nunique() == 17
    assert R1["generation"].max() == 4
    assert len(descendants(R1, "R1-A0")) + len(descendants(R1, "R1-B0")) + 3 == len(R1)


def test_every_family_is_a_tree_and_nothing_is_changed_in_loading():
    everything = load_relays(subject=True)
    before = everything.copy()
    assert checked(everything) is everything
    pd.testing.assert_frame_equal(everything, before)


def test_a_missing_parent_is_named_with_its_row():
    (said,) = complaints(None, "z")
    assert "row 3, column parent: found b from z" in said
    assert "subject=True" in said


def test_a_relay_is_not_its_own_ancestor():
    assert len(complaints("c", "a", "b")) == 3
    (alone,) = complaints(None, "b")
    assert "b from b" in alone


def test_a_relay_below_a_circle_is_not_blamed_for_it():
    said = complaints("b", "a", "a")
    assert len(said) == 2 and not any("found c" in one for one in said)


def test_an_unknown_code_is_answered_with_the_list():
    (said,) = complaints(None, codes=["clean; tidy"])
    assert '"tidy"' in said and "one of clean, figure" in said


def test_a_percentage_without_its_number_says_which_to_write():
    said = complaints(None, "a", percent_printed=["over 40", "two thirds"])
    assert "Write 40." in said[0] and "Write the number that the words mean." in said[1]


def test_everything_that_is_wrong_is_listed_at_once_by_row():
    with pytest.raises(PlainError) as raised:
        checked(table(None, "z", *"yxwvu", codes=["tidy"] * 7))
    lines = str(raised.value).splitlines()
    assert len(lines) == 13
    assert [line.split(",")[1] for line in lines[:3]] == [" row 2", " row 3", " row 3"]


def test_relays_without_the_specimens_say_how_to_load_them():
    with pytest.raises(RelayError, match="subject=True"):
        checked(load_relays())


def test_an_unknown_family_is_answered_with_those_there_are():
    with pytest.raises(RelayError, match='found "R9"; expected one of R1, R2'):
        family("R9")


def test_an_unknown_page_is_answered_with_a_near_one():
    with pytest.raises(PlainError, match="R1-5"):
        relays.as_printed(R1, ["R1-577"])


def test_specimens_are_marked_in_words():
    listed = relays.as_listed(R1, ["R1-57", "R1-09"])
    assert listed["what it is"].tolist()[1] == "a specimen, not evidence"
    assert (SEEN["standing"] == "a specimen, not evidence").sum() == 29
    made = [
        relays.as_printed(R1, ["R1-18"])["outlet"],
        contradictions.contradictions(SEEN)["outlet"],
        changes.sharing_an_error(SEEN)["pages that have it"],
    ]
    assert all(outlets.str.contains(" *", regex=False).any() for outlets in made)


def test_a_code_is_counted_by_its_whole_name():
    made = table(None, "a", "a", codes=["unit", "merged; unit", "unitary"])
    assert changes.carry(made, "unit").tolist() == [True, True, False]


def test_a_clean_page_with_a_wrong_date_is_clean():
    assert changes.is_clean(SEEN).sum() == 11
    assert row(SEEN, "R1-01")["codes"] == "clean; metadata"


def test_codes_are_counted_from_the_table_and_none_is_missing():
    counts = changes.counts_per_code(SEEN).set_index("code")["pages"]
    assert set(counts.index) == set(changes.closed_list()["code"])
    assert counts.sum() == sum(len(changes.codes_of(one)) for one in SEEN["codes"])


def test_each_part_is_kept_changed_or_not_printed_on_every_page():
    found = changes.survived(SEEN, row(R1, "R1-00"))
    assert (found[["kept", "changed", "not printed"]].sum(axis=1) == len(SEEN)).all()
    kept = found.set_index("part")["kept"]
    assert (
        kept["the maximum"] == 52
        and kept["the hedges"] == SEEN["hedges"].eq("kept").sum()
    )


def test_an_area_that_was_turned_round_did_not_survive():
    parts = changes.parts(SEEN, row(R1, "R1-00"))
    turned = parts[SEEN["relay_id"] == "R1-57"].iloc[0]
    assert turned["the area now"] == "changed"


def test_a_day_for_something_else_is_not_counted_as_one_for_the_maximum():
    moved = changes.moved_peak(SEEN)
    left = set(SEEN["date_added"].dropna()) - set(moved["date_added"])
    assert len(moved) == 12
    assert sorted(one.partition("(")[2] for one in left) == [
        "of the loss)",
        "of the start)",
        "of the statement)",
    ]


def test_only_slips_that_several_pages_have_are_listed():
    made = changes.sharing_an_error(SEEN)
    assert len(made) == 4 and made["pages that have it"].str.contains("; ").all()
    alone = SEEN[SEEN["relay_id"] != "R1-04"]
    assert len(changes.sharing_an_error(alone)) == 3


@pytest.mark.parametrize(("parent", "child"), [("R1-11", "R1-12"), ("R1-25", "R1-26")])
def test_the_dropped_over_is_inherited_on_the_two_branches_of_the_lesson(parent, child):
    assert row(R1, child)["parent"] == parent
    carrying = changes.carrying(SEEN, "over dropped")["relay_id"].tolist()
    assert {parent, child} <= set(carrying)


def test_the_two_inverted_pages_are_not_related():
    one, other = changes.carrying(SEEN, "inverted")["relay_id"]
    assert other not in descendants(R1, one)["relay_id"].tolist()
    assert row(R1, one)["parent"] != row(R1, other)["parent"]


def page(**printed):
    """One page with these figures, as a row."""
    empty = {"relay_id": "a", "outlet": "A", "now_is": "held", "left": None}
    empty |= {"standing": "a named outlet's own page"}
    return pd.DataFrame([empty | printed])


@pytest.mark.parametrize(
    ("wording", "convicted"),
    [("over 40", False), ("about 40", False), ("40", False), ("nearly 30", True)],
)
def test_a_page_is_convicted_only_beyond_all_rounding(wording, convicted):
    percent = float(wording.split()[-1])
    made = page(peak=1376.0, now=800.0, percent=percent, percent_printed=wording)
    assert (len(contradictions.contradictions(made)) == 1) is convicted


def test_two_wordings_that_exclude_each_other_need_no_areas():
    wording = "nearly 40; more than 40"
    made = page(peak=None, now=None, percent=40.0, percent_printed=wording)
    assert "exclude" in contradictions.contradictions(made).iloc[0, -1]


def test_what_is_won_back_is_a_share_of_itself_and_what_is_left():
    made = page(
        peak=None, now=1260.0, left=3.0, now_is="retaken", percent=99.5,
        percent_printed="99.5",
    )  # fmt: skip
    assert "99.7" in contradictions.contradictions(made).iloc[0, -1]


def test_a_page_without_two_areas_or_without_a_percentage_is_not_accused():
    bare = page(peak=1376.0, now=None, percent=90.0, percent_printed="90")
    silent = page(peak=10.0, now=9.0, percent=None, percent_printed=None)
    for made in (bare, silent):
        assert contradictions.contradictions(made).empty
        assert contradictions.can_be_tested(made) == 0


def test_arithmetic_finds_the_pages_of_all_families():
    found = [
        relay_id
        for name in sorted({"R1", *families.FAMILIES})
        for relay_id in contradictions.contradictions(pages(family(name)))["page"]
    ]
    assert found == ["R1-25", "R1-26", "R1-57", "R7-07"]


@pytest.mark.parametrize("name", families.FAMILIES)
def test_every_small_family_shows_what_its_pages_print(name):
    made = families.small_family(name)
    coded = pages(made)
    assert coded["prints"].ne("").sum() >= len(coded) - 3
    assert len(families.FAMILIES[name].questions) == 2


def test_a_small_family_prints_its_own_words():
    prints = families.small_family("R6").set_index("relay_id")["prints"]
    assert prints["R6-04"] == "two thirds; of 1,400 km²"
    assert families.small_family("R7")["prints"].iloc[4].startswith("63.2 %")
    assert families.small_family("R8")["prints"].tolist()[-1] == "hedges dropped"


def test_what_the_keys_of_lesson_06_state_in_words_comes_from_the_table():
    printed = changes.peaks_printed(SEEN).set_index("printed")["pages"]
    assert (printed["1,376 km²"], printed["1,376 “square metre. km”"]) == (51, 1)
    assert changes.carry(SEEN, "date added").sum() == 15
    oblast = row(load_reference_figures(), "kursk-oblast-area").value
    lost = row(R1, "R1-00").peak - row(R1, "R1-00").now
    sums = [100 * lost / oblast, 0.4 * oblast / lost, 0.63 * oblast]
    assert [f"{one:,.1f}" for one in sums] == ["1.9", "20.8", "18,898.1"]
