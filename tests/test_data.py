"""The tables against their dictionary, against each other and against digest.md."""

import re
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
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
    permitted = field["meanings"] if "separator" in field else permitted
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
    assert not field.get("unit", "").startswith("as ") or (
        field["unit"].removeprefix("as ") in words.fields_of(name)
    )
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
        ("control_low", "control_high"),
        ("grey_low", "grey_high"),
        ("earliest", "latest"),
        ("earliest_outside", "latest_outside"),
        ("date", "date_end"),
    ]
    for low, high in pairs:
        if high in table:
            both = table[[low, high]].dropna()
            assert (both[low] <= both[high]).all(), (low, high)


@pytest.mark.parametrize("end", ["low", "high"])
def test_an_end_that_exists_says_whether_it_is_included_and_no_other_does(table, end):
    for column in [c for c in table if c == end or c.endswith(f"_{end}")]:
        if f"{column}_included" in table:
            included = table[f"{column}_included"]
            assert (table[column].notna() == included.notna()).all(), column


def hedged(name: str, columns: str) -> pd.DataFrame:
    """Value, hedge, step and ends of one kind of number in a table."""
    table = load_table(name, subject=True)[columns.split()]
    return table.set_axis(["value", "hedge", "step", "low", "high"], axis=1)


HEDGED = {
    "areas": (
        "territory_claims",
        "value hedge about_nearest low high",
    ),
    "shares": (
        "territory_claims",
        "percent percent_hedge percent_nearest percent_low percent_high",
    ),
    "people": ("force_claims", "value hedge about_nearest low high"),
    "control on maps": (
        "mapped_figures",
        "control control_hedge control_nearest control_low control_high",
    ),
    "grey zones": (
        "mapped_figures",
        "grey grey_hedge grey_nearest grey_low grey_high",
    ),
}


@pytest.fixture(scope="module", params=HEDGED)
def numbers(request) -> pd.DataFrame:
    return hedged(*HEDGED[request.param])


def test_a_number_has_a_hedge_and_a_hedge_has_a_number(numbers):
    assert (numbers["value"].notna() == numbers["hedge"].notna()).all()
    without = numbers["hedge"].isna()
    assert numbers.loc[without, ["step", "low", "high"]].isna().all(axis=None)


def test_a_hedge_leaves_open_the_end_that_it_does_not_set(numbers):
    above = numbers["hedge"].isin(["more than", "at least"])
    below = numbers["hedge"].isin(["less than", "at most"])
    assert numbers.loc[above, "high"].isna().all()
    assert numbers.loc[below, "low"].isna().all()
    both = numbers["hedge"].notna() & ~above & ~below
    assert numbers.loc[both, ["low", "high"]].notna().all(axis=None)


def test_about_and_nearly_are_read_by_the_step_that_the_row_names(numbers):
    stepped = numbers["hedge"].isin(["about", "nearly"])
    assert (stepped == numbers["step"].notna()).all()
    about, nearly = (
        numbers[numbers["hedge"] == hedge] for hedge in ("about", "nearly")
    )
    for some in (about, nearly):
        assert (
            some["low"] - (some["value"] - some["step"] / 2)
        ).abs().max() < 1e-9 or (some.empty)
    assert (about["high"] == about["value"] + about["step"] / 2).all()
    assert (nearly["value"] - nearly["high"]).isin([0, 1]).all()


def test_a_bare_number_licenses_itself_alone(numbers):
    bare = numbers[numbers["hedge"] == "none"]
    assert (bare["low"] == bare["value"]).all()
    assert (bare["high"] == bare["value"]).all()


@pytest.mark.parametrize(
    ("hedge", "end"), [("more than", "low"), ("less than", "high"), ("nearly", "high")]
)
def test_an_area_leaves_its_number_out_where_the_words_do(hedge, end):
    table = tables.load_territory_claims(subject=True)
    table = table[table["hedge"] == hedge]
    assert not table.empty
    assert not table[f"{end}_included"].any()
    assert (table[end] == table["value"]).all()


