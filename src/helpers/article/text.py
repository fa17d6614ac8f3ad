"""The text that is coded: a headline, then paragraphs with empty lines between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from helpers.article.letters import Unreadable, letters
from helpers.article.typed import as_it_is
from helpers.dictionary import Problem

TO_FILL = """Put the headline here, in place of this line

Then paste the paragraphs, with an empty line between two of them. The first is P1.

Source: publisher, address of the page, day on which you read it
"""
SOURCE = re.compile(r"source\s*:\s*", re.IGNORECASE)
DOTS = re.compile(r"\s*(?:\.\.\.|…)\s*")
SAVE = "In the editor choose Save as, and take UTF-8 as the encoding."
STYLE = "max-width:44em;line-height:1.5"
LOOK_ALIKES = str.maketrans("‘’‚“”„«»–—\xa0", '\'\'\'"""""-- ')  # noqa: RUF001


@dataclass(frozen=True)
class Text:
    """The paragraphs by name: H for the headline, P1, P2 and so on."""

    paragraphs: dict[str, str] = field(default_factory=dict)
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def prints(self, words: str) -> bool:
        """Whether these words stand in the text, in whatever kind of quotes.

        Three dots join words from two places.

        >>> text = Text({"P1": "It opened on 14 May. On Monday it was full."})
        >>> text.prints("on 14  May"), text.prints("on 14 May ... On Monday")
        (True, True)
        """
        whole = _compared(" ".join(self.paragraphs.values()))
        places = [words], [part for part in DOTS.split(words) if part]
        return any(all(_stands_in(whole, one) for one in place) for place in places)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        lines = [f"{name}  {text}" for name, text in self.paragraphs.items()]
        html = "".join(
            f"<p><strong>{name}</strong>&ensp;{escape(text, quote=False)}</p>"
            for name, text in self.paragraphs.items()
        )
        source = f"<p>Source: {escape(self.source)}</p>" if self.source else ""
        return {
            "text/plain": "\n".join(lines),
            "text/html": as_it_is(f'<div style="{STYLE}">{html}{source}</div>'),
        }


def read_text(path: Path) -> tuple[Text, list[Problem]]:
    """The text of article.txt; an empty one where it is not filled in yet."""
    written, problems = read_words(path)
    if not written or written == TO_FILL.strip():
        return Text(), problems
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", written)]
    parts = [part for part in parts if part]
    source = ""
    if SOURCE.match(parts[-1]):
        source = SOURCE.sub("", parts.pop(), count=1)
    names = ["H", *(f"P{number}" for number in range(1, len(parts)))]
    return Text(dict(zip(names, parts, strict=True)), source), problems


def read_words(path: Path) -> tuple[str, list[Problem]]:
    """What is written in a text file; nothing where there is no such file."""
    if not path.is_file():
        return "", []
    try:
        written, problems = letters(path, "plain text", SAVE)
    except Unreadable as error:
        return "", [error.problem]
    return written.replace("\r\n", "\n").replace("\r", "\n").strip(), problems


def _stands_in(whole: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(_compared(words))}(?!\w)", whole))


def _compared(text: str) -> str:
    return " ".join(text.translate(LOOK_ALIKES).casefold().split())
