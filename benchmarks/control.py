"""From a key to the next picture in the browser: explore against ipywidgets.interact.

    python benchmarks/control.py

The same figure behind both. Budgets: a picture not yet drawn at least 1.5 times
faster, one already drawn 4 times; no frame without a picture, no jump in height.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

import nbformat
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from lab import QUIET, Lesson, Server  # noqa: E402

DRAW = """
from helpers import days, explore
from helpers.figures import territory
NOVEMBER = days.month(2024, 11)
given = dict(start=1240, held=800, since="2024-08-31", last=NOVEMBER, rounding=100)
"""
OURS = """
explore.explore("How fast?", territory.loss_a_day, sources=[],
                day=explore.walk("Day", 1, 30), **given)
"""
THEIRS = """
import matplotlib.pyplot as plt
from ipywidgets import IntSlider, interact
from helpers.bounds import Bounds, about
from helpers.territory import by_last_day
def loss(day):
    table = by_last_day(1240, about(800), "2024-08-31", NOVEMBER)
    chosen = table.iloc[day - 1]
    rate = Bounds(chosen["km2_a_day_low"], chosen["km2_a_day_high"])
    with plt.style.context(STYLE):
        figure, axes = plt.subplots(figsize=(7.6, 4.2), dpi=100)
        territory._band(axes, table, rate, day)
        axes.set_xlabel("the day of November on which the later figure was true")
        axes.set_ylabel("km² lost a day, on average")
        axes.set_title(f"{day} November: {rate.words('km² a day')}", loc="left")
        plt.show()
interact(loss, day=IntSlider(1, 1, 30));
"""
ROUNDS, MOVES = 4, 5
STYLE = f"STYLE = {str(ROOT / 'src/helpers/course.mplstyle')!r}\n"
WATCH = """
(output) => {
  const seen = {at: null, blank: 0, heights: new Set()};
  const image = () => output.querySelector('img[src^="data:image"]');
  let source = image().src;
  const frame = () => {
    if (!image()) seen.blank += 1;
    seen.heights.add(Math.round(output.getBoundingClientRect().height));
    if (image() && image().src !== source && image().complete) {
      seen.at = performance.now(); source = image().src;
    }
    requestAnimationFrame(frame);
  };
  frame();
  window.seen = seen;
}
"""


def measure(page, output, key: str, moves: int) -> list[float]:
    """Milliseconds from each key to the first frame that shows the next picture."""
    times = []
    for _ in range(moves):
        page.evaluate("seen.at = null")
        began = page.evaluate("performance.now()")
        page.keyboard.press(key)
        page.wait_for_function("seen.at !== null", polling="raf", timeout=20_000)
        times.append(page.evaluate("seen.at") - began)
        page.wait_for_timeout(120)
    return times


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        cells = [DRAW, OURS, STYLE + THEIRS]
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell.strip()) for cell in cells]
        )
        server = Server(Path(folder), root=Path(folder))
        nbformat.write(notebook, Path(folder) / "bench.ipynb")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", *QUIET]
        )
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            report(Lesson(page, server, "bench", folder=""))
        finally:
            browser.close()
            server.stop()


def report(lesson: Lesson) -> None:
    """Both in turns, so that a busy moment of the machine hits both."""
    lesson.run_all()
    sources = {"explore": "How fast?", "interact": "interact("}
    new, old = {name: [] for name in sources}, {name: [] for name in sources}
    for times, key in ((new, "ArrowRight"), (old, "ArrowLeft")):
        for _ in range(ROUNDS):
            for name, source in sources.items():
                output = lesson.cell(source).locator(".jp-OutputArea").first
                output.locator("img").first.wait_for()
                output.evaluate(WATCH)
                output.locator(".noUi-handle").first.focus()
                times[name] += measure(lesson.page, output, key, MOVES)
                blank, heights = lesson.page.evaluate("[seen.blank, seen.heights.size]")
                if blank or heights > 1:
                    print(
                        f"{name}: {blank} frames without a picture, {heights} heights"
                    )
    for name in sources:
        print(
            f"{name}: new {median(new[name]):.0f} ms, again {median(old[name]):.0f} ms"
        )
    print(f"new {median(new['interact']) / median(new['explore']):.1f} x faster")
    print(f"again {median(old['interact']) / median(old['explore']):.1f} x faster")


if __name__ == "__main__":
    main()
