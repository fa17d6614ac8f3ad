"""Who descends from whom: children, descendants, generations, from the parents alone.

How far a relay stands from the origin is never typed: it follows from the parents.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd


def with_generation(relays: pd.DataFrame) -> pd.DataFrame:
    """The relays with a column `generation`: 0 is the origin, 1 took it from there.

    >>> relays = pd.DataFrame({"relay_id": ["a", "b"], "parent": [None, "a"]})
    >>> with_generation(relays)["generation"].tolist()
    [0, 1]
    """
    parents = parents_of(relays)
    steps = [len(list(ancestors(name, parents))) for name in relays["relay_id"]]
    return relays.assign(generation=steps)


def parents_of(relays: pd.DataFrame) -> dict[str, str]:
    """The parent of each relay by its id; "" for an origin."""
    pairs = zip(relays["relay_id"], relays["parent"], strict=True)
    return {name: parent if isinstance(parent, str) else "" for name, parent in pairs}


def children(relays: pd.DataFrame, relay_id: str) -> pd.DataFrame:
    """The relays that took the claim straight from this one."""
    return relays[relays["parent"] == relay_id].reset_index(drop=True)


def descendants(relays: pd.DataFrame, relay_id: str) -> pd.DataFrame:
    """The relays below this one, however many hand-overs away."""
    parents = parents_of(relays)
    below = [relay_id in ancestors(name, parents) for name in relays["relay_id"]]
    return relays[below].reset_index(drop=True)


def origins(relays: pd.DataFrame) -> pd.DataFrame:
    """The relays that took the claim from no other."""
    return relays[relays["parent"].isna()].reset_index(drop=True)


def ancestors(name: str, parents: dict[str, str]) -> Iterator[str]:
    """From the parent up to the origin; stops where a circle would close."""
    seen = {name}
    while (name := parents.get(name, "")) and name not in seen:
        seen.add(name)
        yield name
