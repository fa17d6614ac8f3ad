"""The parts a tree of relays is drawn with: marks, boxes, lines, heads, a legend."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd

from helpers.changes import carry, is_clean
from helpers.figures import artists
from helpers.figures.branches import (
    ACROSS,
    LEFT,
    LINE,
    NAME,
    STEP,
    WIDTH,
    Place,
    column_of,
)
from helpers.relays import UNSEEN, pages

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HANDS = ("origin", "1st hand", "2nd hand", "3rd hand", "4th hand", "5th hand")
# Shape and filling tell them apart; colour comes on top.
CLEAN = {"marker": "o", "color": "white", "markeredgecolor": "black"}
OTHER = {"marker": "s", "color": "#0072B2", "markeredgecolor": "black"}
PALE = {"marker": "s", "color": "0.82", "markeredgecolor": "0.45"}
CHOSEN = {"marker": "^", "color": "#D55E00", "markeredgecolor": "black"}
UNCODED = {"marker": "D", "color": "white", "markeredgecolor": "black"}
SIZES = {"^": 11.0, "D": 7.0}
DASHED = {"facecolor": "white", "edgecolor": "black", "linestyle": "--"}


def _styles(relays: pd.DataFrame, code: str) -> dict[str, dict]:
    """The mark of each page."""
    coded = relays["codes"].notna()
    columns = [relays["relay_id"], coded, is_clean(relays), carry(relays, code)]
    return {
        name: _style(is_coded, clean, carries, bool(code))
        for name, is_coded, clean, carries in zip(*columns, strict=True)
    }


def _style(coded: bool, clean: bool, carries: bool, chosen: bool) -> dict:
    if not coded:
        return UNCODED
    if carries and chosen:
        return CHOSEN
    return CLEAN if clean else (PALE if chosen else OTHER)


def heads(axes: Axes, relays: pd.DataFrame) -> None:
    """Above each column: how many hands the claim has passed through."""
    last, column = relays["generation"].max(), column_of(relays)
    for hand, words in enumerate(HANDS[: last + 1]):
        axes.text(LEFT + hand * column, -0.28, words, va="center", weight="bold")
    axes.plot([LEFT, WIDTH - LEFT], [-0.1, -0.1], color="0.6", linewidth=1)


def lines(axes: Axes, found: list[Place], relays: pd.DataFrame) -> None:
    """From each node a trunk, and from it a twig to each that took the claim there."""
    basis = _basis(relays)
    at = {place.ids[0]: place for place in found if not place.is_bundle}
    for name, start in at.items():
        kids = [place for place in found if place.parent == name]
        if not kids:
            continue
        bend = kids[0].x - 0.11
        dashed = [_is_inferred(kid, basis) for kid in kids]
        lowest = max(kid.y for kid in kids)
        trunk = [start.right, bend, bend], [start.y, start.y, lowest]
        _line(axes, *trunk, all(dashed))
        for kid, loose in zip(kids, dashed, strict=True):
            _line(axes, [bend, kid.x - 0.01], [kid.y, kid.y], loose)


def _is_inferred(place: Place, basis: dict[str, str]) -> bool:
    return not place.is_bundle and basis[place.ids[0]] != "named"


def _line(axes: Axes, xs: list[float], ys: list[float], dashed: bool) -> None:
    style = (0, (2, 1.4)) if dashed else "-"
    axes.plot(xs, ys, color="0.25", linewidth=1.6, linestyle=style, zorder=1)


def nodes(axes: Axes, found: list[Place], relays: pd.DataFrame, code: str = "") -> None:
    """Every page as a mark with its name, every bundle, every unseen node as a box."""
    styles, basis = _styles(relays, code), _basis(relays)
    for place in found:
        if place.is_bundle:
            marks = sorted((styles[name] for name in place.ids), key=_in_order)
            _bundle(axes, place, marks)
            _beside(axes, place, marks, basis, code)
        else:
            _node(axes, place, styles)


def _node(axes: Axes, place: Place, styles: dict[str, dict]) -> None:
    if place.unseen:
        _box(axes, place)
    else:
        _mark(axes, [place.x + 0.07], [place.y], styles[place.ids[0]])
    x = place.x + (0.06 if place.unseen else NAME)
    _write(axes, x, place.y, place.lines)


def _write(axes: Axes, x: float, y: float, lines: Iterable[str]) -> None:
    for number, words in enumerate(lines):
        axes.text(x, y + number * LINE, words, va="center")


def _box(axes: Axes, place: Place) -> None:
    size = place.box, len(place.lines) * LINE + 0.05
    shape = "round,pad=0,rounding_size=0.05"
    corner = place.x, place.top + 0.015
    axes.add_patch(artists.FancyBboxPatch(corner, *size, boxstyle=shape, **DASHED))


def _mark(axes: Axes, xs: list[float], ys: list[float], style: dict) -> None:
    size = SIZES.get(style["marker"], 8.5)
    axes.plot(xs, ys, linestyle="none", markersize=size, **style)


def _in_order(style: dict) -> int:
    return "^soD".index(style["marker"])


def _bundle(axes: Axes, place: Place, marks: list[dict]) -> None:
    """Marks in lines, those of one kind together."""
    for _, same in groupby(enumerate(marks), lambda pair: pair[1]["marker"]):
        numbers, styles = zip(*same, strict=True)
        xs = [place.x + 0.07 + number % ACROSS * STEP for number in numbers]
        ys = [place.y + number // ACROSS * STEP for number in numbers]
        _mark(axes, xs, ys, styles[0])


def _beside(
    axes: Axes, place: Place, marks: list[dict], basis: dict, code: str
) -> None:
    """To the right of a bundle, its numbers."""
    asked, words = (CHOSEN, "with it") if code else (CLEAN, "clean")
    count = sum(style == asked for style in marks)
    assumed = sum(basis[name] == "assumed" for name in place.ids)
    lines = [f"{len(marks)} pages", f"{count} {words}"]
    lines += [f"{assumed} by assumption"] * bool(assumed)
    _write(axes, place.x + place.column, place.y, lines)


def _basis(relays: pd.DataFrame) -> dict[str, str]:
    return relays.set_index("relay_id")["parent_basis"].to_dict()


def legend(figure: Figure, relays: pd.DataFrame, code: str) -> None:
    """What each mark means, and how many pages have it."""
    shown = [
        artists.Line2D([], [], linestyle="none", markersize=9, label=words, **style)
        for style, words in _meanings(relays, code)
    ]
    if (relays["seen"] == UNSEEN).any():
        shown.append(artists.Patch(label="not seen", **DASHED))
    spaces = {"columnspacing": 1.2, "handletextpad": 0.4}
    figure.legend(handles=shown, loc="lower left", ncols=4, **spaces)


def _meanings(relays: pd.DataFrame, code: str) -> list[tuple[dict, str]]:
    own = pages(relays)
    clean, carries = is_clean(own), carry(own, code)
    other = (~clean & ~carries).sum()
    shown = [(CHOSEN, f"carries it ({carries.sum()})")] if code else []
    shown.append((CLEAN, f"clean ({(clean & ~carries).sum()})"))
    shown.append((PALE, f"other ({other})") if code else (OTHER, f"changed ({other})"))
    bare = (relays["seen"] != UNSEEN).sum() - len(own)
    return shown + [(UNCODED, f"not coded ({bare})")] * bool(bare)
