"""The tables against their dictionary, against each other and against digest.md."""

import re
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest

from helpers import dictionary as words
from helpers import tables
from helpers.tables import data_folder, load_table, row

DATA = data_folder()
PACKAGE = words.package()
TABLES = {table["name"]: table for table in PACKAGE["resources"]}
FIELDS = [(name, field) for name in TABLES for field in words.fields_of(name).values()]
FIELD_IDS = [f"{name}.{field['name']}" for name, field in FIELDS]
CITING = ["source_id", "second_source_id", "dispute_source_id"]
CHECKED_AT_LOAD = {"required", "unique", "enum", "minimum", "maximum", "pattern"}
QUOTED = re.compile(r'"([^"]+)"')


@pytest.fixture(scope="module", params=TABLES)
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def table(name) -> pd.DataFrame:
    return load_table(name, subject=True)


def paragraphs() -> dict[str, str]:
    """The paragraphs of the retelling by their number, H for the headline."""
    text = (DATA / "digest.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\*\*(H|P\d|Subheading)\*\* (.+)$", text, re.MULTILINE))


def quoted(paragraph: str) -> list[str]:
    return QUOTED.findall(paragraphs()[paragraph])


def stands_in(fragment: str, paragraph: str) -> bool:
    """Whether a fragment stands in quotation marks, as whole words."""
    pattern = rf"(?<!\w){re.escape(fragment)}(?!\w)"
    return any(re.search(pattern, span) for span in quoted(paragraph))


# the dictionary


def test_frictionless_finds_the_package_valid(monkeypatch):
    import frictionless  # two seconds, and only this test needs it

    monkeypatch.chdir(DATA)
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_every_file_of_the_folder_is_described_and_every_description_has_a_file():
    described = {entry["path"] for entry in PACKAGE["resources"]}
    assert described == {path.name for path in DATA.glob("*.csv")}


def test_the_columns_of_a_file_are_the_fields_of_the_dictionary_in_order(name):
    first = (DATA / TABLES[name]["path"]).read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.split(",") == list(words.fields_of(name))


def test_a_table_has_one_key_which_is_its_first_column(name):
    schema = TABLES[name]["schema"]
    first = schema["fields"][0]
    assert schema["primaryKey"] == first["name"]
    assert (
        first["constraints"] | {"required": True, "unique": True}
        == (first["constraints"])
    )


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=FIELD_IDS)
def test_a_field_is_described_in_a_sentence(name, field):
    assert field["title"]
    assert field["description"].endswith(".")
    assert field["type"] in {"string", "integer", "number", "boolean", "date"}


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=FIELD_IDS)
def test_every_permitted_value_has_a_meaning_and_nothing_else_has(name, field):
    permitted = field.get("constraints", {}).get("enum", [])
    permitted = ["true", "false"] if field["type"] == "boolean" else permitted
    assert list(field.get("meanings", {})) == list(permitted)
    assert all(text.endswith(".") for text in field.get("meanings", {}).values())


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=FIELD_IDS)
def test_loading_knows_every_rule_of_the_dictionary(name, field):
    rules = field.get("constraints", {})
    assert set(rules) <= CHECKED_AT_LOAD
    if "pattern" in rules and not rules["pattern"].startswith("https"):
        assert re.fullmatch(rules["pattern"], field["example"])


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=FIELD_IDS)
def test_a_number_has_a_unit_or_a_column_that_names_it(name, field):
    beside = {"unit", "counts", "unit_printed"} & set(words.fields_of(name))
    if field["type"] == "number":
        assert "unit" in field or beside


def test_the_package_names_its_licence_and_its_sources():
    assert [entry["name"] for entry in PACKAGE["licenses"]] == ["CC-BY-4.0"]
    assert (
        PACKAGE["sources"][0]["path"]
        == row(tables.load_sources(), "dailywrap-digest")["url"]
    )


