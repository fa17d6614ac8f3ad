"""Making the pages: what is out of date is run and written, everything else is kept.

Until something is out of date this needs the standard library only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from helpers.handouts import beside, inputs, project
from helpers.handouts.made import Made
from helpers.handouts.progress import Progress

ANEW = (
    "Lesson {0}: the stored answered edition is out of date, so it was run as well. "
    "To store it anew: python -m helpers.editions {0}"
)


class Build:
    """One build of the handouts into a folder."""

    def __init__(self, folder: Path, anew: bool = False):
        self.made, self.anew, self.progress = Made(folder), anew, Progress()
        self.written: list[str] = []
        self.failed: list[str] = []

    def run(self, wanted: list[str]) -> None:
        """Every page that is out of date, of these lessons or of all."""
        try:
            stale = {path: self._stale(path) for path in _chosen(wanted)}
            if any(stale.values()):
                self._lessons({path: one for path, one in stale.items() if one})
            for page in beside.pages():
                self._beside(page)
        finally:
            if self.written:
                self.made.keep()

    def stale_pages(self) -> list[str]:
        """The names of the pages that are out of date; nothing is written."""
        return [
            name
            for name, made_from in named_pages().items()
            if not self.made.is_current(name, made_from)
        ]

    def tidy_up(self) -> None:
        """Takes away the pages of lessons that are gone."""
        if self.made.drop_others(set(named_pages())):
            self.made.keep()

    def _is_current(self, name: str, made_from: str) -> bool:
        usable = self.made.same_versions and not self.anew
        return usable and self.made.is_current(name, made_from)

    def _stale(self, path: Path) -> dict[str, str]:
        """Edition -> hash, for the pages of a lesson that have to be made."""
        hashes = {one: inputs.of_lesson(path, one) for one in project.EDITIONS}
        return {
            edition: made_from
            for edition, made_from in hashes.items()
            if not self._is_current(page_name(path, edition), made_from)
        }

    def _lessons(self, stale: dict[Path, dict[str, str]]) -> None:
        from helpers.handouts.runs import SideBySide

        side = SideBySide()
        try:
            self._until_written(side, stale)
        finally:
            side.stop()

    def _until_written(self, side, stale: dict[Path, dict[str, str]]) -> None:
        started = {
            path: self._try(path.stem, partial(side.start, path)) for path in stale
        }
        # What follows takes a second or two to import: kernels start meanwhile.
        from helpers.handouts.lesson import Lesson

        waiting = [Lesson(path, run, side.add) for path, run in started.items() if run]
        while waiting:
            ready = [lesson for lesson in waiting if not lesson.waits_for]
            for lesson in ready:
                waiting.remove(lesson)
                write = partial(self._write, lesson, stale[lesson.path])
                self._try(lesson.path.stem, write)
            if waiting and not ready:
                runs = set().union(*(lesson.waits_for for lesson in waiting))
                side.wait(runs, self.progress.show)

    def _write(self, lesson, stale: dict[str, str]) -> None:
        pages = lesson.pages()
        if not lesson.is_stored:
            self.progress.say(ANEW.format(lesson.path.stem[:2]))
        for edition, made_from in stale.items():
            self._save(page_name(lesson.path, edition), made_from, pages[edition])

    def _beside(self, page: beside.Page) -> None:
        made_from = inputs.of_files(page.files)
        if not self._is_current(page.name, made_from):
            self._try(page.name, lambda: self._save(page.name, made_from, page.make()))

    def _save(self, name: str, made_from: str, html: str) -> None:
        self.made.put(name, made_from, html)
        self.written.append(name)

    def _try(self, page: str, do: Callable):
        """What `do` gives; the problem of one page becomes a sentence, no more."""
        from helpers.handouts.trouble import in_words

        try:
            return do()
        except Exception as error:
            if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
                raise  # it concerns every page: a full disk, a folder that is shut
            sentence = in_words(error, page)
            self.failed.append(sentence)
            self.progress.say(sentence)
            return None


def page_name(lesson: Path, edition: str) -> str:
    """Where the page of a lesson stands, below the folder of the handouts."""
    return f"{edition}/{lesson.stem}.html"


def named_pages() -> dict[str, str]:
    """Every page that there should be, with the hash of what it is made from."""
    lessons = {
        page_name(path, edition): inputs.of_lesson(path, edition)
        for path in project.lessons()
        for edition in project.EDITIONS
    }
    return lessons | {page.name: inputs.of_files(page.files) for page in beside.pages()}


def _chosen(wanted: list[str]) -> list[Path]:
    return [one for one in project.lessons() if not wanted or one.name[:2] in wanted]
