"""Lesson 06: every answer and every number in its prose, from the tables."""

from helpers.bounds import about
from helpers.changes import carry, codes_of, is_clean, moved_peak
from helpers.contradictions import contradictions
from helpers.relays import areas, family, pages
from helpers.tables import load_reference_figures, row
from helpers.territory import (
    area_lost,
    share_lost,
    square_kilometres,
    square_miles,
)

relays = family("R1")
seen = pages(relays)
origin, agency = row(relays, "R1-00"), row(relays, "R1-B0")
figures = load_reference_figures()
OBLAST = row(figures, "kursk-oblast-area").value
KM2_IN_MI2 = row(figures, "square-kilometre").value
MI2_IN_KM2 = row(figures, "square-mile").value

PEAK, NOW = origin.peak, origin.now
LOST = PEAK - NOW
TURNED = row(seen, "R1-57")
HOUSE = row(family("R5"), "R5-02").peak
DIGEST = row(family("R5"), "R5-05").peak


def codes(relay_id):
    """What a page did to the claim; a wrong date of the page itself is no change."""
    return [code for code in codes_of(row(seen, relay_id).codes) if code != "metadata"]


def only_code(relay_id):
    (code,) = codes(relay_id)
    return code


def the_only_one_among(ids):
    found = contradictions(seen[seen["relay_id"].isin(ids)])["page"]
    return found.item()


def there_and_back(area):
    """To square miles, rounded to the nearest ten, and back."""
    return round(area * KM2_IN_MI2, -1) * MI2_IN_KM2


FOUR = ["R1-01", "R1-09", "R1-16", "R1-43"]
FIVE = ["R1-02", "R1-43", "R1-18", "R1-57", "R1-20"]
ANSWERS = {
    "6.1": lambda: int((seen["peak"] == PEAK).sum()),
    "6.1b": lambda: int(is_clean(seen).sum()),
    "6.2": lambda: square_miles(PEAK).low,
    "6.3": lambda: round(square_kilometres(row(seen, "R1-08").peak).low, -2),
    "6.5": lambda: 100 * TURNED.now / TURNED.peak,
    "6.5a": lambda: the_only_one_among(FIVE),
    "6.7": lambda: area_lost(PEAK, about(NOW, nearest=100)),
    "6.9": lambda: {page: only_code(page) for page in FOUR},
    "6.9b": lambda: codes("R1-27"),
    "6.9c": lambda: codes("R1-57"),
    "6.11": lambda: 0.4 * OBLAST,
    "6.12": lambda: there_and_back(HOUSE),
}

FACTS = {
    "64": lambda: f"{len(seen)}",
    "1,376": lambda: f"{PEAK:,.0f}",
    "800": lambda: f"{NOW:.0f}",
    "40": lambda: f"{agency.percent:.0f}",
    "59,000": lambda: f"{agency.russian_troops:,}",
    "11,000": lambda: f"{agency.north_koreans:,}",
    "0.386102": lambda: f"{KM2_IN_MI2}",
    "308.9": lambda: f"{square_miles(NOW).low:.1f}",
    "309": lambda: f"{row(seen, 'R1-09').now:.0f}",
    "531": lambda: f"{row(seen, 'R1-09').peak:.0f}",
    "540": lambda: f"{row(seen, 'R1-08').peak:.0f}",
    "1,400": lambda: f"{TURNED.peak:,.0f}",
    "1,300": lambda: f"{row(seen, 'R1-43').peak:,.0f}",
    "41.9": lambda: f"{share_lost(PEAK, NOW).low:.1f}",
    "576": lambda: f"{LOST:.0f}",
    "15": lambda: f"{carry(seen, 'over dropped').sum()}",
    "12": lambda: f"{len(moved_peak(seen))}",
    "1,240": lambda: f"{DIGEST:,.0f}",
    "1,250": lambda: f"{HOUSE:,.0f}",
    "480": lambda: f"{round(HOUSE * KM2_IN_MI2, -1):.0f}",
}

# Minutes and ages, days and years of the claim, words of a relay, what R1-09 does to
# 200 to 300 metres a day, parts of the lesson; then the ids of pages.
HARMLESS = {
    "50",
    "45",
    "16",
    "100",
    "30",
    "22",
    "23",
    "2024",
    "200",
    "300",
    "656",
    "984",
}
HARMLESS |= {"1", "6"} | {id.removeprefix("R1-") for id in FOUR + FIVE}
HARMLESS |= {"08", "27", "44", "58"}

# Numbers that only the guide has.
GUIDE = {
    "52": lambda: f"{ANSWERS['6.1']()}",
    "51": lambda: f"{(areas(seen['peak'], seen['peak_unit']) == '1,376 km²').sum()}",
    "11": lambda: f"{ANSWERS['6.1b']()}",
    "750": lambda: f"{about(NOW, nearest=100).low:.0f}",
}
