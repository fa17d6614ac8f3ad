"""What a check, a hint or a worked answer says, for eyes, ears and tests."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from helpers.exercises.style import SHAPES, listed, page, paragraph

MIMETYPE = "application/vnd.reading-kursk.check+json"
WORDS = {"right": "Right", "not yet": "Not yet", "not tried yet": "Not tried yet"}


@dataclass(frozen=True)
class Result:
    """The reply to one answer.

    `state` is "not tried yet", "not yet" or "right"; `saved` marks answers that
    people judge, or that are judged later; `warning` says when the disk refused.
    """

    exercise: str
    state: str
    reply: str
    saved: bool = False
    warning: str = ""

    @property
    def word(self) -> str:
        """The state as a learner reads it."""
        return "Saved" if self.saved else WORDS[self.state]

    def __repr__(self) -> str:
        said = f"Exercise {self.exercise}: {self.word}. {self.reply}"
        return f"{said} {self.warning}".strip()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {
            "text/plain": repr(self),
            "text/html": page(self.as_html()),
            MIMETYPE: {
                "exercise": self.exercise,
                "state": self.state,
                "reply": self.reply,
            },
        }

    def as_html(self, role: str = "", before: str = "") -> str:
        """The reply as a block; `before` is said first, such as "From last time"."""
        shape = "■" if self.saved else SHAPES[self.state]
        name = self.state.replace(" ", "-")
        said = f' role="{role}"' if role else ""
        lead = f"{escape(before)} " if before else ""
        warning = paragraph(self.warning) if self.warning else ""
        return (
            f'<div class="rk-reply rk-{name}"{said}><p>{lead}<span aria-hidden="true">'
            f"{shape}</span> <strong>{self.word}.</strong> {escape(self.reply)}</p>"
            f"{warning}</div>"
        )


@dataclass(frozen=True)
class Hint:
    """The hints of an exercise up to the rung that was reached."""

    exercise: str
    shown: tuple[str, ...]
    number: int
    note: str = ""

    def __repr__(self) -> str:
        if not self.shown:
            return f"Exercise {self.exercise}: {self.note}"
        rung = f"hint {len(self.shown)} of {self.number}"
        return f"Exercise {self.exercise}, {rung}: {self.shown[-1]} {self.note}".strip()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/plain": repr(self), "text/html": page(self.as_html())}

    def as_html(self) -> str:
        """All hints so far as a numbered list."""
        lead = f"Hint {len(self.shown)} of {self.number}" if self.shown else ""
        steps = listed(self.shown, tag="ol") if self.shown else ""
        head = f"<p><strong>{lead}</strong></p>" if lead else ""
        note = paragraph(self.note) if self.note else ""
        return f'<div class="rk-reply rk-hint">{head}{steps}{note}</div>'


@dataclass(frozen=True)
class Worked:
    """A worked answer, or three sample answers with the reason for each level."""

    exercise: str
    text: str
    samples: tuple[dict[str, str], ...] = ()

    def __repr__(self) -> str:
        samples = [
            f"{one['level']}: {one['text']} ({one['reason']})" for one in self.samples
        ]
        head = f"Exercise {self.exercise}, worked: {self.text}".strip()
        return "\n".join([head, *samples])

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/plain": repr(self), "text/html": page(self.as_html())}

    def as_html(self) -> str:
        """The worked answer; samples as a description list, level by level."""
        samples = "".join(
            f"<dt><strong>{escape(one['level'])}</strong></dt><dd>"
            f"{paragraph(one['text'])}{paragraph('Why: ' + one['reason'])}</dd>"
            for one in self.samples
        )
        samples = f"<dl>{samples}</dl>" if samples else ""
        return (
            '<div class="rk-reply rk-solution"><p><strong>Worked answer</strong></p>'
            f"{paragraph(self.text, 'rk-worked') if self.text else ''}{samples}</div>"
        )


@dataclass(frozen=True)
class Sorry:
    """One sentence in place of an exercise that cannot be shown."""

    sentence: str

    def __repr__(self) -> str:
        return self.sentence

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        shown = (
            f'<div class="rk-reply rk-not-tried-yet">{paragraph(self.sentence)}</div>'
        )
        return {"text/plain": self.sentence, "text/html": page(shown)}