def test_the_readme_is_what_the_dictionary_makes():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert text == words.readme(), "write it anew: python -m helpers.dictionary"


# all tables


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("digest_claims", 24),
        ("digest_key", 24),
        ("time_expressions", 15),
        ("forecasts", 4),
        ("grades", 12),
    ],
)
def test_a_table_has_the_rows_that_the_lessons_count_on(name, rows):
    assert len(load_table(name)) == rows


def test_no_cell_begins_or_ends_with_a_space(table):
    for column in table.select_dtypes("str"):
        cells = table[column].dropna()
        assert (cells == cells.str.strip()).all(), column


def test_files_are_utf8_without_a_mark_and_end_with_a_line(name):
    raw = (DATA / TABLES[name]["path"]).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    raw.decode("utf-8")


def test_lower_ends_do_not_lie_above_upper_ends(table):
    pairs = [
        ("low", "high"),
        ("km2_low", "km2_high"),
        ("percent_low", "percent_high"),
        ("earliest", "latest"),
        ("earliest_outside", "latest_outside"),
        ("date", "date_end"),
    ]
    for low, high in pairs:
        if high in table:
            both = table[[low, high]].dropna()
            assert (both[low] <= both[high]).all(), (low, high)


def test_an_end_that_exists_says_whether_it_is_included_and_no_other_does(table):
    for end in ("low", "high", "percent_low", "percent_high"):
        included = f"{end}_included"
        if included in table and end in table:
            assert (table[end].notna() == table[included].notna()).all(), end


@pytest.mark.parametrize("name", ["territory_claims", "force_claims"])
def test_a_hedge_leaves_open_the_end_that_it_does_not_set(name):
    table = load_table(name, subject=True)
    above = table["hedge"].isin(["more than", "at least"])
    below = table["hedge"].isin(["less than", "at most"])
    assert table.loc[above, "high"].isna().all()
    assert table.loc[below, "low"].isna().all()
    assert table.loc[~above & ~below, ["low", "high"]].notna().all(axis=None)


@pytest.mark.parametrize("name", ["territory_claims", "force_claims"])
def test_about_is_read_by_the_step_that_the_row_names(name):
    table = load_table(name, subject=True)
    about = table["hedge"] == "about"
    assert (about == table["about_nearest"].notna()).all()
    half = table.loc[about, "about_nearest"] / 2
    assert (table.loc[about, "low"] == table.loc[about, "value"] - half).all()
    assert (table.loc[about, "high"] == table.loc[about, "value"] + half).all()


def test_a_bare_number_licenses_itself_alone():
    for name in ("territory_claims", "force_claims"):
        bare = load_table(name, subject=True).query("hedge == 'none'")
        assert (bare["low"] == bare["value"]).all()
        assert (bare["high"] == bare["value"]).all()


def test_square_kilometres_follow_from_the_unit_printed():
    table = tables.load_territory_claims(subject=True)
    mile = row(tables.load_reference_figures(), "square-mile")["value"]
    factor = table["unit_printed"].map({"km2": 1, "mi2": mile})
    for end in ("low", "high"):
        error = (table[end] * factor - table[f"km2_{end}"]).abs().fillna(0)
        assert (error < 0.001).all()
        assert (table[end].isna() == table[f"km2_{end}"].isna()).all()


def test_a_percentage_names_its_base():
    table = tables.load_territory_claims(subject=True)
    for column in ("percent", "percent_base"):
        assert (table[column].notna() == table["percent_printed"].notna()).all()


def test_people_are_counted_in_whole_numbers():
    table = tables.load_force_claims(subject=True)
    for column in ("value", "low", "high"):
        numbers = table[column].dropna()
        assert (numbers == numbers.round()).all()
    more = table["hedge"] == "more than"
    assert (table.loc[more, "low"] == table.loc[more, "value"] + 1).all()


# sources


