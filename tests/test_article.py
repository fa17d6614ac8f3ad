"""An article of one's own: its folder, its commands, its pictures and its report."""

# ruff: noqa: RUF001 - letters and marks of many kinds are what is tested

import csv
import os
import re
import shutil
import subprocess
import sys

import pandas as pd
import pytest

from helpers import record
from helpers.article import (
    ArticleError,
    after,
    bounds_of,
    brief,
    counts,
    desk,
    example,
    own_or_example,
    pictures,
    problems_in,
    read_article,
    report,
    report_on,
    sums,
    typed,
    write_report,
)
from helpers.article.__main__ import main
from helpers.article.cell import guarded, unguarded
from helpers.article.findings import findings, left_to_do
from helpers.article.output import write_ours
from helpers.article.start import as_csv, new_folder
from helpers.article.table import form, form_fields
from helpers.bounds import Bounds
from helpers.picture import Picture

NASTY = "<script>alert(1)</script> $5 & $\\frac$ =cmd|'x' «市长»"


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """An empty place for answers."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "work"))


@pytest.fixture
def folder(tmp_path):
    """A copy of the example, as if a learner had coded it."""
    return shutil.copytree(form() / "example", tmp_path / "pool")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# the form and the example


def test_the_form_has_twelve_fields_and_four_judgements():
    assert list(form_fields("claims")) == [
        "claim_id",
        "para",
        "paraphrase",
        "value",
        "unit",
        "lower",
        "upper",
        "bound_type",
        "date_fragment",
        "time_type",
        "chain",
        "named",
        "modality",
        "info_credibility",
        "source_reliability",
        "checkable",
    ]


def test_every_field_and_every_permitted_value_is_explained():
    for name in ("claims", "windows", "checks", "partner"):
        for field in form_fields(name).values():
            permitted = field.get("constraints", {}).get("enum", [])
            assert field["description"].endswith(".")
            assert list(field.get("meanings", {})) == list(permitted)


@pytest.mark.parametrize("mark", [False, True])
def test_frictionless_finds_a_new_example_valid(tmp_path, monkeypatch, mark):
    import frictionless

    monkeypatch.chdir(new_folder(tmp_path / "mine", semicolons=mark) / "example")
    assert frictionless.validate("datapackage.json").valid


def test_the_example_is_sound_and_leaves_nothing_to_do():
    article = example()
    assert left_to_do(article) == []
    assert 280 <= sum(len(p.split()) for p in article.text.paragraphs.values()) <= 340
    assert "invented" in article.text.source


def test_every_kind_of_bound_stands_in_the_example():
    kinds = form_fields("claims")["bound_type"]["meanings"]
    assert set(example().claims["bound_type"]) == set(kinds)


def test_the_brief_of_the_example_says_what_its_tables_say():
    article, brief = example(), example().brief
    share = bounds_of(article, "C03") / bounds_of(article, "C08")
    assert 235 <= len(brief.split()) <= 260
    assert f"{len(article.claims)} claims" in brief
    assert share.words("euros") in brief
    assert bounds_of(article, "C03").words("euros", 0) in brief
    lost = 1 - bounds_of(article, "C08") / bounds_of(article, "C09")
    assert f"{lost.low * 100:.0f} percent" in brief
    naming = counts.naming(article).set_index("who is named")["claims"]
    assert naming["no speaker at all"] == 10 and naming["a person with a name"] == 5


# a new folder


def test_a_new_folder_has_the_form_its_dictionary_and_a_filled_example(tmp_path):
    folder = new_folder(tmp_path / "a" / "mine")
    names = {path.name for path in folder.iterdir()}
    assert {"claims.csv", "datapackage.json", "example", "README.txt"} <= names
    assert problems_in(folder / "example") == []
    assert [one.found for one in problems_in(folder)] == ["no claims yet"]
    assert findings(folder).headline() == "mine: the form is still empty."


def test_a_spreadsheet_sees_that_the_files_are_in_utf_8(tmp_path):
    folder = new_folder(tmp_path / "mine")
    for path in [*folder.glob("*.csv"), *folder.glob("example/*.csv")]:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name


def test_the_empty_form_can_be_filled_and_read(tmp_path):
    folder = new_folder(tmp_path / "mine")
    with (folder / "claims.csv").open("a", encoding="utf-8", newline="") as file:
        row = ["C01", "P1", "It rained.", "", "", "", "", "none", "", "none"]
        row += ["this article", "unattributed", "reported_fact", "2", "F", "yes"]
        csv.writer(file).writerow(row)
    assert len(read_article(folder).claims) == 1


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_that_holds_files_is_refused_and_stays_as_it_is(tmp_path, name):
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(ArticleError, match="Nothing was changed"):
        new_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_place_for_a_folder(tmp_path):
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(ArticleError, match="a file of this name"):
        new_folder(tmp_path / "x")


@pytest.mark.parametrize(
    "typed", ["=1+1", "+5", "-3 %", "@x", "\tx", " =1", "'=1", "＝1"]
)
def test_what_a_spreadsheet_would_run_is_written_as_text(typed):
    (cell,) = next(iter(csv.reader([as_csv([guarded(typed)], []).strip("\r\n")])))
    assert cell.startswith("'") and unguarded(guarded(typed)) == typed


@pytest.mark.parametrize("typed", ["a = b", "'tis", "5 + 5", "it's", ""])
def test_other_text_is_written_as_it_is(typed):
    assert guarded(typed) == unguarded(typed) == typed


# folders that are none


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "no such folder"),
        ("pool/claims.csv", "a file"),
        (".", "no claims.csv here, but in pool"),
    ],
)
def test_a_path_that_is_no_article_is_explained(folder, path, said):
    problems = problems_in(folder.parent / path)
    assert len(problems) == 1 and said in problems[0].found and problems[0].fix


def test_an_article_without_text_and_tables_beside_it_is_sound(folder):
    for name in ("article.txt", "brief.txt", "windows.csv", "checks.csv"):
        (folder / name).unlink()
    article = read_article(str(folder))
    assert article.windows.empty and article.title == "pool"
    assert len(left_to_do(article)) == 4


def test_a_text_that_nobody_filled_in_is_no_text(tmp_path):
    folder = new_folder(tmp_path / "mine")
    shutil.copy(folder / "example" / "claims.csv", folder / "claims.csv")
    assert problems_in(folder) == [] and not read_article(folder).text


def test_what_the_assignment_still_asks_for_is_said(folder):
    edit(folder / "checks.csv", "confirms", "leaves_open")
    edit(folder / "partner.csv", "C19,assessment,6,B,partly", "")
    (folder / "brief.txt").write_text("Too short.", encoding="utf-8")
    left = " ".join(findings(folder).left)
    assert "3 of at least 4" in left and "confirms" in left and "2 words" in left


def test_a_folder_that_may_not_be_opened_is_explained(folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    (problem,) = problems_in(folder)
    assert problem.found == "a folder that is locked" and "copy" in problem.fix


# the commands


def test_the_commands_say_what_they_do(capsys, tmp_path):
    for arguments in (["--help"], ["new", "--help"], ["check", "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0 and "usage" in capsys.readouterr().out


def test_new_and_check_from_a_command_line(tmp_path, capsys):
    mine = tmp_path / "mine"
    assert main(["new", str(mine)]) == 0
    assert main(["new", str(mine)]) == 1
    assert main(["check", str(mine)]) == 1
    assert main(["check", str(mine / "example")]) == 0
    said = capsys.readouterr().out
    assert "Nothing was changed" in said and "24 claims, no problem found" in said


def test_several_folders_are_checked_at_once(folder, capsys):
    edit(folder / "claims.csv", "80000", "many")
    assert main(["check", str(folder), str(form() / "example")]) == 1
    said = capsys.readouterr().out
    assert "1 problem to mend" in said and "no problem found" in said


def test_letters_that_a_console_lacks_do_not_stop_the_check(folder):
    edit(folder / "claims.csv", "80000", "багато")
    told = subprocess.run(
        [sys.executable, "-m", "helpers.article", "check", str(folder)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=False,
    )
    assert told.returncode == 1 and b"column value" in told.stdout


def test_a_problem_of_many_rows_is_said_once(folder):
    edit(folder / "claims.csv", ",yes\n", ",perhaps\n")
    lines = str(findings(folder)).splitlines()
    assert len([line for line in lines if "perhaps" in line]) == 1
    assert any("rows 4 to 14" in line or "rows 4 to" in line for line in lines)


# what the article shows


def test_ends_that_the_wording_leaves_open_stay_open():
    article = example()
    assert repr(bounds_of(article, "C13")) == "[2,401, unbounded)"
    assert repr(bounds_of(article, "C14")) == "(unbounded, 1,999]"
    with pytest.raises(ArticleError, match="no number in C01"):
        bounds_of(article, "C01")


def test_speakers_are_counted_by_the_origin_of_their_chains():
    table = counts.speakers(example())
    assert table["claims"].sum() == len(example().claims)
    assert table.iloc[0]["who speaks"] == "the article itself"
    assert "others" in table.iloc[-1]["who speaks"]


def test_the_longest_chain_is_found_and_drawn():
    assert counts.longest_chain(example()) == "C18"
    assert "Jonas Fenwright, then the local radio" in pictures.chain(example()).alt


def test_six_and_f_are_left_out_of_the_ordered_scales():
    table = counts.agreed(example()).set_index("scale")
    assert table.loc["modality", "claims"] == 4
    assert table.loc["info_credibility", "claims"] == 3


def test_without_a_partner_there_is_nothing_to_agree_with(folder):
    (folder / "partner.csv").unlink()
    assert counts.agreed(read_article(folder)).empty


@pytest.mark.parametrize(
    ("first", "second", "how", "range_"),
    [
        (Bounds(75, 85), Bounds(10, 10), "divided by", "[7.5, 8.5]"),
        (Bounds(75, 85), Bounds(10, 20), "minus", "[55, 75]"),
        (
            Bounds(1240, 1240),
            Bounds(750, 850),
            "share lost",
            "[31.4516129, 39.51612903]",
        ),
        (Bounds(1, 1), Bounds(-1, 2), "divided by", "None"),
        (Bounds(1, 1), Bounds(2, float("inf")), "minus", "(unbounded, -1]"),
    ],
)
def test_a_sum_of_ranges_is_a_range(first, second, how, range_):
    assert repr(sums.worked_out(first, second, how)) == range_


def test_every_choice_of_the_sum_can_be_drawn():
    chosen = pictures.calculation(example())
    for how in sums.SUMS.values():
        chosen.controls["how"].value = how
        for id in ("C13", "C14", "C03"):
            chosen.controls["second"].value = id
            assert "Result" in chosen.picture.alt


def test_an_article_with_one_number_has_no_sum(folder):
    rows = (folder / "claims.csv").read_text(encoding="utf-8").splitlines()
    (folder / "claims.csv").write_text("\n".join(rows[:4]), encoding="utf-8")
    for name in ("windows.csv", "checks.csv", "partner.csv"):
        (folder / name).unlink()
    article = read_article(folder)
    assert "fewer" in str(pictures.calculation(article))
    assert "No window" in str(pictures.windows(article))
    assert report.as_page(article, "").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("first", "last"),
    [("2025-02-03", "2025-02-03"), ("1996-05-14", "2025-02-27"), ("", "1850-01-01")],
)
def test_windows_of_any_length_can_be_drawn(folder, first, last):
    rows = ["claim_id,earliest,latest,basis,reason", f"C05,{first},{last},outside,x"]
    (folder / "windows.csv").write_text("\n".join(rows), encoding="utf-8")
    drawn = pictures.windows(read_article(folder))
    assert isinstance(drawn, Picture) and drawn.alt.startswith("1 window of")


# the report


def test_the_report_of_the_example_is_one_page_that_asks_for_nothing():
    chosen = pictures.calculation(example())
    assert "No sum is in it" in repr(write_report(example(), chosen))
    chosen.controls["second"].value = "C13"
    chosen.controls["second"].value = "C07"
    said = write_report(example(), chosen)
    page = (record.folder() / "example_report.html").read_text(encoding="utf-8")
    assert "246 words" in repr(said) and "6,818 to 7,728" in page
    assert not re.search(r'src="(?!data:)|<link|<script|@import|url\(', page)
    assert page.count("<h1") == 1 and 'lang="en"' in page
    assert all("alt=" in image for image in re.findall(r"<img[^>]*>", page))
    assert "All of it is invented" in page


def test_what_was_typed_is_text_on_every_page(folder):
    for old in ("The sum that is missing.", "Jonas Fenwright", "euros,75000"):
        new = NASTY.replace(",", "") + (",75000" if old.endswith("75000") else "")
        edit(folder / "claims.csv", old, new)
    edit(folder / "checks.csv", "the same number", NASTY)
    edit(folder / "article.txt", "Harrowick pool may", NASTY)
    article = read_article(folder)
    shown = [
        report.as_page(article, NASTY, pictures.calculation(article).sentence),
        article.text._repr_mimebundle_()["text/html"],
        pictures.who_speaks(article).as_html(),
        pictures.chain(article, "C18").as_html(),
        pictures.calculation(article).shown.value,
    ]
    for html in shown:
        assert "<script" not in html and "&lt;script" in html


def test_what_a_check_shows_is_text_as_well(folder):
    edit(folder / "claims.csv", "about,on Monday", f"{NASTY},on Monday")
    html = findings(folder).as_html()
    assert "<script" not in html and "&lt;script" in html


def test_the_claims_as_they_were_read_can_be_read_again(folder, tmp_path):
    edit(folder / "claims.csv", "The sum that is missing.", "=HYPERLINK(1)")
    edit(folder / "claims.csv", "80000", "80 000")
    first = read_article(folder)
    write_report(first)
    written = (folder / "claims_as_read.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK(1)" in written and ",80000," in written
    again = shutil.copytree(folder, tmp_path / "again")
    shutil.copy(folder / "claims_as_read.csv", again / "claims.csv")
    pd.testing.assert_frame_equal(read_article(again).claims, first.claims)


def test_only_addresses_of_web_pages_become_links(folder):
    edit(
        folder / "article.txt",
        "Source: written",
        "Source: javascript:alert(1), written",
    )
    page = report.as_page(read_article(folder), "")
    assert 'href="https://example.org/district/sports-grounds"' in page
    assert 'href="javascript' not in page


def test_the_brief_in_the_file_goes_before_the_one_in_the_lesson(folder):
    folder = folder.rename(made(record.article_folder()))
    record.save(brief.EXERCISE, "answer", "From the lesson.")
    assert brief.brief_of(read_article(folder)) != "From the lesson."
    (folder / "brief.txt").write_text("", encoding="utf-8")
    assert brief.brief_of(read_article(folder)) == "From the lesson."


def test_a_report_that_somebody_changed_is_never_overwritten(tmp_path):
    page = tmp_path / "report.html"
    assert write_ours(page, "one") == page == write_ours(page, "two")
    page.write_text("two, and my own line", encoding="utf-8")
    assert write_ours(page, "three").name == "report-2.html"
    assert write_ours(page, "four").name == "report-2.html"
    assert page.read_text(encoding="utf-8") == "two, and my own line"


def test_a_file_of_that_name_that_was_there_before_stays(folder):
    (folder / "report.html").write_text("mine", encoding="utf-8")
    assert "report-2.html" in repr(write_report(read_article(folder)))
    assert (folder / "report.html").read_text(encoding="utf-8") == "mine"


def made(folder):
    """The place for a folder of this name."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def test_the_brief_of_the_lesson_belongs_to_no_other_article(folder):
    record.save(brief.EXERCISE, "answer", "From the lesson.")
    (folder / "brief.txt").write_text("", encoding="utf-8")
    assert brief.brief_of(read_article(folder)) == ""


