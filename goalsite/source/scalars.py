"""Scalars as YAML 1.2's core schema reads them: `yes`, `1:30` and `010` hold no surprise."""

from __future__ import annotations

import math
import re

from goalsite.source.nodes import Scalar

_WORDS: dict[str, bool | float] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{f"{sign}{word}": math.inf for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_INTEGER = re.compile(r"(?P<decimal>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASES = {"decimal": 10, "octal": 8, "hex": 16}
_LONGEST = 100  # characters; no longer number is one, and every shorter integer fits a float


def scalar_value(scalar: Scalar) -> bool | int | float | str | None:
    """What a scalar means: its text where it is quoted, else null, a boolean, a number or its text.

    A number of more than 100 characters, or too large for a float, is text. Infinity and NaN are floats
    only where they are spelt out (`.inf`, `.nan`).
    """
    text = scalar.text
    if not scalar.plain:
        return text
    if scalar.is_null:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST:
        return text
    if integer := _INTEGER.fullmatch(text):
        base = str(integer.lastgroup)
        return int(integer[base], _BASES[base])
    if _FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
