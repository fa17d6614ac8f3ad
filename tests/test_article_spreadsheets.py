"""A coded article as spreadsheets save it: read, or explained in words for a teacher.

Each case breaks the example in one way.
"""

# ruff: noqa: RUF001 - letters and marks of many kinds are what is tested

import csv
import io
import shutil

import pytest

from helpers.article import ArticleError, example, problems_in, read_article
from helpers.article.findings import findings
from helpers.article.table import form

NAMES = list(example().claims)


@pytest.fixture
def folder(tmp_path):
    """A copy of the example, to be broken."""
    return shutil.copytree(form() / "example", tmp_path / "pool")


def rows_of(folder, name="claims.csv"):
    text = (folder / name).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def save(folder, rows, name="claims.csv", mark=",", encoding="utf-8", before=""):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark).writerows(rows)
    (folder / name).write_bytes((before + text.getvalue()).encode(encoding))


def set_cell(folder, row, column, value, name="claims.csv"):
    """Write one cell; rows as a spreadsheet counts them."""
    rows = rows_of(folder, name)
    rows[row - 1][rows[0].index(column)] = value
    save(folder, rows, name)


def only(folder):
    problems = problems_in(folder)
    assert len(problems) == 1, [str(one) for one in problems]
    return problems[0]


# what is read, as there is only one way to read it


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_every_mark_and_every_unicode_is_read(folder, mark, encoding):
    rows = rows_of(folder)
    rows[1][2] = "Басейн може закритися – “früher”."
    save(folder, rows, mark=mark, encoding=encoding)
    assert problems_in(folder) == []
    assert read_article(folder).claims["paraphrase"][0] == rows[1][2]


def test_the_line_that_only_excel_reads_is_left_out(folder):
    save(folder, rows_of(folder), mark=";", before="sep=;\r\n")
    assert problems_in(folder) == []


def test_empty_rows_and_columns_at_the_end_are_left_out(folder):
    rows = [[*row, "", " ", ""] for row in rows_of(folder)]
    rows += [[""] * 19, [" "] * 19, []]
    save(folder, rows)
    assert problems_in(folder) == [] and len(read_article(folder).claims) == 24


def test_an_empty_row_between_two_keeps_the_numbers_of_the_rows(folder):
    rows = rows_of(folder)
    rows.insert(3, [""] * 16)
    rows[5][rows[0].index("named")] = "nobody"
    save(folder, rows)
    assert only(folder).row == 6


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("80 000", 80000),
        ("80\u00a0000", 80000),
        ("80\u202f000", 80000),
        ("80'000", 80000),
        ("80000.0", 80000),
        ("80000,5", 80000.5),
        (" 80000 ", 80000),
        ("80.000,00", 80000),
        ("\uff18\uff10\uff10\uff10\uff10", 80000),
    ],
)
def test_a_number_that_can_be_read_in_one_way_is_read(folder, typed, value):
    set_cell(folder, 4, "value", typed)
    assert problems_in(folder) == []
    assert read_article(folder).claims["value"][2] == value


def test_columns_may_stand_in_another_order_with_other_capitals(folder):
    rows = [row[::-1] for row in rows_of(folder)]
    rows[0] = [name.upper().replace("_", " ") for name in rows[0]]
    save(folder, rows)
    assert problems_in(folder) == []
    assert list(read_article(folder).claims) == NAMES


def test_codes_are_read_with_spaces_capitals_and_as_numbers(folder):
    set_cell(folder, 4, "bound_type", "About")
    set_cell(folder, 4, "modality", "Reported fact")
    set_cell(folder, 4, "source_reliability", "c")
    set_cell(folder, 4, "info_credibility", "3.0")
    set_cell(folder, 4, "claim_id", "c03")
    assert problems_in(folder) == []


@pytest.mark.parametrize("arrow", ["→", "–>", " => ", "->", "➔"])
def test_an_arrow_that_the_spreadsheet_made_is_an_arrow(folder, arrow):
    set_cell(folder, 4, "chain", f"people{arrow}this article")
    assert read_article(folder).claims["chain"][2] == "people -> this article"


def test_line_breaks_and_quotes_inside_a_cell_are_read(folder):
    set_cell(folder, 4, "paraphrase", 'The "sum"\nthat; is, missing')
    found = read_article(folder).claims["paraphrase"][2]
    assert found == 'The "sum" that; is, missing'


