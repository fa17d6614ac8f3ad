"""Lesson 08 from the empty folder to the report and the check after the course."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LESSON = "08_your_own_article"
STORKS = Path(__file__).parents[1] / "articles" / "storks"
# What somebody answers who accepts one sound claim and doubts both doubtful ones.
ACCEPT, ASK_FIRST = "I would accept it as it stands", "I would want to know more first"
SIX = {
    "8.2": ACCEPT,
    "8.3": ASK_FIRST,
    "8.4": ASK_FIRST,
    "8.5": ASK_FIRST,
    "8.6": "40 %",
    "8.7": "It cannot be told from this",
}


@pytest.fixture
def lesson(open_lesson):
    opened = open_lesson(LESSON)
    opened.run_all()
    return opened


@pytest.fixture
def answers(tmp_path):
    """Where the lesson keeps what is made in it."""
    return tmp_path / "answers"


def test_a_learner_goes_from_an_empty_folder_to_a_report(lesson, answers, chromium):
    nothing_is_red_or_given_away(lesson)
    nobody_made_a_folder_yet(answers)
    the_folder_is_made_and_its_form_is_empty(lesson, answers)
    one_cell_is_wrong_and_its_place_is_named(lesson, answers)
    it_is_mended_and_nothing_is_left_to_do(lesson, answers)
    lesson.restart_and_run_all()
    the_pictures_are_of_the_own_article(lesson)
    a_sum_is_chosen_and_goes_into_the_report(lesson)
    the_report_is_a_page_of_its_own(chromium, answers)


def test_the_check_after_the_course_tells_accepting_from_doubting(lesson):
    there_is_no_verdict_before_the_sixth(lesson)
    both_rows_stand_apart(lesson)


def nothing_is_red_or_given_away(lesson):
    page = lesson.page
    assert (
        page.locator('[data-mime-type*="error"], [data-mime-type*="stderr"]').count()
        == 0
    )
    assert page.get_by_text("Error displaying widget").count() == 0
    outputs = " ".join(page.locator(".jp-OutputArea-output").all_inner_texts())
    for answer in ("1.82", "3 February 2025", "2,401", "no speaker at all (10)"):
        assert answer not in outputs, f"{answer} is on screen before it was asked"


def nobody_made_a_folder_yet(answers):
    assert not (answers / "my_article").exists()
    assert not list(answers.glob("example*"))


def the_folder_is_made_and_its_form_is_empty(lesson, answers):
    desk = lesson.cell("article.desk()")
    desk.get_by_role("button", name="Make the folder").press("Enter")
    expect(desk).to_contain_text("Begin with README.txt")
    assert {"claims.csv", "form.txt", "example"} <= {
        path.name for path in (answers / "my_article").iterdir()
    }
    desk.get_by_role("button", name="Check my article").press("Enter")
    expect(desk).to_contain_text("the form is still empty")


def one_cell_is_wrong_and_its_place_is_named(lesson, answers):
    claims = code(answers / "my_article")
    claims.write_bytes(claims.read_bytes().replace(b";64;nests;", b";64 nests;nests;"))
    desk = lesson.cell("article.desk()")
    desk.get_by_role("button", name="Check my article").press("Enter")
    expect(desk).to_contain_text("1 problem to mend")
    expect(desk).to_contain_text("row 4, column value: found “64 nests”")


def code(folder):
    """Fill the folder as a spreadsheet and an editor would; the path of the claims."""
    shutil.copytree(STORKS, folder, dirs_exist_ok=True)
    return folder / "claims.csv"


def it_is_mended_and_nothing_is_left_to_do(lesson, answers):
    code(answers / "my_article")
    desk = lesson.cell("article.desk()")
    desk.get_by_role("button", name="Check my article").press("Enter")
    expect(desk).to_contain_text("21 claims, no problem found")
    expect(desk).not_to_contain_text("Left to do")


def the_pictures_are_of_the_own_article(lesson):
    expect(lesson.cell("own_or_example()")).to_contain_text("21 claims, your article")
    voices = lesson.cell("pictures.who_speaks(it)").locator("figure img")
    expect(voices).to_have_attribute("alt", has("Of 21 claims"))
    expect(lesson.cell("counts.numbers(it)")).to_contain_text("66.7")


def a_sum_is_chosen_and_goes_into_the_report(lesson):
    report = lesson.cell("article.report_on")
    write = report.get_by_role("button", name="Write the page")
    write.press("Enter")
    expect(report).to_contain_text("It holds a brief of 262 words. No sum is in it")
    sums = lesson.cell("pictures.calculation(it)")
    second = sums.get_by_label("Second", exact=True)
    second.select_option(label="C06: 81 nests")
    expect(sums.locator("img")).to_have_attribute("alt", has("Result: 0.7901"))
    write.press("Enter")
    said = report.get_by_role("status")
    expect(said).to_have_text(re.compile(r"It holds a brief of 262 words\.\s*$"))


def the_report_is_a_page_of_its_own(chromium, answers):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((answers / "my_article" / "report.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fewer storks")
    for words in ("I would not pass on the placard", "Result: 0.7901", "example.org"):
        assert page.get_by_text(words).count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [one for one in asked if not one.startswith(("data:", "file:"))] == []
    page.close()


def there_is_no_verdict_before_the_sixth(lesson):
    compared = lesson.cell("before_and_after()")
    for exercise, option in SIX.items():
        cell = lesson.cell(f'ask("{exercise}")')
        cell.get_by_role("radio", name=option).check()
        cell.get_by_label("How sure are you").fill("80")
        compared.get_by_role("button", name="Compare").press("Enter")
        expect(compared).to_contain_text("waits for your answers to")
        cell.get_by_role("button", name="Save").press("Enter")
        expect(cell).to_contain_text("Your answer is kept")


def both_rows_stand_apart(lesson):
    compared = lesson.cell("before_and_after()")
    compared.get_by_role("button", name="Compare").press("Enter")
    rows = compared.get_by_role("row")
    expect(rows.filter(has_text="accepting the sound")).to_contain_text("1")
    expect(rows.filter(has_text="doubting the doubtful")).to_contain_text("2")


def has(words):
    """Any text with these words in it."""
    return re.compile(re.escape(words))
