"""How tables are loaded, and what a person reads where one is broken."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from helpers import dictionary as words
from helpers import tables
from helpers.tables import TableError, data_folder, load_table, row

NAMES = [table["name"] for table in words.package()["resources"]]
FIELDS = [
    {"name": "id", "type": "string", "constraints": {"required": True, "unique": True}},
    {"name": "number", "type": "integer", "constraints": {"minimum": 0}},
    {"name": "area", "type": "number", "constraints": {"maximum": 9000}},
    {"name": "open", "type": "boolean"},
    {"name": "day", "type": "date"},
    {"name": "side", "type": "string", "constraints": {"enum": ["UA", "RU"]}},
    {
        "name": "code",
        "type": "string",
        "example": "C19",
        "constraints": {"pattern": "C[0-9]{2}"},
    },
]
HEADER = "id,number,area,open,day,side,code\n"
SOUND = HEADER + "a,1,2.5,true,2024-08-06,UA,C01\nb,,,,,,\n"


def folder_with(place: Path, text: str | bytes, **more: object) -> Path:
    """A folder with one table `small` in it, and its dictionary."""
    small = {"name": "small", "path": "small.csv", "schema": {"fields": FIELDS}, **more}
    about = json.dumps({"resources": [small]})
    (place / "datapackage.json").write_text(about, encoding="utf-8")
    raw = text if isinstance(text, bytes) else text.encode()
    (place / "small.csv").write_bytes(raw)
    return place


def error_of(place: Path, text: str | bytes) -> TableError:
    with pytest.raises(TableError) as caught:
        load_table("small", folder=folder_with(place, text))
    return caught.value


def test_columns_have_the_types_of_the_dictionary(tmp_path):
    table = load_table("small", folder=folder_with(tmp_path, SOUND))
    kinds = [str(kind) for kind in table.dtypes]
    assert kinds[:5] == ["str", "Int64", "float64", "boolean", "datetime64[s]"]
    assert kinds[5:] == ["str", "str"]


def test_an_empty_cell_is_missing_and_the_word_na_is_not(tmp_path):
    text = SOUND + "NA,,,,,,\n"
    table = load_table("small", folder=folder_with(tmp_path, text))
    assert table.iloc[1, 1:].isna().all()
    assert table["id"].tolist() == ["a", "b", "NA"]


def test_a_table_without_rows_keeps_its_types(tmp_path):
    table = load_table("small", folder=folder_with(tmp_path, HEADER))
    assert len(table) == 0
    assert str(table["day"].dtype) == "datetime64[s]"


def test_what_a_spreadsheet_does_without_harm_is_read(tmp_path):
    text = "\ufeff" + SOUND.replace("true", "TRUE").replace("\n", "\r\n") + ",,,,,,\r\n"
    table = load_table("small", folder=folder_with(tmp_path, text))
    assert len(table) == 2
    assert table["open"].iloc[0]


def test_columns_may_stand_in_another_order(tmp_path):
    text = "code,side,day,open,area,number,id\nC01,UA,2024-08-06,true,2.5,1,a\n"
    table = load_table("small", folder=folder_with(tmp_path, text))
    assert list(table) == [field["name"] for field in FIELDS]


@pytest.mark.parametrize(
    ("line", "column", "found", "expected"),
    [
        (",1,1,true,2024-08-06,UA,C01", "id", "an empty cell", "a value"),
        ("a,1,1,true,2024-08-06,UA,C01", "id", '"a", as in row 2', "each value once"),
        ("c,1.5,1,true,2024-08-06,UA,C01", "number", '"1.5"', "a whole number"),
        ("c,-1,1,true,2024-08-06,UA,C01", "number", '"-1"', "at least 0"),
        ('c,1,"1,240",true,2024-08-06,UA,C01', "area", '"1,240"', "a number"),
        ("c,1,nan,true,2024-08-06,UA,C01", "area", '"nan"', "a number"),
        ("c,1,9001,true,2024-08-06,UA,C01", "area", '"9001"', "at most 9000"),
        ("c,1,1,yes,2024-08-06,UA,C01", "open", '"yes"', "true or false"),
        ("c,1,1,true,06/08/2024,UA,C01", "day", '"06/08/2024"', "YYYY-MM-DD"),
        ("c,1,1,true,2024-02-30,UA,C01", "day", '"2024-02-30"', "YYYY-MM-DD"),
        ("c,1,1,true,2024-08-06,Kyiv,C01", "side", '"Kyiv"', "one of UA, RU"),
        ("c,1,1,true,2024-08-06,UA,claim", "code", '"claim"', "something like C19"),
    ],
)
def test_a_bad_cell_is_named_by_file_row_and_column(
    tmp_path, line, column, found, expected
):
    error = error_of(tmp_path, SOUND + line + "\n")
    assert (error.file, error.row, error.column) == ("small.csv", 4, column)
    assert error.found == found
    assert expected in error.expected
    assert error.fix.endswith(".")
    assert str(error).startswith(f"small.csv, row 4, column {column}: found {found}")


def test_every_problem_is_in_one_error_and_the_first_ten_are_shown(tmp_path):
    error = error_of(tmp_path, HEADER + ",x,x,x,x,x,x\n" * 3)
    assert len(error.problems) == 21
    assert str(error).count("\n") == 10
    assert str(error).endswith("... and 11 more.")
    assert [problem.row for problem in error.problems] == [2] * 7 + [3] * 7 + [4] * 7


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    text = HEADER + 'a,,,,,,\n,,,,,,\n"two\nlines",,,,,,\nc,,,,,RUS,\n'
    assert error_of(tmp_path, text).row == 5


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SOUND.replace(",", ";"), "semicolons between the cells"),
        (SOUND.replace(",", "\t"), "tabs between the cells"),
        (SOUND.encode("utf-16"), "text saved as UTF-16"),
        (SOUND.replace("b,", "Kütte,").encode("cp1252"), "not UTF-8 in line 3"),
        ("", "an empty file"),
        (SOUND.replace("id,", "name,"), "column id: found no such column"),
        (SOUND.replace("id,", "name,"), "column name: found a column not described"),
        (HEADER.strip() + ",id\n", "the same column twice"),
        (SOUND + "c,1,2,true,2024-08-06,UA,C01,C02\n", "row 4: found 8 cells"),
        (SOUND + "c,1\n", "row 4: found 2 cells"),
        (SOUND + '"c,,,,,,\n', "a quotation mark out of place"),
    ],
)
def test_a_broken_file_gets_a_sentence_of_its_own(tmp_path, text, sentence):
    error = error_of(tmp_path, text)
    assert sentence in str(error)
    assert error.fix.endswith(".")


def test_a_missing_folder_says_where_it_was_looked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "__file__", str(tmp_path / "src/helpers/dictionary.py"))
    with pytest.raises(TableError, match="no such folder") as caught:
        data_folder()
    assert caught.value.file == str(tmp_path / "data")


def test_an_installed_copy_is_used_where_there_is_no_project(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "__file__", str(tmp_path / "helpers/dictionary.py"))
    (tmp_path / "helpers" / "data").mkdir(parents=True)
    assert data_folder() == tmp_path / "helpers" / "data"


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda place: (place / "datapackage.json").unlink(), "found no such file"),
        (lambda place: (place / "small.csv").unlink(), "found no such file"),
        (
            lambda place: (place / "datapackage.json").write_text("{"),
            "not JSON at line",
        ),
        (
            lambda place: (place / "datapackage.json").write_bytes(b"\xff{"),
            "not UTF-8",
        ),
    ],
)
def test_a_broken_folder_gets_a_sentence(tmp_path, damage, sentence):
    damage(folder_with(tmp_path, SOUND))
    with pytest.raises(TableError, match=sentence):
        load_table("small", folder=tmp_path)


def test_a_table_that_does_not_exist_is_answered_with_those_that_do():
    with pytest.raises(TableError, match=r"no table 'claims'.*digest_claims"):
        load_table("claims")


def test_a_row_is_found_by_its_id():
    assert row(tables.load_digest_claims(), "C21")["printed"] == "about 800"


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(TableError, match="Did you mean C21") as caught:
        row(tables.load_digest_claims(), "c21")
    assert "C19" in caught.value.expected


@pytest.mark.parametrize("wrong", [None, 21, "", "nothing like it"])
def test_an_id_of_any_sort_gets_a_sentence(wrong):
    with pytest.raises(TableError, match="expected one of C01"):
        row(tables.load_digest_claims(), wrong)


def project_copy(place: Path) -> Path:
    """The project's tables, with the source of the first territory claim demoted."""
    folder = place / "data"
    shutil.copytree(data_folder(), folder)
    path = folder / "sources.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("censor-aug12,"))
    lines[at] = lines[at].replace(",evidence,", ",subject,")
    path.write_text("".join(lines), encoding="utf-8")
    return folder


