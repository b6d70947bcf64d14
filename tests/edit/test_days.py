from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.days import iso_day

NOTATIONS = (
    "{y}/{m}/{d}", "{y}.{m}.{d}", "{y}-{m}-{d}", "{y}年{m}月{d}日", "{y} 年 {m} 月 {d} 日", "{y}年{m}月{d}号",
    "{y}/{m:02}/{d:02}", "{y}{m:02}{d:02}", "{y}–{m:02}–{d:02}", "“{y}-{m:02}-{d:02}”",
    "{y}-{m:02}-{d:02}T00:00:00", "{y}-{m:02}-{d:02} 00:00", "{y}-{m:02}-{d:02}T00:00:00.000",
)  # fmt: skip


@given(st.dates(date(1000, 1, 1)), st.sampled_from(NOTATIONS), st.booleans())
def test_a_day_with_its_year_first_has_one_reading_in_any_notation(
    day: date, notation: str, is_wide: bool
) -> None:
    written = notation.format(y=day.year, m=day.month, d=day.day)
    if is_wide:
        written = written.translate({ord("0") + n: ord("０") + n for n in range(10)})
    expected = None if written == day.isoformat() else day.isoformat()
    assert iso_day(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "05/10/2026", "10/05/2026", "5.10.2026", "26/10/05", "2026/10", "2026年10月", "2026-10/05",
        "2026/13/01",
        "2026-02-30", "20261305", "2026-10-05T12:00:00", "2026-10-05T00:00:00Z", "2026-10-05T00:00:00+08:00",
        "2026-10-05 to 2026-10-09", "tomorrow", "", "0000/01/01", "2026-W41-1", "2026/1005", "12026/10/05",
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_is_left_alone(written: str) -> None:
    assert iso_day(written) is None


@given(st.text())
def test_any_text_is_taken(written: str) -> None:
    iso_day(written)