@pytest.mark.parametrize("claim", ["T004", "T043", "T074"])
def test_an_upper_end_stands_in_the_upper_column(claim):
    entry = row(tables.load_territory_claims(subject=True), claim)
    assert entry["high"] == entry["value"]
    assert pd.isna(entry["low"])


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


def test_a_base_says_its_size_or_that_it_has_none():
    bases = tables.load_territory_claims(subject=True)["percent_base"].dropna()
    assert bases.str.contains(r"\d|of no stated size").all()


def test_a_claim_about_ground_has_an_area_a_share_or_settlements():
    table = tables.load_territory_claims(subject=True)
    figures = table[["value", "percent", "settlements"]].notna().any(axis=1)
    assert figures.all()
    for parts in (["printed", "value", "unit_printed"], ["settlements_printed"]):
        whole = table["value"] if "value" in parts else table["settlements"]
        for column in parts:
            assert (table[column].notna() == whole.notna()).all(), column


def test_people_are_counted_in_whole_numbers():
    table = tables.load_force_claims(subject=True)
    for column in ("value", "low", "high"):
        numbers = table[column].dropna()
        assert (numbers == numbers.round()).all()
    more, less = (table["hedge"].isin([h]) for h in ("more than", "nearly"))
    assert (table.loc[more, "low"] == table.loc[more, "value"] + 1).all()
    assert (table.loc[less, "high"] == table.loc[less, "value"] - 1).all()
    for included in ("low_included", "high_included"):
        assert table[included].dropna().all()


def test_five_casualty_figures_of_one_month_keep_their_unit_and_period():
    table = tables.load_force_claims()
    five = [row(table, claim) for claim in ("F001", "F004", "F005", "F008", "F011a")]
    assert len({claim["period"] for claim in five}) == 3
    assert [claim["side"] for claim in five] == ["US", "UA", "US", "US", "KR"]
    assert pd.isna(five[0]["value"])


def test_no_army_counts_its_own_losses():
    table = tables.load_force_claims(subject=True)
    toll = table["counts"].str.contains("killed|wounded|lost|casualties|eliminated")
    own = {("UA", "Ukrainian soldiers"), ("RU", "Russian soldiers")}
    assert not own & set(zip(table[toll]["side"], table[toll]["subject"], strict=True))


# maps


def test_a_figure_of_a_map_is_that_of_the_claim_it_names():
    maps = tables.load_mapped_figures(subject=True)
    claims = tables.load_territory_claims(subject=True).set_index("claim_id")
    for zone, column in (("control", "claim_id"), ("grey", "grey_claim_id")):
        for _, figure in maps.dropna(subset=column).iterrows():
            claim = claims.loc[figure[column]]
            for end in ("low", "high"):
                same = figure[f"{zone}_{end}"], claim[end]
                assert same[0] == same[1] or all(map(pd.isna, same))
            assert figure["source_id"] == claim["source_id"]


def test_the_maximum_of_the_map_has_no_day():
    maps = tables.load_mapped_figures()
    highest = maps[maps["state"] == "maximum"]
    assert highest[["control", "grey"]].to_numpy().tolist() == [[900, 330]]
    assert highest["as_of"].isna().all()
    assert maps.loc[maps["state"] == "on a day", "as_of"].notna().all()


def test_660_and_360_belong_to_14_october():
    entry = tables.load_mapped_figures().query("control == 660").iloc[0]
    assert entry["grey"] == 360
    assert entry["as_of"] == pd.Timestamp("2024-10-14")


def test_the_500_at_the_end_of_the_year_is_an_upper_end():
    entry = row(tables.load_mapped_figures(), "M08")
    assert (entry["control"], entry["control_high"]) == (500, 500)
    assert pd.isna(entry["control_low"])
    assert pd.isna(entry["claim_date"])


