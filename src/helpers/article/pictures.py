"""The pictures of a coded article: the digest's own, and two for windows and sums.

The modules that draw are imported with the first picture, as matplotlib's axes would
make the first cell of the lesson wait.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from helpers.article import counts
from helpers.article.coded import Article, bounds_of
from helpers.article.sums import DIFFERENT, SUMS, in_words, worked_out
from helpers.article.typed import pictured
from helpers.explore import Explore, choose, menu
from helpers.picture import Picture
from helpers.record import Note
from helpers.tables import load_reference_figures, row

QUESTION = "Which two numbers belong together, and what range comes out?"


def who_speaks(article: Article) -> Picture:
    """How many claims each speaker makes, split by how the speaker is named."""
    from helpers.figures import voices

    with _without_warnings():
        drawn = voices.who_speaks(counts.speakers(article), [])
    return pictured(drawn, "Who speaks in this article: claims by their origin.")


def chain(article: Article, claim_id: str = "") -> Picture:
    """The chain of one claim; without an id, the longest of the article."""
    from helpers.figures import voices

    claim_id = claim_id or counts.longest_chain(article)
    with _without_warnings():
        links = [
            link._replace(speaker=counts.shortened(link.speaker))
            for link in counts.links(article, claim_id)
        ]
        return pictured(voices.chain(links, claim_id, []))


def windows(article: Article) -> Picture | Note:
    """The windows of days; a sentence where none is coded."""
    if article.windows.empty:
        return Note("No window of days is coded yet: windows.csv is empty.")
    from helpers.figures import coded

    with _without_warnings():
        return pictured(coded.windows(counts.windows(article)))


def diagonal(article: Article) -> Picture:
    """How often letter and number stand at the same height, beside the army's share."""
    from helpers.figures import scales

    army = row(load_reference_figures(), "army-reports-on-diagonal").value
    with _without_warnings():
        return scales.on_diagonal(counts.grades(article), army, ["blockint-review"])


class Calculation(Explore):
    """A sum with two numbers of the article, as ranges."""

    @property
    def sentence(self) -> str:
        """The sum that was chosen, in words; empty while nobody has chosen one."""
        return self.picture.alt if self.moved else ""


def calculation(article: Article) -> Calculation | Note:
    """A sum to be chosen; a sentence where the article has fewer than two numbers."""
    ids = list(counts.numbers(article)["claim"])
    if len(ids) < 2:
        return Note("A sum needs two claims with numbers; this article has fewer.")
    named = {_named(article, id): id for id in ids}
    second = dict([*list(named.items())[1:], *list(named.items())[:1]])
    return Calculation(
        QUESTION,
        _drawn,
        article=article,
        first=menu("First", named),
        second=menu("Second", second),
        how=choose("Sum", SUMS),
    )


def _drawn(article: Article, first: str, second: str, how: str) -> Picture:
    from helpers.figures import coded

    ranges = [bounds_of(article, id) for id in (first, second)]
    sum_in_words = next(words for words, name in SUMS.items() if name == how)
    parts = {
        name: f"{id}, {_in_words(article, id)}"
        for name, id in (("First", first), ("Second", second))
    }
    outcome = worked_out(*ranges, how)
    share = how == "share lost"
    said = in_words(outcome, ranges[not share], "%" if share else "")
    parts |= {"Sum": sum_in_words, "Result": said}
    units = {str(row(article.claims, id)["unit"]).casefold() for id in (first, second)}
    if how != "divided by" and len(units) > 1:
        parts["Mind"] = DIFFERENT
    with _without_warnings():
        return coded.result(parts, outcome)


def _in_words(article: Article, claim_id: str) -> str:
    claim = counts.numbers(article).set_index("claim").loc[claim_id]
    return f"{claim['allows']} {counts.shortened(str(claim['unit']), 24)}"


def _named(article: Article, claim_id: str) -> str:
    return f"{claim_id}: {_in_words(article, claim_id)}"


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Letters that the font lacks are drawn as boxes; the words stand in the table."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        yield
