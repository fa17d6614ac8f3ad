"""Which exercise a code cell is about, and what it does with it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

ID = re.compile(r"\d{1,2}\.\d+[a-z]?")
STUB = re.compile(r"^answer_\w+ = \.\.\.", re.MULTILINE)
KNOWN = ("ask", "predict", "reveal", "check", "hint", "solution", "given")


@dataclass(frozen=True)
class Call:
    """One call of a function with an exercise, such as ask("2.1")."""

    verb: str
    exercise: str


def call_in(source: str) -> Call | None:
    """What a cell does with an exercise; None where it has nothing to do with one.

    >>> call_in('reveal("2.1", listing(table, "Lost and kept"))')
    Call(verb='reveal', exercise='2.1')
    >>> call_in("print(1)") is None
    True
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return None
    return next(filter(None, map(_as_call, nodes)), None)


def calls_in(sources: list[str]) -> list[Call | None]:
    """The calls of a whole lesson, cell by cell.

    A function that is not one of the six asks in a form of its own, if the exercise is
    asked nowhere else; otherwise it only shows something.

    >>> calls_in(['build_chain("3.2")', 'outcomes("4.8")', 'ask("4.8")'])[0]
    Call(verb='ask', exercise='3.2')
    >>> calls_in(['build_chain("3.2")', 'outcomes("4.8")', 'ask("4.8")'])[1] is None
    True
    """
    found = [call_in(source) for source in sources]
    asked = {call.exercise for call in found if call and call.verb == "ask"}
    return [_in_one_of_six(call, asked) for call in found]


def _in_one_of_six(call: Call | None, asked: set[str]) -> Call | None:
    if call is None or call.verb in ("hint", "solution", "given"):
        return None
    if call.verb in KNOWN:
        return call
    return None if call.exercise in asked else Call("ask", call.exercise)


def is_stub(source: str) -> bool:
    """Whether the cell waits for a coder's line: answer_2_4 = ..."""
    return bool(STUB.search(source))


def _as_call(node: ast.AST) -> Call | None:
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    if not named or not node.args or not isinstance(node.args[0], ast.Constant):
        return None
    verb, first = node.func.id, str(node.args[0].value)
    if not ID.fullmatch(first):
        return None
    return Call(verb, first)
