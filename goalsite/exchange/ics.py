"""A calendar as iCalendar (RFC 5545): whole days, which block nobody's time.

The same days give the same bytes: the stamp of each is its own day, since when a file was made says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.pages.addresses import address
from goalsite.pages.calendars import Calendar, Occasion
from goalsite.pages.desk import Desk

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_LINE = 75


def ics(desk: Desk, calendar: Calendar) -> bytes:
    """The calendar, which has a day, as a whole document in UTF-8."""
    return "".join(folded(line) + "\r\n" for line in _lines(desk, calendar)).encode()


def _lines(desk: Desk, calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//goalsite//goals//EN"
    yield "CALSCALE:GREGORIAN"
    yield f"X-WR-CALNAME:{_text(calendar.title)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    for one in calendar.occasions:
        yield from _event(desk, one)
    yield "END:VCALENDAR"


def _event(desk: Desk, one: Occasion) -> Iterator[str]:
    day = one.day.isoformat().replace("-", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{day}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day}"
    yield f"SUMMARY:{_text(one.title)}"
    if one.lines:
        told = "\n".join(one.lines)
        yield f"DESCRIPTION:{_text(told)}"
    url = address(desk, one.href)
    if url:
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A text on one line, what has a meaning in the format escaped, without other control characters."""
    return _CONTROLS.sub(" ", text).translate(_ESCAPED)


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, no character cut, each but the first after a space."""
    if line.isascii() and len(line) <= _LINE:
        return line
    pieces, size, start = [], 0, 0
    for at, character in enumerate(line):
        width = len(character.encode())
        if size + width > _LINE:
            pieces.append(line[start:at])
            start, size = at, 1  # the space before the next piece
        size += width
    pieces.append(line[start:])
    return "\r\n ".join(pieces)
