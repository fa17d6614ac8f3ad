"""From a figure back to its row, its page and an address."""

import pytest

from helpers.dictionary import TableError
from helpers.pages import address_of, page_of
from helpers.tables import load_sources, load_territory_claims
from helpers.trace import TABLES, trace


def words(id):
    table = trace(id).table
    return dict(zip(table["what"], table["in the table"], strict=True))


def test_a_figure_leads_to_its_page_and_its_address():
    row = words("T056")
    assert row["page"] == "RBC (Russia), 17 January 2025"
    assert row["address"].startswith("https://www.rbc.ru/")
    assert row["percent base"] == "the ground first taken, 1,268 km²"


def test_a_side_comes_with_its_interest_and_a_page_with_its_limits():
    row = words("T056")
    assert row["side"].startswith("RU: ") and "Interest" in row["side"]
    assert "Limits" in row["kind"]


def test_a_copy_and_an_undated_page_say_so():
    assert "copy" in words("T025")["page"]
    assert words("T034")["page"].endswith("(undated page)")


@pytest.mark.parametrize("id", load_territory_claims()["claim_id"])
def test_every_figure_about_ground_can_be_traced(id):
    assert words(id)["page"]


@pytest.mark.parametrize(
    ("id", "table"),
    [("M07", "mapped"), ("F004", "force"), ("E13", "event"), ("C21", "digest")],
)
def test_other_tables_can_be_traced_too(id, table):
    assert table in TABLES[id[0]]
    assert next(iter(words(id).values())) == id


@pytest.mark.parametrize("wrong", ["Q1", "", None, 37])
def test_an_id_of_no_table_is_told_how_ids_look(wrong):
    with pytest.raises(TableError, match="like T037"):
        trace(wrong)


def test_an_address_can_be_followed_and_other_text_is_no_link():
    html = trace("T056").as_html()
    assert html.count("<a href=") == 1 and 'rel="noopener"' in html


def test_a_page_without_an_address_has_none():
    sources = load_sources()
    bare = sources.loc[sources["url"].isna(), "source_id"]
    assert all(address_of(one) == "" for one in bare)


def test_a_specimen_is_marked_wherever_it_is_named():
    assert page_of("aviapro-jan10").endswith("(a specimen, not evidence)")


def test_an_id_in_a_small_letter_is_found():
    assert trace(" t014").table.equals(trace("T014").table)
