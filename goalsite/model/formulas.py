"""A KPI's formula: text -> postfix, with the references it reads.

`ids, numbers, + - * /, parentheses`; operators stand between spaces, so that `a-b` is a name.
"""

from __future__ import annotations

import re

from msgspec import Struct

from goalsite.core.diagnostics import Mark
from goalsite.core.quantities import yaml_number
from goalsite.model.shapes import Reading, Ref, shorten, span, wrong
from goalsite.source.nodes import Node, Scalar

_LONGEST = 2000
_TOKEN = re.compile(r"\s*(?:(\[\[[^\[\]]*\]\])|([()])|([^\s()\[\]]+)|(\S))")
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "×": 2, "÷": 2, "−": 1}
_PLAIN = {"×": "*", "÷": "/", "−": "-"}


class Operator(Struct, frozen=True):
    """One of + - * /."""

    sign: str


class Formula(Struct, frozen=True):
    """A formula in postfix order: numbers, references, operators."""

    text: str
    postfix: tuple[float | Ref | Operator, ...]

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The references it reads, in order, each as often as it stands there."""
        return tuple(token for token in self.postfix if isinstance(token, Ref))


class _FormulaError(Exception):
    """What is wrong with a formula, in a clause."""


def read_formula(node: Node, reading: Reading, name: str) -> Formula | None:
    """The formula that a text says; None, having said so, where it cannot be read."""
    if not isinstance(node, Scalar):
        wrong(node, reading, name, "text", "write ids and numbers on one line, such as orders / visits")
        return None
    text = " ".join(node.text.split())
    try:
        if len(text) > _LONGEST:
            raise _FormulaError(f"is longer than {_LONGEST} characters")
        formula = Formula(text, tuple(_postfix(node)))
        if not formula.refs:
            raise _FormulaError("reads no KPI")
    except _FormulaError as fault:
        hint = "write ids and numbers with + - * / between spaces, such as orders / visits"
        message = f'the formula "{shorten(text)}" {fault}'
        reading.report(node.mark, "S026", message, hint, span(text))
        return None
    return formula


def _postfix(node: Scalar) -> list[float | Ref | Operator]:
    """Dijkstra's shunting yard; `operand` says what must come next."""
    output: list[float | Ref | Operator] = []
    waiting: list[str] = []
    operand = True
    for token in _TOKEN.finditer(node.text.rstrip()):  # blanks that nothing follows would be tried again each
        bracketed, bracket, word, stray = token.groups(default="")
        if stray:
            raise _FormulaError(f"holds a stray {stray}")
        if operand:
            if bracket == "(":
                waiting.append("(")
                continue
            output.append(
                _operand(bracketed, bracket or word, _place(node, token.start(token.lastindex or 0)))
            )
            operand = False
        elif bracket == ")":
            _unwind(waiting, output, 1)
            if not waiting:
                raise _FormulaError("closes a parenthesis that is not open")
            waiting.pop()
        elif word in _RANK:
            _unwind(waiting, output, _RANK[word])
            waiting.append(word)
            operand = True
        else:
            raise _FormulaError(f"has no operator before {shorten(bracketed or bracket or word)}")
    if operand:
        raise _FormulaError("ends where an id or a number is missing")
    if "(" in waiting:
        raise _FormulaError("leaves a parenthesis open")
    _unwind(waiting, output, 1)
    return output


def _place(node: Scalar, offset: int) -> Mark:
    """Where a character of a formula on one line stands; the formula's own place for others."""
    if "\n" in node.text:
        return node.mark
    quote = 0 if node.plain else 1
    return Mark(node.mark.line, node.mark.column + quote + offset)


def _unwind(waiting: list[str], output: list[float | Ref | Operator], rank: int) -> None:
    """Move the waiting operators that bind at least as tightly as `rank`, down to an open parenthesis."""
    while waiting and _RANK.get(waiting[-1], 0) >= rank:
        sign = waiting.pop()
        output.append(Operator(_PLAIN.get(sign, sign)))


def _operand(bracketed: str, word: str, mark: Mark) -> float | Ref:
    if bracketed:
        name = bracketed[2:-2].strip()
        if not name:
            raise _FormulaError("holds [[]] without an id")
        return Ref(name, mark)
    if word in _RANK or word == ")":
        raise _FormulaError(f"has {word} where an id or a number is missing")
    number = yaml_number(word)
    return Ref(word, mark) if number is None else number