@pytest.mark.parametrize("typed", ["1.2.2025", "1 February 2025", "2025-02-01 00:00"])
def test_a_day_that_can_be_read_in_one_way_is_read(folder, typed):
    set_cell(folder, 2, "earliest", typed, "windows.csv")
    assert f"{read_article(folder).windows['earliest'][0]:%Y-%m-%d}" == "2025-02-01"


def test_letters_that_both_old_encodings_read_alike_are_read(folder):
    rows = rows_of(folder)
    rows[1][2] = "The “pool” – it may close…"
    save(folder, rows, encoding="cp1252")
    assert read_article(folder).claims["paraphrase"][0] == rows[1][2]


# cells that a spreadsheet would run


@pytest.mark.parametrize("typed", ["=1+1", "+5 people", "-3 degrees", "@home", "＝1"])
def test_a_cell_like_a_formula_is_text(folder, typed):
    set_cell(folder, 2, "paraphrase", typed)
    assert read_article(folder).claims["paraphrase"][0] == typed


def test_a_number_below_zero_is_a_number(folder):
    for column in ("value", "lower", "upper"):
        set_cell(folder, 8, column, "-3")
    assert read_article(folder).claims["value"][6] == -3


# one break each, and the message that a teacher needs

WRONG_CELLS = {
    "more than in a number": (4, "value", "more than 10,000", "10000", "more_than"),
    "a range in a number": (4, "value", "20 to 30", "20", "between"),
    "a unit in a number": (4, "value", "80 000 euros", "80000", "“euros” in unit"),
    "a percent sign": (17, "value", "30 %", "Write 30 here", "“%” in unit"),
    "two readings": (4, "value", "80,000", "80000 or 80", "Write 80000"),
    "a point for thousands": (4, "value", "80.000", "80000 or 80", "Write 80000"),
    "a date in a number": (4, "value", "01. Feb", "a date", "Text"),
    "cut off": (4, "value", "8E+04", "cut the number off", "all digits"),
    "a formula": (4, "value", "=B2*2", "=B2*2", "the result itself"),
    "an error": (4, "value", "#REF!", "error of the spreadsheet", "instead"),
    "a word": (4, "value", "many", "“many”", "digits"),
    "a range with points": (4, "value", "240.000-260.000", "240000 (or 240)", "lower"),
    "a short range": (4, "value", "5-10", "write 5 in lower, 10 in upper", "between"),
    "thousands": (4, "value", "80k", "80k", "Write all digits: 80000."),
    "millions": (4, "value", "0,08 Mio. Euro", "all digits: 80000, and “euro” in unit"),
    "a minus behind": (4, "value", "14-", "Write -14 here if it is below zero"),
    "brackets for minus": (4, "value", "(14)", "Write -14 here if it is below zero"),
    "a spoilt minus": (4, "value", "?14", "Write -14 here if it is below zero"),
    "minus in words": (4, "value", "minus 14", "Write -14 here."),
    "a fraction": (4, "value", "1/3", "a fraction or a date", "with decimals"),
    "a German date": (4, "value", "05. Okt", "a date", "Text"),
    "other words for a bound": (4, "bound_type", "up to", "“up to”", "Write at_most"),
    "somebody without a chain": (4, "chain", "this article", "nobody", "unattributed"),
    "not in the list": (4, "bound_type", "roughly", "“roughly”", "more_than"),
    "no such grade": (4, "info_credibility", "7", "“7”", "1, 2, 3, 4, 5, 6"),
    "letter for number": (4, "source_reliability", "G", "“G”", "A, B, C, D, E, F"),
    "an empty judgement": (4, "checkable", "", "empty cell", "Fill it"),
    "twice the same id": (5, "claim_id", "C03", "row 4", "its own"),
    "no such id": (5, "claim_id", "four", "“four”", "C01"),
    "no such paragraph": (5, "para", "P9", "P9", "H, P1, P2"),
    "chain ends elsewhere": (4, "chain", "people -> a paper", "this article", "retold"),
    "chain with a gap": (4, "chain", "people -> -> this article", "Link 2", "no gap"),
    "upper below value": (4, "upper", "70000", "70000", "not below value"),
    "lower above value": (4, "lower", "81000", "81000", "not above value"),
    "more than, value let in": (14, "lower", "2400", "above value", "10001 for 10000"),
    "exact, other end": (8, "upper", "12", "12 with bound_type exact", "same as value"),
    "number without bound": (2, "value", "5", "5 with bound_type none", "empty"),
    "number without unit": (4, "unit", "", "empty cell", "what is counted"),
    "time without words": (4, "date_fragment", "", "empty cell", "words about time"),
    "words without time": (4, "time_type", "none", "none beside", "absolute"),
    "a serial number": (4, "date_fragment", "45510", "2024-08-06", "Text"),
    "a rewritten date": (4, "date_fragment", "03/02/2025", "03/02/2025", "rewritten"),
    "not in the text": (4, "date_fragment", "on Friday", "article.txt", "exactly"),
    "spoilt letters": (4, "paraphrase", "GrÃ¶ÃŸe", "spoilt", "CSV UTF-8"),
}


