"""Text of strangers, made harmless for a terminal or a log.

A terminal obeys control characters; a build service obeys lines that look like its commands: GitHub's those
that begin with `::` and those that hold `##[` anywhere, Azure's those that hold `##vso[`.
"""

from __future__ import annotations

import re
import unicodedata

# Cc and Cf hold the escapes, the bidirectional overrides and the invisible characters; Zl and Zp break lines.
_ALIVE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
"""The second `#` of what may be a build service's command inside a line."""


def safe(text: str) -> str:
    """`text` on one line that commands nothing; what was alive in it is spelt `\\xNN` or `\\u{NNNN}`."""
    if text.isascii() and text.isprintable() and "##" not in text and "::" not in text:
        return text
    whole = "".join(spelt(text))
    bare = whole.lstrip()
    return whole[: len(whole) - len(bare)] + "\\x3A" + bare[1:] if bare.startswith("::") else whole


def spelt(text: str) -> list[str]:
    """What is shown for each character of a text that does not begin its line."""
    shown = [escape(character) if is_alive(character) else character for character in text]
    for command in COMMAND.finditer(text):
        shown[command.start()] = escape("#")
    return shown


def is_alive(character: str) -> bool:
    """Whether a character controls, hides or turns something, or is none that may be exchanged."""
    return unicodedata.category(character) in _ALIVE or ord(character) & 0xFFFE == 0xFFFE


def escape(character: str) -> str:
    """A character spelt `\\xNN` or `\\u{NNNN}`."""
    code = ord(character)
    return f"\\x{code:02X}" if code < 256 else f"\\u{{{code:04X}}}"


def width(text: str) -> int:
    """How many columns `text` takes on a terminal: wide characters take two, marks none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
