"""How numbers, days and names are written, as patterns that JavaScript and Python read alike.

Each allows all that goalsite reads and a little more: which tail is the unit, which day exists and which goal
is meant no pattern can say.
"""

from __future__ import annotations

_DIGIT = "[0-9０-９]"
_SIGN = r"(?:[-+−＋－]\s*)?"
_HEAD = rf"\s*{_SIGN}(?:(?:[¥￥元$＄€£￡]|[A-ZＡ-Ｚ]{{3}})\s*)?"
_DIGITS = rf"[.．]?{_DIGIT}[0-9０-９,，.．]*(?:[eEｅＥ][-+−＋－]?{_DIGIT}+)?"
_PLAIN = rf"{_HEAD}(?:{_DIGITS}(?:\s|[bｂ][nｎ]|[kMBT千万亿兆ｋＭＢＴ])*|0[xo][0-9a-fA-F]+\s*)"
_SEGMENT = r"[^\s/_.][^\s/]*"
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"

NUMBER = f"^{_PLAIN}$"
"""A number without a unit, such as `1.2亿`."""

SHARE = rf"^{_PLAIN}(?:[%％]\s*)?$"
"""A share, such as `0.4` or `40%`."""

CONFIDENCE = rf"^\s*(?:{_SIGN}{_DIGITS}|{_DIGIT}{{1,3}}(?:[.．]{_DIGIT}+)?\s*[/／]\s*{_DIGIT}{{1,3}})\s*$"
"""A confidence, such as `0.6` or `6/10`."""

AMOUNT = f"^{_HEAD}[.．]?{_DIGIT}"
"""A number with or without its unit, such as `¥1.2亿` or `12 min`."""

VALUE = f"{AMOUNT}|^(?:fail|commit|target|stretch)$"
"""What a check-in says: an amount, or the zone that was reached."""

DAY = f"^{_DAY}$"
"""A day, such as `2026-10-05`."""

POINT = f"^(?:{_DAY}|[0-9]{{4}}(?:-(?:H[12]|T[1-3]|Q[1-4]|B[1-6]|W[0-5][0-9]|0[1-9]|1[0-2]))?)$"
"""The date of a point of a series: a day, or a period such as `2026-10` or `2026-Q3`."""

SEGMENT = rf"^\s*{_SEGMENT}\s*$"
"""An id of one segment, such as `faster-builds`."""

NAME = rf"^\s*@?{_SEGMENT}(?:/{_SEGMENT})*\s*$"
"""An id, such as `platform/2026-Q4/faster-builds`."""

HANDLE = rf"^\s*@?{_SEGMENT}\s*$"
"""A person's handle, such as `ada` or `@ada`."""

ADDRESS = r"^\s*(?:$|[hH][tT][tT][pP][sS]?:)"
"""The address of a site; may be empty."""


def rhythm(words: tuple[str, ...], letters: str = "") -> str:
    """One of the words, or a count of days, months or years by its letter, such as `10d`."""
    counted = f"|[1-9][0-9]{{0,4}}[{letters}]" if letters else ""
    return f"^(?:{'|'.join(words)}{counted})$"
