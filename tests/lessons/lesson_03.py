"""Lesson 03: every answer and every number in its prose, from the tables."""

from helpers.chains import hand_overs, read_chain
from helpers.claims import by_naming, by_side, verbs_by_army
from helpers.grades import key_ranges, share_by_chance
from helpers.tables import (
    load_digest_claims,
    load_digest_key,
    load_reference_figures,
    load_wordings,
    row,
)

key, claims = load_digest_key(), load_digest_claims()
naming = by_naming(key).set_index("who is named")["claims"]
sides = by_side(key).set_index("who speaks")["claims"]
figures = load_reference_figures()
army = row(figures, "army-reports-on-diagonal")
number_of_reports = row(figures, "army-reports").value
PLACES = ["1st link", "2nd link", "3rd link", "4th link", "5th link"]
VERBS = verbs_by_army(load_wordings())
TWICE = ["launch", "launched"]
LEFT_OUT = [*TWICE, "follow", "eliminated"]  # 3.9 asks for ten of the fourteen


def chain_of(claim):
    return read_chain(row(key, claim)["chain"])


def as_places(claim):
    links = [str(link) for link in chain_of(claim)]
    links += ["nobody more"] * (len(PLACES) - len(links))
    return dict(zip(PLACES, links, strict=True))


def codes(claims, outside):
    """The key's code of each claim; of a range the end that the key file names."""
    ranges = key_ranges(key, claims, outside).itertuples()
    return {c.claim_id: c.source_to + c.information_from for c in ranges}


def whose_verb():
    asked = VERBS[~VERBS["verb"].isin(LEFT_OUT)]
    return {f"{one.verb} ({one.paragraph})": one.army for one in asked.itertuples()}


ANSWERS = {
    "3.1": lambda: int(naming["a person with a name"]),
    "3.1b": lambda: int(naming["no speaker at all"]),
    "3.1c": lambda: int(sides["the Russian side"]),
    "3.2": lambda: as_places("C16"),
    "3.2b": lambda: as_places("C23"),
    "3.5a": lambda: codes(["C07", "C15"], outside=False),
    "3.5": lambda: codes(["C04", "C07", "C16", "C21", "C22", "C24"], outside=True),
    "3.6": lambda: share_by_chance(),
    "3.6b": lambda: army.value,
    "3.9": whose_verb,
}

FACTS = {
    "24": lambda: f"{len(claims)}",
    "3": lambda: f"{len(chain_of('C11'))}",
    "2": lambda: f"{hand_overs(chain_of('C11'))}",
    "60,000": lambda: f"{row(claims, 'C16').number:,.0f}",
    "1968": lambda: f"{army.as_of}",
    "1,400": lambda: f"{number_of_reports:,.0f}",
}

# Limits, minutes, numbers of parts and grades, years.
HARMLESS = {"80", "60", "45", "16", "1", "4", "5", "6", "2003", "2025"}
HARMLESS |= {"00", "04"}

# Numbers that only the guide has.
GUIDE: dict = {}
