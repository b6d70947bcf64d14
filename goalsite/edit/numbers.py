"""Numbers in other notations -> those of the format, where the notation leaves one reading.

A comma that may be a decimal sign, a short word that may be a unit, a billion: those have two.
"""

from __future__ import annotations

import re

from goalsite.core.quantities import plain, read_number, read_share, spelt

_SPACES = "\u2002\u2003\u2007\u2009\u200a\u202f"
_NUMBER = re.compile(r"([-+]?[^\d\s]{0,3} ?)(\d[\d _'’]*(?:\.\d+)?)(.*)", re.ASCII | re.DOTALL)
_GROUPED = re.compile(r"\d{1,3}(?P<sign>[ _'’])\d{3}(?:(?P=sign)\d{3})*(?:\.\d+)?", re.ASCII)
_WORDS = {
    **dict.fromkeys(("percent", "per cent", "pct", "procent", "prozent"), "%"),
    **dict.fromkeys(("mio", "mio.", "mln", "million", "millions"), "M"),
    **dict.fromkeys(("mrd", "mrd.", "milliard", "milliards"), "bn"),
    **dict.fromkeys(("萬", "萬元"), "万"),
    **dict.fromkeys(("億", "億元"), "亿"),
}
"""What may follow a number, and the sign that the format has for it."""

_SHARES = ("confidence", "score")


def spelt_number(written: str, key: str) -> str | None:
    """The number as the format writes it: `1200` for `1 200` and `1_200`, `95%` for `95 percent`.

    `key` says what it stands for: a confidence and a score are shares, so that their `70%` is `0.7`. None
    where it has another reading, or is written so already.
    """
    text = _plainer(plain(written.translate(dict.fromkeys(map(ord, _SPACES), " "))))
    if text is None:
        return None
    if key in _SHARES and text.endswith("%"):
        share = read_share(text)
        return spelt(share) if share is not None and 0 <= share <= 1 else None
    return text if text != plain(written) else None


def is_bare(text: str) -> bool:
    """Whether a text is a number whatever the unit."""
    return read_number(text) is not None


def _plainer(text: str) -> str | None:
    if text.startswith("百分之"):
        return f"{text.removeprefix('百分之').strip()}%"
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, digits, tail = match.groups()
    behind = digits[len(digits.rstrip()) :]
    digits = digits.rstrip()
    if _GROUPED.fullmatch(digits):
        digits = re.sub("[ _'’]", "", digits)
    elif not re.fullmatch(r"\d+(?:\.\d+)?", digits, re.ASCII):
        return None
    word = "k" if tail.strip() == "K" else _WORDS.get(tail.strip().casefold())
    return f"{sign}{digits}{behind + tail if word is None else word}"