@pytest.mark.parametrize("broken", WRONG_CELLS)
def test_a_wrong_cell_is_named_with_what_to_do(folder, broken):
    row, column, typed, *said = WRONG_CELLS[broken]
    set_cell(folder, row, column, typed)
    problem = only(folder)
    assert (problem.file, problem.row, problem.column) == ("claims.csv", row, column)
    assert problem.found and problem.expected and problem.fix
    for words in said:
        assert words.replace("“", '"').replace("”", '"') in str(problem).replace(
            "“", '"'
        ).replace("”", '"')


WRONG_DAYS = {
    "a serial number": ("45658", "1 January 2025", "2025-01-01"),
    "day or month": ("03/02/2025", "2 March 2025", "2025-02-03"),
    "two figures for the year": ("3.2.25", "3.2.25", "four digits"),
    "a month": ("February 2025", "February 2025", "its first day in earliest"),
    "no year": ("3 February", "3 February", "the year too"),
    "no such day": ("30.2.2025", "in no calendar", "2024-08-06"),
    "an open end": ("open", "open", "leave the cell empty"),
    "a line": ("-", "“-”", "leave the cell empty"),
    "another age": ("0201-02-03", "1700 to 2200", "Check the year"),
    "words": ("soon", "soon", "like 2024-08-06"),
}


@pytest.mark.parametrize("broken", WRONG_DAYS)
def test_a_wrong_day_is_named_with_what_to_do(folder, broken):
    typed, *said = WRONG_DAYS[broken]
    set_cell(folder, 2, "earliest", typed, "windows.csv")
    problem = only(folder)
    assert (problem.file, problem.row) == ("windows.csv", 2)
    assert all(words in str(problem) for words in said), str(problem)


def test_days_that_are_out_of_order_are_named(folder):
    set_cell(folder, 2, "earliest", "2025-03-09", "windows.csv")
    problem = only(folder)
    assert "2025-03-09" in problem.found and "Swap" in problem.fix


def test_a_window_without_a_day_is_named(folder):
    set_cell(folder, 5, "earliest", "", "windows.csv")
    assert "one of the two days" in only(folder).fix


@pytest.mark.parametrize("name", ["windows.csv", "checks.csv", "partner.csv"])
def test_a_row_about_a_claim_that_is_not_there_is_named(folder, name):
    set_cell(folder, 3, "claim_id", "C77", name)
    assert (only(folder).file, only(folder).found) == (name, "“C77”")


def test_an_address_that_is_none_is_named(folder):
    set_cell(folder, 2, "address", "the library", "checks.csv")
    assert "https://" in only(folder).fix + only(folder).expected


def test_a_missing_column_is_named_and_nothing_is_said_of_its_cells(folder):
    rows = [row[:11] + row[12:] for row in rows_of(folder)]
    save(folder, rows)
    assert (only(folder).column, only(folder).row) == ("named", 1)


def test_a_column_of_ones_own_is_named(folder):
    rows = [[*row, "x"] for row in rows_of(folder)]
    rows[0][-1] = "remarks"
    save(folder, rows)
    assert only(folder).column == "remarks"


def test_a_column_under_another_name_is_to_be_renamed_and_is_read(folder):
    rows = rows_of(folder)
    rows[0][NAMES.index("bound_type")] = "bound"
    save(folder, rows)
    assert (only(folder).column, only(folder).fix) == (
        "bound",
        "Rename it to bound_type.",
    )
    set_cell(folder, 4, "bound", "roughly")
    assert [one.row for one in problems_in(folder)] == [1, 4]


