"""Days as moments."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.days import moment


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        ("2026-11-16", "UTC", "2026-11-16T00:00:00Z"),
        ("2026-11-16", "Asia/Shanghai", "2026-11-16T00:00:00+08:00"),
        ("2026-07-01", "Europe/Berlin", "2026-07-01T00:00:00+02:00"),
        ("2026-11-16", "America/St_Johns", "2026-11-16T00:00:00-03:30"),
        ("1800-01-01", "Europe/Berlin", "1800-01-01T00:00:00+00:53"),
        ("0001-01-01", "Asia/Tokyo", "0001-01-01T00:00:00+09:18"),
    ],
)
def test_a_day_begins_at_midnight_in_its_time_zone(day: str, zone: str, expected: str) -> None:
    assert moment(date.fromisoformat(day), zone) == expected


@given(st.dates(), st.sampled_from(sorted(available_timezones() - {"localtime"})))
def test_any_day_in_any_zone_is_a_moment_that_says_that_day(day: date, zone: str) -> None:
    read = datetime.fromisoformat(moment(day, zone))
    assert (read.date(), read.hour, read.minute) == (day, 0, 0)
