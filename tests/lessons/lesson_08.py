"""Lesson 08: its answers and the numbers of its prose, from the coded example."""

from helpers.article import bounds_of, example
from helpers.article.counts import naming
from helpers.claims import NAMING
from helpers.days import as_day, window
from helpers.tables import load_reference_figures, row
from helpers.timeline import last_weekdays

pool = example()
claims = pool.claims.set_index("claim_id")
published = pool.windows[pool.windows["claim_id"].isna()].iloc[0]
vote = pool.windows.set_index("claim_id").loc["C20"]
BOUNDS = {
    "about 80,000 euros (P1)": "C03",
    "eleven schools (P2)": "C07",
    "41,300 tickets (P2)": "C08",
    "at least 9,000 euros (P3)": "C11",
    "more than 2,400 signatures (P4)": "C13",
    "fewer than 2,000 (P4)": "C14",
    "between 30 and 40 people (P4)": "C15",
    "up to 300,000 euros (P7)": "C21",
}
NAMED = {
    "the missing sum (P1)": "C03",
    "the tickets of 2024 (P2)": "C08",
    "the age of the boiler (P3)": "C10",
    "more than 2,400 signatures (P4)": "C13",
    "the gas that would be saved (P5)": "C16",
    "the day of the vote (P6)": "C20",
}


def nobody():
    table = naming(pool).set_index("who is named")["claims"]
    return int(table[NAMING["unattributed"]])


def mondays():
    span = window(as_day(published.earliest), as_day(published.latest))
    return last_weekdays(span, "Monday")


ANSWERS = {
    "8.1": nobody,
    "8.1a": lambda: int((claims["para"] == "P2").sum()),
    "8.1b": lambda: {
        item: claims.loc[id, "bound_type"].replace("_", " ")
        for item, id in BOUNDS.items()
    },
    "8.1c": mondays,
    "8.1d": lambda: {
        item: NAMING[claims.loc[id, "named"]] for item, id in NAMED.items()
    },
    "8.1e": lambda: bounds_of(pool, "C03") / bounds_of(pool, "C08"),
}

FACTS = {
    "24": lambda: f"{len(claims)}",
    "27": lambda: f"{vote.earliest.day}",
    "2024": lambda: claims.loc["C08", "date_fragment"],
    "1968": lambda: f"{row(load_reference_figures(), 'army-reports').as_of}",
}

# What the assignment asks for, minutes, and the days of the digest and of the vote.
HARMLESS = {"250", "150", "400", "90", "45", "16", "1", "2", "3", "4", "0", "100"}
HARMLESS |= {"2025", "5", "6", "7", "8"}

# Numbers that only the guide has.
GUIDE = {
    "2,400": lambda: f"{claims.loc['C13', 'value']:,.0f}",
    "2,401": lambda: f"{bounds_of(pool, 'C13').low:,.0f}",
    "2,000": lambda: f"{claims.loc['C14', 'value']:,.0f}",
    "1,999": lambda: f"{bounds_of(pool, 'C14').high:,.0f}",
}
