"""Lesson 00: the practice exercise, counted in the retelling itself."""

from helpers.retelling import retelling
from helpers.tables import load_digest_claims, row

NAMES = [name for name in retelling().paragraphs if name.startswith("P")]

ANSWERS = {"0.1": lambda: len(NAMES[NAMES.index("P3") : NAMES.index("P7") + 1])}
FACTS: dict = {}
# Degrees of confidence; the day on which the border was crossed.
HARMLESS = {"50", "100", "6", "2024"}

# Numbers that only the guide has.
GUIDE = {"800": lambda: f"{row(load_digest_claims(), 'C21').number:.0f}"}