@pytest.mark.parametrize(
    ("map_id", "claim", "near"), [("M01", "T002", True), ("M14", "T080", False)]
)
def test_control_and_grey_come_near_kyivs_figure_on_some_days_only(map_id, claim, near):
    entry = row(tables.load_mapped_figures(), map_id)
    official = row(tables.load_territory_claims(), claim)
    assert entry["beside_id"] == claim
    both = entry["control"] + (0 if pd.isna(entry["grey"]) else entry["grey"])
    assert (abs(both - official["value"]) < 0.1 * official["value"]) == near


# relays


def relays() -> pd.DataFrame:
    return tables.load_relays(subject=True).set_index("relay_id")


def pages_of(family: str) -> pd.DataFrame:
    table = relays()
    return table[(table["family"] == family) & (table["seen"] != "inferred")]


def carrying(pages: pd.DataFrame, code: str) -> int:
    return sum(code in codes.split("; ") for codes in pages["codes"].dropna())


def test_a_family_has_one_origin_but_for_moscows_four_statements():
    table = relays()
    origins = table[table["parent"].isna()]["family"]
    assert Counter(origins) == {f"R{n}": 4 if n == 7 else 1 for n in range(1, 9)}


def test_every_node_leads_to_an_origin_of_its_family():
    table = relays()
    for node in table.index:
        road = [node]
        while not pd.isna(parent := table.loc[road[-1], "parent"]):
            assert parent not in road
            assert table.loc[parent, "family"] == table.loc[node, "family"]
            road.append(parent)


def test_every_link_says_how_it_is_known():
    table = relays()
    assert (table["parent"].notna() == table["parent_basis"].notna()).all()
    assert set(table["parent_basis"].dropna()) == {"named", "shared error", "assumed"}


def test_an_unseen_node_has_no_page_and_every_page_has_one():
    table = relays()
    unseen = table["seen"] == "inferred"
    assert (unseen == table["source_id"].isna()).all()
    for column in ("codes", "hedges", "speaker"):
        assert table.loc[unseen, column].isna().all()


def test_a_page_with_a_parent_is_coded():
    table = relays()
    pages = table[(table["seen"] != "inferred") & table["parent"].notna()]
    assert pages.index[pages["codes"].isna()].tolist() == ["R2-00b"]


def test_a_clean_page_changes_nothing():
    codes = relays()["codes"].dropna()
    assert set(codes[codes.str.contains("clean")]) == {"clean", "clean; metadata"}


def test_codes_stand_once_and_in_the_order_of_the_list():
    order = list(words.meanings("relays", "codes"))
    for codes in relays()["codes"].dropna():
        assert codes.split("; ") == sorted(set(codes.split("; ")), key=order.index)


def test_the_eight_families_have_118_nodes_and_13_unseen_ones_more():
    table = relays()
    assert table["family"].nunique() == 8
    collected = {"R1-00", "R1-A0", "R1-B0", "R2-00", "R5-H"}
    unseen = set(table.index[table["seen"] == "inferred"])
    assert len(table) == 131
    assert len(unseen - collected) == 13


def test_one_claim_went_through_64_pages_in_17_languages():
    pages = pages_of("R1")
    assert len(pages) == 64
    assert pages["language"].nunique() == 17
    assert (pages["peak"] == 1376).sum() == 52


@pytest.mark.parametrize(
    ("code", "pages"), [("clean", 11), ("over dropped", 15), ("date added", 15)]
)
def test_changes_are_counted_page_by_page(code, pages):
    assert carrying(pages_of("R1"), code) == pages


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("R1-01", "clean; metadata"),
        ("R1-09", "unit"),
        ("R1-16", "derived"),
        ("R1-27", "hedge changed; mistranslated"),
        ("R1-43", "figure"),
        ("R1-57", "rounding; over dropped; speaker; inverted"),
    ],
)
def test_six_relays_are_coded_as_exercise_6_9_says(page, codes):
    assert relays().loc[page, "codes"] == codes


