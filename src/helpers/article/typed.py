"""What learners typed, shown as they typed it: JupyterLab reads no formula in it.

JupyterLab takes what stands between two dollar signs for a formula, unless the element
around it says otherwise.
"""

from __future__ import annotations

import pandas as pd

from helpers.listing import Listing
from helpers.picture import Picture

AS_IT_IS = "mathjax_ignore"


class TypedListing(Listing):
    """A captioned table in which a dollar sign is a dollar sign."""

    def as_html(self) -> str:
        """The table, marked as no place for formulas."""
        return as_it_is(super().as_html())


class TypedPicture(Picture):
    """A picture whose words are shown as they were typed."""

    def as_html(self) -> str:
        """The figure, marked as no place for formulas."""
        return as_it_is(super().as_html())


def listed(
    table: pd.DataFrame, caption: str, decimals: int | None = None
) -> TypedListing:
    """The table with its caption, every cell as it was typed."""
    return TypedListing(table, caption, decimals)


def pictured(picture: Picture, caption: str = "") -> TypedPicture:
    """The same picture, its words as they were typed; with another caption if given."""
    parts = dict(vars(picture))
    return TypedPicture(**{**parts, "caption": caption or picture.caption})


def as_it_is(html: str) -> str:
    """A piece of HTML in which JupyterLab looks for no formula."""
    return f'<div class="{AS_IT_IS}">{html}</div>'
