"""Lesson 07: every answer and every number in its prose, from the tables."""

from helpers import agreement
from helpers.agreement import side_by_side
from helpers.classroom import class_codings, in_round
from helpers.tables import load_digest_key

FOUR = side_by_side(one="1 2 3 2", two="1 2 3 2", three="1 1 3 2")
WORKED = side_by_side(one="a c", two="a c", three="b c")
MADE_UP = class_codings()
FIRST = in_round(MADE_UP, "first")

ANSWERS = {"7.1": lambda: agreement.pairwise_agreement(FOUR)}

key = load_digest_key()

FACTS = {
    "66.7": lambda: f"{agreement.pairwise_agreement(WORKED):.1f}",
    "4": lambda: f"{agreement.pairs(WORKED)['agree'].sum()}",
    "6": lambda: f"{agreement.pairs(WORKED)['pairs'].sum()}",
    "13": lambda: f"{(key['modality'] == 'reported_fact').sum()}",
    "24": lambda: f"{len(key)}",
}

# Codes and their places, the worst and the best alpha, minutes, years.
HARMLESS = {"0", "1", "2", "3", "5", "16", "45", "60", "90", "2025"}

# Numbers that only the guide has.
PUPILS = 26  # an imagined class
GUIDE = {
    "26": lambda: f"{PUPILS}",
    "25": lambda: f"{PUPILS - 1}",
    "325": lambda: f"{PUPILS * (PUPILS - 1) // 2}",
}
