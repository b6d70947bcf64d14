"""JSON that is harmless to print: what controls a terminal or commands a build service is escaped in it."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from goalsite.report.safe import COMMAND, escape, is_alive

_UNUSUAL = re.compile(r"[^\x20-\x7e]")


def json_line(value: Any) -> str:
    """`value` as one line of JSON.

    Half characters, of which a file's name may consist and which JSON cannot carry to every reader, are spelt
    as on a terminal.
    """
    text = _UNUSUAL.sub(_written, json.dumps(value, ensure_ascii=False, allow_nan=False))
    return COMMAND.sub(r"\\u0023", text)


def json_lines(values: list[Any]) -> str:
    """A list with each entry on a line of its own."""
    return "[" + ",".join(f"\n{json_line(value)}" for value in values) + "]"


def _written(match: re.Match[str]) -> str:
    character = match[0]
    if not is_alive(character):
        return character
    is_half = unicodedata.category(character) == "Cs"
    return json.dumps(escape(character) if is_half else character)[1:-1]
