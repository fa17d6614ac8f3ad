"""The tree of relays: counted instead of crossed, readable in grey and by ear."""

from itertools import pairwise

import pytest

from helpers import explore
from helpers.changes import carrying, survived, to_choose
from helpers.explore import menu
from helpers.families import FAMILIES
from helpers.figures import branches, tree, twigs
from helpers.figures.survival import survival
from helpers.picture import drawing
from helpers.relays import family, pages
from helpers.tables import row

R1 = family("R1")
SEEN = pages(R1)
PLACES = branches.places(R1)
BUNDLES = [place for place in PLACES if place.is_bundle]


def test_every_relay_has_one_place():
    placed = [name for place in PLACES for name in place.ids]
    assert sorted(placed) == sorted(R1["relay_id"])


def test_each_generation_has_its_column_from_left_to_right():
    hands = R1.set_index("relay_id")["generation"]
    placed = [(name, place) for place in PLACES for name in place.ids]
    xs = {place.generation: place.x for place in PLACES}
    assert all(hands[name] == place.generation for name, place in placed)
    assert sorted(xs, key=xs.get) == sorted(xs)


def test_pages_without_pages_below_them_are_bundled_and_counted():
    assert sorted(len(place.ids) for place in BUNDLES) == [5, 48]
    parents = set(R1["parent"].dropna())
    assert not parents & {name for place in BUNDLES for name in place.ids}


@pytest.mark.parametrize("name", ["R1", *FAMILIES])
def test_no_two_places_of_a_column_overlap(name):
    found = branches.places(family(name))
    columns = {place.generation for place in found}
    for column in columns:
        own = sorted(
            (place.top, place.top + place.height)
            for place in found
            if place.generation == column
        )
        assert all(low[1] <= high[0] + 1e-9 for low, high in pairwise(own))


def test_marks_differ_in_shape_or_filling_and_not_in_colour_alone():
    styles = [twigs.CLEAN, twigs.OTHER, twigs.CHOSEN, twigs.UNCODED]
    assert len({style["marker"] for style in styles}) == 4
    assert twigs.PALE["color"] != twigs.OTHER["color"]


def drawn_texts(relays, code=""):
    with drawing(7.6, 7, margins=(0.0, 0.0, 1.0, 1.0)) as (_, axes):
        twigs.nodes(axes, branches.places(relays), relays, code)
        dashed = [box for box in axes.patches if box.get_linestyle() == "--"]
        return [text.get_text() for text in axes.texts], len(dashed)


def test_what_was_not_seen_is_dashed():
    _, dashed = drawn_texts(R1)
    assert dashed == (R1["seen"] == "inferred").sum()


def test_the_number_of_pages_stands_beside_a_bundle():
    texts, _ = drawn_texts(R1)
    assert {"48 pages", "10 clean", "6 by assumption", "5 pages", "1 clean"} <= set(
        texts
    )


def test_specimens_with_a_name_have_a_star():
    texts, _ = drawn_texts(R1)
    assert "elfikr.net *" in texts and "volynua.com" in texts
    assert "specimen" in tree.branches(R1).caption


def test_with_a_change_chosen_a_bundle_says_how_many_carry_it():
    texts, _ = drawn_texts(R1, "over dropped")
    assert "9 with it" in texts and "0 with it" in texts


def test_no_text_is_smaller_than_that_of_the_other_pictures():
    with drawing(7.6, 7, margins=(0.0, 0.0, 1.0, 1.0)) as (figure, axes):
        twigs.heads(axes, R1)
        twigs.nodes(axes, PLACES, R1)
        twigs.legend(figure, R1, "")
        texts = [*axes.texts, *figure.legends[0].get_texts()]
        assert {text.get_fontsize() for text in texts} == {13.0}


def test_the_tree_says_its_numbers_and_lists_every_page():
    shown = tree.branches(R1)
    assert "64 pages" in shown.alt and "11 are clean, 53 changed" in shown.alt
    assert len(shown.numbers) == len(R1)
    assert "a specimen, not evidence" in shown.as_html()


@pytest.mark.parametrize("code", to_choose(SEEN, "over dropped"))
def test_each_change_is_drawn_said_and_explained(code):
    shown = tree.branches(R1, code)
    number = len(carrying(SEEN, code))
    assert f"{number} of 64 pages carry it" in shown.alt
    assert len(shown.numbers) == number and code in shown.caption


@pytest.mark.parametrize("name", FAMILIES)
def test_one_function_draws_every_small_family(name):
    shown = tree.wordings(name)
    assert FAMILIES[name].claim in shown.alt and len(shown.png) < 250_000


def test_the_parts_that_survived_are_said_part_by_part():
    shown = survival(survived(SEEN, row(R1, "R1-00")), len(SEEN))
    assert "the maximum kept on 52" in shown.alt and len(shown.numbers) == 6


@pytest.fixture
def control():
    choices = menu("Kind of change", to_choose(SEEN, "over dropped"))
    return explore.explore("Which?", tree.branches, relays=R1, code=choices)


def test_the_control_has_a_name_and_every_change_once(control):
    field = control.controls["code"]
    assert field.description == "Kind of change"
    names = [name for name, _ in field.options]
    assert len(names) == len(set(names)) == 14 and "clean" not in names


def test_moving_the_control_redraws_in_place_and_the_still_twin_stays(control):
    place = control.shown
    control.controls["code"].value = "inverted"
    assert "R1-24, R1-57" in place.value and control.shown is place
    assert "over dropped" in control._repr_mimebundle_()["text/plain"]
