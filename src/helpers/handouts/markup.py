"""Pieces of HTML made fit for paper and for a screen reader.

Tables get a caption, header cells and a frame that scrolls; headings get an id and
their place; styles meant for JupyterLab go, as the page has its own.
"""

from __future__ import annotations

import re
from itertools import count

from bs4 import BeautifulSoup, Tag

from helpers.handouts.image import lighter

HEADING = re.compile("^h[1-6]$")
STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
# Ours by class; a mark inside a text keeps its style.
PLAIN = "figure[style], img[style], p[style], figcaption[style], div[style], dl[style]"
CARD = "The lesson at a glance"


def tidy(html: str, taken: set[str], demote: int = 0) -> str:
    """The piece with sound tables and headings; `taken` are the ids of the page."""
    piece = BeautifulSoup(STYLE.sub("", html), "html.parser")
    for heading in piece.find_all(HEADING):
        _place(heading, taken, demote)
    for table in piece.find_all("table"):
        _mend(table)
    for tag in piece.select(PLAIN):
        del tag["style"]
    for image in piece.find_all("img"):
        image["src"] = lighter(image.get("src", ""))
    return str(piece)


def _place(heading: Tag, taken: set[str], demote: int) -> None:
    heading.name = f"h{min(int(heading.name[1]) + demote, 6)}"
    heading["id"] = _free(slug(heading.get_text()), taken)


def slug(text: str) -> str:
    """The text as an id: "Exercise 2.1: the share" -> "exercise-2-1-the-share"."""
    return re.sub(r"\W+", "-", text.lower()).strip("-") or "part"


def _free(name: str, taken: set[str]) -> str:
    names = (name if n == 1 else f"{name}-{n}" for n in count(1))
    free = next(one for one in names if one not in taken)
    taken.add(free)
    return free


def _mend(table: Tag) -> None:
    for cell in table.find_all(["td", "th"]):
        _plain(cell)
    _drop_empty_head(table)
    if not table.caption:
        caption = Tag(name="caption", attrs={"class": "unseen"})
        caption.string = _name(table)
        table.insert(0, caption)
    table.caption.attrs.pop("style", None)
    table.attrs.pop("style", None)
    words = table.caption.get_text(" ", strip=True)
    frame = {"class": "wide", "tabindex": "0", "role": "group", "aria-label": words}
    table.wrap(Tag(name="div", attrs=frame))


def _plain(cell: Tag) -> None:
    """Classes for numbers and ids instead of styles; scopes where missing."""
    style = cell.attrs.pop("style", "")
    marks = {"n": "right", "id": "nowrap"}
    classes = [name for name, mark in marks.items() if mark in style]
    if classes:
        cell["class"] = " ".join(classes)
    if cell.name == "th" and not cell.get("scope"):
        cell["scope"] = "col" if cell.find_parent("thead") else "row"


def _drop_empty_head(table: Tag) -> None:
    """A Markdown table needs a head; an empty one goes, and the left column leads."""
    head = table.thead
    if head is None or head.get_text(strip=True):
        return
    head.decompose()
    table["class"] = "card"
    for row in table.find_all("tr"):
        first = row.td
        first.name, first["scope"] = "th", "row"


def _name(table: Tag) -> str:
    """What a table without a caption is called: as the heading before it."""
    if "card" in table.get("class", []):
        return CARD
    heading = table.find_previous(HEADING)
    return heading.get_text() if heading else "Table"
