"""The codebook of lesson 07: which claims are coded, on which scales, with what codes.

The codes and their meanings are those of the dictionary of data/.
"""

from __future__ import annotations

from functools import lru_cache

from helpers.dictionary import meanings

# Twelve claims that a class codes alone, and four of them that it codes again.
NUMBERS = (3, 4, 7, 9, 10, 13, 16, 18, 20, 21, 23, 24)
CLAIMS = tuple(f"C{number:02d}" for number in NUMBERS)
AGAIN = ("C09", "C10", "C18", "C20")
# A few words for each claim that is coded or graded, for pictures and lists.
SHORT = {
    "C03": "may take over Sumy",
    "C04": "Sumy borders Kursk",
    "C07": "a counterattack began",
    "C09": "little progress",
    "C10": "Russia advancing",
    "C13": "Kursk matters to Kyiv",
    "C16": "60,000 soldiers",
    "C18": "an aim: divert troops",
    "C20": "losing since September",
    "C21": "about 800 km²",
    "C22": "more than 10,000",
    "C23": "13 “eliminated”",
    "C24": "at least 1,000",
}
# What each scale asks, and the field of the key that explains its codes.
QUESTIONS = {
    "modality": "What kind of statement is it?",
    "checkable": "Could evidence settle it?",
    "credibility": "How does it fit with what else is known?",
}
_FIELDS = {"credibility": "credibility_from"}
ORDERED = ("credibility",)
# The two rounds of coding, with the claims and the scales that are coded in each.
ROUNDS = {"first": (CLAIMS, tuple(QUESTIONS)), "again": (AGAIN, ("modality",))}

# One line of the codebook, and the line that the made-up class put in its place.
OLD_LINE = "reported_fact: told as something that is so or was so."
NEW_LINE = (
    "reported_fact: told as something that is so or was so. A trend counts only if a "
    "number or a date goes with it; an aim counts if the text says that it was stated."
)


def codes(scale: str) -> dict[str, str]:
    """The codes of a scale, each with its meaning.

    >>> list(codes("checkable"))
    ['yes', 'partly', 'no']
    """
    return dict(_codes(scale))


@lru_cache(maxsize=8)  # thousands of codings are held against it
def _codes(scale: str) -> dict[str, str]:
    return meanings("digest_key", _FIELDS.get(scale, scale))


def name(code: str) -> str:
    """A code as people read it.

    >>> name("reported_fact")
    'reported fact'
    """
    return code.replace("_", " ")


def short(claim: str) -> str:
    """A claim by its id and a few words.

    >>> short("C21")
    'C21 about 800 km²'
    """
    return f"{claim} {SHORT.get(claim, '')}".strip()


def sound_coding(coding: object, turn: str) -> dict[str, dict[str, str]]:
    """What of a coding the codebook allows, by claim and scale; the rest is left out.

    >>> sound_coding({"C10": {"modality": "assessment", "mood": "bad"}}, "again")
    {'C10': {'modality': 'assessment'}}
    """
    claims, scales = ROUNDS[turn]
    found = coding if isinstance(coding, dict) else {}
    kept = {claim: _allowed(found.get(claim), scales) for claim in claims}
    return {claim: given for claim, given in kept.items() if given}


def rows(coder: object, turn: str, coding: dict) -> list[tuple]:
    """A sound coding as rows: coder, round, claim, scale, code."""
    return [
        (coder, turn, claim, scale, code)
        for claim, given in coding.items()
        for scale, code in given.items()
    ]


def _allowed(given: object, scales: tuple[str, ...]) -> dict[str, str]:
    found = given if isinstance(given, dict) else {}
    return {
        scale: found[scale]
        for scale in scales
        if isinstance(found.get(scale), str) and found[scale] in _codes(scale)
    }