def test_what_a_page_adds_or_drops_is_among_its_codes():
    pages = relays().dropna(subset="codes")
    for column, mark, code in [
        ("date_added", pages["date_added"].notna(), "date added"),
        ("hedges", pages["hedges"] == "dropped", "hedge dropped"),
        ("speaker", pages["speaker"].isin(["lost", "wrong"]), "speaker"),
    ]:
        told = pages[mark & pages["family"].isin(["R1", "R5"])]
        told = told.drop("R5-05", errors="ignore") if column == "date_added" else told
        assert told["codes"].str.contains(code).all(), column


def test_one_page_of_the_first_family_contradicts_its_own_numbers():
    pages = pages_of("R1").dropna(subset=["peak", "now", "percent"])
    gone = pages["now"].where(pages["now_is"] != "held", pages["peak"] - pages["now"])
    apart = (gone / pages["peak"] * 100 - pages["percent"]).abs() > 5
    assert pages.index[apart].tolist() == ["R1-57"]


def test_a_shared_error_is_shared():
    table = relays()
    assert (table["rare_error"].dropna().value_counts() >= 2).all()
    shared = table[table["parent_basis"] == "shared error"]
    assert shared["rare_error"].notna().all()


# the schematic map


def kilometres(a: pd.Series, b: pd.Series) -> float:
    """The great circle between two places."""
    lat, lon = (
        np.radians([a["latitude"], b["latitude"]]),
        a["longitude"] - b["longitude"],
    )
    cosine = np.sin(lat).prod() + np.cos(lat).prod() * np.cos(np.radians(lon))
    return 6371 * np.arccos(cosine)


def test_distances_are_those_of_the_coordinates():
    places = tables.load_places().set_index("place_id")
    figures = tables.load_reference_figures()
    distances = figures[figures["item"].str.startswith("Distance")]
    assert len(distances) == 15
    for item, value in zip(distances["item"], distances["value"], strict=True):
        names = item.removeprefix("Distance ").lower().split(" to ")
        ends = [places.loc[name.replace(" ", "-")] for name in names]
        assert kilometres(*ends) == pytest.approx(value, abs=1), item


def test_the_outlines_close_along_their_common_border():
    lines = tables.load_outline().groupby("part")
    ends = {
        part: points[["longitude", "latitude"]].iloc[[0, -1]].to_numpy().tolist()
        for part, points in lines
    }
    assert ends["kursk"] == ends["border"][::-1]
    assert ends["sumy"] == ends["border"]
    for _, points in lines:
        assert points["position"].tolist() == list(range(1, len(points) + 1))


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


def test_the_tables_as_lessons_load_them_rest_on_no_subject():
    sources = tables.load_sources()
    subjects = set(sources.loc[sources["standing"] == "subject", "source_id"])
    assert subjects
    for name in set(TABLES) - {"sources"}:
        table = getattr(tables, f"load_{name}")()
        for column in [c for c in table if c in CITING]:
            assert not subjects & set(table[column].dropna()), (name, column)


def test_a_subject_is_there_for_those_who_ask():
    asked = tables.load_territory_claims(subject=True)
    default = tables.load_territory_claims()
    assert {"T048", "T050"} <= set(asked["claim_id"]) - set(default["claim_id"])
    assert set(default["claim_id"]) < set(asked["claim_id"])


def test_the_436_of_10_january_rests_on_a_subject():
    claim = row(tables.load_territory_claims(subject=True), "T050")
    assert claim["value"] == 435.66
    assert row(tables.load_sources(), claim["source_id"])["standing"] == "subject"


def test_what_stands_in_for_evidence_is_rarer_than_evidence():
    counts = Counter(tables.load_sources()["standing"])
    assert counts["evidence"] > counts["copy"] + counts["subject"]


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
    sources = tables.load_sources().dropna(subset="url")
    assert sources["url"].is_unique
    mirrored = sources["url"].str.contains(
        r"//[^/]*(?:\.\.|\./|:\d)|mirror|wiki[mz]|utm_"
    )
    own = sources["standing"].isin(["evidence", "reference"])
    assert not mirrored[own].any()
    assert not sources.loc[own, "publisher"].str.contains("text seen").any()


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
