"""Errors in plain words: a notebook shows their sentence and no traceback."""

from __future__ import annotations


class PlainError(ValueError):
    """Something a person can put right: what was found, what is allowed, what to do.

    >>> str(PlainError("The window ends before it begins. Swap the two days."))
    'The window ends before it begins. Swap the two days.'
    """

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        return [str(self)]