def test_other_marks_in_row_1_than_below_are_explained_once(folder):
    head, *rows = (folder / "claims.csv").read_text(encoding="utf-8").splitlines()
    rows = [row.replace(",", ";") for row in rows]
    (folder / "claims.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    said = [one for one in problems_in(folder) if one.file == "claims.csv"]
    assert [one.found for one in said] == [
        "commas between the names in row 1, semicolons below"
    ]


@pytest.mark.parametrize("cells", [["C25"], ["", "", "Total", "24"]])
def test_a_row_with_hardly_anything_in_it_is_named_once(folder, cells):
    rows = [*rows_of(folder), [*cells, *[""] * (16 - len(cells))]]
    save(folder, rows)
    assert only(folder).row == 26 and "delete the row" in only(folder).fix


def test_a_number_that_cannot_be_read_is_one_problem_and_not_three(folder):
    set_cell(folder, 4, "value", "20 to 30")
    set_cell(folder, 4, "lower", "")
    set_cell(folder, 4, "upper", "")
    assert only(folder).column == "value"


def test_letters_of_another_keyboard_in_a_code_are_read(folder):
    set_cell(folder, 4, "claim_id", "С03")
    set_cell(folder, 4, "source_reliability", "С")
    assert problems_in(folder) == []


@pytest.mark.parametrize("typed", ["people > this article", "people -> This article."])
def test_a_chain_that_can_be_read_in_one_way_is_read(folder, typed):
    set_cell(folder, 4, "chain", typed)
    assert read_article(folder).claims["chain"][2] == "people -> this article"


def test_words_about_time_from_two_places_are_joined_by_dots(folder):
    set_cell(folder, 4, "date_fragment", "on Monday ... last Thursday")
    assert problems_in(folder) == []
    set_cell(folder, 4, "date_fragment", "on Monday ... last Friday")
    assert only(folder).column == "date_fragment"


def test_a_second_window_for_the_article_itself_is_named(folder):
    rows = rows_of(folder, "windows.csv")
    save(folder, [*rows, rows[1]], "windows.csv")
    assert "row 2" in only(folder).found and only(folder).file == "windows.csv"


def test_a_merged_header_is_explained(folder):
    rows = rows_of(folder)
    for name in ("unit", "lower", "upper"):
        rows[0][NAMES.index(name)] = ""
    save(folder, rows)
    problems = problems_in(folder)
    assert {one.column for one in problems} == {"E", "F", "G", "unit", "lower", "upper"}
    assert any("merged cells" in one.fix for one in problems)


def test_a_title_above_the_names_is_explained(folder):
    save(folder, [["My article", *[""] * 15], *rows_of(folder)])
    problem = only(folder)
    assert "row 2" in problem.found and "Delete the rows above" in problem.fix


def test_a_table_without_names_is_explained(folder):
    save(folder, rows_of(folder)[1:])
    assert "claim_id, para" in only(folder).expected


def test_rows_in_one_cell_are_explained(folder):
    save(folder, [[",".join(row)] for row in rows_of(folder)], mark=";")
    (folder / "claims.csv").write_text(
        "\n".join(f'"{",".join(row)}"' for row in rows_of(form() / "example")),
        encoding="utf-8",
    )
    assert only(folder).found == "a whole row in one cell"


def test_a_cell_too_many_is_explained(folder):
    rows = rows_of(folder)
    rows[3].insert(2, "a part")
    save(folder, rows)
    assert (only(folder).row, only(folder).found) == (4, "17 cells")


def test_a_row_cut_in_two_is_explained_once_for_each_part(folder):
    rows = rows_of(folder)
    rows[3:4] = [rows[3][:5], rows[3][5:]]
    save(folder, rows)
    short = [one for one in problems_in(folder) if "line break" in one.fix]
    assert [(one.row, one.found) for one in short] == [(4, "5 cells"), (5, "11 cells")]


def test_a_quotation_mark_that_is_not_closed_is_explained(folder):
    text = (folder / "claims.csv").read_text(encoding="utf-8")
    text = text.replace("The sum that is missing.", '"The sum that is missing.')
    (folder / "claims.csv").write_text(text, encoding="utf-8")
    assert "quotation mark" in only(folder).found
    (folder / "claims.csv").write_text(
        text.replace('"The sum', "The sum").replace(
            "Harrowick could", '"Harrowick could'
        ),
        encoding="utf-8",
    )
    assert "row 24" in only(folder).found


def test_the_mark_that_a_cell_too_many_holds_is_named(folder):
    rows = [[*row[:2], "a; b", *row[3:]] for row in rows_of(folder)[1:]]
    lines = [NAMES, *rows]
    (folder / "claims.csv").write_text(
        "\n".join(";".join(line) for line in lines), encoding="utf-8"
    )
    assert "A cell with a semicolon in it" in problems_in(folder)[0].fix


def test_a_text_with_old_letters_is_to_be_saved_from_an_editor(folder):
    (folder / "brief.txt").write_bytes("Größe".encode("cp1252"))
    assert "In the editor" in only(folder).fix


def test_a_folder_in_the_place_of_a_table_is_named(folder):
    (folder / "windows.csv").unlink()
    (folder / "windows.csv").mkdir()
    assert only(folder).found == "a folder of this name"


def test_ten_thousand_rows_are_no_endless_list(folder):
    rows = rows_of(folder)
    many = [["perhaps", *rows[1][1:]] for _ in range(60)]
    for number, row in enumerate(many):
        row[0] = f"claim {number}"
    save(folder, [rows[0], *many])
    lines = str(findings(folder)).splitlines()
    assert len(lines) < 50 and "... and 20 more." in lines[-1]


@pytest.mark.parametrize(
    ("encoding", "typed", "read"),
    [("cp1252", "Größe", "“Größe” if Western"), ("cp1251", "Насос", "“Насос” if Cyr")],
)
def test_letters_with_two_readings_are_shown_in_both(folder, encoding, typed, read):
    rows = rows_of(folder)
    rows[3][2] = typed
    save(folder, rows, encoding=encoding)
    problem = only(folder)
    assert read in problem.found and problem.row == 4 and "CSV UTF-8" in problem.fix


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rest", ".xlsx"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><body>", "web page"),
        (b"", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"\r\n;;;\r\n", "empty file"),
    ],
)
def test_another_kind_of_file_is_explained(folder, content, said):
    (folder / "claims.csv").write_bytes(content)
    assert said in only(folder).found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("claims.xlsx", "Save as"),
        ("claims.ods", "Save as"),
        ("claims (1).csv", "Rename it to claims.csv"),
        ("claims.csv.txt", "Rename it to claims.csv"),
    ],
)
def test_a_file_saved_under_another_name_is_found(folder, name, said):
    (folder / "claims.csv").rename(folder / name)
    assert name in only(folder).found and said in only(folder).fix


