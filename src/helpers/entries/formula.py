"""A sum someone typed, worked out safely; and numbers written as words."""

from __future__ import annotations

import ast
import math
import operator
import re

from helpers.entries.wording import EntryError

OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
COUNT = {word: n for n, word in enumerate(SMALL)} | {
    word: 10 * n for n, word in enumerate(TENS, 2)
}
SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}


def work_out(sum_typed: str) -> float:
    """The value of a typed sum; EntryError of kind "sum" where it has none.

    >>> work_out("(1240-800)/1240*100") == 440 / 1240 * 100
    True
    """
    try:
        value = _value(ast.parse(sum_typed.replace("^", "**"), mode="eval").body)
        value = float(value)
    except (SyntaxError, ValueError, TypeError, ArithmeticError, RecursionError):
        value = math.nan
    except MemoryError:  # the parser's word for "too deeply nested"
        value = math.nan
    if not math.isfinite(value):
        raise EntryError("sum", "That sum cannot be worked out as it stands.")
    return value


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    if isinstance(node, ast.BinOp):
        return _of_two(node)
    if isinstance(node, ast.UnaryOp):
        return OPERATIONS[type(node.op)](_value(node.operand))
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sqrt":
        return math.sqrt(*[_value(part) for part in node.args])
    raise ValueError("not arithmetic")


def _of_two(node: ast.BinOp) -> float:
    left, right = float(_value(node.left)), float(_value(node.right))
    value = OPERATIONS.get(type(node.op), lambda *_: math.nan)(left, right)
    return math.nan if isinstance(value, complex) else value


def read_number_words(text: str) -> float | None:
    """The value of a number written in words, or None where other words stand too.

    >>> read_number_words("thirty-five point four eight")
    35.48
    >>> read_number_words("two thirds") == 2 / 3
    True
    """
    before, mark, rest = text.partition(" and a ")
    if mark and rest.split()[:1] in [[part] for part in PARTS]:
        whole, part = read_number_words(before), read_number_words(rest)
        return None if whole is None or part is None else whole + part
    words = [w for w in re.findall(r"[^\W\d_]+", text) if w not in ("a", "an", "and")]
    if not words or re.search(r"\d", text):
        return None
    part = PARTS.get(words[-1].rstrip("s")) or PARTS.get(words[-1])
    if part:
        count = _whole(words[:-1]) if words[:-1] else 1
        return None if count is None else count / part
    whole, _, decimals = " ".join(words).partition("point")
    return _with_decimals(_whole(whole.split()), decimals.split())


def _whole(words: list[str]) -> int | None:
    total = current = 0
    for word in words:
        if word in COUNT:
            current += COUNT[word]
        elif word in SCALE:
            current = max(current, 1) * SCALE[word]
            if SCALE[word] >= 1000:
                total, current = total + current, 0
        else:
            return None
    return total + current if words else None


def _with_decimals(whole: int | None, digits: list[str]) -> float | None:
    if whole is None or any(COUNT.get(word, 10) > 9 for word in digits):
        return None
    return float(f"{whole}." + "".join(str(COUNT[word]) for word in digits) + "0")
