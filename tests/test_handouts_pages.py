"""The pages in handouts/: current, whole, readable by everyone, giving nothing away."""

import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlparse

import pytest
from handout import read, words

from helpers.exercises.key import read_key
from helpers.handouts import (
    build,
    calls,
    inputs,
    made,
    markup,
    project,
    task,
    trouble,
)
from helpers.handouts import guide as guides
from helpers.handouts.progress import Progress

ROOT = Path(__file__).resolve().parent.parent
HANDOUTS = ROOT / "handouts"
PAGES = sorted(HANDOUTS.glob("*/*.html"))
LESSONS = project.lessons()
GUIDED = [one for one in LESSONS if project.guide(one.stem).is_file()]
KILOBYTES = {"05": 800, "06": 800}
NAMES = {path: path.relative_to(HANDOUTS).as_posix() for path in PAGES}


@pytest.fixture(params=PAGES, ids=NAMES.get)
def path(request) -> Path:
    return request.param


@pytest.fixture
def page(path: Path):
    return read(path)


@pytest.fixture(params=LESSONS, ids=lambda one: one.stem)
def lesson(request) -> Path:
    return request.param


@pytest.fixture(params=GUIDED, ids=lambda one: one.stem)
def guided(request) -> Path:
    return request.param


def page_of(lesson: Path, edition: str):
    return read(HANDOUTS / edition / f"{lesson.stem}.html")


