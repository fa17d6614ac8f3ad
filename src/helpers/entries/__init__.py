"""What a person typed, read as a number, a range or days, without guessing.

Reading and judging are kept apart: these functions say what was typed and which
readings are possible; whether it is right is for someone else to say.
"""

from helpers.entries.amounts import Reading, read_amount
from helpers.entries.dates import DaysReading, read_days
from helpers.entries.wording import EntryError, clean, unit_of

__all__ = [
    "DaysReading",
    "EntryError",
    "Reading",
    "clean",
    "read_amount",
    "read_days",
    "unit_of",
]
