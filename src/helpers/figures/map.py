"""A schematic map: two oblasts, a few towns, and areas as squares beside them."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians
from typing import TYPE_CHECKING

import pandas as pd

from helpers.picture import Picture, drawing, show
from helpers.tables import row
from helpers.territory import square_side

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OUTLINE = "natural-earth"
KM_A_DEGREE = 111.2
MIDDLE = (51.4, 35.2)  # degrees: where the plane of the drawing touches
COLORS = {"kursk": "#D55E00", "sumy": "#0072B2"}
NAMED = ("kursk", "sudzha", "sumy", "rylsk", "korenevo", "glushkovo")
SQUARE = {"facecolor": "#cfe3f1", "edgecolor": "black", "lw": 1.5}
LEFT, BELOW = ("glushkovo", "sumy"), ("sudzha",)  # names that would cover a line
ROWS, COLUMNS = (-62, -103, -142), (60, 172)  # km: where the squares stand
CAPTION = (
    "Schematic: outline generalised, up to 5 km off, not for measuring. The squares "
    "show sizes on the scale of the map; they stand beside it, because no table here "
    "says where the ground lay. They are claims, no measurements."
)


def schematic(
    outline: pd.DataFrame,
    places: pd.DataFrame,
    claims: pd.DataFrame,
    shown: Mapping[str, str],
) -> Picture:
    """Kursk and Sumy Oblast with some towns, and up to six claimed areas as squares.

    `shown` gives each claim its label: {"Aug 2024": "T014"}.
    """
    rows = [row(claims, name) for name in shown.values()]
    table = _squares(rows, list(shown))
    with drawing(7.6, 4.9, margins=(0.01, 0.01, 0.99, 0.99)) as (figure, axes):
        for oblast, color in COLORS.items():
            _oblast(axes, outline, oblast, color)
        for place in places[places["place_id"].isin(NAMED)].itertuples():
            _town(axes, place)
        _squares_beside(axes, table)
        _scale(axes)
        axes.set_aspect("equal")
        axes.set_xlim(-158, 284)
        axes.set_ylim(-165, 122)
        axes.axis("off")
        sizes = "; ".join(
            f"{one.claim}: {one.km2:,g} km², {one.side_km:.1f} km a side"
            for one in table.itertuples()
        )
        return show(
            figure,
            alt=(
                "Outline of Kursk Oblast (Russia) and, west and south-west of it, "
                "Sumy Oblast (Ukraine), with six towns; Sudzha lies close to the "
                f"border. Beside them squares on the same scale: {sizes}. Even the "
                "largest is small beside the oblast."
            ),
            caption=CAPTION,
            sources=[OUTLINE, *dict.fromkeys(one["source_id"] for one in rows)],
            numbers=table,
        )


def _squares(rows: list[pd.Series], labels: list[str]) -> pd.DataFrame:
    table = [
        (one["claim_id"], label, one["claimant"], one["printed"], one["value"])
        for one, label in zip(rows, labels, strict=True)
    ]
    columns = ["id", "claim", "said by", "printed", "km2"]
    squares = pd.DataFrame(table, columns=columns)
    return squares.assign(side_km=[square_side(km2).low for km2 in squares["km2"]])


def _plane(latitude: pd.Series, longitude: pd.Series) -> tuple:
    """Kilometres east and north of the middle; good enough for a sketch this small."""
    east = (longitude - MIDDLE[1]) * KM_A_DEGREE * cos(radians(MIDDLE[0]))
    return east, (latitude - MIDDLE[0]) * KM_A_DEGREE


def _oblast(axes: Axes, outline: pd.DataFrame, oblast: str, color: str) -> None:
    """The outer line and the shared border, the border heavier."""
    border = outline[outline["part"] == "border"].sort_values("position")
    rest = outline[outline["part"] == oblast].sort_values("position")
    ring = pd.concat([border, _joined(border, rest)])
    axes.fill(*_plane(ring["latitude"], ring["longitude"]), color=color, alpha=0.12)
    axes.plot(*_plane(rest["latitude"], rest["longitude"]), color=color, lw=1.5)
    axes.plot(*_plane(border["latitude"], border["longitude"]), color="black", lw=2.5)


def _joined(border: pd.DataFrame, rest: pd.DataFrame) -> pd.DataFrame:
    """The rest of the line, turned so that it goes on where the border ends."""
    end = border[["longitude", "latitude"]].iloc[-1]
    distance = (rest[["longitude", "latitude"]] - end).abs().sum(axis=1)
    return rest if distance.iloc[0] <= distance.iloc[-1] else rest.iloc[::-1]


def _town(axes: Axes, place: tuple) -> None:
    point = _plane(place.latitude, place.longitude)
    axes.plot(*point, "o", color="black", ms=6)
    side = "right" if place.place_id in LEFT else "left"
    away = (-7 if side == "right" else 7, -15 if place.place_id in BELOW else 4)
    behind = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 1}
    beside = {"xytext": away, "textcoords": "offset points", "ha": side}
    axes.annotate(place.place, point, bbox=behind, **beside)


def _squares_beside(axes: Axes, table: pd.DataFrame) -> None:
    """In the empty corner, in rows of two."""
    spots = [(left, middle) for middle in ROWS for left in COLUMNS]
    for one, (left, middle) in zip(table.itertuples(), spots, strict=False):
        half, right = one.side_km / 2, left + one.side_km
        low, high = middle - half, middle + half
        axes.fill([left, right, right, left], [low, low, high, high], **SQUARE)
        axes.text(left + 41, middle, f"{one.claim}\n{one.km2:,g} km²", va="center")


def _scale(axes: Axes) -> None:
    axes.plot([-150, -100], [-156, -156], color="black", lw=3, solid_capstyle="butt")
    axes.text(-95, -156, "50 km", va="center")
