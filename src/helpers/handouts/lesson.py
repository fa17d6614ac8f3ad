"""A lesson on its way to its two pages: what has to run, then what is written."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from nbformat import NotebookNode

from helpers import editions
from helpers.handouts import edition, exporter, glance, guide, lists, project
from helpers.handouts.beside import links
from helpers.handouts.runs import read


class Lesson:
    """One lesson, and the notebooks that are being run for it.

    The learner's page needs the lesson as it runs unanswered. The answers come from the
    stored answered edition, without a run, unless that one is out of date.
    """

    def __init__(
        self,
        path: Path,
        executed: Future,
        run: Callable[[Path, NotebookNode], Future],
    ):
        self.path, self.executed = path, executed
        self.is_stored = _is_stored(path)
        self.answered = None if self.is_stored else self._run_answered(run)

    def _run_answered(self, run: Callable[[Path, NotebookNode], Future]) -> Future:
        """The answered edition on its way; what is wrong with a key comes out later."""
        try:
            return run(self.path, editions.answered(self.path))
        except Exception as error:
            failed: Future = Future()
            failed.set_exception(error)
            return failed

    @property
    def waits_for(self) -> set[Future]:
        """The runs that have not ended."""
        return {one for one in (self.executed, self.answered) if one and not one.done()}

    def pages(self) -> dict[str, str]:
        """Edition -> HTML; Trouble if the lesson did not run."""
        source, executed = read(self.path), self.executed.result()
        answered = self.answered.result() if self.answered else self._stored()
        return {
            "learners": self._page(
                edition.for_learners(executed, answered), source, edition="learners"
            ),
            "teachers": self._page(
                edition.for_teachers(source, answered, self._guide()),
                source,
                edition="teachers",
                demote=1,
            ),
        }

    def _stored(self) -> NotebookNode:
        return read(project.answered(self.path))

    def _guide(self) -> str:
        written = guide.text(project.guide(self.path.stem))
        return f"{written}\n\n{glance.answers(self.path.stem)}" if written else ""

    def _page(self, shown: NotebookNode, source: NotebookNode, **page) -> str:
        """The HTML of one edition, under the question of the lesson."""
        stem, first = self.path.stem, source.cells[0].source if source.cells else ""
        title = f"{stem[:2]} {lists.entry(stem, first).question}"
        page |= {"links": links(page["edition"], stem), "kind": "lesson"}
        return exporter.as_page(shown, title, **page)


def _is_stored(path: Path) -> bool:
    """Whether the stored answered edition is there, sound and current."""
    try:
        return editions.is_current(path)
    except Exception:  # broken in some way: then it is made anew
        return False