def cited() -> list[str]:
    columns = [
        load_table(name, subject=True)[column].dropna().tolist()
        for name in TABLES
        for column in CITING
        if name != "sources" and column in words.fields_of(name)
    ]
    return list(chain.from_iterable(columns))


def test_every_source_that_a_row_cites_is_there():
    assert set(cited()) <= set(tables.load_sources()["source_id"])


def test_every_source_is_cited_or_is_the_digest_itself():
    sources = set(tables.load_sources()["source_id"])
    assert sources - set(cited()) <= {"dailywrap-digest"}


def test_no_row_of_a_lesson_rests_on_a_subject():
    sources = tables.load_sources()
    subjects = set(sources.loc[sources["standing"] == "subject", "source_id"])
    assert not subjects & set(cited())


def test_evidence_has_a_date_and_says_how_it_is_known():
    sources = tables.load_sources()
    evidence = sources[sources["standing"] == "evidence"]
    assert evidence["date"].notna().all()
    assert (evidence["date_basis"] != "none").all()
    assert (sources["date"].isna() == (sources["date_basis"] == "none")).all()


def test_a_copy_says_so():
    sources = tables.load_sources()
    copies = sources[sources["standing"] == "copy"]
    marked = copies["note"].fillna("").str.contains(r"copy|[Uu]ndated")
    assert marked.all()


def test_addresses_stand_once_and_lead_to_the_publisher():
    urls = tables.load_sources()["url"].dropna()
    assert urls.is_unique
    assert not urls.str.contains(r"\.com\./|:\d|wikizero|movatter|utm_").any()


# the digest and its coding


def test_the_retelling_has_a_headline_and_nine_paragraphs():
    assert list(paragraphs()) == [
        "H",
        *[f"P{n}" for n in range(1, 7)],
        "Subheading",
        *[f"P{n}" for n in range(7, 10)],
    ]