def test_rows_that_rest_on_a_subject_are_left_out_unless_asked_for(tmp_path):
    folder = project_copy(tmp_path)
    lesson = load_table("territory_claims", folder=folder)
    studied = load_table("territory_claims", subject=True, folder=folder)
    assert "T002" not in set(lesson["claim_id"])
    assert "T002" in set(studied["claim_id"])
    assert list(lesson.index) == list(range(len(lesson)))
    assert "censor-aug12" not in set(load_table("sources", folder=folder)["source_id"])


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_loader_of_its_own(name):
    table = getattr(tables, f"load_{name}")()
    pd.testing.assert_frame_equal(table, load_table(name, subject=name == "sources"))


def test_loading_changes_nothing_in_what_was_loaded_before():
    first = tables.load_digest_claims()
    first.loc[0, "paraphrase"] = "changed"
    assert tables.load_digest_claims()["paraphrase"].iloc[0] != "changed"


def seconds_to_load(place: Path, rows: int) -> float:
    """The shortest of three times."""
    lines = (f"a{n},{n},2.5,true,2024-08-06,UA,C01\n" for n in range(rows))
    folder, times = folder_with(place, HEADER + "".join(lines)), []
    for _ in range(3):
        start = time.process_time()
        assert len(load_table("small", folder=folder)) == rows
        times.append(time.process_time() - start)
    return min(times)


