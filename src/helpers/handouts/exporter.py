"""A notebook as one HTML file that needs nothing else: nbconvert with our template."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.handouts.markup import tidy

TEMPLATE = Path(__file__).with_name("template")
ORDER = ["text/html", "text/markdown", "image/png", "text/plain"]
PARTS = ("handout.css", "print.css", "unfold.js")


class HandoutExporter(HTMLExporter):
    """HTMLExporter with the template beside this file and tidied pieces."""

    @property
    def default_config(self) -> Config:
        """nbconvert's own settings, with ours on top."""
        ours = Config(
            NbConvertBase={"display_data_priority": ORDER},
            HTMLExporter={"exclude_anchor_links": True},
        )
        both = super().default_config.copy()
        both.merge(ours)
        return both

    def default_filters(self):
        """nbconvert's filters and our own: tidied."""
        yield from super().default_filters()
        yield "tidied", tidied


@pass_context
def tidied(context, html: str, part: str = "") -> str:
    """A piece of HTML made fit for the page that is being written."""
    page = context["resources"]["page"]
    return tidy(html, page["ids"], page["demote"] if part == "prose" else 0)


def as_page(notebook: NotebookNode, title: str, **page) -> str:
    """The whole page.

    `page` holds edition ("learners" or "teachers"), links (name -> address), demote
    (how many levels its headings go down) and kind, a class for the whole page.
    """
    settings = {"ids": {"top", "content"}, "demote": 0, "kind": "", "links": {}}
    settings |= page | {"title": title}
    settings |= {name.replace(".", "_"): _text(name) for name in PARTS}
    settings["margin_title"] = _as_css_string(title)
    html, _ = _exporter().from_notebook_node(notebook, {"page": settings})
    return "\n".join(line.rstrip() for line in html.split("\n") if line.strip()) + "\n"


@lru_cache(maxsize=1)
def _exporter() -> HandoutExporter:
    """One for all pages, so that the template is compiled once."""
    places = [str(TEMPLATE)]
    return HandoutExporter(template_name="handout", extra_template_basedirs=places)


@lru_cache(maxsize=8)
def _text(name: str) -> str:
    return (TEMPLATE / "handout" / name).read_text(encoding="utf-8").strip()


def _as_css_string(text: str) -> str:
    return escape(text.replace("\\", "").replace('"', "'").replace("<", ""), False)
