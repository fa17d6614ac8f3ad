"""A JupyterLab and a Chromium for the browser tests; each test gets its own answers."""

import os

import pytest
from lab import QUIET, Lesson, Server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing")


@pytest.fixture(scope="module")
def chromium(browser_path):
    """One running Chromium; the root user has to do without its sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*QUIET, "--no-sandbox"] if as_root else QUIET
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def lab(tmp_path):
    """A running JupyterLab with an empty folder for answers."""
    server = Server(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def open_lesson(chromium, lab):
    """Opens a lesson by name; in the end, nothing may have asked for another host."""
    opened = []

    def open_one(name: str, width: int = 1280) -> Lesson:
        page = chromium.new_page(viewport={"width": width, "height": 1000})
        opened.append(Lesson(page, lab, name))
        return opened[-1]

    yield open_one
    outside = [address for lesson in opened for address in lesson.outside]
    for lesson in opened:
        lesson.page.close()
    assert not outside, outside
