"""A bar that fills while many files are read, and goes away when they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import ipywidgets as widgets
from IPython import get_ipython
from IPython.display import display

T = TypeVar("T")
FROM = 200  # fewer are read before a bar could be seen
EVERY = 25


def counted(things: Sequence[T], words: str) -> Iterator[T]:
    """The things one by one; in a notebook a bar shows how far it is."""
    if len(things) < FROM or get_ipython() is None:
        yield from things
        return
    bar = widgets.IntProgress(
        max=len(things), description=words, style={"description_width": "initial"}
    )
    display(bar)
    try:
        for number, thing in enumerate(things):
            if number % EVERY == 0:
                bar.value = number
            yield thing
    finally:
        bar.close()
