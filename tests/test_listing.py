"""Tables on screen: caption, header cells, numbers as people write them."""

from datetime import date
from html.parser import HTMLParser

import pandas as pd

from helpers.listing import listing

TABLE = pd.DataFrame(
    {
        "who": ["a <script>", None],
        "km²": [1240.0, 800.0],
        "share": [35.483, float("nan")],
        "day": [date(2024, 8, 31), pd.NaT],
        "known": [True, False],
    }
)


class Cells(HTMLParser):
    """Counts tags, and refuses a tag that was not closed."""

    def __init__(self, page):
        super().__init__()
        self.found, self.open = [], []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_header_cells_carry_their_scope_and_the_table_its_caption():
    cells = Cells(listing(TABLE, "Two figures").as_html()).found
    scopes = [attributes["scope"] for tag, attributes in cells if tag == "th"]
    assert scopes == ["col"] * 5 + ["row"] * 2
    assert [tag for tag, _ in cells].count("caption") == 1


def test_text_in_a_cell_is_never_markup():
    assert "<script>" not in listing(TABLE, "<b>").as_html()
    assert "&lt;b&gt;" in listing(TABLE, "<b>").as_html()


def test_numbers_days_and_missing_values_are_written_out():
    text = listing(TABLE, "Two figures").as_text()
    assert "1,240" in text and "35.48" in text and "31 August 2024" in text
    assert "nan" not in text.lower() and "NaT" not in text


def test_a_notebook_gets_words_and_markup():
    bundle = listing(TABLE, "Two figures")._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
