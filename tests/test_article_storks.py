"""A second article, coded from scratch as a German spreadsheet saves it.

Nothing of the course was made with it in mind: what works here works for a learner.
"""

import re
import shutil
from pathlib import Path

import pytest

from helpers import record
from helpers.article import bounds_of, own_or_example, pictures, read_article
from helpers.article import write_report as write
from helpers.article.__main__ import main
from helpers.article.brief import brief_of
from helpers.article.counts import agreed, numbers
from helpers.article.findings import findings
from helpers.article.sums import in_words, worked_out
from helpers.bounds import at_least, exactly

STORKS = Path(__file__).parent / "articles" / "storks"


@pytest.fixture
def storks(tmp_path, monkeypatch):
    """The folder of the article where lesson 08 looks for it."""
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "work"))
    return shutil.copytree(STORKS, record.article_folder())


def test_the_files_are_as_spreadsheets_save_them():
    raw = {path.name: path.read_bytes() for path in STORKS.iterdir()}
    assert raw["claims.csv"].count(b";") > 300 and b"66,7" in raw["claims.csv"]
    assert b"\x92" in raw["claims.csv"] and b"\r\n" in raw["claims.csv"]
    assert raw["windows.csv"].startswith((b"\xff\xfe", b"\xfe\xff"))


def test_nothing_is_wrong_and_nothing_left_to_do(storks):
    found = findings(storks)
    assert (found.problems, found.left, found.claims) == ((), (), 21)


def test_the_lesson_works_on_it(storks):
    article = own_or_example()
    assert not article.is_example and "storks" in article.title
    assert pictures.who_speaks(article).alt.startswith("Of 21 claims")
    assert "Velm" in pictures.chain(article, "C09").alt
    assert "C12: “since 2015”" in pictures.windows(article).alt


def test_every_number_stands_as_it_was_typed(storks):
    table = numbers(read_article(storks)).set_index("claim")
    said = table["printed"].map("{:.15g}".format) + " " + table["allows"]
    assert said["C05"] == "66.7 at most 66.7" and said["C03"] == "64 64"
    assert said["C09"] == "-1 at least -1" and said["C12"] == "nan 300 to 350"


def test_the_brief_says_what_the_tables_give(storks):
    article, brief = read_article(storks), brief_of(read_article(storks))
    club, before, county = (bounds_of(article, id) for id in ("C03", "C04", "C06"))
    share = worked_out(club, before, "divided by") * 100
    assert f"{share.low:.1f} to {share.high:.1f} per cent" in brief
    lost = worked_out(before, county, "share lost")
    assert f"{lost.low:.0f} to {lost.high:.0f} per cent" in brief
    assert f"{(county - club).low:.0f} pairs are without young" in brief


def test_a_partner_who_read_one_claim_otherwise_agrees_on_three(storks):
    table = agreed(read_article(storks)).set_index("scale")
    assert table.loc["modality", "percent_agreement"] == 75


def test_its_report_holds_the_brief_and_no_sentence_of_the_article(storks):
    article = read_article(storks)
    assert "brief of 262 words" in repr(write(article))
    page = (storks / "report.html").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]+>", " ", page)
    assert "I would not pass on the placard" in words and "66.7" in words
    assert "0000000" not in words
    for sentence in re.split(
        r"(?<=[.!?]) ", " ".join(article.text.paragraphs.values())
    ):
        assert sentence not in words


def test_the_command_writes_the_same_report(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "work"))
    folder = shutil.copytree(STORKS, tmp_path / "elsewhere")
    assert main(["report", str(folder)]) == 0
    assert "report.html" in capsys.readouterr().out
    (folder / "claims.csv").unlink()
    assert main(["report", str(folder)]) == 1
    assert "no such file" in capsys.readouterr().out


def test_a_sum_is_rounded_outward_so_that_it_stays_true():
    small = at_least(9) / exactly(1_310)
    assert in_words(small, exactly(1_310)) == "at least 0.00687"
    assert in_words(exactly(440) / exactly(1_240), exactly(1_240)) == "0.3548"


def test_a_sum_that_nobody_chose_is_not_in_the_report(storks):
    chosen = pictures.calculation(read_article(storks))
    assert chosen.sentence == ""
    chosen.controls["how"].value = "minus"
    assert "Mind: the two are not counted in the same unit" not in chosen.sentence
    chosen.controls["second"].value = "C13"
    assert "Mind: the two are not counted in the same unit" in chosen.sentence


def test_a_number_that_may_be_nothing_is_no_divisor_and_the_reason_is_said(storks):
    chosen = pictures.calculation(read_article(storks))
    chosen.controls["second"].value = "C21"
    assert "may be 0" in chosen.sentence and "write the least" in chosen.sentence
