"""Names -> their place from A to Z, Chinese ones by pinyin."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

# GB 2312 orders its 3,755 common characters by pinyin: each letter begins at one of these.
_STARTS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_CODES = [character.encode("gb2312") for character in _STARTS]
_LAST_COMMON = bytes((0xD7, 0xF9))


def _common(character: str) -> bytes | None:
    code = character.encode("gb2312", "ignore")
    return code if len(code) == 2 and _CODES[0] <= code <= _LAST_COMMON else None


def letter(text: str) -> str:
    """The heading under which `text` stands: `A` … `Z`, `#` for digits, signs and rare characters."""
    first = unicodedata.normalize("NFKD", text[:1]).upper()[:1]
    if "A" <= first <= "Z":
        return first
    code = _common(first)
    return _LETTERS[bisect_right(_CODES, code) - 1] if code else "#"


def sort_key(text: str) -> tuple[tuple[bool, str, bytes], ...]:
    """A key that sorts Latin and Chinese names together by letter; other scripts come last, by code point."""
    return tuple(map(_place, unicodedata.normalize("NFKD", text).upper()))


@lru_cache(1 << 12)
def _place(character: str) -> tuple[bool, str, bytes]:
    code = _common(character)
    if code:
        return False, _LETTERS[bisect_right(_CODES, code) - 1], code
    return character > "\u2e80", character, b""