def seconds_for_relays(place: Path, times: int) -> float:
    """The shortest of three times for the widest table, its rows repeated."""
    free = [
        {k: v for k, v in field.items() if k != "constraints"}
        for field in words.fields_of("relays").values()
    ]
    text = (data_folder() / "relays.csv").read_text(encoding="utf-8")
    header, *lines = text.splitlines(keepends=True)
    folder = folder_with(
        place, header + "".join(lines * times), schema={"fields": free}
    )
    best = []
    for _ in range(3):
        start = time.process_time()
        assert (
            len(load_table("small", subject=True, folder=folder)) == len(lines) * times
        )
        best.append(time.process_time() - start)
    return min(best)


def test_a_hundred_times_the_rows_take_about_a_hundred_times_as_long(tmp_path):
    once, often = (seconds_for_relays(tmp_path, times) for times in (1, 100))
    assert often < 3 * 100 * once  # a step that looks at all pairs would take 10,000


def test_several_values_in_a_cell_are_checked_one_by_one(tmp_path):
    codes = {"name": "codes", "type": "string", "separator": "; "}
    codes["meanings"] = {"unit": "A unit.", "figure": "A figure."}
    schema = {"fields": [FIELDS[0], codes]}
    sound = folder_with(tmp_path, "id,codes\na,unit; figure\nb,\n", schema=schema)
    assert len(load_table("small", folder=sound)) == 2
    broken = folder_with(tmp_path, "id,codes\na,unit; fugure\nb,unit,\n", schema=schema)
    with pytest.raises(TableError, match="row 3: found 3 cells"):
        load_table("small", folder=broken)
    broken = folder_with(tmp_path, "id,codes\na,unit; fugure\n", schema=schema)
    with pytest.raises(TableError, match="one or more of unit, figure") as caught:
        load_table("small", folder=broken)
    assert (caught.value.row, caught.value.column) == (2, "codes")


def test_loading_grows_no_faster_than_the_rows(tmp_path):
    small, large = seconds_to_load(tmp_path, 2_000), seconds_to_load(tmp_path, 16_000)
    assert large < 8 * small * 2.5  # room for a busy machine


