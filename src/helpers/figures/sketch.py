"""An empty calendar on which learners sketch how much ground was held."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.days import as_day, said
from helpers.figures.curve import SKETCH, month_axes
from helpers.picture import Picture, drawing, show

BEHIND = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 1}
# The November figure has no day; it is drawn in the middle of its month.
DIGEST = {"2024-08-31": 1240, "2024-11-15": 800}


def to_sketch_on(own: Mapping[str, float], days: tuple[str, ...]) -> Picture:
    """An empty calendar with the digest's two figures, and what was sketched so far."""
    with drawing(7.6, 3.6, margins=(0.1, 0.1, 0.97, 0.96)) as (figure, axes):
        month_axes(axes)
        for one in days:
            axes.axvline(pd.Timestamp(one), color="0.6", ls="--", lw=1)
        points = [pd.Timestamp(one) for one in DIGEST]
        axes.plot(points, DIGEST.values(), "o", color="black", ms=9)
        for one, km2 in DIGEST.items():
            beside = {"xytext": (12, 6), "textcoords": "offset points"}
            words = f"digest: {km2:,}"
            axes.annotate(words, (pd.Timestamp(one), km2), bbox=BEHIND, **beside)
        axes.plot([pd.Timestamp(one) for one in own], own.values(), **SKETCH)
        mine = "; ".join(f"{said(as_day(d))}: {km2:,.0f}" for d, km2 in own.items())
        rows = [(said(as_day(d)), km2) for d, km2 in (DIGEST | dict(own)).items()]
        return show(
            figure,
            alt=(
                "A calendar from August 2024 to June 2025, 0 to 1,500 km², with the "
                "digest's two figures, 1,240 at the end of August and about 800 in "
                f"November. Your sketch: {mine or 'nothing yet'}."
            ),
            caption=(
                "Dots: the digest, its November figure drawn in the middle of that "
                "month. Dashed: the five days of your sketch."
            ),
            sources=["dailywrap-digest"],
            numbers=pd.DataFrame(rows, columns=["day", "km²"]),
        )
