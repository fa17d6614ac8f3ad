"""The sentences that answer a wrong number, or what cannot be read at all.

Each is one or two plain sentences, names no answer, and ends in something to do.
"""

from __future__ import annotations

from helpers.entries import EntryError
from helpers.exercises.key import Exercise

NOT_TRIED = ("nothing", "unsure")

# In the order in which the rules are tried: the special before the general.
RULES = {
    "is_given": (
        "That figure stands in the question itself. What has to be done with it to get"
        " what is asked?"
    ),
    "sign": (
        "The minus sign is one too many: the question already says which way things "
        "went. Write the amount without it."
    ),
    "fraction": (
        "That is the share as a fraction of 1. Now turn it into a percentage."
    ),
    "complement": (
        "That is the other part of the whole. Which of the two parts does the question"
        " ask for?"
    ),
    "difference": (
        "That is the difference between the two figures, not yet the answer. The "
        "question asks for {write}: what is the next step?"
    ),
    "turned_over": (
        "You divided the wrong way round. Say which figure is the whole, and divide by"
        " that one."
    ),
    "base": (
        "You took another base than the question means. Which figure counts as 100 % "
        "here? Divide by that one."
    ),
    "linear_factor": (
        "That factor is for lengths. An area has two sides to convert: look for the "
        "factor for areas."
    ),
    "area_factor": (
        "That factor is for areas, and the question asks for a length. Look for the "
        "factor for lengths."
    ),
    "factor_turned": (
        "You used the factor the wrong way round. A square mile is larger than a "
        "square kilometre: do you need more of them, or fewer?"
    ),
    "side_for_area": (
        "That is how much the side of a square changes. The question asks about its "
        "area: compare the areas."
    ),
    "area_for_side": (
        "That is how much the area changes. The question asks about the side: compare "
        "the sides."
    ),
    "no_root": (
        "Halving or squaring does not lead back to the side. Which number, times "
        "itself, gives the area?"
    ),
    "all_sides": "That is all four sides together. How long is one of them?",
    "off_by_one": (
        "You are one off. Count on your fingers: are the first and the last one to be "
        "counted, or only the steps between them?"
    ),
    "part_of_a_whole": (
        "Only a whole number can be right here. Count again, one by one."
    ),
    "decimal_slip": (
        "Check the decimal point. Estimate first, without a calculator: about how "
        "large must it be?"
    ),
    "below_nothing": (
        "It cannot be less than nothing. Which figure has to come first in your "
        "subtraction?"
    ),
    "above_everything": (
        "More than 100 % would be more than all there was. Which figure is the whole? "
        "Divide by that one."
    ),
    "digits_changed_places": (
        "Two digits may have changed places. Copy it again from your working."
    ),
    "rounded_too_far": "Rounded too far. Go back to your working and write {write}.",
    "close": (
        "Close, but not it. Keep every decimal until the last step, and check the "
        "figures you took from the text."
    ),
}

LAST_WORDS = {
    "%": (
        "Not this number. Say which figure is the whole, the 100 %, and which is the "
        "part; then divide the part by the whole."
    ),
    "per day": (
        "Not this number. Write down how much changed and in how many days, then "
        "divide the one by the other."
    ),
}

OTHERWISE = (
    "Not this number. Write down your working step by step, and check each figure "
    "against the question."
)

UNREAD = {
    "nothing": "Nothing is written there yet. Write {write}.",
    "unsure": (
        "Not knowing is a fair place to start. Take a hint: it points to the first "
        "step."
    ),
    "words": "That cannot be read as an answer. Write {write}.",
    "denied": "That says what it is not. Write {write}.",
    "yes or no": "True or False cannot answer this. Write {write}.",
    "not a number": (
        "NaN means that a calculation had nothing to work with. Look at the step "
        "before, then write {write}."
    ),
    "infinite": (
        "That is too large to be an area, a share or a number of days. Check the last "
        "step: did you divide by something near zero?"
    ),
    "date": "That is a date. The question asks for something else: write {write}.",
    "no such day": "The calendar has no such day. Check the day and the month.",
    "table": (
        "That holds a whole table or a list of names. Pick out what is asked and write"
        " {write}."
    ),
    "function": (
        "That is the tool itself, not what it gives. Call it with its figures in round"
        " brackets, and hand over the result."
    ),
    "set": "Curly brackets keep no order. Use round ones: (lowest, highest).",
    "too long": "That is a long text. Write the answer alone: {write}.",
    "other": "That cannot be read as an answer. Write {write}.",
    "sum": (
        "That sum has no result as it stands. Work it out in steps and write {write}."
    ),
}

DECIMALS = (
    "That reads as two separate numbers. Write decimals with a point, such as 12.5, "
    "and without brackets."
)

RANGE_FOR_NUMBER = (
    "That is a range, and the question asks for one number. Take the figures as they "
    "are printed and write {write}."
)

UNDECIDED = "There is more than one number in that. Decide for one and write {write}."
TOO_MANY = "That can be read in more than one way. Write {write}, and nothing else."

OPEN_END = (
    "That leaves one end open. Write {write}, without words such as more than or at "
    "least; in code, take .low or .high."
)

WHICH_NUMBER = (
    "That can be read in two ways: {first} or {second}. Write thousands without a "
    "comma and decimals with a point."
)

OTHER_UNIT = (
    "You wrote {typed}, and the question asks for {asked}. What does your number "
    "count? Convert it, or change the unit."
)

NOTHING_CHOSEN = "Nothing is chosen yet. Choose {write}."
KEPT = "Your answer is kept. It is looked at again at the end of the course."
COMPARE = (
    "Now compare it with the three sample answers, or read it to your partner: the "
    "reasons beside the samples say what to look for."
)


def unread(error: EntryError, exercise: Exercise) -> tuple[str, str]:
    """State and reply for an entry that could not be read."""
    state = "not tried yet" if error.kind in NOT_TRIED else "not yet"
    if error.kind == "nothing" and exercise.options:
        return state, say(NOTHING_CHOSEN, exercise)
    return state, say(UNREAD.get(error.kind, UNREAD["other"]), exercise)


def say(reply: str, exercise: Exercise, **more: str) -> str:
    """A reply with the exercise's own words filled in."""
    return reply.format(write=exercise.how_to_write, **more)
