"""Lesson 04: every answer and every number in its prose, from the tables."""

from helpers.bounds import at_least, between, more_than, share_of
from helpers.days import as_day
from helpers.forecasts import brier, chain, gaps
from helpers.tables import (
    load_digest_claims,
    load_digest_key,
    load_force_claims,
    load_forecasts,
    load_probability_words,
    load_wordings,
    row,
)

claims, key, force = load_digest_claims(), load_digest_key(), load_force_claims()
words, questions = load_probability_words(), load_forecasts()
wordings = load_wordings()

DEPLOYED, CASUALTIES = (row(claims, id).number for id in ("C22", "C24"))
PUT_OUT_OF_ACTION = row(claims, "C23").number
FIRST_ABOVE = row(key, "C22").low
CAP_DEPLOYED, DEAD, WOUNDED = (row(force, i).value for i in ("F022", "F011a", "F011b"))
CAP_CASUALTIES = DEAD + WOUNDED
CAPPED = share_of(
    between(CASUALTIES, CAP_CASUALTIES), between(FIRST_ABOVE, CAP_DEPLOYED)
)
OPEN = share_of(at_least(CASUALTIES), more_than(DEPLOYED))
STEPS = (0.6, 0.5, 0.4)
ITEMS = {
    "C17": "C17: troops went into the Kursk region on 6 August 2024",
    "C20": "C20: from September on, ground began to be lost",
    "C05": "C05: strain is rising as the inauguration comes near",
    "C02": "C02: if the area is lost, Russia may start an offensive",
}


def would_build_on(claim_id):
    """Hedged or not, accepted or not, as exercise 4.2c words it."""
    coded = row(key, claim_id)
    hedged = "no hedge" if coded.isna()["hedges"] else "a hedge"
    return f"{hedged}, and {'I build on it' if coded.accept else 'it needs more first'}"


def hedges_offered():
    """Which of the fourteen words offered in 4.2 the table calls hedges."""
    kinds = wordings[wordings["kind"] == "hedge"]
    pairs = zip(kinds["paragraph"], kinds["fragment"], strict=True)
    offered = {f"{paragraph}: {fragment}" for paragraph, fragment in pairs}
    return sorted(offered - LEFT_OUT)


# Hedges that stand in the marked text and are not among the fourteen words.
LEFT_OUT = {"H: Potential", "P2: potential", "P3: attempting", "P3: almost"}
LEFT_OUT |= {"P3: very modest", "P3: some", "P4: some", "P4: a few", "P5: may"}
LEFT_OUT |= {"P6: if", "P7: one of"}

ANSWERS = {
    "4.2": hedges_offered,
    "4.2c": lambda: {item: would_build_on(id) for id, item in ITEMS.items()},
    "4.3b": lambda: CAPPED,
    "4.6": lambda: chain(*STEPS),
    "4.6b": lambda: chain(0.8, 0.8, 0.8),
    "4.8": lambda: brier([0.5] * len(questions), questions["outcome"]),
}

quiet = [ends for ends in gaps(words, "PHIA") if ends[0] < 52 < ends[1]]
announced = as_day(row(questions, "Q2").resolved_on)

FACTS = {
    "1,000": lambda: f"{CASUALTIES:,.0f}",
    "13": lambda: f"{PUT_OUT_OF_ACTION:.0f}",
    "10,001": lambda: f"{FIRST_ABOVE:,.0f}",
    "12,000": lambda: f"{CAP_DEPLOYED:,.0f}",
    "3,000": lambda: f"{CAP_CASUALTIES:,.0f}",
    "300": lambda: f"{DEAD:.0f}",
    "10": lambda: f"{100 * DEAD / CAP_CASUALTIES:.0f}",
    "10.0": lambda: f"{100 * CASUALTIES / FIRST_ABOVE:.1f}",
    "100": lambda: f"{OPEN.high:.0f}",
    "52": lambda: "52" if quiet else "not in a gap",
    "26": lambda: f"{announced.day}",
    "0.185": lambda: f"{brier([0.9, 0.6], [True, False]):.3f}",
    "0.01": lambda: f"{0.1**2:.2f}",
    "0.36": lambda: f"{0.6**2:.2f}",
}

# Numbers of dates, of imagined cases, of steps and probabilities that are made up.
HARMLESS = {
    "0",
    "1",
    "4",
    "2025",
    "1964",
    "203",
    "11",
    "60",
    "45",
    "16",
    "50",
    "100,000",
}
HARMLESS |= {"0.1", "0.4", "0.5", "0.6", "0.8", "0.9"}

# Numbers that only the guide has.
GUIDE = {"1.3": lambda: f"{100 * PUT_OUT_OF_ACTION / CASUALTIES:.1f}"}
