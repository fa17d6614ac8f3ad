"""Pictures of windows: read by ear, read in grey, drawn from their tables."""

import pytest

from helpers import explore
from helpers.days import as_day, window
from helpers.figures import calendar
from helpers.figures import time as pictures
from helpers.picture import drawing
from helpers.tables import load_digest_claims, load_events, load_time_expressions
from helpers.timeline import bars, facts_to_add, publication_steps, usual_window

times, events, claims = load_time_expressions(), load_events(), load_digest_claims()
SEVEN = ["TE08", "TE09", "TE10", "TE11", "TE12", "TE14", "TE15"]
USUAL = usual_window(times, events)
CITED = ["dailywrap-digest"]
SHOWN = window("2024-08-01", "2025-02-01")


def corners_of(span):
    """The corners of the one bar that is drawn for a window."""
    with drawing(4, 2) as (_, axes):
        calendar.bar(axes, 0, span, SHOWN, calendar.INFERRED)
        return axes.patches[0].get_xy()[:-1]


def test_a_bar_covers_its_last_day():
    xs = corners_of(window("2024-11-01", "2024-11-30"))[:, 0]
    assert (xs.min(), xs.max()) == (
        as_day("2024-11-01").toordinal(),
        as_day("2024-12-01").toordinal(),
    )


@pytest.mark.parametrize(
    ("span", "side"),
    [
        (window("2024-09-01", None), max),
        (window(None, "2025-01-19"), min),
    ],
)
def test_an_open_end_is_drawn_as_an_arrow_up_to_the_edge(span, side):
    corners = corners_of(span)
    assert len(corners) == 5
    edge = side(as_day("2024-08-01").toordinal(), as_day("2025-02-02").toordinal())
    tip = [corner for corner in corners if corner[0] == edge]
    assert len(tip) == 1 and tip[0][1] == 0


def test_what_is_known_in_different_ways_differs_by_more_than_colour():
    marks = [style.get("marker") for style in pictures.KINDS.values()]
    assert len(set(marks)) == len(marks) and marks.count(None) == 1
    inferred, outside = calendar.INFERRED, calendar.NARROWED
    assert inferred.get("hatch") and not outside.get("hatch")


def test_the_timeline_says_every_event_and_leaves_the_open_end_open():
    shown = pictures.timeline(bars(times, claims, SEVEN), CITED)
    assert shown.alt.count(";") == len(SEVEN)
    assert "“since September”, 1 September 2024 to end open" in shown.alt
    assert "1 has a single certain day" in shown.alt
    assert len(shown.numbers) == len(SEVEN)


def test_the_first_steps_do_not_tell_the_last_one():
    steps = publication_steps(times, events)
    assert "10 January" not in pictures.narrowing(steps.head(3), CITED).as_html()
    assert "10 January 2025" in pictures.narrowing(steps, CITED).alt


def test_the_numbers_of_the_steps_are_readable():
    numbers = pictures.narrowing(publication_steps(times, events), CITED).numbers
    assert numbers["outside"].tolist()[-1] == "5 January 2025"


@pytest.mark.parametrize("fact", facts_to_add(events).values())
def test_each_fact_is_drawn_and_said(fact):
    shown = pictures.with_one_fact(USUAL, events, fact, CITED)
    assert "of 50 days are left" in shown.alt
    assert shown.numbers["days"].iloc[0] == 50


def test_the_control_offers_every_fact_and_keeps_its_still_twin():
    control = explore.explore(
        "Which?",
        pictures.with_one_fact,
        before=USUAL,
        events=events,
        sources=CITED,
        fact=explore.choose("Fact", facts_to_add(events)),
    )
    control.controls["fact"].value = "E13"
    assert "10 January 2025 to 13 January 2025" in control.picture.alt
    assert "50 of 50" in control._repr_mimebundle_()["text/plain"]
