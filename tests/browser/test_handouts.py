"""The handouts in a real Chromium: access, no request to anywhere, screen and paper."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from helpers.handouts import printing

ROOT = Path(__file__).resolve().parents[2]
HANDOUTS = ROOT / "handouts"
PAGES = sorted(HANDOUTS.glob("*/*.html"))
SAME = ("digest.html", "glossary.html", "sources.html")  # in both editions
DIFFERENT = [p for p in PAGES if p.name not in SAME or p.parent.name == "learners"]
LESSONS = [one for one in PAGES if re.match(r"\d\d_", one.name)]
LESSONS = [one for one in LESSONS if "worksheet" not in one.name]
SHEETS = sorted(HANDOUTS.glob("learners/*_worksheet.html"))
FLAGS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]
MOST_PAGES = 8
pytestmark = pytest.mark.browser


def name(path: Path) -> str:
    return path.relative_to(HANDOUTS).as_posix()


@pytest.fixture(scope="module")
def browser(browser_path: str):
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser_path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser):
    """Opens a page and gives it, with the addresses that it asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def open_page(path: Path):
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    context.close()


@pytest.mark.parametrize("path", DIFFERENT, ids=name)
def test_a_page_has_no_barrier_and_asks_for_nothing(opened, path):
    page = opened(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
    elsewhere = [one for one in page.asked if not one.startswith(("file:", "data:"))]
    assert page.asked[0] == path.as_uri() and not elsewhere


@pytest.mark.parametrize("path", DIFFERENT, ids=name)
def test_a_page_fits_320_pixels_and_a_zoom_of_200_percent(opened, path):
    page = opened(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_one_key_shows_all_code_and_the_same_key_folds_it(opened, path):
    page = opened(path)
    codes = page.locator("details.code")
    opened_now = page.locator("details.code[open]")
    page.keyboard.press("Alt+c")
    assert opened_now.count() == codes.count() > 1
    page.get_by_role("button", name="Fold all code").click()
    assert opened_now.count() == 0


def test_by_keyboard_the_first_stop_skips_to_the_content_and_details_open(opened):
    page = opened(LESSONS[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    summary = page.locator(".help summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".help details[open]").count() == 1


def test_a_page_works_without_scripts(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(LESSONS[-1].as_uri())
    assert page.locator("button").count() == 0
    assert page.locator("details.code summary").first.is_visible()
    context.close()


def printed(opened, path: Path, paper: str) -> bytes:
    return opened(path).pdf(format=paper)


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def words_of(pdf: Path) -> list[list[str]]:
    """The lines of each page; the test is skipped where pdftotext is not installed."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    pages = said.split("\f")[:-1]
    return [
        [line.strip() for line in page.splitlines() if line.strip()] for page in pages
    ]


LEARNERS = [one for one in LESSONS if one.parent.name == "learners"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", LEARNERS, ids=name)
def test_a_learners_page_prints_on_eight_pages_at_most(opened, path, paper):
    assert 1 <= pages_in(printed(opened, path, paper)) <= MOST_PAGES


TEACHERS = [one for one in LESSONS if one.parent.name == "teachers"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", TEACHERS, ids=name)
def test_a_guide_is_two_pages_and_the_lesson_begins_on_the_third(
    opened, path, paper, tmp_path
):
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(printed(opened, path, paper))
    pages = words_of(pdf)
    begins = next(n for n, lines in enumerate(pages) if "You will be able to" in lines)
    assert begins == 2 and "Answers at a glance" in pages[1]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_a_worksheet_is_one_page(opened, path, paper):
    assert pages_in(printed(opened, path, paper)) == 1


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_no_heading_stands_alone_at_the_end_of_a_page(opened, path, tmp_path):
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(printed(opened, path, "A4"))
    headings = opened(path).locator("main :is(h1,h2,h3,h4,h5)").all_inner_texts()
    for lines in words_of(pdf):
        assert re.fullmatch(r"\d+ ?/ ?\d+", lines[-1])  # the number of the page
        assert lines[-2] not in headings


SEEN_IN_PRINT = """selector => [...document.querySelectorAll(selector)].filter(
    one => one.checkVisibility({contentVisibilityAuto: true})
           && one.getBoundingClientRect().height > 0).length"""


def test_on_paper_teachers_see_answers_and_mistakes_and_learners_neither(opened):
    for edition, shown in (("teachers", True), ("learners", False)):
        page = opened(HANDOUTS / edition / "02_how_much_ground.html")
        page.emulate_media(media="print")
        page.evaluate("window.onbeforeprint && window.onbeforeprint()")
        for selector in (".rk-worked", "figure td"):
            assert bool(page.evaluate(SEEN_IN_PRINT, selector)) is shown
        assert page.evaluate(SEEN_IN_PRINT, "details.code pre") == (
            1 if shown else 0
        ) * (page.locator("details.code[open]").count())


def by_command(path: Path, folder: Path) -> str:
    """The words of a page as --pdf prints it."""
    pdf = printing.to_pdf(path, folder / "page.pdf")
    return "\n".join(line for lines in words_of(pdf) for line in lines)


def test_pdf_has_page_numbers_and_the_title_in_its_margins(
    browser_path, tmp_path, monkeypatch
):
    monkeypatch.setenv("READING_KURSK_CHROMIUM", browser_path)
    path = HANDOUTS / "learners" / "02_how_much_ground.html"
    said = by_command(path, tmp_path)
    count = said.count("02 How much ground was lost?")
    assert count >= 3 and re.search(rf"{count} ?/ ?{count}\b", said)


def test_addresses_are_printed_in_the_sources_and_nowhere_else(
    browser_path, tmp_path, monkeypatch
):
    monkeypatch.setenv("READING_KURSK_CHROMIUM", browser_path)
    folder = HANDOUTS / "learners"
    for page, shown in (("sources", True), ("01_when_did_this_happen", False)):
        said = by_command(folder / f"{page}.html", tmp_path)
        assert ("https://" in said) is shown
