"""Pictures of lesson 05: drawn from rows, read by ear, gaps left open."""

import matplotlib as mpl
import pandas as pd
import pytest

from helpers.areas import SIDES
from helpers.figures import curve
from helpers.figures import map as maps_of
from helpers.picture import drawing
from helpers.tables import (
    load_mapped_figures,
    load_outline,
    load_places,
    load_territory_claims,
)

GROUND, MAPS = load_territory_claims(), load_mapped_figures()
SHOWN = {"Aug 2024": "T014", "Jun 2025, map": "T081"}


def one(**more):
    row = {
        "day": pd.Timestamp("2025-01-17"),
        "side": "Ukrainian mappers",
        "km2": 420.0,
        "low": 420.0,
        "high": 420.0,
        "grey": float("nan"),
    }
    return next(pd.DataFrame([row | more]).itertuples())


@pytest.fixture
def axes():
    with drawing(4, 3, margins=(0.1, 0.1, 0.9, 0.9)) as (_, axes):
        yield axes


def test_every_side_has_a_shape_and_a_colour_of_its_own():
    sides = set(SIDES.values()) - {"mappers on Russia's side"}  # a subject's rows only
    assert set(curve.MARKS) == sides
    for what in ("marker", "color"):
        assert len({style[what] for style in curve.MARKS.values()}) == len(curve.MARKS)


def test_marks_are_told_apart_in_grey_by_their_shape():
    assert len({style["marker"] for style in curve.MARKS.values()}) == 5


def test_a_closed_range_is_a_line_and_an_open_end_an_arrow(axes):
    curve._mark(axes, one(low=375.0, high=450.0))
    assert not axes.texts and len(axes.lines) == 2
    curve._mark(axes, one(high=float("nan")))
    assert len(axes.texts) == 1 and axes.texts[0].xyann[1] > 0
    curve._mark(axes, one(low=float("nan")))
    assert axes.texts[1].xyann[1] < 0
    assert axes.lines[-1].get_markerfacecolor() == "white"


def test_a_grey_zone_is_a_step_on_top_of_the_control(axes):
    curve._mark(axes, one(grey=200.0))
    bar = axes.patches[0]
    assert (bar.get_y(), bar.get_height()) == (420, 200)


def test_nothing_joins_two_marks(monkeypatch):
    drawn = []
    plot = mpl.axes.Axes.plot
    monkeypatch.setattr(
        mpl.axes.Axes, "plot", lambda *a, **k: drawn.extend(new := plot(*a, **k)) or new
    )
    curve.claimed(GROUND, MAPS)
    days = [set(map(str, line.get_xdata())) for line in drawn]
    assert drawn and all(len(one) <= 1 for one in days)


def test_the_picture_has_a_row_with_an_id_and_a_page_for_every_mark():
    picture = curve.claimed(GROUND, MAPS)
    assert len(picture.numbers) == 39 and picture.numbers["id"].is_unique
    assert picture.numbers["seen on"].notna().all()
    assert "39 figures" in picture.alt and "30 more rows" in picture.caption


def test_as_known_on_a_day_nothing_later_is_there():
    picture = curve.claimed(GROUND, MAPS, day="2025-01-11")
    assert picture.numbers["day"].max() <= pd.Timestamp("2025-01-11")
    assert not {"T054", "T056", "M08"} & set(picture.numbers["id"])
    assert "No area by then from the Russian side" in picture.alt
    assert "Shaded: later." in picture.caption


def test_a_sketch_is_drawn_over_the_marks_and_said():
    own = {"2024-08-12": 900, "2025-06-22": 0}
    picture = curve.claimed(GROUND, MAPS, sketch=own)
    assert "Your sketch: 12 August 2024: 900; 22 June 2025: 0." in picture.alt
    assert picture.png != curve.claimed(GROUND, MAPS).png


def test_the_map_says_that_it_is_not_for_measuring():
    picture = maps_of.schematic(load_outline(), load_places(), GROUND, SHOWN)
    assert "up to 5 km off, not for measuring" in picture.caption
    assert picture.sources == ("natural-earth", "unn-aug27", "euromaidan-rss-jun22")
    assert picture.numbers["side_km"].round(1).tolist() == [36.0, 2.3]
    assert "5.5 km²" in picture.alt


def test_squares_have_the_scale_of_the_map(axes):
    table = pd.DataFrame({"claim": ["a"], "km2": [1294.0], "side_km": [35.97]})
    maps_of._squares_beside(axes, table)
    xs = axes.patches[0].get_xy()[:, 0]
    assert xs.max() - xs.min() == pytest.approx(35.97)


def test_sudzha_lies_on_the_map_where_it_lies_from_sumy():
    places = load_places().set_index("place_id")
    (sx, sy), (ux, uy) = (
        maps_of._plane(places.loc[p, "latitude"], places.loc[p, "longitude"])
        for p in ("sudzha", "sumy")
    )
    assert ((sx - ux) ** 2 + (sy - uy) ** 2) ** 0.5 == pytest.approx(46, abs=1)
