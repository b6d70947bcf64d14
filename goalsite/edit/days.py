"""Days in other notations -> ISO, where that leaves one reading: the year first, then month and day."""

from __future__ import annotations

import re
from datetime import date

from goalsite.core.quantities import plain

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_QUOTES = "“”„‟「」『』"
_SHAPES = (
    re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII),
    re.compile(r"(\d{4}) ?(年) ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]", re.ASCII),
    re.compile(r"(\d{4})()(\d{2})(\d{2})", re.ASCII),
    re.compile(r"(\d{4})(-)(\d{2})-(\d{2})[T ]00:00(?::00(?:\.0{1,6})?)?", re.ASCII),
)


def iso_day(written: str) -> str | None:
    """`2026-10-05` for `2026/10/5`, `2026年10月5日`, `20261005`, a day at midnight and the like.

    None where it has another reading, is no day of the calendar, or is an ISO date already.
    """
    text = plain(written).translate(_DASHES).strip(_QUOTES)
    for shape in _SHAPES:
        if match := shape.fullmatch(text):
            try:
                day = date(int(match[1]), int(match[3]), int(match[4])).isoformat()
            except ValueError:
                return None
            return day if day != written else None
    return None
