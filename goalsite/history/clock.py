"""The day of a commit."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day_of(seconds: int, timezone: str) -> date | None:
    """The day of a time of git's in a time zone; None for a time that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, ZoneInfo(timezone)).date()
    except (OverflowError, ValueError, OSError):
        return None


def nearest_day(seconds: int, timezone: str) -> date:
    """The day of a time of git's in a time zone; of one that no calendar has the nearest that one has."""
    return day_of(seconds, timezone) or (date.max if seconds > 0 else date.min)
