"""The digest as we retell it, ready to be read paragraph by paragraph, or marked.

The digest's own text is under its publisher's copyright. The retelling keeps who says
what, every hedge and every number, and quotes six words at a time at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

import pandas as pd

from helpers.dictionary import file_error
from helpers.tables import (
    data_folder,
    load_digest_claims,
    load_digest_key,
    load_wordings,
)

PARAGRAPH = re.compile(r"^\*\*(?P<name>\w+)\*\* (?P<text>.+)$", re.MULTILINE)
PAGE = re.compile(r"\((?P<address>https://[^)]+)\)")
QUOTED = re.compile(r'"[^"]+"')
STYLE = "max-width:44em;line-height:1.5"
WIDER = "max-width:44em;line-height:2"
LABEL = "font-size:.72em;font-weight:600;vertical-align:super;margin:0 .15em"
# Each kind has its own line and its own word; the tint comes on top of them.
MARKS = {
    "hedge": "border-bottom:3px dotted;background:rgba(0,114,178,.18)",
    "booster": "border-bottom:4px double;background:rgba(213,94,0,.2)",
    "source": "border-bottom:2px dashed;background:rgba(0,158,115,.2)",
    "cue": "border-bottom:2px solid;background:rgba(204,121,167,.22)",
    "content": "border:1px solid;border-radius:3px;padding:0 .15em",
    "source missing": "border-bottom:3px dotted;background:rgba(204,121,167,.22)",
}
Spans = list[tuple[int, int, str]]


@dataclass(frozen=True)
class Retelling:
    """Some paragraphs of the digest, in order, each under its name."""

    paragraphs: dict[str, str]
    page: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.as_text(), "text/html": self.as_html()}

    def as_text(self) -> str:
        """Each paragraph on a line of its own, after its name."""
        return "\n".join(f"{name}  {text}" for name, text in self.paragraphs.items())

    def as_html(self) -> str:
        """The paragraphs with their names, then a link to the digest itself."""
        written = {n: escape(text, quote=False) for n, text in self.paragraphs.items()}
        link = f'<a href="{escape(self.page)}">The page of the digest itself</a>'
        return f'<div style="{STYLE}">{_named(written)}<p>{link}</p></div>'


@dataclass(frozen=True)
class Marked:
    """Paragraphs in pieces, each with its label; an empty label is plain text."""

    paragraphs: dict[str, list[tuple[str, str]]]
    kinds: tuple[str, ...]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.as_text(), "text/html": self.as_html()}

    def as_text(self) -> str:
        """The paragraphs, with each label in square brackets after its words."""
        return "\n".join(
            f"{name}  "
            + "".join(f"{t} [{label}]" if label else t for t, label in parts)
            for name, parts in self.paragraphs.items()
        )

    def as_html(self) -> str:
        """A legend, then the paragraphs; every mark carries its label as a word."""
        legend = ", ".join(_marked_html(kind, kind, "") for kind in self.kinds)
        written = {
            name: "".join(_marked_html(*part) for part in parts)
            for name, parts in self.paragraphs.items()
        }
        return f'<div style="{WIDER}"><p>Marked: {legend}</p>{_named(written)}</div>'


def retelling(*names: str) -> Retelling:
    """The digest retold: all of it, or only the paragraphs named, such as "P7"."""
    text = _digest()
    found = {match["name"]: match["text"] for match in PARAGRAPH.finditer(text)}
    unknown = [name for name in names if name not in found]
    if unknown:
        raise KeyError(f"No paragraph {unknown[0]!r}. There are {', '.join(found)}.")
    chosen = {name: found[name] for name in names or found}
    return Retelling(chosen, PAGE.search(text)["address"])


def marked(*names: str, kinds: Iterable[str] = ("hedge", "booster")) -> Marked:
    """The named paragraphs with their hedges and boosters, or other kinds, marked.

    Kinds are hedge, booster, source, cue, content and "source missing". It loads the
    coding of the claims, so a lesson shows it after the learner's own.
    """
    kinds = tuple(kinds)
    unknown = [kind for kind in kinds if kind not in MARKS]
    if unknown:
        raise KeyError(f"No kind {unknown[0]!r}. There are {', '.join(MARKS)}.")
    marks = all_marks(load_wordings(), load_digest_claims(), load_digest_key())
    chosen = marks[marks["kind"].isin(kinds)]
    texts = retelling(*names).paragraphs.items()
    return Marked(
        {n: painted(t, chosen[chosen["paragraph"] == n]) for n, t in texts}, kinds
    )


def all_marks(
    wordings: pd.DataFrame, claims: pd.DataFrame, key: pd.DataFrame
) -> pd.DataFrame:
    """Paragraph, fragment and kind of every word or phrase that can be marked."""
    own = wordings[["paragraph", "fragment", "kind"]].replace(
        {"kind": {"weasel": "source missing"}}
    )
    said = claims.merge(key[["claim_id", "claimant", "cue"]], on="claim_id")
    said = said[said["cue"].notna()]
    content = said[["paragraph", "fragment"]].assign(kind="content")
    source = said[["paragraph"]].assign(fragment=said["claimant"], kind="source")
    return pd.concat([own, content, source], ignore_index=True).drop_duplicates()


def painted(text: str, marks: pd.DataFrame) -> list[tuple[str, str]]:
    """The text in pieces with their labels; where two overlap, the shorter one wins.

    >>> marks = pd.DataFrame({"fragment": ["may", "may rain"], "kind": ["a", "b"]})
    >>> painted('It "may rain" today.', marks)
    [('It "', ''), ('may', 'a'), (' ', ''), ('rain', 'b'), ('" today.', '')]
    """
    label = [""] * len(text)
    for start, end, name in sorted(_spans(text, marks), key=lambda s: s[0] - s[1]):
        label[start:end] = [name] * (end - start)
    pieces = []
    for name, run in groupby(range(len(text)), key=label.__getitem__):
        places = list(run)
        pieces += _trimmed(text[places[0] : places[-1] + 1], name)
    return pieces


def _spans(text: str, marks: pd.DataFrame) -> Spans:
    """Where each fragment stands; fragments of the same place share their labels."""
    found: dict[tuple[int, int], list[str]] = {}
    for fragment, kind in zip(marks["fragment"], marks["kind"], strict=True):
        place = _place(text, fragment)
        if place:
            found.setdefault(place, []).append(kind)
    return [(*place, ", ".join(names)) for place, names in found.items()]


def _place(text: str, fragment: str) -> tuple[int, int] | None:
    """The first place of the fragment as whole words, in quotation marks if it can."""
    whole = re.compile(rf"(?<!\w){re.escape(fragment)}(?!\w)")
    quoted = (whole.search(text, *span.span()) for span in QUOTED.finditer(text))
    match = next(filter(None, quoted), None) or whole.search(text)
    return match.span() if match else None


def _trimmed(piece: str, name: str) -> list[tuple[str, str]]:
    """The piece with the spaces at its ends set apart, so that no mark begins there."""
    core = piece.strip()
    if not name or core == piece:
        return [(piece, name)]
    before, after = piece.split(core) if core else (piece, "")
    return [part for part in ((before, ""), (core, name), (after, "")) if part[0]]


def _marked_html(words: str, label: str, shown: str | None = None) -> str:
    if not label:
        return escape(words, quote=False)
    style = MARKS[label.split(", ")[0]]
    said = label if shown is None else shown
    word = f'<span style="{LABEL}">{escape(said)}</span>' if said else ""
    return f'<span style="{style}">{escape(words, quote=False)}</span>{word}'


def _named(paragraphs: dict[str, str]) -> str:
    return "".join(
        f"<p><strong>{name}</strong>&ensp;{html}</p>"
        for name, html in paragraphs.items()
    )


def _digest() -> str:
    path = data_folder() / "digest.md"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise file_error(path.name, "no such file", "the digest, retold") from None
