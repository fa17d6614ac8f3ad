"""From the bytes of a file to the JSON in it; if there is none, the reason why."""

from __future__ import annotations

import json
import re

from helpers.export import FORMAT

MOST_BYTES = 1_000_000
AGAIN = "Ask for a new file."


class NotSound(ValueError):
    """Why a file is left out, as a sentence."""


def text_of(raw: bytes) -> str:
    """The text in these bytes: UTF-8 with or without a mark, or UTF-16."""
    if len(raw) > MOST_BYTES:
        raise NotSound("The file is far too large to be an export.")
    if raw.startswith(b"PK\x03\x04"):
        raise NotSound("This is a packed folder: unpack it first.")
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotSound(f"The file is damaged: it is no text. {AGAIN}") from None
    if not text.strip():
        raise NotSound(f"The file is empty. {AGAIN}")
    if "\x00" in text:
        raise NotSound(f"The file is damaged: it is no text. {AGAIN}")
    return text


def json_of(text: str) -> dict:
    """The JSON object in a text; NotSound where there is none."""
    try:
        whole = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise NotSound("This is not a file that the course wrote.") from None
    except ValueError as error:
        raise NotSound(_why_no_json(text, error)) from None
    if not isinstance(whole, dict):
        raise NotSound("This is JSON of another program.")
    return whole


def _no_number(name: str) -> None:
    raise ValueError(name)


def _why_no_json(text: str, error: ValueError) -> str:
    first = text.lstrip()[:200]
    if re.match(r'\{"exercise": .*"kind":', first):
        return "This is the record itself, not an export; ask for record.export()."
    if not first.startswith("{"):
        return "This is not a file that the course wrote."
    at_end = getattr(error, "pos", 0) >= len(text.rstrip()) - 1
    if FORMAT in first and (at_end or "Unterminated" in str(error)):
        return f"The file breaks off: only a part of it arrived. {AGAIN}"
    return f"The file is damaged: it cannot be read as JSON. {AGAIN}"
