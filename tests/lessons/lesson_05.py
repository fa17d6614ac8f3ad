"""Lesson 05: every answer and every number in its prose, from the tables."""

from helpers.bounds import about
from helpers.claims import held_against_mapped
from helpers.relays import family, pages
from helpers.tables import (
    load_digest_claims,
    load_force_claims,
    load_mapped_figures,
    load_territory_claims,
    row,
)
from helpers.territory import (
    area_lost,
    base_beyond,
    held_below,
    hidden_base,
    share_kept,
    share_lost,
)

claims, ground, force = (
    load_digest_claims(),
    load_territory_claims(),
    load_force_claims(),
)
maps = load_mapped_figures()
specimens = load_territory_claims(subject=True)  # for the one that is not used
AUGUST, NOVEMBER = (row(claims, id).number for id in ("C19", "C21"))
PEAK, LEFT = row(ground, "T038").value, row(ground, "T037").value
TAKEN, BACK = row(ground, "T055").value, row(ground, "T056")
OVER = row(ground, "T037").percent
PAIRS = held_against_mapped(maps, ground).set_index("id")
ITEMS_5_4C = {
    "M01": "12 August 2024: 800 + 230 on the map, 1,000 from Kyiv",
    "M04": "no day: 900 + 330 on the map at most, 1,294 from Kyiv",
    "M07": "22 November 2024: 560 + 200 on the map, 800 from Kyiv",
    "M14": "22 June 2025: 5.5 on the map, 90 from Kyiv",
}
HANDS = {
    "control": "ground that Ukraine still holds",
    "retaken": "ground that Russia has retaken",
}
FIVE = {
    "F001": "17 December: several hundred (a US official)",
    "F004": "23 December: more than 3,000 (Kyiv)",
    "F005": "27 December: a thousand in one week (the White House)",
    "F008": "6 January: at least 1,000, no period (the digest on Blinken)",
    "F011b": "13 January: 300 killed and 2,700 wounded (Seoul)",
}


def value(table, id):
    return row(table, id).value


def safe_roundings():
    """Under which of the three roundings over 40 % is lost at the worst end."""
    limit = held_below(PEAK, OVER).low
    return [
        f"nearest {step}"
        for step in (10, 50, 100)
        if about(LEFT, nearest=step).high < limit
    ]


def whose_hands():
    """What the rows behind the four mirror numbers measure."""
    behind = {
        "about 800 km² (the digest, November)": "T037",
        "64.5 % (800 of 1,240, the digest's pair)": "T037",
        "801 km² (Moscow, 17 January)": "T056",
        "about 64 % (Moscow, 20 February)": "T062",
    }
    return {item: HANDS[row(ground, id).measure] for item, id in behind.items()}


def near_or_far():
    words = {True: "less than a tenth apart", False: "more than a tenth apart"}
    apart = PAIRS["apart, %"].abs()
    return {item: words[bool(apart[id] < 10)] for id, item in ITEMS_5_4C.items()}


def comparable():
    """Those with a number, one unit or its two parts, since they were deployed."""
    rows = [row(force, id) for id in FIVE]
    kept = [one for one in rows if one.period == "since they were deployed"]
    return [FIVE[one.claim_id] for one in kept if one.value == one.value]


ANSWERS = {
    "5.1": lambda: share_lost(PEAK, LEFT).low,
    "5.2": lambda: base_beyond(LEFT, OVER).low,
    "5.2b": safe_roundings,
    "5.3": lambda: hidden_base(BACK.value, BACK.percent).low,
    "5.4": whose_hands,
    "5.4b": lambda: area_lost(TAKEN, BACK.value).low,
    "5.4c": near_or_far,
    "5.6": comparable,
}

KYIV = {"20 August": value(ground, "T013"), "27 August": value(ground, "T014")}

FACTS = {
    "1,240": lambda: f"{AUGUST:,.0f}",
    "800": lambda: f"{NOVEMBER:.0f}" if NOVEMBER == LEFT else "they differ",
    "1,376": lambda: f"{PEAK:,.0f}",
    "40": lambda: f"{OVER:.0f}",
    "440": lambda: f"{AUGUST - NOVEMBER:.0f}",
    "35.5": lambda: f"{share_lost(AUGUST, NOVEMBER).low:.1f}",
    "35.48": lambda: f"{share_lost(AUGUST, NOVEMBER).low:.2f}",
    "801": lambda: f"{BACK.value:.0f}",
    "63.2": lambda: f"{BACK.percent:.1f}",
    "64": lambda: (
        "64"
        if row(ground, "T062").percent == int(share_kept(AUGUST, NOVEMBER).low)
        and len(pages(family("R1"))) == 64
        else "one of the three is another"
    ),
    "1,268": lambda: f"{TAKEN:,.0f}",
    "1,263": lambda: f"{KYIV['20 August']:,.0f}",
    "1,294": lambda: f"{KYIV['27 August']:,.0f}",
    "2.0": lambda: f"{(1 - TAKEN / KYIV['27 August']) * 100:.1f}",
    "90": lambda: f"{value(ground, 'T080'):.0f}",
    "436": lambda: f"{value(specimens, 'T050'):.0f}",
    "420": lambda: f"{value(ground, 'T054'):.0f}",
}

# Days, minutes, parts and exercises; the tenth within which the first areas agree.
HARMLESS = {"2", "5", "10", "11", "16", "17", "20", "22", "23", "27", "45", "60"}
HARMLESS |= {"3", "2024", "2025"}

# Numbers that only the guide has.
GUIDE = {"1,600": lambda: f"{LEFT / 0.5:,.0f}"}