# in the lesson


def test_nothing_is_made_before_somebody_asks():
    shown = desk()
    assert not record.article_folder().exists()
    shown.make.click()
    assert (record.article_folder() / "claims.csv").is_file()
    assert shown.look in shown.children and shown.make not in shown.children


def test_the_desk_shows_every_problem_and_then_that_there_is_none():
    shown = desk()
    shown.make.click()
    shown.look.click()
    assert "still empty" in shown.said.value
    shutil.copytree(form() / "example", record.article_folder(), dirs_exist_ok=True)
    shown.look.click()
    assert "no problem found" in shown.said.value


def test_the_page_is_written_when_somebody_asks_with_the_sum_of_then():
    chosen = pictures.calculation(example())
    shown = report_on(example(), chosen)
    assert not record.folder().exists()
    shown.button.click()
    assert "No sum is in it" in shown.said.value
    chosen.controls["second"].value = "C13"
    shown.button.click()
    page = (record.folder() / "example_report.html").read_text(encoding="utf-8")
    assert "No sum" not in shown.said.value and "Second: C13" in page


def test_the_example_stands_in_until_ones_own_article_is_sound():
    assert "no article of your own yet" in repr(own_or_example())
    new_folder(record.article_folder())
    assert "still empty" in repr(own_or_example())
    shutil.copytree(form() / "example", record.article_folder(), dirs_exist_ok=True)
    assert not own_or_example().is_example
    edit(record.article_folder() / "claims.csv", "80000", "many")
    assert "one problem, so this is the example" in repr(own_or_example())


def test_dollar_signs_are_no_formulas_where_jupyterlab_looks_for_them():
    article = example()
    shown = [article.text, pictures.who_speaks(article), findings(form() / "example")]
    for one in shown:
        assert "mathjax_ignore" in one._repr_mimebundle_()["text/html"]


def test_the_example_keeps_its_answers_until_the_exercise_is_done(folder):
    article, own = example(), read_article(folder)
    waits = after(article, "8.1b", lambda: typed.listed(counts.numbers(article), "x"))
    assert "more than" not in str(waits._repr_mimebundle_())
    shown = after(own, "8.1b", lambda: typed.listed(counts.numbers(own), "x"))
    assert "more than" in shown.as_text()