def test_a_name_in_capitals_is_explained_where_the_disk_tells_them_apart(folder):
    (folder / "claims.csv").rename(folder / "Claims.CSV")
    if not (folder / "claims.csv").exists():
        assert "Claims.CSV" in only(folder).found


def test_all_problems_come_at_once(folder):
    set_cell(folder, 4, "value", "more than 10,000")
    set_cell(folder, 6, "named", "nobody")
    set_cell(folder, 9, "upper", "1")
    set_cell(folder, 2, "earliest", "45658", "windows.csv")
    rows = rows_of(folder)
    rows[0].append("remarks")
    save(folder, [rows[0], *([*row, "x"] for row in rows[1:])])
    places = [(one.file, one.row, one.column) for one in problems_in(folder)]
    assert places == [
        ("claims.csv", 1, "remarks"),
        ("claims.csv", 4, "value"),
        ("claims.csv", 6, "named"),
        ("claims.csv", 9, "upper"),
        ("windows.csv", 2, "earliest"),
    ]


def test_the_error_lists_every_problem(folder):
    rows = rows_of(folder)
    for row in rows[1:]:
        row[NAMES.index("checkable")] = "perhaps"
    save(folder, rows)
    with pytest.raises(ArticleError) as caught:
        read_article(folder)
    assert len(caught.value.problems) == 24
    assert str(caught.value).count("“perhaps”") == 24


def test_a_check_changes_nothing(folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    set_cell(folder, 4, "value", "many")
    broken = (folder / "claims.csv").read_bytes()
    problems_in(folder)
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after == {**before, "claims.csv": broken}
