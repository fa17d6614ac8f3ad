"""How exercises look: one small stylesheet, in the theme's own colours.

State is shown by a word and a shape. No green and no red: an answer is a step, not a
verdict. The colours are JupyterLab's, with fallbacks for pages outside it.
"""

from __future__ import annotations

from html import escape

STYLE = """<style>
.rk{max-width:46em;color:var(--jp-content-font-color1,#1a1a1a);
 font-family:var(--jp-content-font-family,system-ui,sans-serif);
 font-size:var(--jp-content-font-size1,14px);line-height:1.5}
.rk p{margin:.25em 0}
.rk-reply{border-left:.3em solid var(--jp-content-font-color2,#555);
 background:var(--jp-cell-editor-background,#f5f5f5);padding:.45em .8em;margin:.3em 0}
.rk-reply.rk-not-yet{border-left-style:dashed}
.rk-reply.rk-not-tried-yet{border-left-style:dotted}
.rk-how{color:var(--jp-content-font-color1,#444)}
.rk ol,.rk ul{margin:.25em 0;padding-left:1.6em}
.rk-line{border-bottom:1px solid var(--jp-content-font-color2,#666);height:1.9em}
.rk-worked{white-space:pre-line}
.rk-still{border:1px solid var(--jp-border-color1,#999);padding:.5em .9em}
.rk-box{list-style:"\\2610\\00a0\\00a0"}
.rk-form{max-width:46em;border:1px solid var(--jp-border-color1,#999);
 border-radius:4px;padding:.5em .9em .6em;margin:.2em 0;gap:.2em}
.rk-form .widget-inline-hbox{height:auto;max-width:100%}
.rk-form .widget-label,.rk-form .widget-label-basic,.rk-form label{
 white-space:normal!important;overflow:visible!important;height:auto!important;
 line-height:1.5!important;text-align:left!important;
 color:var(--jp-content-font-color1,#1a1a1a)!important}
.rk-form .widget-radio,.rk-form .widget-checkbox{width:auto;max-width:100%}
.rk-form .widget-radio{flex-direction:column;height:auto}
.rk-form .widget-radio-box{width:auto;max-width:100%;display:flex;
 flex-direction:column;gap:.3em;overflow:visible}
.rk-form .widget-radio-box label{display:flex;gap:.2em;
 flex-direction:row-reverse;justify-content:flex-end;
 font-size:var(--jp-content-font-size1,14px)}
.rk-form input[type=radio],.rk-form input[type=checkbox]{flex:none;
 height:auto!important;margin:.3em .5em 0 0!important;align-self:flex-start}
.rk-form .noUi-handle{border:1px solid var(--jp-content-font-color2,#555)!important}
.rk-form .noUi-target{background:var(--jp-content-font-color3,#999)!important}
.rk-form .widget-html,.rk-form .widget-html-content{height:auto;line-height:1.5;
 margin:0;overflow:visible}
.rk-form button:focus-visible,.rk-form input:focus-visible,
.rk-form select:focus-visible,.rk-form textarea:focus-visible{
 outline:2px solid var(--jp-content-font-color1,#1a1a1a)!important;outline-offset:1px}
</style>"""

SHAPES = {"right": "●", "not yet": "◐", "not tried yet": "○"}


def page(content: str) -> str:
    """A piece of HTML with the stylesheet it needs."""
    return f'{STYLE}<div class="rk">{content}</div>'


def paragraph(text: str, name: str = "") -> str:
    """The text as an HTML paragraph, with nothing in it read as markup."""
    mark = f' class="{name}"' if name else ""
    return f"<p{mark}>{escape(text)}</p>"


def listed(items: list[str] | tuple[str, ...], name: str = "", tag: str = "ul") -> str:
    """The items as an HTML list."""
    mark = f' class="{name}"' if name else ""
    return (
        f"<{tag}>" + "".join(f"<li{mark}>{escape(i)}</li>" for i in items) + f"</{tag}>"
    )