def asked_in(lesson: Path) -> list[str]:
    """The exercises that a lesson asks, in order."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    code = ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]
    found = filter(None, calls.calls_in(code))
    return [call.exercise for call in found if call.verb == "ask"]


def keys_of(lesson: Path) -> dict:
    return read_key(project.key(lesson))


def test_every_page_is_there_and_current():
    stale = build.Build(HANDOUTS).stale_pages()
    assert not stale, "run: python3 course.py handouts"


def test_no_page_is_left_over_from_an_earlier_lesson():
    assert {NAMES[one] for one in PAGES} == set(build.named_pages())


def test_a_page_says_its_language_and_its_name(page):
    assert [one.get("lang") for one in page.all("html")] == ["en"]
    assert words(page.all("title")[0].text()).endswith("Reading Kursk")


def test_a_page_has_its_landmarks_and_a_way_past_the_top(page):
    for tag in ("header", "nav", "main", "footer"):
        assert len(page.all(tag)) == 1
    first = page.all("a")[0]
    assert (
        first.has("skip") and first.get("href") == f"#{page.all('main')[0].get('id')}"
    )


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_every_id_is_used_once(page):
    ids = [one.get("id") for one in page.all() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_every_picture_has_words_and_is_inside_the_page(page):
    for image in page.all("img"):
        assert len(image.get("alt")) > 30
        assert image.get("src").startswith("data:image/png;base64,")


def test_every_table_has_a_caption_and_header_cells(page):
    for table in page.all("table"):
        assert [words(one.text()) for one in table.all("caption")] > [""]
        heads = table.all("th")
        assert heads and all(one.get("scope") in ("col", "row") for one in heads)
        assert (
            all(words(one.text()) for one in table.all("thead")[0].all("th"))
            if (table.all("thead"))
            else True
        )


def test_a_page_asks_for_nothing_from_outside(path, page):
    for one in page.all():
        assert one.tag not in ("link", "iframe", "object", "embed", "video", "audio")
        assert not any(name.startswith("on") for name in one.attributes)
        assert "url(" not in one.get("style")
        if one.tag not in ("a", "img"):
            assert not one.get("src") and not one.get("href")
    styles = "".join(one.text() for one in page.all("style"))
    assert "url(" not in styles and "@import" not in styles


def test_links_to_other_pages_lead_somewhere(path, page):
    for link in page.all("a"):
        address = urlparse(link.get("href"))
        if not address.scheme and address.path:
            assert (path.parent / address.path).is_file(), link.get("href")


def test_a_page_holds_no_path_and_no_formula_source(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/(home|root|tmp|Users|work)/", text)
    assert "\\frac" not in text and "$$" not in text


def test_a_page_is_small(path):
    limit = KILOBYTES.get(path.name[:2], 400)
    assert path.stat().st_size <= limit * 1000


def test_learners_see_every_question_and_no_answer(lesson):
    seen = words(page_of(lesson, "learners").visible_text())
    for one in map(keys_of(lesson).get, asked_in(lesson)):
        assert words(one.ask) in seen
        for secret in (one.solution, *one.hints, *(s["text"] for s in one.samples)):
            assert not secret or words(secret) not in seen


def test_hints_open_one_inside_the_other_and_the_answer_last(lesson):
    page, keys = page_of(lesson, "learners"), keys_of(lesson)
    boxes = [one for one in page.all("div") if one.has("help")]
    with_help = [one for one in asked_in(lesson) if keys[one].judged != "later"]
    assert len(boxes) == len(with_help)
    for box, name in zip(boxes, with_help, strict=True):
        steps = [words(one.all("summary")[0].text()) for one in box.all("details")]
        hints = len(keys[name].hints)
        expected = [f"Hint {n} of {hints} for {name}" for n in range(1, hints + 1)]
        assert steps == [*expected, f"Answer to {name}"]
        assert not any("open" in one.attributes for one in box.all("details"))


def test_what_waits_for_a_guess_stands_closed(lesson):
    page = page_of(lesson, "learners")
    for one in page.all("details"):
        if one.has("reveal"):
            assert "open" not in one.attributes
            assert "This waits" not in one.text()


def test_teachers_see_every_answer_and_what_to_say_to_each_mistake(lesson):
    seen = words(page_of(lesson, "teachers").visible_text())
    for one in map(keys_of(lesson).get, asked_in(lesson)):
        for said in (one.ask, one.solution, *one.hints):
            assert words(said) in seen
        for said in [
            *(m.reply for m in one.mistakes),
            *(s["text"] for s in one.samples),
        ]:
            assert words(said) in seen


def test_teachers_find_the_guide_on_top(guided):
    lesson, guide = guided, project.guide(guided.stem)
    headings = page_of(lesson, "teachers").all("h2")
    assert words(headings[0].text()) == guides.title(guide)


def test_the_guide_ends_with_every_answer_in_one_table(guided):
    rows = table_called(page_of(guided, "teachers"), "Answers at a glance")
    keys = keys_of(guided)
    assert [row[0].split()[0] for row in rows] == list(keys)
    for (_, said), key in zip(rows, keys.values(), strict=True):
        if key.kind in ("number", "interval", "choice", "days"):
            assert words(task.in_words(key.answer, key)) in said
        else:
            assert said


def table_called(page, caption):
    """The cells of each row under the heads of the table with this caption."""
    found = next(
        one
        for one in page.all("table")
        if words(one.all("caption")[0].text()) == caption
    )
    rows = found.all("tbody")[0].all("tr")
    return [
        [words(cell.text()) for cell in (*row.all("th"), *row.all("td"))]
        for row in rows
    ]


def test_the_worksheet_of_a_guide_asks_known_questions(guided):
    asked, keys = guides.questions(project.guide(guided.stem)), keys_of(guided)
    assert asked and set(asked) <= set(keys)


PLANS = [
    one for one in sorted((ROOT / "teaching").glob("*.md")) if guides.questions(one)
]


@pytest.mark.parametrize("path", PLANS, ids=lambda one: one.stem)
def test_the_minutes_of_a_plan_add_up(path):
    plan = guides.text(path).partition("## Minute plan\n\n")[2].partition("\n\n")[0]
    head, _, *body = [line.strip("|").split("|") for line in plan.splitlines()]
    for column, name in enumerate(head[1:], 1):
        minutes = [row[column].strip() for row in body]
        assert sum(int(one) for one in minutes if one.isdigit()) == int(name.split()[0])


def test_windows_line_ends_do_not_make_a_page_stale():
    assert inputs.digest(b"a\r\nb\r\n") == inputs.digest(b"a\nb\n")


def test_versions_of_packages_do_not_make_a_stored_page_stale(monkeypatch, tmp_path):
    pages = made.Made(tmp_path)
    pages.put("learners/x.html", "inputs", "<p>x</p>")
    pages.keep()
    monkeypatch.setattr(inputs, "version", lambda name: "999")
    again = made.Made(tmp_path)
    assert again.is_current("learners/x.html", "inputs")


def test_a_page_that_somebody_changed_is_stale(tmp_path):
    pages = made.Made(tmp_path)
    pages.put("x.html", "inputs", "<p>x</p>")
    (tmp_path / "x.html").write_text("<p>y</p>")
    assert not pages.is_current("x.html", "inputs")


def test_a_broken_list_of_pages_means_that_all_are_made_anew(tmp_path):
    (tmp_path / made.NAME).write_text('{"pages": [')
    assert made.Made(tmp_path).pages == {}


def test_a_lesson_depends_on_the_helpers_it_imports_and_on_theirs():
    names = {
        one.relative_to(project.HELPERS).as_posix()
        for one in inputs.modules_of("from helpers.figures import territory")
    }
    assert {"figures/territory.py", "picture.py", "days.py"} <= names
    assert "handouts/template/handout/print.css" in names
    assert "checkup.py" not in names


def test_an_empty_head_of_a_markdown_table_goes_and_the_left_column_leads():
    html = "<table><thead><tr><th></th><th></th></tr></thead><tbody><tr>"
    html += "<td>Minutes</td><td>60</td></tr></tbody></table>"
    tidied = markup.tidy(html, set())
    assert "<thead>" not in tidied and '<th scope="row">Minutes</th>' in tidied


def test_the_same_heading_twice_gets_two_ids():
    taken: set[str] = set()
    pair = [markup.tidy("<h2>To discuss</h2>", taken) for _ in range(2)]
    assert 'id="to-discuss"' in pair[0] and 'id="to-discuss-2"' in pair[1]


def test_a_long_error_becomes_one_line():
    said = trouble.short("ValueError:\n  a\n" + "b " * 400)
    assert "\n" not in said and len(said) < 310


class Screen:
    """A terminal that remembers what was written to it."""

    def __init__(self, moves: bool):
        self.moves, self.written = moves, ""

    def isatty(self) -> bool:
        return self.moves

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


def test_progress_is_one_moving_line_on_a_terminal_and_silence_in_a_file():
    screen, file = Screen(True), Screen(False)
    for stream in (screen, file):
        Progress(stream).show(3, 6, "lessons 02")
    assert screen.written.startswith("\r[##########----------]")
    assert file.written == ""
