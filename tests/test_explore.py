"""A control answers one question: it redraws in place and has a still twin."""

import pandas as pd
import pytest

from helpers.explore import choose, explore, walk
from helpers.picture import drawing, show

drawn = []


def area(held: int, unit: str, sources: list[str]):
    drawn.append((held, unit))
    with drawing(3, 2) as (figure, axes):
        axes.bar([0], [held])
        numbers = pd.DataFrame({unit: [held]})
        words = {"alt": f"{held} {unit}", "caption": "Held."}
        return show(figure, sources=sources, numbers=numbers, **words)


@pytest.fixture
def control():
    drawn.clear()
    return explore(
        "How much?",
        area,
        held=walk("Area held", 1, 9, 3),
        unit=choose("Unit", {"square kilometres": "km²", "square miles": "mi²"}),
        sources=[],
    )


def test_moving_a_control_shows_another_picture_in_place(control):
    place = control.shown
    control.controls["held"].value = 7
    assert 'alt="7 km²"' in place.value
    control.controls["unit"].value = "mi²"
    assert 'alt="7 mi²"' in place.value and control.shown is place


def test_a_picture_that_was_drawn_once_is_kept(control):
    for value in (4, 3, 4, 3):
        control.controls["held"].value = value
    assert drawn == [(3, "km²"), (4, "km²")]


def test_the_slider_and_its_number_field_move_together(control):
    number, slider = control.children[1].children
    slider.value = 8
    assert number.value == 8 and 'alt="8 km²"' in control.shown.value


def test_every_control_has_a_name(control):
    assert [one.description for one in control.controls.values()] == [
        "Area held",
        "Unit",
    ]


def test_without_a_kernel_the_question_and_a_still_picture_stand(control):
    control.controls["held"].value = 7
    bundle = control._repr_mimebundle_()
    assert bundle["text/plain"] == "How much?\n[Picture: 3 km²]"
    assert "How much?" in bundle["text/html"] and 'alt="3 km²"' in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
