"""The chain of a claim: everyone through whom it passed, the origin first.

The last link is always the text in hand. A link that the text does not print, and that
a reader has to infer, says so.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from helpers.plain import PlainError

TEXT_IN_HAND = "this digest"
ARROW, MARK = " -> ", " (inferred)"


class ChainError(PlainError):
    """A chain that cannot be: what was found, what is allowed, what to do."""


class Link(NamedTuple):
    """One speaker of a chain, printed in the text or inferred by its reader."""

    speaker: str
    inferred: bool = False

    def __str__(self) -> str:
        return f"{self.speaker}{MARK if self.inferred else ''}"


def read_chain(text: str, last: str = TEXT_IN_HAND) -> list[Link]:
    """The links of a chain as it is written: joined by " -> ", the origin first.

    Raises ChainError where the chain is empty, has a gap, names a speaker twice or
    does not end in `last`, the text in hand.

    >>> links = read_chain("a soldier -> a paper (inferred) -> this digest")
    >>> [str(link) for link in links]
    ['a soldier', 'a paper (inferred)', 'this digest']
    """
    links = [as_link(part) for part in str(text).split(ARROW.strip())]
    found = complaint(links, last)
    if found:
        raise ChainError(found)
    return links


def as_link(text: str) -> Link:
    """One link as it is written, such as "a paper (inferred)"."""
    speaker = text.strip()
    inferred = speaker.endswith(MARK.strip())
    return Link(speaker.removesuffix(MARK.strip()).strip(), inferred)


def written(links: list[Link]) -> str:
    """The chain in one line, as the tables and an article write it."""
    return ARROW.join(map(str, links))


def complaint(links: list[Link], last: str = TEXT_IN_HAND) -> str:
    """What keeps these links from being a chain, as a sentence; "" where nothing does.

    An empty speaker is a gap. Who is *in* the chain is not judged here.

    >>> complaint([Link("Kyiv"), Link("a newspaper")])[:33]
    'Your chain ends in “a newspaper”.'
    """
    speakers = [link.speaker for link in links]
    filled = [speaker for speaker in speakers if speaker]
    if not filled:
        return "No speaker is chosen yet. Begin with the origin: who said it first?"
    for found in (_gap(speakers), _repeated(filled), _wrong_end(filled, last)):
        if found:
            return found
    if any(link == Link(last, inferred=True) for link in links):
        return (
            f"“{last}” is marked as inferred, but you hold it in your hands. "
            "Take the mark away."
        )
    return ""


def hand_overs(links: list[Link]) -> int:
    """How often the claim was passed on: one less than there are speakers."""
    return len(links) - 1


def as_table(links: list[Link]) -> pd.DataFrame:
    """The chain as a table, one link in a row: its place, who speaks, how we know."""
    return pd.DataFrame(
        {
            "link": range(1, len(links) + 1),
            "speaker": [link.speaker for link in links],
            "how we know": ["inferred" if one.inferred else "printed" for one in links],
        }
    )


def in_words(links: list[Link]) -> str:
    """The chain as one would say it aloud.

    >>> in_words(read_chain("Kyiv -> a newspaper (inferred) -> this digest"))
    'Kyiv, then a newspaper (inferred), then this digest'
    """
    return ", then ".join(map(str, links))


def _gap(speakers: list[str]) -> str:
    empty = [place for place, speaker in enumerate(speakers, 1) if not speaker]
    if empty and any(speakers[empty[0] :]):
        return (
            f"Link {empty[0]} is empty, and there are speakers after it. Fill it, "
            "or move the others up: a chain has no gap."
        )
    return ""


def _repeated(speakers: list[str]) -> str:
    twice = [name for name in speakers if speakers.count(name) > 1]
    if not twice:
        return ""
    return (
        f"“{twice[0]}” stands in the chain twice. Each speaker has one place: where "
        "does the claim pass through their hands?"
    )


def _wrong_end(speakers: list[str], last: str) -> str:
    if speakers[-1] == last:
        return ""
    if last in speakers:
        return (
            f"“{last}” stands before “{speakers[-1]}”. The origin comes first and the "
            "text in hand last: turn the chain round."
        )
    return (
        f"Your chain ends in “{speakers[-1]}”. The last link is always the text in "
        f"hand, “{last}”: who retold it to us?"
    )
