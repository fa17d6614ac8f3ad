"""Pages that contradict themselves by their own numbers, found by arithmetic.

Two tests. The share that the two areas on a page give must be one that its wording
allows; and several wordings on one page must leave a number that all of them allow.
A number is taken as rounded to its last digit that is not zero, so 800 may be 750 to
850. That is generous: what is found here cannot be a matter of rounding.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pandas as pd

from helpers.bounds import Bounds, about, less_than, more_than
from helpers.relays import BETWEEN, starred

BELOW, ABOVE = ("nearly", "almost"), ("over", "more than")
NO_NUMBERS = "cannot be checked"


def as_rounded(number: float) -> Bounds:
    """What a printed number can stand for if its zeros at the end are rounding.

    >>> as_rounded(800), as_rounded(1376)
    ([750, 850], [1,375.5, 1,376.5])
    """
    exponent = Decimal(str(number)).normalize().as_tuple().exponent
    return about(number, nearest=10.0**exponent)


def allowed_by(wording: str, otherwise: float) -> Bounds:
    """The shares in percent that one wording allows; `otherwise` where it has no digit.

    >>> allowed_by("over 40", 40), allowed_by("about 40 (headline)", 40)
    ((40, unbounded), [35, 45])
    """
    digits = re.search(r"\d+(\.\d+)?", wording)
    number = float(digits[0]) if digits else otherwise
    if any(word in wording for word in BELOW):
        return less_than(number)
    if any(word in wording for word in ABOVE):
        return more_than(number)
    return as_rounded(number)


def share_by_areas(page: pd.Series) -> Bounds | None:
    """Percent lost (or retaken) by the page's own two areas; None without two."""
    if pd.isna(page["now"]) or (pd.isna(page["peak"]) and pd.isna(page["left"])):
        return None
    part = as_rounded(page["now"])
    if not pd.isna(page["left"]):
        rest = as_rounded(page["left"])
        low, high = rest.high / part.low, rest.low / part.high
        return Bounds(100 / (1 + low), 100 / (1 + high))
    share = part / as_rounded(page["peak"]) * 100
    return 100 - share if page["now_is"] == "held" else share


def contradictions(pages: pd.DataFrame) -> pd.DataFrame:
    """The pages that contradict themselves: what they print, what does not go with it.

    Only pages with a percentage can be tested; all the others are left out.
    """
    marked = pages.assign(outlet=starred(pages))
    found = [(page, _verdict(page)) for _, page in marked.iterrows()]
    rows = [
        (page["relay_id"], page["outlet"], page["percent_printed"], verdict)
        for page, verdict in found
        if verdict not in ("", NO_NUMBERS)
    ]
    columns = ["page", "outlet", "percent as printed", "what does not go with it"]
    return pd.DataFrame(rows, columns=columns)


def can_be_tested(pages: pd.DataFrame) -> int:
    """How many pages print enough to be tested: a percentage, and two areas."""
    verdicts = [_verdict(page) for _, page in pages.iterrows()]
    return sum(verdict != NO_NUMBERS for verdict in verdicts)


def _verdict(page: pd.Series) -> str:
    """Why the page contradicts itself; "" where it does not."""
    if pd.isna(page["percent"]):
        return NO_NUMBERS
    wordings = str(page["percent_printed"]).split(BETWEEN)
    allowed = {one: allowed_by(one, page["percent"]) for one in wordings}
    for first in allowed:
        for second in allowed:
            if not _meet(allowed[first], allowed[second]):
                return f"“{first}” and “{second}” exclude each other"
    share = share_by_areas(page)
    if share is None:
        return NO_NUMBERS
    away = [one for one, range_ in allowed.items() if not _meet(share, range_)]
    return f"its own areas give {share.words('%', 1)}" if away else ""


def _meet(one: Bounds, other: Bounds) -> bool:
    """Is there a number that both ranges hold?"""
    low, high = max(one.low, other.low), min(one.high, other.high)
    return low < high or (low == high and low in one and low in other)
