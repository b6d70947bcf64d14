"""Text of strangers, made harmless for a terminal or a log."""

from __future__ import annotations

import unicodedata

# Cc and Cf hold the escapes, the bidirectional overrides and the invisible characters; Zl and Zp break lines.
_ALIVE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def safe(text: str) -> str:
    """`text` on one line, every control, invisible or turning character as `\\xNN` or `\\u{NNNN}`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _ALIVE:
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 256 else f"\\u{{{code:04X}}}"


def width(text: str) -> int:
    """How many columns `text` takes on a terminal: wide characters take two, marks none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