def test_loading_needs_neither_frictionless_nor_anything_drawn():
    code = (
        "import sys; from helpers.tables import load_table; load_table('sources');"
        "heavy = {'frictionless', 'matplotlib', 'ipywidgets', 'jsonschema'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# rows as wholes

LOW = {"name": "low", "type": "number", "not_above": "high", "needs": "unit"}
ROW_FIELDS = [
    FIELDS[0],
    LOW,
    {"name": "high", "type": "number"},
    {"name": "unit", "type": "string", "constraints": {"enum": ["km2", "mi2"]}},
    {"name": "percent", "type": "number", "needs": "percent_base"},
    {"name": "percent_base", "type": "string"},
    {"name": "first", "type": "date", "not_above": "last"},
    {"name": "last", "type": "date"},
    {"name": "page", "type": "string"},
    {"name": "parent", "type": "string"},
]
LINKS = [
    {"fields": "page", "reference": {"resource": "pages", "fields": "page_id"}},
    {"fields": "parent", "reference": {"resource": "", "fields": "id"}},
]
ROW_HEADER = "id,low,high,unit,percent,percent_base,first,last,page,parent\n"
ROW_SOUND = ROW_HEADER + "a,1,2,km2,40,the oblast,2024-08-06,2024-08-12,p1,\n"


def rows_error(place: Path, lines: str) -> TableError:
    """The error for these rows, below a sound one, in a table that points to pages."""
    schema = {"fields": ROW_FIELDS, "foreignKeys": LINKS}
    folder_with(place, ROW_SOUND + lines, schema=schema)
    about = json.loads((place / "datapackage.json").read_text())
    key = {"name": "page_id", "type": "string"}
    pages = {"name": "pages", "path": "pages.csv", "schema": {"fields": [key]}}
    about["resources"].append(pages)
    (place / "datapackage.json").write_text(json.dumps(about))
    (place / "pages.csv").write_text("page_id\np1\np2\n")
    with pytest.raises(TableError) as caught:
        load_table("small", folder=place)
    return caught.value


@pytest.mark.parametrize(
    ("line", "column", "found", "expected"),
    [
        ("b,3,2,km2,,,,,,", "low", '"3"', "at most 2, which stands in high"),
        (
            "b,,,,,,2024-08-12,2024-08-06,,",
            "first",
            '"2024-08-12"',
            "at most 2024-08-06",
        ),
        ("b,,,,40,,,,,", "percent_base", "an empty cell beside percent 40", "a value"),
        ("b,1,2,,,,,,,", "unit", "an empty cell beside low 1", "a value"),
        ("b,,,,,,,,p9,", "page", '"p9"', "stands in page_id of pages"),
        ("b,,,,,,,,,z", "parent", '"z"', "stands in id of this table"),
    ],
)
def test_a_row_that_does_not_hold_together_is_named_by_row_and_column(
    tmp_path, line, column, found, expected
):
    error = rows_error(tmp_path, line + "\n")
    assert (error.file, error.row, error.column) == ("small.csv", 3, column)
    assert error.found == found and expected in error.expected
    assert error.fix.endswith((".", "?"))


def test_faults_of_cells_and_of_rows_come_in_one_error(tmp_path):
    lines = [
        "b,3,2,km2,,,,,,",  # the low end above the high one
        "c,,,,40,,,,,",  # a percentage without its base
        "a,,,,,,,,,",  # an id that is there already
        "d,,,,,,2024-13-01,,,",  # a day that is none
        "e,1,2,acres,,,,,,",  # an unknown unit
        "f,,,,,,,,nowhere,",  # a source that is not there
    ]
    error = rows_error(tmp_path, "\n".join(lines) + "\n")
    places = [(problem.row, problem.column) for problem in error.problems]
    assert places == [
        (3, "low"),
        (4, "percent_base"),
        (5, "id"),
        (6, "first"),
        (7, "unit"),
        (8, "page"),
    ]
    assert all(f"small.csv, row {n}" in str(error) for n in range(3, 9))


def test_the_tables_of_the_course_are_held_to_the_same_rules(tmp_path):
    folder = project_copy(tmp_path)
    path = folder / "territory_claims.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace(",censor-sep6,", ",censor-sep66,", 1)
    text = text.replace('"the ground first taken, 1,268 km2"', "", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_table("territory_claims", folder=folder)
    columns = [problem.column for problem in caught.value.problems]
    assert columns == ["source_id", "percent_base"]
    assert "Did you mean censor-sep6?" in str(caught.value)


def test_a_cell_that_is_no_number_is_not_compared_with_its_neighbour(tmp_path):
    error = rows_error(tmp_path, "b,many,2,km2,,,,,,\n")
    assert [problem.expected for problem in error.problems] == ["a number"]


def test_a_broken_table_that_others_point_to_speaks_for_itself(tmp_path):
    folder = project_copy(tmp_path)
    (folder / "sources.csv").write_text("name\nx\n")
    with pytest.raises(TableError, match=r"sources\.csv, row 1, column source_id"):
        load_table("territory_claims", folder=folder)


def test_rules_between_columns_name_columns_that_are_there():
    for name in NAMES:
        fields = words.fields_of(name)
        for field in fields.values():
            assert {field.get("not_above"), field.get("needs")} - {None} <= set(fields)
