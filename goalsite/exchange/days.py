"""A day as the moment at which it begins, for formats that know moments alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def moment(day: date, timezone: str) -> str:
    """The beginning of `day` in a time zone as RFC 3339 writes it: `2026-11-16T00:00:00+01:00`.

    Offsets of times before there were time zones are cut to whole minutes.
    """
    offset = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone)).utcoffset() or timedelta()
    minutes = int(offset.total_seconds() / 60)
    if not minutes:
        return f"{day.isoformat()}T00:00:00Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{day.isoformat()}T00:00:00{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
