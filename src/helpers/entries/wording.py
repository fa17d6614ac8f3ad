"""Typed text made plain: one kind of space, minus and digit; units set apart."""

# ruff: noqa: RUF001, RUF002 - this module is about look-alike characters

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 400
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff]")
RAISED = re.compile(r"(?<=\d)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－➖", "-")
    | dict.fromkeys("×✕✖·∙⋅", "*")
    | dict.fromkeys("÷⁄∕", "/")
    | {"٪": "%", "٫": ".", "’": "'", "‘": "'", "≅": "≈", "∼": "~", "，": ","}
)
_PER_CENT = r"%|percent(?:age)?s?|per cent|pct|procent|prozent|відсотк\w*|процент\w*"
_KM = r"k(?:m|ilomet(?:re|er)s?|ms)"
_MILE = r"mi(?:les?)?"
MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# The longer names come first: "km2" must not be read as "km" and a number 2.
UNITS = [
    ("points", rf"(?:{_PER_CENT})[ -]?points?|pp"),
    ("per day", r"(?:/|per|each|every|a) ?(?:day|d)|daily|per diem"),
    ("km²", rf"{_KM} ?\^? ?2|sq(?:uare|\.)? ?{_KM}|{_KM} sq(?:uared?)?|qkm"),
    ("mi²", rf"{_MILE} ?\^? ?2|sq(?:uare|\.)? ?{_MILE}|{_MILE} sq(?:uared?)?"),
    ("m²", r"m ?\^? ?2|sq(?:uare|\.)? ?m(?:et(?:re|er)s?)?"),
    ("ha", r"ha|hectares?"),
    ("%", _PER_CENT),
    ("km", _KM),
    ("mi", _MILE),
    ("days", r"days?"),
    ("people", r"soldiers?|people|persons?|troops?|men"),
]
PATTERNS = [(name, re.compile(rf"(?<![a-z])(?:{p})(?![a-z0-9])")) for name, p in UNITS]
UNSURE = re.compile(
    r"(?:\?+|idk|i ?dk|dunno|(?:i |we )?(?:really |still )?(?:do ?n[o']?t|cannot|can't)"
    r"(?: know| tell| remember| get it| understand)?(?: (?:it|this|yet|how))*"
    r"|no (?:idea|clue|answer)|not sure|unsure|help(?: me)?|pass|skip|n/?a|none|nothing"
    r"|nope|no|yes|maybe|-+|x+|/+|h+m+|u+[hm]+|whatever|lol|later|todo|tbd"
    r"|не знаю|nie wiem|keine ahnung|no s[eé]|je ne sais pas)[ .!?]*"
)


class EntryError(ValueError):
    """What was typed cannot be read; the text says why, `kind` names the case.

    Kinds: nothing, unsure, words, denied, yes or no, not a number, infinite, date,
    no such day, table, function, set, other, too long, sum.
    """

    def __init__(self, kind: str, sentence: str):
        super().__init__(sentence)
        self.kind = kind


def clean(text: str) -> str:
    """The text in lower case with plain digits, spaces, minus and division signs.

    >>> clean("≈ １２４０\u202fkm²")
    '≈ 1240 km2'
    >>> clean("35½ − 1")
    '35 1/2 - 1'
    """
    text = RAISED.sub(r"^\1", INVISIBLE.sub("", text))
    text = "".join(_split_fraction(char) for char in text).translate(SIGNS)
    text = unicodedata.normalize("NFKC", text).translate(SIGNS).lower()
    text = "".join(_plain_digit(char) for char in text)
    text = re.sub(r"(?<=\d)'(?=\d{3}(?!\d))", "", text)
    return " ".join(text.split())


def _split_fraction(char: str) -> str:
    return f" {char}" if "VULGAR FRACTION" in unicodedata.name(char, "") else char


def _plain_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def set_units_apart(text: str) -> tuple[str, str]:
    """The cleaned text without its units, and the unit found ("" where none is).

    >>> set_units_apart("5 km2 per day")
    ('5', 'km² per day')
    """
    found = {}
    for name, pattern in PATTERNS:
        match = pattern.search(text)
        if match and not _is_a_number_word(name, match, text):
            found[name] = match.start()
            text = pattern.sub(lambda m: " " * len(m[0]), text)
    return " ".join(text.split()), _joined(found)


def _is_a_number_word(name: str, match: re.Match, text: str) -> bool:
    # "a d" or "a day" alone is no rate; it needs something to be counted per day.
    return name == "per day" and match.start() == 0 and not re.search(r"\d", text)


def _joined(found: dict[str, int]) -> str:
    if "per day" in found:
        area = next((n for n in ("km²", "mi²", "ha", "m²", "km") if n in found), "")
        return f"{area} per day".strip()
    if "people" in found and "km²" in found:
        return "people per km²"
    return min(found, key=found.get, default="")


def unit_of(text: str) -> str:
    """The unit a text names, in the spelling used here; "" where it names none.

    >>> unit_of("square kilometres per day"), unit_of("sq mi"), unit_of("dates")
    ('km² per day', 'mi²', '')
    """
    return set_units_apart(clean(text))[1]


def refuse_what_says_nothing(text: str) -> None:
    """Raise EntryError where a cleaned text is empty, a shrug, or far too long."""
    if not text.strip(" ._…"):
        raise EntryError("nothing", "Nothing is written there yet.")
    if UNSURE.fullmatch(text):
        raise EntryError("unsure", "No number there yet.")
    if len(text) > MOST_CHARACTERS:
        raise EntryError("too long", "That is a long text. Write the number alone.")
