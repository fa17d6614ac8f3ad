"""A table as people read it: a caption, header cells, numbers written out.

pandas' own HTML has no caption and no header scope, which a screen reader needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from numbers import Real

import numpy as np
import pandas as pd

from helpers.days import as_day, said

CELL = "padding:.2em .7em;text-align:{};vertical-align:top"
STYLE = "border-collapse:collapse;margin:.3em 0;line-height:1.4"


@dataclass(frozen=True)
class Listing:
    """A captioned table that shows itself as HTML and as plain text."""

    table: pd.DataFrame
    caption: str
    decimals: int | None = 2

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.as_text(), "text/html": self.as_html()}

    def as_text(self) -> str:
        """Caption and table in plain text."""
        return f"{self.caption}\n{self._written().to_string(index=False)}"

    def as_html(self) -> str:
        """One HTML table: a caption, then header cells with their scope."""
        written = self._written()
        heads = "".join(_cell("th", name, False, ' scope="col"') for name in written)
        numeric = [pd.api.types.is_numeric_dtype(kind) for kind in self.table.dtypes]
        rows = [_row(row, numeric) for row in written.itertuples(index=False)]
        return (
            f'<table style="{STYLE}"><caption style="text-align:left;caption-side:top">'
            f"{escape(self.caption)}</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody></table>"
        )

    def _written(self) -> pd.DataFrame:
        """The table with every value as text: missing empty, numbers with commas."""
        columns = {}
        for name, values in self.table.items():
            places = self._places(values)
            written = [_written(value, places) for value in values]
            columns[name.replace("_", " ")] = written
        return pd.DataFrame(columns)

    def _places(self, values: pd.Series) -> int | None:
        """None behind the point where every number of the column is whole."""
        if self.decimals is None:
            return None
        known = values.dropna()
        floats = pd.api.types.is_float_dtype(values)
        return self.decimals if floats and not (known % 1 == 0).all() else 0


def listing(table: pd.DataFrame, caption: str, decimals: int | None = 2) -> Listing:
    """The table with its caption; decimals where a column is not whole numbers.

    Without a number of decimals (None) each number stands as it is, 64 beside 66.7.

    >>> areas = pd.DataFrame({"when": ["May", "August"], "km²": [1000, 350.5]})
    >>> print(listing(areas, "Area of a lake", 1).as_text())
    Area of a lake
      when     km²
       May 1,000.0
    August   350.5
    """
    return Listing(table, caption, decimals)


def _written(value: object, places: int | None) -> str:
    if isinstance(value, str):
        return value
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, Real):
        return f"{value:,.15g}" if places is None else f"{value:,.{places}f}"
    return said(as_day(value)) if isinstance(value, date) else str(value)


def _row(values: tuple[str, ...], numeric: list[bool]) -> str:
    first, *rest = zip(values, numeric, strict=True)
    cells = [
        _cell("th", *first, ' scope="row"'),
        *(_cell("td", *pair) for pair in rest),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(tag: str, text: str, is_number: bool, scope: str = "") -> str:
    style = CELL.format("right" if is_number else "left")
    if len(text) <= 12 and " " not in text:
        style += ";white-space:nowrap"  # an id such as R1-02 stays in one piece
    return f'<{tag}{scope} style="{style}">{_linked(text)}</{tag}>'


def _linked(text: str) -> str:
    """The text of a cell; a whole address is a link that can be followed."""
    words = escape(text)
    address = text.startswith("https://") and " " not in text
    return f'<a href="{words}" rel="noopener">{words}</a>' if address else words
