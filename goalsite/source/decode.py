"""bytes -> text: UTF-8 without NUL bytes, with lines of a sane length that end in `\\n`."""

from __future__ import annotations

import re

from goalsite.core.diagnostics import Diagnostic, Mark, finding

DOCUMENT_BYTES = 256 * 1024
TABLE_BYTES = 2 * 1024 * 1024
ASSET_BYTES = 64 * 1024 * 1024
LINE_CHARACTERS = 64 * 1024

# What YAML refuses or would read as an invisible line break, and what no cell of a table can mean.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

_VISIBLE = bytes((0x09, 0x0A, *range(0x20, 0x7F)))

_START = Mark()
_AS_UTF8 = "save the file as UTF-8 text"


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file, or None and the one finding (S034, S037) that says why there is none."""
    try:
        text = plain_lines(data.decode())
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, path),)
    nul = text.find("\0")
    if nul >= 0:
        message = "the file holds a NUL byte, must be text"
        return None, (finding(path, place(text, nul), "S037", message, _AS_UTF8),)
    return _with_short_lines(text, path)


def plain_lines(text: str) -> str:
    """`text` without byte order marks at its start, every line end (CRLF, CR) as `\\n`."""
    text = text.lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def place(text: str, offset: int) -> Mark:
    """The line and column of the character at `offset`."""
    return Mark(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def first_unprintable(text: str) -> int | None:
    """The offset of the first character that front matter and tables may not hold: a control character
    (but tab and line end), a Unicode line break, a surrogate, a byte order mark."""
    if text.isascii():  # as most, and seen fastest
        if not text.encode().translate(None, _VISIBLE):
            return None
    elif text.replace("\n", "").isprintable():
        return None
    match = _UNPRINTABLE.search(text)
    return match.start() if match else None


def too_large(path: str, size: int, limit: int, what: str = "the file", mark: Mark = _START) -> Diagnostic:
    """The finding that `what` has `size` bytes, more than `limit`; both are told in kB of 1024 bytes."""
    message = f"{what} is {-(-size // 1024)} kB, must be at most {limit // 1024} kB"
    return finding(path, mark, "S034", message, "split it, or leave out what nobody reads")


def _not_utf8(data: bytes, start: int, path: str) -> Diagnostic:
    before = plain_lines(data[:start].decode())
    message = f"byte 0x{data[start]:02x} is not UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16, must be UTF-8"
    return finding(path, place(before, len(before)), "S037", message, _AS_UTF8)


def _with_short_lines(text: str, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if len(text) <= LINE_CHARACTERS:
        return text, ()
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_CHARACTERS:
            message = f"the line has {len(line)} characters, must have at most {LINE_CHARACTERS}"
            return None, (finding(path, Mark(number), "S034", message, "break the line"),)
    return text, ()
