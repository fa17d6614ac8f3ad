"""Lesson 00: the practice exercise, counted in the retelling itself."""

from helpers.retelling import retelling

NAMES = [name for name in retelling().paragraphs if name.startswith("P")]

ANSWERS = {"0.1": lambda: len(NAMES[NAMES.index("P3") : NAMES.index("P7") + 1])}
FACTS: dict = {}
HARMLESS: set[str] = set()
