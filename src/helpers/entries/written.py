"""A number or a range in typed text, with every reading that is possible."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from helpers.entries.formula import read_number_words, work_out
from helpers.entries.wording import (
    MONTH,
    EntryError,
    clean,
    refuse_what_says_nothing,
    set_units_apart,
)

NUMBER = re.compile(
    r"(?<![\d.,])(?P<spaced>\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d))"
    r"|(?P<commas>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d]))"
    r"|(?P<points>\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d]))"
    r"|(?P<plain>\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3}(?![\d.]))?|(?<![\d.,])[.,]\d+)"
)
HEDGES = re.compile(
    r"[≈~]|\b(?:about|around|approx\w*\.?|circa|ca?\b\.?|roughly|nearly|almost|some)\b"
)
OPEN = re.compile(
    r"(?:[<>≤≥]=?|\b(?:(?:more|less|fewer|greater|higher|lower|bigger|smaller) than"
    r"|at least|at most|over|above|under|below|up to|no more than|minimum|maximum))"
    r" ?\(?#"
)
RANGE = re.compile(
    r"# ?(?:-+|to|and|until|till|through|bis|up to|down to|\.{2,}|…|,|;|&|\|"
    r"|<=? ?[a-z]* ?<=?|≤ ?[a-z]* ?≤|) ?#"
)
LABELS = re.compile(r"\b(?:low|min|high|max)")
RATIO = re.compile(r"# (?:in|out of|of|of the) #")
DATE = re.compile(
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH})(?![a-z])"
)
DENIED = re.compile(r"\b(?:not|isn't|never|wrong|cannot|can't)\b")
FILLER = re.compile(r"[\[\](){}!?'\"“”„:]")


@dataclass(frozen=True)
class Reading:
    """What was typed: its shape, every possible reading, the unit typed after it.

    `shape`: number, range, open (one end only: "more than 30"), several.
    `candidates`: one tuple of numbers per possible reading, the likeliest first.
    `way`: "" as typed, "sum" for a sum worked out, "words" for a number in words,
    "comma" for numbers set apart by a comma, "pair" for a pair given in code,
    "difference" where the second reading is a subtraction.
    """

    typed: str
    shape: str
    candidates: tuple[tuple[float, ...], ...]
    unit: str = ""
    decimals: int = 0
    way: str = ""


def read_text(typed: str) -> Reading:
    """Read a number or a range from text; EntryError where there is none."""
    refuse_what_says_nothing(clean(typed[:2000]))
    text, unit = set_units_apart(_last_side(clean(typed)))
    text = re.sub(r"(?<=\d) ?x ?(?=\d)", "*", text.rstrip(".!?;, "))
    if DATE.search(text):
        raise EntryError("date", "That is a date, not a number.")
    text = HEDGES.sub(" ", text)
    found = list(NUMBER.finditer(text))
    skeleton = " ".join(FILLER.sub(" ", NUMBER.sub("#", text)).split())
    skeleton = re.sub(r"(^|[^#) ]) ?- ?#", r"\1 #", skeleton).strip()
    reading = _without_digits(text) if not found else _shaped(text, skeleton, found)
    return replace(reading, typed=typed, unit=unit)


def _last_side(text: str) -> str:
    """What stands after the last equals sign: "440/1240 = 0.35" answers 0.35."""
    sides = [side for side in re.split(r"(?<![<>])=", text) if side.strip()]
    return sides[-1] if sides else text


def _without_digits(text: str) -> Reading:
    value = read_number_words(text)
    if value is None:
        raise EntryError("words", "There is no number in that.")
    return Reading("", "number", ((value,),), way="words")


def _shaped(text: str, skeleton: str, found: list[re.Match]) -> Reading:
    if DENIED.search(text):
        raise EntryError("denied", "That says what it is not.")
    candidates, decimals = _values(text, found), _decimals(found[0][0])
    made = Reading("", "number", candidates, decimals=decimals)
    if re.search(r"[*/^+√]|sqrt", text) or RATIO.search(skeleton):
        return _sum(text, made)
    if len(found) == 1:
        return replace(made, shape="open") if OPEN.search(skeleton) else made
    return _of_several(text, skeleton, made)


def _of_several(text: str, skeleton: str, made: Reading) -> Reading:
    pair = skeleton.count("#") == 2
    if pair and LABELS.search(skeleton):
        if re.search(r"(?:high|max).*#.*(?:low|min)", skeleton):
            swapped = tuple(numbers[::-1] for numbers in made.candidates)
            return replace(made, shape="range", candidates=swapped)
        return replace(made, shape="range")
    if not (pair and RANGE.search(skeleton)):
        return replace(made, shape="several")
    (first, second), *_ = made.candidates
    if re.fullmatch(r"# ?- ?#", skeleton) and first > second:
        # "1240-800" may be a subtraction; "7.10-4.84" a range written downwards
        both = (*made.candidates, (first - second,))
        return replace(made, shape="range", candidates=both, way="difference")
    comma = re.search(r"# ?,|# #", skeleton)
    return replace(made, shape="range", way="comma" if comma else "")


def _sum(text: str, made: Reading) -> Reading:
    typed = re.sub(r"(?<=\d) (?:in|out of|of the|of) (?=\d)", "/", text)
    typed = re.sub(r"√ ?(\d[\d.,]*)", r"sqrt(\1)", typed).replace("√", "sqrt")
    typed = re.sub(r"(?<=\d) (?=\d+/\d+)", "+", typed)
    typed = NUMBER.sub(lambda match: repr(_options(match)[0]), typed)
    try:
        value = work_out(typed.strip())
    except EntryError:
        return replace(
            made, shape="number" if len(made.candidates[0]) == 1 else "several"
        )
    return Reading("", "number", ((value,),), decimals=12, way="sum")


def _values(text: str, found: list[re.Match]) -> tuple[tuple[float, ...], ...]:
    options = [[_sign(text, m) * v for v in _options(m)] for m in found]
    first = tuple(option[0] for option in options)
    second = tuple(option[-1] for option in options)
    if not all(map(math.isfinite, first)):
        raise EntryError("infinite", "That is too large for a number.")
    return (first,) if first == second else (first, second)


def _sign(text: str, match: re.Match) -> int:
    """-1 for a minus that belongs to the number, not to a range or a subtraction."""
    before = text[: match.start()].rstrip()
    minus = before.endswith("-") and not re.search(r"[\d)] ?-$", before)
    return -1 if minus or before.endswith("minus") else 1


def _options(match: re.Match) -> list[float]:
    """The values a written number can have; the likelier one first."""
    kind, text = match.lastgroup, match[0]
    if kind == "spaced":
        return [float(text.replace(" ", "").replace(",", "."))]
    if kind == "plain":
        return [float(text.replace(",", "."))]
    mark, other = (",", ".") if kind == "commas" else (".", ",")
    grouped = float(text.replace(mark, "").replace(other, "."))
    if text.count(mark) > 1 or other in text:
        return [grouped]
    as_decimal = float(text.replace(",", "."))
    if text.startswith("0"):
        return [as_decimal]
    return [grouped, as_decimal] if kind == "commas" else [as_decimal, grouped]


def _decimals(written: str) -> int:
    tail = re.search(r"[.,](\d+)$", written)
    return len(tail[1]) if tail else 0
