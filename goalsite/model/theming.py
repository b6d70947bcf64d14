"""`theme` of config.yaml: which theme there is, and what its owner changes of it without a template."""

from __future__ import annotations

import re
from typing import Any

from goalsite.core.config import Theme
from goalsite.model.shapes import Reader, Reading, shorten, span, text
from goalsite.source.nodes import Mapping, Node, Scalar

_COLOR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_FONTS = re.compile(r"\w[\w .-]*(, *\w[\w .-]*)*")
_VARIABLE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def _color(node: Node, reading: Reading, name: str) -> str | None:
    """A colour as `#rrggbb`."""
    said = text(node, reading, name)
    found = _COLOR.fullmatch((said or "").strip())
    if said is None or found is None:
        if said is not None:
            told = f'{name} is "{shorten(said)}", must be a colour' if said else f"{name} has no value"
            hint = 'write it in quotes, as "#0a6" or "#00aa66": without them # begins a comment'
            reading.report(node.mark, "S041", told, hint, span(said))
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _fonts(node: Node, reading: Reading, name: str) -> str | None:
    """Names of fonts with commas between them."""
    said = text(node, reading, name)
    if said is None or _FONTS.fullmatch(said):
        return said
    told = f'{name} is "{shorten(said)}", must be names of fonts'
    reading.report(node.mark, "S041", told, "write it as: Acme Sans, Verdana", span(said))
    return None


_KEYS: dict[str, Reader] = {
    "name": text,
    "custom_dir": text,
    "language": text,
    "accent": _color,
    "font": _fonts,
    "logo": text,
    "favicon": text,
}


def read_theme(node: Node, reading: Reading, name: str) -> Theme | None:
    """A theme's name alone, or a mapping; keys of its own are the theme's variables."""
    if isinstance(node, Scalar):
        return Theme(name=node.text)
    if not isinstance(node, Mapping):
        text(node, reading, name)
        return None
    known: dict[str, Any] = {}
    variables = []
    for key, value in node.items:
        is_empty = isinstance(value, Scalar) and value.is_null
        if key.text in _KEYS and (not is_empty or key.text == "accent"):
            known[key.text] = _KEYS[key.text](value, reading, f"{name}.{key.text}")
        elif key.text in _KEYS:
            continue
        elif hint := reading.suggestions.did_you_mean(key.text, tuple(_KEYS)):
            reading.report(key.mark, "S001", f'theme has no key "{shorten(key.text)}"', hint, len(key.text))
        elif not _VARIABLE.fullmatch(key.text):
            told = f'theme has a variable "{shorten(key.text)}", which no template could name'
            reading.report(key.mark, "S041", told, "use letters, digits and _ alone", span(key.text))
        elif (said := text(value, reading, f"{name}.{key.text}")) is not None and not is_empty:
            variables.append((key.text, said))
    given = {key: value for key, value in known.items() if value is not None}
    return Theme(**given, variables=tuple(variables))
