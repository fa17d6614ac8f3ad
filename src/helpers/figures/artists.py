"""matplotlib's shapes, by name: `artists.Patch`, `artists.Line2D`.

They are imported when the first picture is drawn, not when a lesson is opened: the
import takes as long as all the helpers together.
"""

from __future__ import annotations


def __getattr__(name: str) -> type:
    from matplotlib import lines, patches

    for module in (patches, lines):
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(f"matplotlib has no shape {name!r}")
