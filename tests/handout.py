"""A handout read as a browser would read it, for the tests of the handouts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "img", "br", "hr", "input", "link", "wbr", "col"}


class Element:
    """One element: its tag, its attributes, its place, the words directly in it."""

    def __init__(self, tag: str, attributes: dict[str, str | None], parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.parts: list[Element | str] = []

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def text(self) -> str:
        return "".join(p if isinstance(p, str) else p.text() for p in self.parts)

    def all(self, *tags: str) -> list[Element]:
        """Every element below this one, in order; of these tags if any are named."""
        found = []
        for part in self.parts:
            if isinstance(part, Element):
                found += [part] if not tags or part.tag in tags else []
                found += part.all(*tags)
        return found

    def has(self, name: str) -> bool:
        return name in self.get("class").split()

    def visible_text(self) -> str:
        """The words that show without a click: not those in closed details."""
        if self.tag in ("style", "script", "head"):
            return ""
        if self.tag == "details" and "open" not in self.attributes:
            return "".join(s.text() for s in self.parts if _is_summary(s))
        return "".join(
            p if isinstance(p, str) else p.visible_text() for p in self.parts
        )


def _is_summary(part: Element | str) -> bool:
    return isinstance(part, Element) and part.tag == "summary"


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.here = self.root = Element("document", {}, None)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), self.here)
        self.here.parts.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert tag == self.here.tag, f"</{tag}> closes <{self.here.tag}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.parts.append(data)


def read(path: Path) -> Element:
    """The page as a tree; AssertionError where an element is not closed."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    assert reader.here is reader.root
    return reader.root


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
