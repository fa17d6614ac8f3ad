"""One HTML file that stands alone: no script, nothing asked of another computer.

Nothing that somebody typed is taken for markup.
"""

from __future__ import annotations

import re
from html import escape

import pandas as pd

from helpers.article.typed import listed

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;color:#1a1a1a;
background:#fff;max-width:46rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.1rem;margin:1.2rem
0 .3rem;break-after:avoid}p,li{overflow-wrap:anywhere}.brief{white-space:pre-line}
.wide{overflow-x:auto}table{font-size:.85rem}td,th{border-bottom:1px solid #ccc}
th{text-align:left}img{max-width:100%;height:auto}figure,tr{break-inside:avoid}
caption{break-after:avoid}a{color:#0b4f8a}@page{margin:16mm 15mm}
@media print{body{font-size:10pt;line-height:1.4;margin:0;padding:0;max-width:none}
.wide{overflow:visible}table{font-size:8.6pt;width:100%}figure{margin:.3em 0}
img{max-height:7.6cm;width:auto;break-inside:avoid}summary{display:none}}"""


def whole(title: str, parts: list[str]) -> str:
    """The whole page; the parts are HTML, the title is text."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>"
        f"{''.join(parts)}</main></body></html>\n"
    )


def table(rows: pd.DataFrame, caption: str, decimals: int | None = None) -> str:
    """A table that scrolls by itself where the screen is narrow."""
    shown = listed(rows, caption, decimals).as_html()
    return f'<div class="wide">{shown}</div>'


def linked(words: str) -> str:
    """The words with addresses of web pages as links; nothing else is markup."""
    parts = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;)])", words)
    return "".join(
        f'<a href="{escape(part)}" rel="noreferrer">{escape(part)}</a>'
        if part.startswith(("http://", "https://"))
        else escape(part)
        for part in parts
    )
