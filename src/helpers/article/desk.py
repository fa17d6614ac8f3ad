"""The learner's own article in the lesson: make its folder, check it, report on it.

Nothing is made before somebody asks for it, so that a lesson can run from top to bottom
and leave no folder behind.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

import ipywidgets as widgets

from helpers import record
from helpers.article.coded import Article, ArticleError, example, read_article
from helpers.article.findings import findings
from helpers.article.report import write_report
from helpers.article.start import new_folder
from helpers.exercises import reveal

STILL = (
    "In JupyterLab two buttons stand here: one makes the folder my_article, with the "
    "empty form and the example; the other checks what you have coded in it."
)
ON_PAPER = (
    "In JupyterLab a button stands here. It writes one page with the brief, the "
    "pictures, the table and the sum that was chosen, and the claims as they were read."
)
MADE = "Your folder is {place}. Begin with README.txt in it; come back to check."
NOT_YET = "There is no folder for your article yet."
SEMICOLONS = "My spreadsheet writes 1,5 for one and a half"
WIDE = widgets.Layout(width="auto", align_self="flex-start")


def own_or_example() -> Article:
    """The learner's own article where nothing is wrong with it, else the example."""
    try:
        return read_article(record.article_folder())
    except ArticleError as error:
        return replace(example(), note=_why_the_example(error))


def after(article: Article, exercise: str, shown: object) -> object:
    """What is to be shown of an article; of the example only after its exercise.

    Shown is anything a notebook can show, or a function that makes it.
    """
    if article.is_example:
        return reveal(exercise, shown)
    return shown() if callable(shown) else shown


def desk() -> Desk:
    """Two buttons: make the folder of your article, and check it."""
    return Desk()


class Desk(widgets.VBox):
    """Where the folder is, and what is wrong in it."""

    def __init__(self) -> None:
        self.said = widgets.HTML()
        self.semicolons = widgets.Checkbox(description=SEMICOLONS, indent=False)
        self.semicolons.layout = WIDE
        self.make = widgets.Button(description="Make the folder", layout=WIDE)
        self.look = widgets.Button(description="Check my article", layout=WIDE)
        self.make.on_click(lambda _button: self._make())
        self.look.on_click(lambda _button: self.check())
        super().__init__()
        self.add_class("rk-form")
        self._show(_line(MADE.format(place=_place()) if _is_there() else NOT_YET))

    def check(self) -> None:
        """Show every problem of the folder, or what is left to do."""
        self._show(findings(record.article_folder()).as_html(), ' role="status"')

    def _make(self) -> None:
        try:
            new_folder(record.article_folder(), self.semicolons.value)
        except ArticleError as error:
            self._show(_line(str(error)), ' role="alert"')
        else:
            self._show(_line(MADE.format(place=_place())), ' role="status"')

    def _show(self, html: str, role: str = "") -> None:
        buttons = [self.look] if _is_there() else [self.semicolons, self.make]
        self.said.value = f"<div{role}>{html}</div>"
        self.children = [*buttons, self.said]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": STILL, "text/html": _line(STILL)}


def report_on(article: Article, calculation: object = None) -> Reporter:
    """A button that writes the page, with the sum as it is chosen then."""
    return Reporter(article, calculation)


class Reporter(widgets.VBox):
    """Writes the report of an article when asked, and says where it stands."""

    def __init__(self, article: Article, calculation: object) -> None:
        self.article, self.calculation = article, calculation
        self.button = widgets.Button(description="Write the page", layout=WIDE)
        self.button.on_click(lambda _button: self.write())
        self.said = widgets.HTML()
        super().__init__([self.button, self.said])
        self.add_class("rk-form")

    def write(self) -> None:
        """Write the page and say where it stands, or why it could not be written."""
        words = repr(write_report(self.article, self.calculation))
        self.said.value = f'<div role="status">{_line(words)}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = super()._repr_mimebundle_(include=include, exclude=exclude)
        return live | {"text/plain": ON_PAPER, "text/html": _line(ON_PAPER)}


def _is_there() -> bool:
    return record.article_folder().is_dir() and any(record.article_folder().iterdir())


def _place() -> str:
    return f"{record.ARTICLE}, in {record.folder().name}"


def _why_the_example(error: ArticleError) -> str:
    if not _is_there():
        return "You have no article of your own yet, so this is the example."
    found = findings(record.article_folder())
    if found.is_blank:
        return "Your form is still empty, so this is the example."
    number = len(error.problems)
    what = "one problem" if number == 1 else f"{number} problems"
    return f"Your article has {what}, so this is the example."


def _line(words: str) -> str:
    return f"<p>{escape(words)}</p>"