def test_the_retelling_links_to_the_page():
    url = row(tables.load_sources(), "dailywrap-digest")["url"]
    assert f"]({url})" in (DATA / "digest.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("paragraph", paragraphs())
def test_what_the_retelling_quotes_is_at_most_six_words_long(paragraph):
    assert quoted(paragraph)
    assert [s for s in quoted(paragraph) if len(s.split()) > 6] == []
    assert paragraphs()[paragraph].count('"') == 2 * len(quoted(paragraph))


@pytest.mark.parametrize("name", ["digest_claims", "time_expressions", "wordings"])
def test_a_fragment_stands_in_its_paragraph_in_quotation_marks(name):
    table = load_table(name)
    for fragment, paragraph in zip(table["fragment"], table["paragraph"], strict=True):
        assert len(fragment.split()) <= 6, fragment
        assert stands_in(fragment, paragraph), (paragraph, fragment)


def test_what_a_claim_prints_stands_in_its_paragraph_too():
    table = tables.load_digest_claims().dropna(subset="printed")
    for printed, paragraph in zip(table["printed"], table["paragraph"], strict=True):
        assert stands_in(printed, paragraph), printed


def test_time_and_cue_of_a_claim_stand_in_its_paragraph():
    where = tables.load_digest_claims().set_index("claim_id")["paragraph"]
    key = tables.load_digest_key().set_index("claim_id")
    for column in ("date_fragment", "cue"):
        for claim, fragment in key[column].dropna().items():
            assert stands_in(fragment, where[claim]), (claim, fragment)


def test_the_key_codes_the_same_claims_in_the_same_order():
    claims, key = tables.load_digest_claims(), tables.load_digest_key()
    assert claims["claim_id"].tolist() == key["claim_id"].tolist()
    pd.testing.assert_series_equal(claims["number"], key["number"])


def test_the_claims_have_no_column_of_the_key_but_id_and_number():
    shared = set(tables.load_digest_claims()) & set(tables.load_digest_key())
    assert shared == {"claim_id", "number"}


def test_speakers_are_counted_as_the_lesson_counts_them():
    key = tables.load_digest_key()
    assert Counter(key["named"]) == {
        "named_person": 1,
        "named_institution": 7,
        "anonymous": 6,
        "unattributed": 10,
    }
    assert (key["side"] == "Russia").sum() == 0
    assert (key["hand"] == "first").sum() == 2
    assert (key["modality"] == "reported_fact").sum() == 13


def test_a_chain_ends_in_the_text_in_hand_and_has_as_many_links_as_it_says():
    key = tables.load_digest_key()
    links = key["chain"].str.split(" -> ")
    assert (links.str[-1] == "this digest").all()
    assert (links.str.len() == key["speakers"]).all()
    assert links[15][0] == "Kyiv"
    assert key["speakers"][15] == 4


def test_the_claims_to_accept_are_those_of_the_lesson():
    key = tables.load_digest_key()
    accepted = key[key["accept"]]
    assert accepted["claim_id"].tolist() == ["C04", "C07", "C17", "C20"]
    best = accepted["credibility_outside"].fillna(accepted["credibility_from"])
    assert (best == "1").all()


@pytest.mark.parametrize(
    ("claim", "source", "item"),
    [
        ("C04", "F-F", "1-1"),
        ("C07", "F-F", "6-6"),
        ("C16", "C-D", "3-3"),
        ("C21", "C-C", "2-2"),
        ("C22", "C-C", "2-3"),
        ("C24", "B-B", "2-3"),
    ],
)
def test_the_key_ranges_are_those_of_exercise_3_5(claim, source, item):
    key = row(tables.load_digest_key(), claim)
    assert f"{key['reliability_from']}-{key['reliability_to']}" == source
    assert f"{key['credibility_from']}-{key['credibility_to']}" == item


def test_a_range_of_grades_runs_from_better_to_worse():
    key = tables.load_digest_key()
    assert (key["reliability_from"] <= key["reliability_to"]).all()
    assert (key["credibility_from"] <= key["credibility_to"]).all()


def test_claims_depend_on_claims_that_exist():
    key = tables.load_digest_key()
    needed = key["depends_on"].dropna().str.split().explode()
    assert set(needed) <= set(key["claim_id"])


def test_bounds_of_the_key_follow_from_their_kind():
    key = tables.load_digest_key()
    assert (key["low"].isna() == (key["bound_type"] == "none")).all()
    open_above = key["bound_type"].isin(["at_least", "more_than"])
    assert key.loc[open_above, "high"].isna().all()
    assert row(key, "C22")["low"] == 10_001
    assert row(key, "C24")["low"] == 1_000


# time


def test_time_expressions_are_three_absolute_eight_deictic_and_four_vague():
    table = tables.load_time_expressions()
    assert Counter(table["kind"]) == {"absolute": 3, "deictic": 8, "vague": 4}
    assert table.loc[table["complete"], "fragment"].tolist() == ["August 6, 2024"]


@pytest.mark.parametrize(("time", "weekday"), [("TE14", 1), ("TE15", 0)])
def test_candidates_are_the_seven_such_weekdays_of_the_usual_window(time, weekday):
    entry = row(tables.load_time_expressions(), time)
    days = [date.fromisoformat(day) for day in entry["candidates"].split()]
    window = pd.date_range("2024-12-01", "2025-01-19")
    assert days == [day.date() for day in window if day.weekday() == weekday]
    assert len(days) == 7
    assert entry["edtf"] == f"[{entry['candidates'].replace(' ', ',')}]"
    assert days[0] == entry["earliest"].date()
    assert days[-1] == entry["latest"].date()


def test_an_outside_fact_narrows_what_the_text_allows():
    table = tables.load_time_expressions()
    both = table.dropna(subset=["earliest", "earliest_outside"])
    assert (both["earliest_outside"] >= both["earliest"]).all()
    both = table.dropna(subset=["latest", "latest_outside"])
    assert (both["latest_outside"] <= both["latest"]).all()
    with_fact = table["event_id"].notna()
    assert (table.loc[with_fact, "edtf_outside"].notna()).all()


def test_dates_in_a_label_are_the_ends_of_its_window():
    table = tables.load_time_expressions()
    full = table["edtf"].str.fullmatch(r"\d{4}-\d\d-\d\d").fillna(False)
    interval = table["edtf"].str.extract(r"\[(\S{10})\.\.(\S{10})\]").dropna()
    for at, (low, high) in interval.iterrows():
        assert table.loc[at, "earliest"] == pd.Timestamp(low)
        assert table.loc[at, "latest"] == pd.Timestamp(high)
    assert (table.loc[full, "edtf"] == "2024-08-06").all()


def test_the_days_that_lesson_01_names_fall_on_their_weekdays():
    events = tables.load_events()
    for event, weekday in [("E13", 6), ("E14", 0), ("E15", 1), ("E20", 0), ("E50", 1)]:
        assert row(events, event)["date"].weekday() == weekday


def test_what_is_disputed_says_what():
    events = tables.load_events()
    assert (events["disputed"] == events["dispute"].notna()).all()


# forecasts and scales


def test_forecasts_came_out_yes_yes_yes_no():
    forecasts = tables.load_forecasts()
    assert forecasts["outcome"].tolist() == [True, True, True, False]
    assert (forecasts["disputed"] == forecasts["disputed_by"].notna()).all()
    assert (forecasts["disputed"] == forecasts["dispute_source_id"].notna()).all()
    assert (forecasts["resolved_on"] <= forecasts["deadline"]).all()


def test_may_would_and_potential_are_in_none_of_the_scales():
    table = tables.load_probability_words()
    assert not table["word"].str.contains(r"\b(?:may|would|potential|appears)\b").any()


@pytest.mark.parametrize(("scale", "bands"), [("ICD 203", 7), ("PHIA", 7), ("Kent", 7)])
def test_a_scale_has_its_bands_in_rising_order(scale, bands):
    table = tables.load_probability_words().query("scale == @scale")
    lowest = table.groupby("band")["low"].agg(["min", "max"])
    assert len(lowest) == bands
    assert (lowest["min"] == lowest["max"]).all()
    assert lowest["min"].is_monotonic_increasing


def test_f_and_6_have_no_place_in_the_order():
    grades = tables.load_grades()
    without = grades[~grades["has_basis"]]
    assert without["grade"].tolist() == ["F", "6"]
    assert (grades["position"].isna() == ~grades["has_basis"]).all()


def test_hedges_and_boosters_are_those_of_exercise_4_2():
    table = tables.load_wordings()
    hedges = table.loc[table["kind"] == "hedge", "fragment"].str.lower()
    counts = Counter(hedges)
    assert len(hedges) == 20
    assert {word for word, times in counts.items() if times == 2} == {
        "potential",
        "if",
        "may",
        "some",
    }
    boosters = table.loc[table["kind"] == "booster", "fragment"]
    assert set(boosters) == {"only", "steadily", "confirmed"}


def test_only_acts_belong_to_an_army():
    table = tables.load_wordings()
    acts = table["kind"] == "act"
    assert (acts == table["side"].notna()).all()
    assert (acts == table["type"].isna()).all()
    assert Counter(table["side"].dropna()) == {"Ukraine": 7, "Russia": 7}


def test_the_units_are_each_other_turned_round():
    figures = tables.load_reference_figures()
    km2, mi2 = (row(figures, i)["value"] for i in ("square-mile", "square-kilometre"))
    assert km2 == pytest.approx(1.609344**2, abs=5e-7)
    assert km2 * mi2 == pytest.approx(1, abs=1e-6)


def test_no_table_leads_out_of_its_folder():
    text = (DATA / "datapackage.json").read_text(encoding="utf-8")
    assert all(Path(entry["path"]).name == entry["path"] for entry in TABLES.values())
    assert "../" not in text
