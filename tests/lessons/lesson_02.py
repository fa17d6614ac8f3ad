"""Lesson 02: every answer and every number in its prose, from the tables."""

from helpers.bounds import about
from helpers.days import days_between, month
from helpers.tables import (
    load_digest_claims,
    load_reference_figures,
    load_territory_claims,
    row,
)
from helpers.territory import (
    by_rounding,
    growth_needed,
    loss_per_day,
    per_day,
    share_kept,
    share_lost,
    share_of_oblast,
    square_miles,
    square_side,
)

claims, outside = load_digest_claims(), load_territory_claims()
figures = load_reference_figures()
AUGUST, NOVEMBER = (row(claims, id).number for id in ("C19", "C21"))
OBLAST = row(figures, "kursk-oblast-area").value
SINCE, LAST = "2024-08-31", month(2024, 11)
WIDER = share_lost(about(AUGUST, nearest=10), about(NOVEMBER, nearest=100))
COARSE = loss_per_day(AUGUST, about(NOVEMBER, nearest=100), SINCE, LAST)

ANSWERS = {
    "2.1": lambda: share_lost(AUGUST, NOVEMBER).low,
    "2.2": lambda: share_kept(AUGUST, NOVEMBER).low,
    "2.3": lambda: growth_needed(NOVEMBER, AUGUST).low,
    "2.4": lambda: share_lost(AUGUST, about(NOVEMBER, nearest=100)),
    "2.6": lambda: loss_per_day(AUGUST, NOVEMBER, SINCE, LAST),
    "2.7": lambda: per_day(AUGUST, days_between("2024-08-06", SINCE)).low,
    "2.8": lambda: share_of_oblast(AUGUST, OBLAST).low,
    "2.9": lambda: square_miles(AUGUST).low,
    "2.10": lambda: square_side(AUGUST).low,
}

ten, _, hundred = by_rounding(AUGUST, NOVEMBER).itertuples()
known_day = row(outside, "T037").claim_date

FACTS = {
    "1,240": lambda: f"{AUGUST:,.0f}",
    "800": lambda: f"{NOVEMBER:,.0f}",
    "795": lambda: f"{ten.held_low:,.0f}",
    "805": lambda: f"{ten.held_high:,.0f}",
    "31.17": lambda: f"{WIDER.low:.2f}",
    "39.76": lambda: f"{WIDER.high:.2f}",
    "7.90": lambda: f"{COARSE.high:.2f}",
    "4.29": lambda: f"{COARSE.low:.2f}",
    "5.24": lambda: f"{loss_per_day(AUGUST, NOVEMBER, SINCE, known_day).low:.2f}",
    "0.3861": lambda: f"{square_miles(1).low:.4f}",
    "35": lambda: f"{share_lost(AUGUST, NOVEMBER).low:.0f}",
}

# Numbers of the worked example, of ways of rounding, of days that the cells compute.
HARMLESS = {"500", "350", "150", "30", "70", "100", "10", "50", "31", "6", "12", "23"}
HARMLESS |= {"1", "7", "2024", "2025", "60", "45", "16"}

# Numbers that only the guide has.
GUIDE = {
    "440": lambda: f"{AUGUST - NOVEMBER:.0f}",
    "1.5": lambda: f"{share_of_oblast(AUGUST - NOVEMBER, OBLAST).low:.1f}",
    "33": lambda: f"{100 / 3:.0f}",
    "75": lambda: f"{row(claims, 'C16').number / NOVEMBER:.0f}",
}
